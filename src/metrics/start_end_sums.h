#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/daily.h"
#include "metrics/period_grid.h"
#include "metrics/revenue.h"
#include "metrics/survival.h"

/// Of customers with one row, whom most files are full of, whatever is asked about periods follows from how many start
/// in one period and end in another: one pass over the rows, for everybody and for all groups at once.
namespace kirnu {

struct RevenueSum {
  MrrSum mrr = 0;
  std::int64_t payers = 0;  ///< whose MRR is not 0
};

/// Some customers. A cell is start * width + end, where 0 is the time before the grid and width - 1 the time after it.
struct StartEndSums {
  std::int64_t all = 0;
  std::vector<std::uint32_t> customers = {};          ///< by cell
  std::vector<std::vector<RevenueSum>> revenue = {};  ///< by currency and cell; empty: nobody pays in it
  DayCounts days = {};                                ///< of groups alone
  LengthCounts lengths = {};                          ///< of groups alone: days from start to end
};

/// Customers from the period at one place to the one at another, or neither (see PlaceOfDay).
struct StartEndCell {
  std::int32_t start = 0;
  std::int32_t end = 0;
  std::uint32_t customers = 0;
  std::size_t cell = 0;
};

struct StartEndTable {
  PeriodGrid grid = {};  ///< with every boundary that is asked about
  const CodeColumn* column = nullptr;
  std::vector<std::string> currencies = {};
  RevenueGaps gaps = {};
  StartEndSums everybody = {};
  std::vector<StartEndSums> groups = {};  ///< by code of the column, the first kMostGroups

  /// The cells with somebody, in periods of `periods`.
  std::vector<StartEndCell> cells(const StartEndSums& sums, const PeriodGrid& periods) const;
};

/// What is asked: the periods, and the column whose values make groups (or null).
struct StartEndQuestion {
  std::vector<const PeriodGrid*> grids = {};
  const CodeColumn* column = nullptr;
  DayRange days = {};  ///< of the spells
  std::int32_t as_of = 0;
};

/// Whether `table` answers this too.
bool answers(const StartEndTable& table, const StartEndQuestion& question);

/// Sums of the customers with packed spells. Absent where periods are so many that sums would not be fewer than rows.
std::optional<StartEndTable> build_start_end_table(const SubscriptionTable&, const Spells&, const StartEndQuestion&);

}  // namespace kirnu
