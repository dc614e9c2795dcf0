#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "facts/tables/tables.h"

namespace kirnu {

/// Two lists of customers, or the customers of two windows of an order file, against each other.
struct ListComparison {
  std::int64_t earlier = 0;  ///< customers of the earlier list, each once
  std::int64_t later = 0;    ///< of the later
  std::int64_t lost = 0;
  std::int64_t kept = 0;
  std::int64_t new_or_returned = 0;           ///< in the later list alone
  std::optional<std::int64_t> new_ = {};      ///< of those, who were in no earlier list; absent: nobody can tell
  std::optional<std::int64_t> returned = {};  ///< of those, who were in the still earlier list
  /// Numbers of the lost in the earlier list: the most valuable first where there are values, else in its order.
  std::vector<std::uint32_t> lost_customers = {};
  std::optional<std::int64_t> value_lost = {};  ///< of the lost in the earlier list, in units of 1/kMoneyScale
  std::optional<std::int64_t> value = {};       ///< of everybody in the earlier list
  std::int64_t repeated_earlier = 0;            ///< rows of somebody who was there already
  std::int64_t repeated_later = 0;
  std::optional<std::int32_t> first_seen_until = {};  ///< whose first day tells: until then returned, later new
};

/// The list without those of whom it says that they left.
CustomerList still_there(const CustomerList&);

/// Compares by the text of the ids. Returned is told from new by `still_earlier` (or null), else by the first days that
/// the later list names: who was first seen on or before the last first day of the earlier list, or before `since`
/// where somebody says it, was a customer before.
ListComparison compare_lists(const CustomerList& earlier, const CustomerList& later,
                             const CustomerList* still_earlier = nullptr,
                             std::optional<std::int32_t> since = std::nullopt);

}  // namespace kirnu
