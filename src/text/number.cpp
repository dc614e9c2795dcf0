#include "text/number.h"

#include <cmath>
#include <string>

#include "base/decimal_digits.h"
#include "text/number_affixes.h"
#include "text/number_body.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestNumber = 256;
constexpr double kLargestCount = 9007199254740992;  // 2^53: from here on a double skips whole numbers

/// What a text is apart from how its marks are read.
struct Parts {
  BareNumber bare;
  NumberBody body;
};

std::optional<Parts> find_parts(std::string_view text) {
  if (text.size() > kLongestNumber) return std::nullopt;
  const std::optional<BareNumber> bare = find_bare_number(text);
  if (!bare) return std::nullopt;
  std::optional<NumberBody> body = read_number_body(bare->body);
  if (!body) return std::nullopt;
  return Parts{*bare, std::move(*body)};
}

/// The number with `fraction` of its digits behind the decimal mark; infinite when it is too large.
double value_of(const Parts& parts, int fraction) {
  const int exponent = parts.body.exponent + parts.bare.scale - fraction - (parts.bare.percent ? 2 : 0);
  const double value = nearest_double(parts.body.digits, exponent + static_cast<int>(parts.body.digits.size()));
  return value == 0 ? 0 : parts.bare.negative ? -value : value;
}

bool is_missing(MissingKind kind, bool typed) {
  if (!typed) return kind != MissingKind::None;
  return kind == MissingKind::Blank || kind == MissingKind::NotAvailable;
}

/// Decides what a lone group of three digits is; the number of digits of its fraction, or none when it is open.
std::optional<int> lone_fraction(const NumberBody& body, NumberKind kind, const NumberHabit& habit) {
  if (kind == NumberKind::Count) return 0;
  if (habit.decimal == DecimalMark::Unknown) return std::nullopt;
  return habit.decimal == body.lone ? 3 : 0;
}

}  // namespace

NumberHabit typed_habit(Language language) {
  return {
      .decimal = language == Language::En ? DecimalMark::Point : DecimalMark::Comma, .strict = false, .typed = true};
}

ReadNumber read_number(std::string_view text, NumberKind kind, const NumberHabit& habit) {
  ReadNumber number;
  text = trim(text);
  const MissingKind missing = find_missing(text);
  if (is_missing(missing, habit.typed)) {
    number.status = NumberStatus::Missing;
    number.missing = missing;
    return number;
  }
  const std::optional<Parts> parts = find_parts(text);
  if (!parts) return number;
  const NumberBody& body = parts->body;
  number.percent = parts->bare.percent;
  number.currency = parts->bare.currency;
  number.per = parts->bare.per;
  number.status = NumberStatus::Ok;
  if (body.lone != DecimalMark::Unknown) {
    const std::optional<int> fraction = lone_fraction(body, kind, habit);
    number.thousands_assumed = kind == NumberKind::Count;
    number.by_habit = fraction && kind != NumberKind::Count;
    number.value = value_of(*parts, fraction.value_or(0));
    if (!fraction) number.status = NumberStatus::Ambiguous;
    if (!fraction) number.other = value_of(*parts, 3);
  } else {
    number.value = value_of(*parts, body.fraction);
    const bool contradicts =
        body.says != DecimalMark::Unknown && habit.decimal != DecimalMark::Unknown && body.says != habit.decimal;
    if (habit.strict && contradicts) number.status = NumberStatus::OtherStyle;
  }
  const bool too_large =
      !std::isfinite(number.value) || (kind == NumberKind::Count && std::fabs(number.value) > kLargestCount);
  if (too_large) number = {.status = NumberStatus::TooLarge};
  return number;
}

void add_evidence(NumberEvidence& evidence, std::string_view text) {
  text = trim(text);
  if (find_missing(text) != MissingKind::None) {
    ++evidence.missing;
    return;
  }
  const std::optional<Parts> parts = find_parts(text);
  if (!parts) {
    ++evidence.other;
  } else if (parts->body.lone != DecimalMark::Unknown) {
    ++evidence.lone;
  } else {
    switch (parts->body.says) {
      case DecimalMark::Point: ++evidence.point; break;
      case DecimalMark::Comma: ++evidence.comma; break;
      case DecimalMark::Unknown: ++evidence.plain; break;
    }
  }
}

DecimalMark decimal_mark_of(const NumberEvidence& evidence) {
  if (evidence.point == evidence.comma) return DecimalMark::Unknown;
  return evidence.point > evidence.comma ? DecimalMark::Point : DecimalMark::Comma;
}

DecimalMark find_number_style(std::span<const std::string_view> values) {
  NumberEvidence evidence;
  for (const std::string_view value : values) add_evidence(evidence, value);
  return decimal_mark_of(evidence);
}

}  // namespace kirnu
