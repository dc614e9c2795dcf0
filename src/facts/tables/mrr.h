#pragma once
#include <optional>
#include <vector>

#include "base/issue.h"

namespace kirnu {

/// Movements of monthly recurring revenue in one period, in one currency's major units, all without a sign; absent
/// means "not said". Field ids in issues: mrr_start, mrr_churned, mrr_contraction, mrr_expansion, mrr_new,
/// mrr_reactivation.
struct MrrInputs {
  std::optional<double> start = {};         ///< MRR of the opening customers when the period opens
  std::optional<double> churned = {};       ///< opening MRR of customers who are gone at close
  std::optional<double> contraction = {};   ///< what the opening customers who stayed pay less
  std::optional<double> expansion = {};     ///< what the opening customers who stayed pay more
  std::optional<double> new_ = {};          ///< MRR of new customers
  std::optional<double> reactivation = {};  ///< MRR of customers who came back
  std::optional<double> end = {};           ///< MRR when the period closes
};

/// The movements of one period, checked: 0 or more, and churned + contraction <= start. What was not said stays absent,
/// but where the end was said, it tells one of start, new and expansion.
struct MrrTotals {
  double start = 0;
  std::optional<double> churned = {};
  std::optional<double> contraction = {};
  std::optional<double> expansion = {};
  std::optional<double> new_ = {};
  std::optional<double> reactivation = {};
  std::optional<double> end = {};
};

/// Totals, or errors that say why not. Neither totals nor issues: no movement was said.
struct CheckedMrr {
  std::optional<MrrTotals> totals = {};
  std::vector<Issue> issues = {};
};

/// Checks MRR movements; with an end they must add up, but for what rounding takes. The start is needed as soon as any
/// movement is said (it alone gives ARPA).
CheckedMrr check_mrr(const MrrInputs&);

}  // namespace kirnu
