#include "facts/column_style.h"

#include <string>

#include "base/date.h"
#include "facts/cell_reader.h"
#include "facts/period_label.h"

namespace kirnu {
namespace {

/// What the columns of a file say together: a program writes all of them alike.
struct FileHabits {
  DecimalMark decimal = DecimalMark::Unknown;
  std::string decimal_from = {};
  DateOrder order = DateOrder::Unknown;
  std::string order_from = {};
  std::optional<ColumnPlan> dates = {};  ///< the first column of dates: columns without any yet will be like it
};

bool is_mostly_numbers(const ColumnFacts& column) {
  return !column.date && column.profile.numbers() > 0 && may_be_numbers(column.profile);
}

FileHabits file_habits(const TableFacts& table) {
  FileHabits file;
  bool numbers_differ = false, orders_differ = false;
  for (const ColumnFacts& column : table.columns) {
    const DecimalMark mark = is_mostly_numbers(column) ? decimal_mark_of(column.profile.number) : DecimalMark::Unknown;
    if (mark != DecimalMark::Unknown) {
      numbers_differ = numbers_differ || (file.decimal != DecimalMark::Unknown && file.decimal != mark);
      if (file.decimal == DecimalMark::Unknown) file.decimal_from = column.name;
      file.decimal = mark;
    }
    const bool decided = column.date && !column.date->ambiguous && column.date->habit.form == DateForm::Calendar &&
                         column.profile.date.only_dmy + column.profile.date.only_mdy > 0;
    if (decided) {
      const DateOrder order = column.date->habit.order;
      orders_differ = orders_differ || (file.order != DateOrder::Unknown && file.order != order);
      if (file.order == DateOrder::Unknown) file.order_from = column.name;
      file.order = order;
    }
  }
  if (numbers_differ) file.decimal = DecimalMark::Unknown;
  if (orders_differ) file.order = DateOrder::Unknown;
  return file;
}

Issue column_issue(IssueCode code, const ColumnPlan& column, std::vector<IssueValue> values) {
  Issue issue = make_issue(code, {}, std::move(values));
  issue.column = column.name;
  return issue;
}

/// Adds a question about a column. Where the column is needed nothing is answered without it; elsewhere the column
/// alone waits.
void ask(ImportPlan& plan, ColumnPlan& column, Issue question, std::string set, std::vector<std::string> choices) {
  question.set = std::move(set);
  question.choices = std::move(choices);
  plan.issues.push_back(std::move(question));
  if (plan.kind && is_needed(*plan.kind, column.role)) plan.blocked = true;
  else column.open = true;
}

bool is_money_like(const ImportPlan& plan, const ColumnPlan& column) {
  return column.role == Role::Amount ||
         (plan.kind == FactKind::Survival && (column.role == Role::Time || column.role == Role::Entry));
}

void ask_decimal(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  const std::string& found = facts.profile.first_lone;
  const ReadNumber comma = read_number(found, NumberKind::Money, {.decimal = DecimalMark::Comma});
  const ReadNumber point = read_number(found, NumberKind::Money, {.decimal = DecimalMark::Point});
  ask(plan, column,
      column_issue(IssueCode::DecimalAmbiguous, column,
                   {{"found", found}, {"comma_reading", comma.value}, {"point_reading", point.value}}),
      "decimal", {",", "."});
}

/// As many numbers with a decimal comma as with a point: an example of each.
void ask_mixed_decimals(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  std::string comma, point;
  for (const ValueCount& value : facts.profile.values) {
    NumberEvidence evidence;
    add_evidence(evidence, value.text);
    if (evidence.comma > 0 && comma.empty()) comma = value.text;
    if (evidence.point > 0 && point.empty()) point = value.text;
  }
  ask(plan, column, column_issue(IssueCode::DecimalMixed, column, {{"comma", comma}, {"point", point}}), "decimal",
      {",", "."});
}

std::string number_style(const ColumnPlan& column, const ColumnFacts& facts) {
  const NumberEvidence& evidence = facts.profile.number;
  std::string style = "whole numbers";
  if (evidence.point + evidence.comma + evidence.lone > 0) {
    switch (column.number.decimal) {
      case DecimalMark::Comma: style = "decimal comma"; break;
      case DecimalMark::Point: style = "decimal point"; break;
      case DecimalMark::Unknown: style = "numbers"; break;
    }
  }
  if (facts.profile.percents * 2 > facts.profile.filled) style += ", percent";
  if (column.minor_units) style += ", minor units";
  return column.yearly ? style + ", yearly" : style;
}

void choose_decimal(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const FileHabits& file,
                    const ImportChoice& choice) {
  const NumberEvidence& evidence = facts.profile.number;
  const DecimalMark own = decimal_mark_of(evidence);
  const bool contradicts = evidence.point > 0 && evidence.comma > 0;
  if (choice.decimal != DecimalMark::Unknown) {
    column.number = {.decimal = choice.decimal, .strict = own == DecimalMark::Unknown || own == choice.decimal};
  } else if (own != DecimalMark::Unknown) {
    column.number = {.decimal = own, .strict = true};
  } else if (contradicts) {
    if (column.role != Role::Ignore) ask_mixed_decimals(plan, column, facts);
  } else if (file.decimal != DecimalMark::Unknown) {
    column.number = {.decimal = file.decimal, .strict = true};
    if (evidence.lone > 0 && is_money_like(plan, column))
      plan.issues.push_back(column_issue(IssueCode::DecimalFromOtherColumn, column,
                                         {{"found", facts.profile.first_lone}, {"other", file.decimal_from}}));
  } else if (evidence.lone > 0 && is_money_like(plan, column)) {
    ask_decimal(plan, column, facts);
  }
}

/// Cents are said by the name, or asked where an export may have them and no decimals speak against it.
void choose_minor_units(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const TableFacts& table,
                        const ImportChoice& choice) {
  if (column.role != Role::Amount) return;
  column.yearly = facts.key.yearly && plan.kind == FactKind::Subscriptions;
  const bool whole = facts.profile.whole > 0 && facts.profile.whole == facts.profile.filled;
  const bool maybe = table.known != nullptr && has_name(table.known->maybe_minor, facts.key);
  if (choice.minor_units) {
    column.minor_units = *choice.minor_units;
  } else if (facts.key.minor_units) {
    column.minor_units = true;
  } else if (maybe && whole) {
    const ReadNumber number = read_number(facts.profile.first_plain_number, NumberKind::Money);
    if (number.status != NumberStatus::Ok) return;
    ask(plan, column,
        column_issue(IssueCode::MinorUnitsUnclear, column,
                     {{"found", facts.profile.first_plain_number}, {"as_cents", number.value / 100}}),
        "minor_units", {"yes", "no"});
  }
}

/// 5 % beside 0,05: the same number, or a hundredth of it?
void ask_about_percent(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  const ColumnProfile& profile = facts.profile;
  if (profile.percents == 0 || profile.first_plain_number.empty()) return;
  ask(plan, column,
      column_issue(IssueCode::PercentMixed, column,
                   {{"found", profile.first_percent}, {"other", profile.first_plain_number}}),
      "column." + column.name, {"ignore"});
}

void warn_of_dates(ImportPlan& plan, const ColumnPlan& column, const ColumnFacts& facts) {
  const bool numbers = facts.profile.numbers() > 0 && !facts.date;
  if (!numbers || facts.profile.day_like == 0) return;
  Issue issue = column_issue(IssueCode::DatesInNumbers, column, {{"found", facts.profile.first_day_like}});
  issue.count = facts.profile.day_like;
  plan.issues.push_back(std::move(issue));
}

void ask_date_order(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  for (const ValueCount& value : facts.profile.values) {
    const ReadDate date = read_date(value.text, {});
    if (date.status != DateStatus::Ambiguous) continue;
    ask(plan, column,
        column_issue(
            IssueCode::DateAmbiguous, column,
            {{"found", value.text}, {"dmy", write_date(date.moment.day)}, {"mdy", write_date(date.other.day)}}),
        "date_order", {"dmy", "mdy"});
    return;
  }
}

/// Numbers that count as days, and years of two digits: said with an example.
void note_date_style(ImportPlan& plan, const ColumnPlan& column, const ColumnFacts& facts) {
  const bool number = column.date.form == DateForm::Excel1900 || column.date.form == DateForm::EpochSeconds ||
                      column.date.form == DateForm::EpochMilliseconds ||
                      column.date.form == DateForm::EpochMicroseconds;
  const bool short_years = facts.profile.date.two_digit_year > 0;
  if (!number && !short_years) return;
  for (const ValueCount& value : facts.profile.values) {
    const ReadDate date = read_date(value.text, column.date);
    if (date.status != DateStatus::Ok || (!number && !date.two_digit_year)) continue;
    plan.issues.push_back(column_issue(number ? IssueCode::DateNumbersAssumed : IssueCode::TwoDigitYears, column,
                                       {{"found", value.text}, {"date", write_date(date.moment.day)}}));
    return;
  }
}

/// "2024-03" counts from its first day; as an end, to its last.
void take_periods(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  column.periods = true;
  column.style = "periods";
  for (const ValueCount& value : facts.profile.values) {
    const std::optional<PeriodDays> days = read_period_days(value.text);
    if (!days) continue;
    plan.issues.push_back(
        column_issue(IssueCode::DateNumbersAssumed, column,
                     {{"found", value.text}, {"date", write_date({day_of_period(*days, column.role)})}}));
    return;
  }
}

void choose_date(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const FileHabits& file,
                 const ImportChoice& choice) {
  const std::optional<DateStyle>& style = is_date_role(column.role) ? facts.named_date : facts.date;
  if (!style) return;
  if (is_date_role(column.role) && facts.periods) return take_periods(plan, column, facts);
  const DateEvidence& evidence = facts.profile.date;
  column.date = style->habit;
  column.clock = evidence.with_clock > evidence.midnight || column.date.form == DateForm::EpochSeconds ||
                 column.date.form == DateForm::EpochMilliseconds || column.date.form == DateForm::EpochMicroseconds;
  const bool year_last = column.date.form == DateForm::Calendar && evidence.year_first == 0;
  if (choice.date_order != DateOrder::Unknown && year_last) {
    column.date.order = choice.date_order;
  } else if (style->ambiguous && file.order != DateOrder::Unknown) {
    column.date.order = file.order;
    if (is_date_role(column.role))
      plan.issues.push_back(column_issue(IssueCode::DateOrderFromOtherColumn, column, {{"other", file.order_from}}));
  } else if (style->ambiguous && is_date_role(column.role)) {
    ask_date_order(plan, column, facts);
  }
  column.style = date_style_name(column.date);
  if (is_date_role(column.role)) note_date_style(plan, column, facts);
}

/// A column whose first rows are empty is read as the file's other dates or numbers are.
void choose_for_empty(ColumnPlan& column, const FileHabits& file, const ImportChoice& choice) {
  if (is_date_role(column.role)) {
    column.date.order = choice.date_order;
    if (!file.dates) return;
    column.date = file.dates->date;
    column.clock = file.dates->clock;
    column.periods = file.dates->periods;
    column.style = file.dates->style;
  } else if (is_number_role(column.role)) {
    column.number.decimal = choice.decimal != DecimalMark::Unknown ? choice.decimal : file.decimal;
  }
}

}  // namespace

bool is_needed(FactKind kind, Role role) {
  switch (kind) {
    case FactKind::Counts: return is_number_role(role);
    case FactKind::Lists: return role == Role::CustomerId;
    case FactKind::Subscriptions:
      return role == Role::CustomerId || role == Role::Start || role == Role::End || role == Role::Canceled;
    case FactKind::Transactions: return role == Role::CustomerId || role == Role::Date;
    case FactKind::Survival: return role == Role::Time || role == Role::Event || role == Role::Entry;
    case FactKind::Retention: return role == Role::Retained;
    case FactKind::Reasons: return role == Role::Reason;
  }
  return false;
}

void choose_styles(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice) {
  FileHabits file = file_habits(table);
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    ColumnPlan& column = plan.columns[c];
    const ColumnFacts& facts = table.columns[c];
    if (facts.profile.filled == 0) continue;
    const bool label = column.role == Role::Time && plan.kind != FactKind::Survival;
    if (is_number_role(column.role) || (!is_date_role(column.role) && is_mostly_numbers(facts) && !label)) {
      const bool id = column.role != Role::Ignore && !is_number_role(column.role) && column.role != Role::Time;
      if (id) continue;
      choose_decimal(plan, column, facts, file, choice);
      if (column.role != Role::Ignore) {
        choose_minor_units(plan, column, facts, table, choice);
        ask_about_percent(plan, column, facts);
        warn_of_dates(plan, column, facts);
      }
      column.style = number_style(column, facts);
    } else if (is_date_role(column.role) || column.role == Role::Ignore) {
      choose_date(plan, column, facts, file, choice);
      if (is_date_role(column.role) && !file.dates && !column.style.empty()) file.dates = column;
    }
  }
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (table.columns[c].profile.filled == 0) choose_for_empty(plan.columns[c], file, choice);
  }
}

}  // namespace kirnu
