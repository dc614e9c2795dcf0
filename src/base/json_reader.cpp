#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/decimal_digits.h"
#include "base/json.h"

namespace kirnu {
namespace {

/// The double nearest to a number of JSON: the library's own reading of it goes through strtod, which is another for
/// each platform and not part of the core (base/no_conversions_wasm.cpp).
double read_real(std::string_view number) {
  const bool negative = number.front() == '-';
  if (negative) number.remove_prefix(1);
  std::string digits;
  int exponent = 0, place = 0;
  const std::size_t mark = std::min(number.find_first_of("eE"), number.size());
  const std::string_view power = number.substr(std::min(mark + 1, number.size()));
  for (const char c : power) {
    if (is_digit(c)) place = std::min(place * 10 + (c - '0'), 100'000);
  }
  if (power.starts_with('-')) place = -place;
  bool whole = true;
  for (const char c : number.substr(0, mark)) {
    if (c == '.') {
      whole = false;
    } else {
      digits += c;
      exponent += whole ? 1 : 0;
    }
  }
  const double size = nearest_double(digits, exponent + place);
  return negative ? -size : size;
}

/// Builds a Json from what the library's parser comes across, without its own values; false stops it.
class JsonBuilder {
 public:
  std::optional<Json> take() { return done_ ? std::optional(std::move(root_)) : std::nullopt; }

  bool null() { return add(nullptr); }
  bool boolean(bool on) { return add(on); }
  bool number_integer(std::int64_t number) { return add(number); }
  bool number_unsigned(std::uint64_t number) {
    return number <= INT64_MAX ? add(static_cast<std::int64_t>(number)) : add(static_cast<double>(number));
  }
  bool number_float(double, const std::string& number) {
    const double value = read_real(number);
    return std::isfinite(value) && add(value);
  }
  bool string(std::string& text) { return add(std::move(text)); }
  bool binary(std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool key(std::string& name) {
    open_.back().name = std::move(name);
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

 private:
  struct Open {
    Json json;
    std::string name;  ///< of the member to come
  };

  bool open(Json json) {
    open_.push_back({.json = std::move(json), .name = {}});
    return open_.size() <= kDeepestJson;
  }

  bool close() {
    Json json = std::move(open_.back().json);
    open_.pop_back();
    return add(std::move(json));
  }

  bool add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      done_ = true;
      return true;
    }
    Open& parent = open_.back();
    if (parent.json.is_object()) parent.json.add(parent.name, std::move(value));
    else parent.json.push_back(std::move(value));
    return true;
  }

  Json root_;
  bool done_ = false;
  std::vector<Open> open_;
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, std::size_t longest) {
  if (text.size() > longest) return std::nullopt;
  JsonBuilder builder;
  if (!nlohmann::json::sax_parse(text, &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace kirnu
