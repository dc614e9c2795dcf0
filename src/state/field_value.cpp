#include "state/field_value.h"

#include <algorithm>

#include "base/date.h"
#include "base/decimal_digits.h"
#include "base/period.h"
#include "text/date_reader.h"
#include "text/number.h"
#include "text/number_format.h"
#include "text/typed_share.h"

namespace kirnu {
namespace {

NumberKind number_kind(FieldKind kind) {
  return kind == FieldKind::Count ? NumberKind::Count : kind == FieldKind::Money ? NumberKind::Money : NumberKind::Real;
}

Issue issue_at(IssueCode code, const FieldSpec& field, std::string_view found) {
  return make_issue(code, std::string(field.id), {{"found", std::string(found)}});
}

/// Where no percent sign says what the number is, a note does.
FieldValue read_share(const FieldSpec& field, std::string_view text, const ReadNumber& number) {
  const std::optional<double> share = typed_share(text, number);
  if (!share) return {.issues = {issue_at(IssueCode::ShareOutOfRange, field, text)}};
  FieldValue read{.value = share};
  if (!number.percent) {
    read.issues.push_back(issue_at(IssueCode::ShareUnderstood, field, text));
    read.issues.back().values.push_back({"percent", *share});
  }
  return read;
}

FieldValue read_days(const FieldSpec& field, std::string_view text, const ReadNumber& number) {
  if (number.percent || !read_period(shortest_real(number.value)))
    return {.issues = {issue_at(IssueCode::PeriodUnreadable, field, text)}};
  return {.value = number.value};
}

FieldValue read_amount(const FieldSpec& field, std::string_view text, const ReadNumber& number) {
  if (number.percent) return {.issues = {issue_at(IssueCode::NumberUnreadable, field, text)}};
  FieldValue read{.value = number.value};
  if (number.thousands_assumed) {
    read.issues.push_back(issue_at(IssueCode::ThousandsAssumed, field, text));
    read.issues.back().values.push_back({"number", number.value});
  }
  return read;
}

/// A day as people of the language write it; the year in front is understood in each.
FieldValue read_day(const FieldSpec& field, std::string_view text, Language language) {
  if (text.empty()) return {};
  const ReadDate date = read_date(text, {.order = language == Language::En ? DateOrder::Unknown : DateOrder::Dmy});
  if (date.status != DateStatus::Ok) return {.issues = {issue_at(IssueCode::DateUnreadable, field, text)}};
  return {.value = date.moment.day.days};
}

std::string write_day(Date day, Language language) {
  if (language == Language::En) return write_date(day);
  const CivilDate civil = civil_date(day);
  return std::to_string(civil.day) + "." + std::to_string(civil.month) + "." + std::to_string(civil.year);
}

/// Decimals that give the number back: as many as can be written, of fifteen digits.
int decimals_of(double value) {
  const DecimalDigits number = nearest_digits(value, 15);
  return std::clamp(static_cast<int>(number.digits.size()) - number.exponent, 0, kMostDecimals);
}

}  // namespace

FieldValue read_field(const FieldSpec& field, std::string_view text, Language language) {
  if (field.kind == FieldKind::Text) return {};
  const std::string_view trimmed = trim(text);
  if (field.kind == FieldKind::Date) return read_day(field, trimmed, language);
  const ReadNumber number = read_number(trimmed, number_kind(field.kind), typed_habit(language));
  switch (number.status) {
    case NumberStatus::Missing:
      if (trimmed.empty() || trimmed == "-" || trimmed == "–") return {};
      return {.issues = {issue_at(IssueCode::NumberUnreadable, field, trimmed)}};
    case NumberStatus::TooLarge: return {.issues = {issue_at(IssueCode::NumberTooLarge, field, trimmed)}};
    case NumberStatus::Unreadable: return {.issues = {issue_at(IssueCode::NumberUnreadable, field, trimmed)}};
    case NumberStatus::Ambiguous:
    case NumberStatus::OtherStyle:
    case NumberStatus::Ok: break;
  }
  switch (field.kind) {
    case FieldKind::Count:
    case FieldKind::Money: return read_amount(field, trimmed, number);
    case FieldKind::Share: return read_share(field, trimmed, number);
    case FieldKind::Days: return read_days(field, trimmed, number);
    case FieldKind::Date:
    case FieldKind::Text: return {};
  }
  return {};
}

std::string write_field(double value, FieldKind kind, Language language) {
  switch (kind) {
    case FieldKind::Count: return format_number(value, decimals_of(value), language);
    case FieldKind::Money:  // two at least for money with cents
      return format_number(value, decimals_of(value) == 0 ? 0 : std::max(2, decimals_of(value)), language);
    case FieldKind::Share: return format_percent(value, decimals_of(json_real(value * 100, 15)), language);
    case FieldKind::Days: return format_number(value, decimals_of(value), language);
    case FieldKind::Date: return write_day({.days = static_cast<std::int32_t>(value)}, language);
    case FieldKind::Text: return {};
  }
  return {};
}

}  // namespace kirnu
