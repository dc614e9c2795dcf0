#include "text/number_body.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "text/number_affixes.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr int kLargestExponent = 100'000;

enum class MarkKind { Point, Comma, Apostrophe, Space };

struct Mark {
  MarkKind kind;
  std::size_t at;  ///< digits before it
};

struct Tokens {
  std::string digits;
  std::vector<Mark> marks;
  bool has_exponent = false;
  int exponent = 0;
};

/// The mark at the start of a text and its bytes.
std::optional<std::pair<MarkKind, std::size_t>> mark_at_start(std::string_view text) {
  if (text[0] == '.') return {{MarkKind::Point, 1}};
  if (text[0] == ',') return {{MarkKind::Comma, 1}};
  for (const std::string_view apostrophe : {"'", "\u2019", "\u2018", "\u02BC", "\u00B4"}) {
    if (text.starts_with(apostrophe)) return {{MarkKind::Apostrophe, apostrophe.size()}};
  }
  if (const std::size_t space = space_at_start(text)) return {{MarkKind::Space, space}};
  return std::nullopt;
}

std::optional<int> read_exponent(std::string_view text) {
  const std::size_t minus = minus_at_start(text);
  text.remove_prefix(minus > 0 ? minus : text.starts_with('+') ? 1 : 0);
  if (text.empty()) return std::nullopt;
  int exponent = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    exponent = std::min(exponent * 10 + (c - '0'), kLargestExponent);
  }
  return minus > 0 ? -exponent : exponent;
}

std::optional<Tokens> read_tokens(std::string_view body) {
  Tokens tokens;
  while (!body.empty()) {
    if (is_digit(body[0])) {
      tokens.digits += body[0];
      body.remove_prefix(1);
    } else if (body[0] == 'e' || body[0] == 'E') {
      const std::optional<int> exponent = read_exponent(body.substr(1));
      if (!exponent) return std::nullopt;
      tokens.has_exponent = true;
      tokens.exponent = *exponent;
      break;
    } else {
      const auto mark = mark_at_start(body);
      const bool doubled = !tokens.marks.empty() && tokens.marks.back().at == tokens.digits.size();
      if (!mark || doubled) return std::nullopt;
      tokens.marks.push_back({mark->first, tokens.digits.size()});
      body.remove_prefix(mark->second);
    }
  }
  if (tokens.digits.empty()) return std::nullopt;
  return tokens;
}

DecimalMark decimal_of(MarkKind kind) { return kind == MarkKind::Point ? DecimalMark::Point : DecimalMark::Comma; }
DecimalMark other_than(DecimalMark mark) {
  return mark == DecimalMark::Point ? DecimalMark::Comma : DecimalMark::Point;
}

/// Whether the marks [0, count) group the digits before `end`: threes, or with commas the Indian 1,50,000.
bool groups_well(const Tokens& tokens, std::size_t count, std::size_t end) {
  if (count == 0) return true;
  const MarkKind kind = tokens.marks[0].kind;
  const std::size_t lead = tokens.marks[0].at;
  if (lead < 1 || lead > 3 || (tokens.digits[0] == '0' && lead > 0)) return false;
  bool threes = true, indian = kind == MarkKind::Comma && lead <= 2;
  for (std::size_t i = 0; i < count; ++i) {
    if (tokens.marks[i].kind != kind) return false;
    const bool last = i + 1 == count;
    const std::size_t length = (last ? end : tokens.marks[i + 1].at) - tokens.marks[i].at;
    threes = threes && length == 3;
    indian = indian && length == (last ? 3U : 2U);
  }
  return threes || indian;
}

}  // namespace

std::optional<NumberBody> read_number_body(std::string_view text) {
  const std::optional<Tokens> tokens = read_tokens(text);
  if (!tokens) return std::nullopt;
  const std::vector<Mark>& marks = tokens->marks;
  const std::size_t digits = tokens->digits.size();
  NumberBody body{.digits = tokens->digits, .fraction = 0, .exponent = tokens->exponent};
  if (marks.empty()) return body;

  const Mark& last = marks.back();
  const bool can_be_decimal = last.kind == MarkKind::Point || last.kind == MarkKind::Comma;
  const bool grouped = groups_well(*tokens, marks.size(), digits) && !tokens->has_exponent;
  const bool decimal = can_be_decimal && groups_well(*tokens, marks.size() - 1, last.at) &&
                       (marks.size() == 1 || marks[0].kind != last.kind) && !(tokens->has_exponent && marks.size() > 1);
  if (grouped && decimal) {  // a single mark before three digits
    body.lone = decimal_of(last.kind);
    return body;
  }
  if (decimal) {
    body.fraction = static_cast<int>(digits - last.at);
    body.says = decimal_of(last.kind);
    return body;
  }
  if (!grouped) return std::nullopt;
  if (can_be_decimal) body.says = other_than(decimal_of(last.kind));
  return body;
}

}  // namespace kirnu
