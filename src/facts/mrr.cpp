#include "facts/mrr.h"

#include <array>
#include <string_view>
#include <utility>

#include "facts/number_check.h"

namespace kirnu {
namespace {

using Amount = std::optional<double>;

/// -0 becomes 0.
Amount unsigned_zero(Amount amount) { return amount ? Amount(*amount + 0.0) : amount; }

}  // namespace

CheckedMrr check_mrr(const MrrInputs& said) {
  const std::array<std::pair<std::string_view, Amount>, 6> fields{{{"mrr_start", said.start},
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
                              .reactivation = unsigned_zero(said.reactivation)}};
}

}  // namespace kirnu
