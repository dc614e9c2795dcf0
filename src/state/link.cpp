#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ascii.h"
#include "base/decimal_digits.h"
#include "state/field_value.h"
#include "state/state.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestLink = 4096;
constexpr double kLargestInLink = 1e15;
constexpr int kDigits = 15;

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Percent escapes undone; absent when one is broken.
std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

std::optional<double> read_number_of_link(std::string_view text) {
  const std::optional<double> value = read_plain_decimal(text);
  if (!value || *value > kLargestInLink) return std::nullopt;
  return json_real(*value, kDigits);
}

/// With as many decimals as a field can show.
std::string write_number_of_link(double value) {
  return write_plain_decimal(rounded(nearest_digits(value, kDigits), kMostDecimals));
}

/// Numbers; a period's days are written as the period, and dates are about files, which no link holds.
bool is_in_links(const FieldSpec& field) {
  return field.kind != FieldKind::Text && field.kind != FieldKind::Days && field.kind != FieldKind::Date;
}

enum class Pair { Taken, Unknown, Unreadable };

bool take_period(State& state, std::string_view value) {
  if (set_value(state, "period", value)) return true;
  const std::optional<double> days = read_number_of_link(value);
  if (!days || *days <= 0) return false;
  set_value(state, "period", "days");
  return set_value(state, "days", write_field(*days, FieldKind::Days, state.language));
}

bool take_number(State& state, const FieldSpec& field, std::string_view value) {
  const std::optional<double> number = read_number_of_link(value);
  const bool fits = number && (field.kind != FieldKind::Count || std::trunc(*number) == *number);
  return fits && set_value(state, field.id, write_field(*number, field.kind, state.language));
}

Pair take_pair(State& state, std::string_view key, std::string_view value) {
  const auto taken = [](bool done) { return done ? Pair::Taken : Pair::Unreadable; };
  if (key == "period") return taken(take_period(state, value));
  if (key == "definition" || key == "benchmark") return taken(set_value(state, key, value));
  const FieldSpec* field = find_field(key);
  if (field == nullptr || !is_in_links(*field)) return Pair::Unknown;
  return taken(take_number(state, *field, value));
}

}  // namespace

std::string write_link(const State& state) {
  std::string link = "#v1";
  for (const FieldSpec& field : all_fields()) {
    if (!is_in_links(field)) continue;
    const FieldValue read = read_field(field, field_text(state, field.id), state.language);
    const bool sayable = read.value && *read.value >= 0 && *read.value <= kLargestInLink;
    if (sayable) link += ";" + std::string(field.id) + "=" + write_number_of_link(*read.value);
  }
  const FieldSpec* days = find_field("days");
  const FieldValue length = read_field(*days, field_text(state, "days"), state.language);
  if (state.period != "days") link += ";period=" + state.period;
  else if (length.value) link += ";period=" + write_number_of_link(*length.value);
  const State usual;
  if (state.definition != usual.definition) link += ";definition=" + state.definition;
  if (state.benchmark != usual.benchmark) link += ";benchmark=" + state.benchmark;
  return link;
}

std::optional<State> read_link(std::string_view fragment, Language language) {
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  if (fragment.size() > kLongestLink) return std::nullopt;
  fragment = fragment.substr(0, fragment.find('#'));
  const std::optional<std::string> text = unescape(fragment);
  if (!text) return std::nullopt;
  std::string_view rest = *text;
  const auto take = [&rest] {
    const std::size_t end = rest.find(';');
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return part;
  };
  if (take() != "v1") return std::nullopt;
  State state = empty_state(language);
  bool empty = true, known = false;
  while (!rest.empty()) {
    const std::string_view pair = take();
    if (pair.empty()) continue;
    empty = false;
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const Pair read = take_pair(state, pair.substr(0, equals), pair.substr(equals + 1));
    if (read == Pair::Unreadable) return std::nullopt;
    known = known || read == Pair::Taken;
  }
  return empty || known ? std::optional(std::move(state)) : std::nullopt;
}

}  // namespace kirnu
