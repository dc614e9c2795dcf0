#include "facts/plan/date_style.h"

#include "base/date.h"
#include "base/name_list.h"
#include "facts/plan/plan_question.h"
#include "facts/words/booking_day.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

bool is_epoch(DateForm form) {
  return form == DateForm::EpochSeconds || form == DateForm::EpochMilliseconds || form == DateForm::EpochMicroseconds;
}

void ask_date_order(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  for (const ValueCount& value : facts.profile.values) {
    const ReadDate date = read_date(value.text, {});
    if (date.status != DateStatus::Ambiguous) continue;
    ask(plan, column,
        column_issue(
            IssueCode::DateAmbiguous, column.name,
            {{"found", value.text}, {"dmy", write_date(date.moment.day)}, {"mdy", write_date(date.other.day)}}),
        "date_order", {"dmy", "mdy"});
    return;
  }
}

/// Numbers that count as days, and years of two digits: said with an example.
void note_date_style(ImportPlan& plan, const ColumnPlan& column, const ColumnFacts& facts) {
  const bool number = column.date.form == DateForm::Excel1900 || is_epoch(column.date.form);
  const bool short_years = facts.profile.date.two_digit_year > 0;
  if (!number && !short_years) return;
  for (const ValueCount& value : facts.profile.values) {
    const ReadDate date = read_date(value.text, column.date);
    if (date.status != DateStatus::Ok || (!number && !date.two_digit_year)) continue;
    plan.issues.push_back(column_issue(number ? IssueCode::DateNumbersAssumed : IssueCode::TwoDigitYears, column.name,
                                       {{"found", value.text}, {"date", write_date(date.moment.day)}}));
    return;
  }
}

/// The unit of all periods of a column; absent where they are of several.
std::optional<PeriodUnit> unit_of(const ColumnProfile& profile) {
  std::optional<PeriodUnit> unit;
  for (const ValueCount& value : profile.values) {
    const std::optional<PeriodLabel> label = read_period_label(value.text);
    if (!label) continue;
    if (unit && *unit != label->unit) return std::nullopt;
    unit = label->unit;
  }
  return unit;
}

/// "2024-03" counts from its first day; as an end, to its last. What was bought in a period is all that is told of it.
void take_periods(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  column.periods = true;
  column.style = "periods";
  if (column.role == Role::Date) column.unit = unit_of(facts.profile);
  if (column.unit) return;
  for (const ValueCount& value : facts.profile.values) {
    const std::optional<PeriodDays> days = read_period_days(value.text);
    if (!days) continue;
    plan.issues.push_back(
        column_issue(IssueCode::DateNumbersAssumed, column.name,
                     {{"found", value.text}, {"date", write_date({day_of_period(*days, column.role)})}}));
    return;
  }
}

void take_booking_days(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  column.booked_in = facts.booked_in;
  column.style = "ddmm";
  const std::string& found = facts.profile.values.front().text;
  plan.issues.push_back(
      column_issue(IssueCode::DateNumbersAssumed, column.name,
                   {{"found", found}, {"date", write_date({*read_booking_day(found, *facts.booked_in)})}}));
}

}  // namespace

void choose_date_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const FileHabits& file,
                       const ImportChoice& choice) {
  const std::optional<DateStyle>& style = is_date_role(column.role) ? facts.named_date : facts.date;
  if (!style) return;
  if (is_date_role(column.role) && facts.periods) return take_periods(plan, column, facts);
  if (is_date_role(column.role) && facts.booked_in) return take_booking_days(plan, column, facts);
  const DateEvidence& evidence = facts.profile.date;
  column.date = style->habit;
  column.clock = evidence.with_clock > evidence.midnight || is_epoch(column.date.form);
  column.local_clock = column.clock && !is_epoch(column.date.form) && evidence.with_zone == 0 &&
                       !has_part(fold_case(column.name), "utc|gmt");
  const bool year_last = column.date.form == DateForm::Calendar && evidence.year_first == evidence.forever;
  if (choice.date_order != DateOrder::Unknown && year_last) {
    column.date.order = choice.date_order;
  } else if (style->ambiguous && file.order != DateOrder::Unknown) {
    column.date.order = file.order;
    if (is_date_role(column.role))
      plan.issues.push_back(
          column_issue(IssueCode::DateOrderFromOtherColumn, column.name, {{"other", file.order_from}}));
  } else if (style->ambiguous && is_date_role(column.role)) {
    ask_date_order(plan, column, facts);
  }
  column.style = date_style_name(column.date);
  if (is_date_role(column.role)) note_date_style(plan, column, facts);
}

}  // namespace kirnu
