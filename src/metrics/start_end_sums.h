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

struct StartEndTable {
  PeriodGrid grid = {};  ///< with every boundary that is asked about
  const CodeColumn* column = nullptr;
  std::vector<std::string> currencies = {};
  RevenueGaps gaps = {};
  StartEndSums everybody = {};
  std::vector<StartEndSums> groups = {};  ///< by code of the column, the first kMostGroups

  /// Calls visit(start, end, cell) for every cell with somebody, its places being `periods`'s.
  template <typename Visit>
  void visit(const StartEndSums& sums, const PeriodGrid& periods, Visit visit) const {
    const std::vector<std::int32_t> places = places_on(periods);
    for (std::size_t cell = 0; cell < sums.customers.size(); ++cell) {
      if (sums.customers[cell] != 0) visit(places[cell / places.size()], places[cell % places.size()], cell);
    }
  }

 private:
  std::vector<std::int32_t> places_on(const PeriodGrid& periods) const;
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
