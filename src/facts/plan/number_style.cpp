#include "facts/plan/number_style.h"

#include <algorithm>

#include "base/decimal_digits.h"
#include "facts/plan/plan_question.h"
#include "facts/words/scale_words.h"

namespace kirnu {
namespace {

bool is_money_like(const ImportPlan& plan, const ColumnPlan& column) {
  return column.role == Role::Amount ||
         (plan.kind == FactKind::Survival && (column.role == Role::Time || column.role == Role::Entry));
}

void ask_decimal(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  const std::string& found = facts.profile.first_lone;
  const ReadNumber comma = read_number(found, NumberKind::Money, {.decimal = DecimalMark::Comma});
  const ReadNumber point = read_number(found, NumberKind::Money, {.decimal = DecimalMark::Point});
  ask(plan, column,
      column_issue(IssueCode::DecimalAmbiguous, column.name,
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
  ask(plan, column, column_issue(IssueCode::DecimalMixed, column.name, {{"comma", comma}, {"point", point}}), "decimal",
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
  if (column.scale != 1) style += column.scale == 1e3 ? ", thousands" : ", millions";
  if (column.months > 1 && column.months != 12)
    style += ", per " + write_digits(shortest_digits(column.months), 3) + " months";
  return column.months == 12 ? style + ", yearly" : style;
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
      plan.issues.push_back(column_issue(IssueCode::DecimalFromOtherColumn, column.name,
                                         {{"found", facts.profile.first_lone}, {"other", file.decimal_from}}));
  } else if (evidence.lone > 0 && is_money_like(plan, column)) {
    ask_decimal(plan, column, facts);
  }
}

/// Cents are said by the name, or asked where an export may have them and no decimals speak against it.
void choose_minor_units(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const TableFacts& table,
                        const ImportChoice& choice) {
  if (column.role != Role::Amount) return;
  column.months = plan.kind == FactKind::Subscriptions ? facts.key.months : 0;
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
        column_issue(IssueCode::MinorUnitsUnclear, column.name,
                     {{"found", facts.profile.first_plain_number}, {"as_cents", number.value / 100}}),
        "minor_units", {"yes", "no"});
  }
}

/// 5 % beside 0,05: the same number, or a hundredth of it?
void ask_about_percent(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts) {
  const ColumnProfile& profile = facts.profile;
  if (profile.percents == 0 || profile.first_plain_number.empty()) return;
  ask(plan, column,
      column_issue(IssueCode::PercentMixed, column.name,
                   {{"found", profile.first_percent}, {"other", profile.first_plain_number}}),
      "column." + column.name, {"ignore"});
}

/// By the column's name or the title, said once a file; tables of counts have their own way.
void choose_scale(ImportPlan& plan, ColumnPlan& column) {
  if (column.role != Role::Amount || plan.kind == FactKind::Counts) return;
  column.scale = scale_in(column.name);
  const bool named = column.scale != 1;
  if (!named) column.scale = plan.title.factor;
  const auto is_said = [](const Issue& issue) { return issue.code == IssueCode::NumbersScaled; };
  if (column.scale == 1 || std::any_of(plan.issues.begin(), plan.issues.end(), is_said)) return;
  plan.issues.push_back(column_issue(IssueCode::NumbersScaled, column.name,
                                     {{"column", named ? column.name : plan.title.line}, {"factor", column.scale}}));
}

void warn_of_dates(ImportPlan& plan, const ColumnPlan& column, const ColumnFacts& facts) {
  const bool numbers = facts.profile.numbers() > 0 && !facts.date;
  if (!numbers || facts.profile.day_like == 0) return;
  Issue issue = column_issue(IssueCode::DatesInNumbers, column.name, {{"found", facts.profile.first_day_like}});
  issue.count = facts.profile.day_like;
  plan.issues.push_back(std::move(issue));
}

}  // namespace

void choose_number_style(ImportPlan& plan, ColumnPlan& column, const ColumnFacts& facts, const TableFacts& table,
                         const FileHabits& file, const ImportChoice& choice) {
  choose_decimal(plan, column, facts, file, choice);
  if (column.role != Role::Ignore) {
    choose_minor_units(plan, column, facts, table, choice);
    choose_scale(plan, column);
    ask_about_percent(plan, column, facts);
    warn_of_dates(plan, column, facts);
  }
  column.style = number_style(column, facts);
}

}  // namespace kirnu
