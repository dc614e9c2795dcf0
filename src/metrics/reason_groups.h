#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "metrics/reasons.h"

namespace kirnu {

/// Reasons that mean the same, together.
struct ReasonGroup {
  std::string_view group;
  std::vector<std::uint32_t> reasons = {};  ///< codes in the column's words, the commonest first
  std::int64_t customers = 0;
  double share = 0;  ///< of those who gave a reason
  Interval interval = {};
  std::optional<std::int64_t> value_lost = {};
};

/// Most customers first, then in the order of their first reason. `answers` tells of which answer each row of the
/// column is, and `customers` how many gave it, where answers are split: two reasons of a group count once.
std::vector<ReasonGroup> build_reason_groups(const CodeColumn& reason, const ReasonCounts&,
                                             std::span<const std::uint32_t> answers = {},
                                             const PackedColumn<std::int64_t>& customers = {});

}  // namespace kirnu
