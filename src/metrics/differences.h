#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "metrics/flows.h"
#include "metrics/order_rows.h"
#include "metrics/spells.h"

namespace kirnu {

/// What a customer did in a period that definitions of churn count in different ways.
enum class Difference {
  JoinedAndLeft,    ///< new, and gone at the end
  LeftAndReturned,  ///< left and there again at the end
  ReturnedAndLeft,  ///< came back without being in the opening base, and gone at the end
  LeftTwice,        ///< in the opening base, left more than once, and gone at the end
  Joined,           ///< new and there at the end: in no opening base
  Returned,         ///< came back without being in the opening base, and there at the end
  Left,             ///< in the opening base and gone at the end: in no closing base
};
inline constexpr std::size_t kDifferences = 7;

/// "joined_and_left" …
std::string_view difference_name(Difference);

/// Whether a definition's metric counts such a customer otherwise than customer_churn_rate does.
bool counts_otherwise(std::string_view metric, Difference);

/// The customers of each difference: all are counted, kMostNamed have their numbers here, by number.
struct DifferentCustomers {
  std::int64_t count = 0;
  std::vector<std::uint32_t> customers = {};
};
inline constexpr std::size_t kMostNamed = 100;
using Differences = std::array<DifferentCustomers, kDifferences>;

/// Everybody who did something in the days of `window`, whose flow is `flow`.
Differences build_differences(const Spells&, const DayWindow& window, const Flow& flow);

}  // namespace kirnu
