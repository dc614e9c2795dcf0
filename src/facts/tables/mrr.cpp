#include "facts/tables/mrr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "facts/tables/number_check.h"

namespace kirnu {
namespace {

using Amount = std::optional<double>;

/// -0 becomes 0.
Amount unsigned_zero(Amount amount) { return amount ? Amount(*amount + 0.0) : amount; }

/// What sums of rounded amounts may miss: amounts in whole units are perhaps thousands.
double rounding_of(const MrrInputs& said) {
  const auto is_whole = [](Amount amount) { return !amount || *amount == std::floor(*amount); };
  const bool whole = is_whole(said.start) && is_whole(said.end) && is_whole(said.new_) && is_whole(said.expansion) &&
                     is_whole(said.churned) && is_whole(said.contraction) && is_whole(said.reactivation);
  return whole ? 3 : 0.05;
}

/// Fills one of start, new and expansion from the end, or says that they do not make the end.
std::optional<Issue> complete(MrrInputs& said) {
  if (!said.end || (!said.start + !said.new_ + !said.expansion) > 1) return std::nullopt;
  const double rounding = rounding_of(said);
  const double gains = said.new_.value_or(0) + said.expansion.value_or(0) + said.reactivation.value_or(0);
  const double losses = said.churned.value_or(0) + said.contraction.value_or(0);
  const double rest = *said.end - said.start.value_or(0) - gains + losses;  // what the absent one comes to
  Amount* absent = !said.start ? &said.start : !said.new_ ? &said.new_ : !said.expansion ? &said.expansion : nullptr;
  if (absent != nullptr && rest >= -rounding) {
    *absent = std::max(0.0, rest);
    return std::nullopt;
  }
  if (absent == nullptr && std::fabs(rest) <= rounding) return std::nullopt;
  return make_issue(IssueCode::CountsDisagree, "mrr_end",
                    {{"start", said.start.value_or(0)},
                     {"new", gains},
                     {"lost", losses},
                     {"end", *said.end},
                     {"expected_end", *said.end - rest}});
}

}  // namespace

CheckedMrr check_mrr(const MrrInputs& inputs) {
  MrrInputs said = inputs;
  const std::array<std::pair<std::string_view, Amount>, 7> fields{{{"mrr_start", said.start},
                                                                   {"mrr_end", said.end},
                                                                   {"mrr_churned", said.churned},
                                                                   {"mrr_contraction", said.contraction},
                                                                   {"mrr_expansion", said.expansion},
                                                                   {"mrr_new", said.new_},
                                                                   {"mrr_reactivation", said.reactivation}}};
  std::vector<Issue> issues;
  bool any_said = false;
  for (const auto& [field, amount] : fields) {
    if (!amount) continue;
    any_said = true;
    if (std::optional<Issue> issue = number_issue(field, *amount, IssueCode::AmountNegative))
      issues.push_back(std::move(*issue));
  }
  if (!issues.empty()) return {.issues = std::move(issues)};
  if (!any_said) return {};
  if (std::optional<Issue> broken = complete(said)) return {.issues = {std::move(*broken)}};
  if (!said.start) return {.issues = {make_issue(IssueCode::MrrStartNeeded, "mrr_start")}};

  // Amounts in cents are not exact in binary: a sum that is right may miss by a rounding.
  const double lost = said.churned.value_or(0) + said.contraction.value_or(0);
  if (lost > *said.start * (1 + 1e-12)) {
    const std::string field = said.churned.value_or(0) > 0 ? "mrr_churned" : "mrr_contraction";
    return {.issues = {make_issue(IssueCode::MrrLostOverStart, field, {{"lost", lost}, {"start", *said.start}})}};
  }
  return {.totals = MrrTotals{.start = *said.start + 0.0,
                              .churned = unsigned_zero(said.churned),
                              .contraction = unsigned_zero(said.contraction),
                              .expansion = unsigned_zero(said.expansion),
                              .new_ = unsigned_zero(said.new_),
                              .reactivation = unsigned_zero(said.reactivation),
                              .end = unsigned_zero(said.end)}};
}

}  // namespace kirnu
