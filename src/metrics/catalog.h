#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "base/rate.h"
#include "metrics/letters.h"

namespace kirnu {

/// One formula of the catalog: its words, its code and where it is from. All texts are static.
struct Formula {
  std::string_view id;
  /// The formula with {letters}, the most detailed first; formula_text() picks the one whose letters are known.
  std::array<std::string_view, 3> texts;
  std::string_view source;  ///< a name as it stands, or the key of a string where it is words
  MetricUnit unit;
  Metric (*compute)(const Letters&);
  bool interval = false;             ///< a share whose numerator is part of its denominator: Wilson's is added
  std::string_view variant_of = {};  ///< the id that this is another reading of, or empty
};

/// Every formula, in the order of docs/metrics.md.
std::span<const Formula> all_formulas();

/// Finds a formula by its id.
const Formula* find_formula(std::string_view id);

/// The most detailed text of the formula whose letters are all known, else the first.
std::string_view formula_text(const Formula&, const Letters&);

/// Computes a metric by its id, e.g. "customer_churn_rate". Its value is absent where there is no answer, also for an
/// unknown id (whose Metric has an empty id).
Metric build_metric(std::string_view id, const Letters&);

}  // namespace kirnu
