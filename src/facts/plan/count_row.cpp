#include "facts/plan/count_row.h"

#include <cmath>
#include <utility>

namespace kirnu {
namespace {

/// Where a column's number goes. Roles without a number are never asked for.
std::optional<double>& input_of(CountRowInputs& inputs, const CountColumnHabit& habit) {
  if (habit.of_revenue) return inputs.revenue_churn_rate;
  switch (habit.role) {
    case Role::New: return inputs.counts.new_kept;
    case Role::Churned: return inputs.counts.lost;
    case Role::Closing: return inputs.counts.end;
    case Role::Reactivated: return inputs.counts.returned;
    case Role::Retained: return inputs.kept;
    case Role::MrrStart: return inputs.mrr.start;
    case Role::MrrNew: return inputs.mrr.new_;
    case Role::MrrChurned: return inputs.mrr.churned;
    case Role::MrrEnd: return inputs.mrr.end;
    case Role::MrrReactivation: return inputs.mrr.reactivation;
    case Role::MrrExpansion: return inputs.mrr.expansion;
    case Role::MrrContraction: return inputs.mrr.contraction;
    case Role::ChurnRate:
    case Role::RetentionRate: return inputs.churn_rate;
    default: return inputs.counts.start;
  }
}

/// The revenue of a row, completed and checked; or why it cannot be told.
std::optional<Issue> complete_money(CountRow& row, const CountRowInputs& inputs) {
  MrrInputs mrr = inputs.mrr;
  if (inputs.revenue_churn_rate && mrr.start) mrr.churned = *mrr.start * *inputs.revenue_churn_rate;
  else if (inputs.revenue_churn_rate) return make_issue(IssueCode::MrrStartNeeded);
  CheckedMrr checked = check_mrr(mrr);
  row.mrr = checked.totals;
  if (checked.issues.empty()) return row.mrr ? std::nullopt : std::optional(make_issue(IssueCode::MrrStartNeeded));
  return std::move(checked.issues.front());
}

/// Who was lost of those at the start, where a row says who was kept; who was at the start, where it says both.
CountInputs with_lost(const CountRowInputs& inputs) {
  CountInputs counts = inputs.counts;
  if (inputs.kept && counts.lost && !counts.start) counts.start = *inputs.kept + *counts.lost;
  if (inputs.kept && counts.start && !counts.lost) counts.lost = *counts.start - *inputs.kept;
  return counts;
}

/// The customers of a row, completed and checked; or why they cannot be told.
std::optional<Issue> complete_counts(CountRow& row, const CountRowInputs& row_inputs, const CountsTold& told) {
  const CountInputs& inputs = row_inputs.counts;
  if (!told.counts && !told.ends) return std::nullopt;
  CheckedCounts checked = check_counts(with_lost(row_inputs));
  row.known = CountsKnown::All;
  if (checked.totals) {
    row.totals = *checked.totals;
    return std::nullopt;
  }
  const bool only_end = told.ends && inputs.end && checked.issues.front().code == IssueCode::StartNeeded;
  if (!only_end) return std::move(checked.issues.front());
  row.known = CountsKnown::End;
  row.totals.end = inputs.end;
  row.totals.new_kept = inputs.new_kept;
  return std::nullopt;
}

/// A rate alone; of so many customers, where the row says of how many. Customers at the end tell then how many were
/// new.
std::optional<Issue> complete_rate(CountRow& row, const CountRowInputs& inputs, const CountsTold& told) {
  const std::optional<double>& customers = inputs.counts.start;
  row.known = told.shares ? CountsKnown::All : CountsKnown::Rate;
  if (!inputs.churn_rate || (told.shares && !customers)) return make_issue(IssueCode::NumberMissing);
  if (!told.shares) {
    row.totals = {.start = 1, .lost = *inputs.churn_rate};
    return std::nullopt;
  }
  const double lost = std::round(*customers * *inputs.churn_rate);
  CheckedCounts checked = check_counts({.start = customers, .lost = lost, .end = inputs.counts.end});
  if (!checked.totals)
    checked = check_counts({.start = customers, .lost = lost});  // the end is of other customers, too
  if (!checked.totals) return std::move(checked.issues.front());
  row.totals = *checked.totals;
  return std::nullopt;
}

/// Customers in thousands or millions. "14.092" millions are no 14,092 millions.
double scaled(const ReadNumber& cell, double value, const CountColumnHabit& habit) {
  constexpr double kGroup = 1000;
  const double number = cell.thousands_assumed && habit.decimals ? value / kGroup : value;
  const bool customers = is_count_role(habit.role) && habit.role != Role::Reactivated;
  return customers ? std::round(number * habit.scale) : number * habit.scale;
}

}  // namespace

ReadNumber read_count_cell(std::string_view cell) { return read_number(cell, NumberKind::Count); }

std::optional<IssueCode> take_count_cell(const ReadNumber& cell, const CountColumnHabit& habit,
                                         CountRowInputs& inputs) {
  const bool whole = habit.part && (habit.role == Role::Opening || habit.role == Role::Closing);
  if (cell.status == NumberStatus::Missing) return whole ? std::optional(IssueCode::NumberMissing) : std::nullopt;
  if (cell.status == NumberStatus::TooLarge) return IssueCode::NumberTooLarge;
  if (cell.status != NumberStatus::Ok) return IssueCode::NumberUnreadable;
  const bool rate = habit.role == Role::ChurnRate || habit.role == Role::RetentionRate || habit.of_revenue;
  double value = cell.value;
  if (habit.hundreds && !cell.percent) value /= 100;
  if (habit.yearly) value /= 12;
  if (habit.below_zero) value = std::fabs(value);
  if (habit.scale != 1) value = scaled(cell, value, habit);
  if (cell.percent > rate || (rate && (value < 0 || value > 1))) return IssueCode::NumberUnreadable;
  if (habit.role == Role::RetentionRate) value = 1 - value;
  if (habit.role == Role::MrrChurned || habit.role == Role::MrrContraction) value = std::fabs(value);
  std::optional<double>& input = input_of(inputs, habit);
  if (habit.part && value < 0) return IssueCode::CountNegative;
  input = habit.part ? input.value_or(0) + value : value;
  return std::nullopt;
}

std::optional<Issue> complete_count_row(CountRow& row, const CountRowInputs& inputs, const CountsTold& told) {
  row.known = CountsKnown::Nothing;
  const std::optional<double>& start = inputs.counts.start;
  if (inputs.kept && start && *inputs.kept > *start)
    return make_issue(IssueCode::KeptOverStart, {}, {{"kept", *inputs.kept}, {"start", *start}});
  if (told.money) {
    std::optional<Issue> refusal = complete_money(row, inputs);
    const bool counts =
        (told.counts || told.rates) && refusal && refusal->code == IssueCode::MrrStartNeeded;  // these tell something
    if (refusal && !counts) return refusal;
  }
  return told.rates ? complete_rate(row, inputs, told) : complete_counts(row, inputs, told);
}

}  // namespace kirnu
