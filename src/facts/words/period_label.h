#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "facts/tables/count_table.h"
#include "facts/tables/role.h"

namespace kirnu {

/// What a row's label says about its period: its unit, and its span where the year is named too.
struct PeriodLabel {
  PeriodUnit unit = PeriodUnit::Month;
  std::optional<int> month = {};  ///< 1–12, for months
  std::optional<int> year = {};   ///< in which a firm's year ends, whose days nobody says
  std::optional<LabelSpan> span = {};
};

/// Reads "2025-01", "202501", "01/2025", "1.2025", "2025-01-01", "31.01.2025", "Jan 2025", "März 25", "tammikuu 2025",
/// "Mai", "2025-Q1", "1. Quartal 2025", "Q I 2025", "H1 2025", "KW 12/2025" and "2025-W12" (ISO 8601), "2025", "FY
/// 2025" and "2024/25" (years without dates), "01.01.2025 - 31.01.2025", "Jan–Mrz 2025"; absent for anything else.
std::optional<PeriodLabel> read_calendar_period(std::string_view text);

/// The same of a row of numbers, where "01/25", "Ende Jan 2025" and "Jan 2025 (Ist)" are months, too.
std::optional<PeriodLabel> read_period_label(std::string_view text);

/// The first and the last day of a period that stands where a day could: "2025-03", "März 2025", "Q3/24", "2024-W05",
/// "2025", "2024/25" (from July to June, as seasons and school years are). Absent where no year is told, and for "10.
/// Sep" and "Sep 10", which are days.
inline constexpr int kSeasonMonth = 7;  ///< in which years begin that two numbers tell
struct PeriodDays {
  std::int32_t first = 0, last = 0;
};
std::optional<PeriodDays> read_period_days(std::string_view text);

/// The days of a label's span.
PeriodDays days_of(const LabelSpan&);

/// The day that a period stands for in a column of days: its first, as an end its last.
inline std::int32_t day_of_period(const PeriodDays& days, Role role) {
  return role == Role::End || role == Role::Canceled ? days.last : days.first;
}

/// Days on which periods begin, as numbers of months where each of them is the first of one: then months, quarters and
/// years stand evenly apart.
std::vector<std::int64_t> places_of_periods(std::vector<std::int64_t> first_days);

/// Whether labels that are numbers alone, years or "202501", name one period after another (or before it), as those of
/// a table do; true for labels that are none.
class PeriodNumbers {
 public:
  bool add(std::string_view label);           ///< false from the first that breaks the order
  bool alone() const { return count_ == 1; }  ///< one number tells nothing

 private:
  int before_ = 0, count_ = 0;
};

}  // namespace kirnu
