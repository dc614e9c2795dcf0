#include "facts/tables/counts.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "base/rate.h"
#include "facts/tables/number_check.h"

namespace kirnu {
namespace {

using Count = std::optional<double>;

struct Field {
  std::string_view id;
  Count CountInputs::*member;
};

constexpr std::array<Field, 7> kFields{{{"start", &CountInputs::start},
                                        {"new", &CountInputs::new_kept},
                                        {"lost", &CountInputs::lost},
                                        {"end", &CountInputs::end},
                                        {"new_left", &CountInputs::new_left},
                                        {"left_and_returned", &CountInputs::left_and_returned},
                                        {"returned", &CountInputs::returned}}};

/// Each number that is no count of customers.
std::vector<Issue> single_issues(const CountInputs& said) {
  std::vector<Issue> issues;
  for (const Field& field : kFields) {
    const Count count = said.*field.member;
    if (!count) continue;
    std::optional<Issue> issue = number_issue(field.id, *count, IssueCode::CountNegative);
    if (!issue && *count != std::floor(*count)) {
      issue = make_issue(IssueCode::CountFractional, std::string(field.id), {{"found", *count}});
    }
    if (issue) issues.push_back(std::move(*issue));
  }
  return issues;
}

/// Says what is missing; absent when the counts can be completed.
std::optional<Issue> missing_issue(const CountInputs& said) {
  if (!said.start) {
    if (said.lost && said.new_kept && said.end) return std::nullopt;
    return make_issue(IssueCode::StartNeeded, "start");
  }
  if (said.lost || (said.new_kept && said.end)) return std::nullopt;
  if (!said.end) return make_issue(IssueCode::MoreNeeded, "lost");
  const std::optional<double> hidden = ratio(*said.start - *said.end, said.start);
  if (!hidden) return make_issue(IssueCode::NewNeeded, "new", {{"start", *said.start}, {"end", *said.end}});
  return make_issue(IssueCode::NewNeeded, "new",
                    {{"start", *said.start}, {"end", *said.end}, {"hidden_rate", *hidden}});
}

/// Lost above start. Swapped numbers may come from the published formula start ÷ lost, so that is explained too.
std::vector<Issue> lost_over_start(double lost, double start) {
  std::vector<Issue> issues{make_issue(IssueCode::LostOverStart, "lost", {{"lost", lost}, {"start", start}})};
  const std::optional<double> lifetime = ratio(lost, start);
  if (lifetime) {
    issues.push_back(
        make_issue(IssueCode::FormulaInverted, "lost", {{"start", lost}, {"lost", start}, {"lifetime", *lifetime}}));
  }
  return issues;
}

/// Checks what was said against each other, before anything is derived.
std::vector<Issue> pair_issues(const CountInputs& said) {
  if (said.start && said.lost && *said.lost > *said.start) return lost_over_start(*said.lost, *said.start);
  if (said.new_kept && said.end && *said.new_kept > *said.end) {
    return {make_issue(IssueCode::NewOverEnd, "new", {{"new", *said.new_kept}, {"end", *said.end}})};
  }
  if (said.returned && said.end && *said.returned > *said.end) {
    return {make_issue(IssueCode::ReturnedOverEnd, "returned", {{"returned", *said.returned}, {"end", *said.end}})};
  }
  return {};
}

/// All of start, new, lost and end were said: the end must be what the others make.
std::optional<Issue> disagreement(const CountInputs& said) {
  const double expected = *said.start + *said.new_kept + said.returned.value_or(0) - *said.lost;
  if (*said.end == expected) return std::nullopt;
  return make_issue(IssueCode::CountsDisagree, "end",
                    {{"start", *said.start},
                     {"new", *said.new_kept},
                     {"lost", *said.lost},
                     {"end", *said.end},
                     {"expected_end", expected}});
}

/// Sets lost = start + new + returned - end, which lies between 0 and start for possible counts.
std::optional<Issue> derive_lost(PeriodTotals& totals, double new_kept, double end) {
  const double kept = end - new_kept - totals.returned;  // of the opening base
  if (kept < 0) {
    return make_issue(IssueCode::ReturnedOverEnd, "returned", {{"returned", totals.returned}, {"end", end}});
  }
  if (kept > totals.start) {
    return make_issue(IssueCode::KeptOverStart, "new", {{"kept", kept}, {"start", totals.start}});
  }
  totals.lost = totals.start - kept;
  return std::nullopt;
}

/// Sets new_kept = end - start + lost - returned, which must be 0 or more.
std::optional<Issue> derive_new(PeriodTotals& totals, double end) {
  const double kept = totals.start - totals.lost;
  if (end < kept) {
    return make_issue(IssueCode::NewNegative, "end",
                      {{"start", totals.start}, {"lost", totals.lost}, {"end", end}, {"left", kept}});
  }
  if (end - kept < totals.returned) {
    return make_issue(IssueCode::ReturnedOverEnd, "returned", {{"returned", totals.returned}, {"end", end}});
  }
  totals.new_kept = end - kept - totals.returned;
  return std::nullopt;
}

/// Fills the fourth of start, new, lost and end, or says why there can be none.
std::optional<Issue> complete(PeriodTotals& totals, const CountInputs& said) {
  totals.new_kept = said.new_kept;
  totals.end = said.end;
  if (!said.start) {
    const double kept = *said.end - *said.new_kept - totals.returned;
    if (kept < 0) {
      return make_issue(IssueCode::StartNegative, "returned",
                        {{"new", *said.new_kept}, {"lost", *said.lost}, {"end", *said.end}});
    }
    totals.lost = *said.lost;
    totals.start = kept + totals.lost;
    return std::nullopt;
  }
  totals.start = *said.start;
  if (!said.lost) return derive_lost(totals, *said.new_kept, *said.end);
  totals.lost = *said.lost;
  if (said.new_kept && said.end) return disagreement(said);
  if (said.end) return derive_new(totals, *said.end);
  if (said.new_kept) totals.end = totals.start - totals.lost + *said.new_kept + totals.returned;
  return std::nullopt;
}

/// What a reader should know beside a valid answer.
std::vector<Issue> notes(const PeriodTotals& totals) {
  const double kept = totals.start - totals.lost;
  const std::optional<double> churn = ratio(totals.lost, totals.start);
  const std::optional<double> retention = ratio(kept, totals.start);
  if (!churn || !retention) return {make_issue(IssueCode::ZeroBase, "start")};
  std::vector<Issue> issues;
  if (totals.end && totals.new_kept.value_or(0) > 0) {
    const std::optional<double> wrong = ratio(totals.start - *totals.end, totals.start);
    issues.push_back(make_issue(IssueCode::FormulaForgetsNew, "", {{"wrong", wrong.value_or(0)}, {"right", *churn}}));
  }
  if (totals.end && totals.new_left > 0) {
    const std::optional<double> with_gross_new = ratio(kept - totals.new_left, totals.start);
    issues.push_back(make_issue(IssueCode::GrossNewShown, "new_left",
                                {{"with_gross_new", with_gross_new.value_or(0)}, {"retention", *retention}}));
  }
  return issues;
}

}  // namespace

CheckedCounts check_counts(const CountInputs& inputs) {
  CountInputs said = inputs;
  for (const Field& field : kFields) {
    if (said.*field.member) *(said.*field.member) += 0.0;  // -0 becomes 0
  }
  std::vector<Issue> issues = single_issues(said);
  if (issues.empty()) issues = pair_issues(said);
  if (!issues.empty()) return {.issues = std::move(issues)};
  if (std::optional<Issue> missing = missing_issue(said)) return {.issues = {std::move(*missing)}};

  PeriodTotals totals{.new_left = said.new_left.value_or(0),
                      .left_and_returned = said.left_and_returned.value_or(0),
                      .returned = said.returned.value_or(0),
                      .events_said = said.new_left || said.left_and_returned,
                      .returned_said = said.returned.has_value()};
  if (std::optional<Issue> broken = complete(totals, said)) return {.issues = {std::move(*broken)}};
  const double kept = totals.start - totals.lost;
  if (totals.left_and_returned > kept) {
    return {.issues = {make_issue(IssueCode::LeftAndReturnedOverKept, "left_and_returned",
                                  {{"left_and_returned", totals.left_and_returned}, {"kept", kept}})}};
  }
  return {.totals = totals, .issues = notes(totals)};
}

double churn_events(const PeriodTotals& totals) { return totals.lost + totals.new_left + totals.left_and_returned; }

}  // namespace kirnu
