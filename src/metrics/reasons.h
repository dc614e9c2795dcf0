#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/rate.h"
#include "facts/tables/tables.h"

namespace kirnu {

/// One reason for leaving.
struct ReasonCount {
  std::uint32_t reason = 0;  ///< code in the column's words
  std::int64_t customers = 0;
  double share = 0;  ///< of those who gave a reason
  Interval interval = {};
  std::optional<std::int64_t> value_lost = {};  ///< in units of 1/kMoneyScale; absent without a column of values
};

struct ReasonCounts {
  std::vector<ReasonCount> reasons = {};  ///< most customers first, then most value, then in the file's order
  std::int64_t answered = 0;
  std::int64_t unanswered = 0;  ///< of empty cells
};

/// Tallies a column of reasons. `value` and `customers` may be empty: then nobody knows, and a row is one customer.
/// `answered` says how many gave an answer, where some stand in several rows.
ReasonCounts build_reason_counts(const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
                                 const PackedColumn<std::int64_t>& customers = {},
                                 std::optional<std::int64_t> answered = {});

}  // namespace kirnu
