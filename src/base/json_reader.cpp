#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/json.h"

namespace kirnu {
namespace {

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
  bool number_float(double number, const std::string&) { return add(number); }
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
