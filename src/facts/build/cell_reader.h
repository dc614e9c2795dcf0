#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/build/rejections.h"
#include "facts/plan/import_plan.h"
#include "facts/tables/tables.h"
#include "facts/words/period_label.h"
#include "table/row_batch.h"
#include "text/recent_months.h"

/// Cells of one column of a batch as values. What cannot be read is a flaw of its row.
namespace kirnu {

template <class T>
using BatchValues = std::array<T, kMostBatchRows>;

/// What stands in cells instead of a value to say that there is none: n/a, NULL, #REF!, an end on 9999-12-31 or
/// 1900-01-01 and the like.
class NothingMarkers {
 public:
  void add(std::string_view cell);

  /// A note with all kinds and their counts, where there are any.
  void note(const std::string& column, std::vector<Issue>& issues) const;

 private:
  std::vector<std::pair<std::string, std::int64_t>> counts_;
};

/// Days, or instants where the plan says that the column has clocks; kNoInstant for an empty cell and for an end on a
/// day that stands for none. `months` are the column's.
void read_times(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, RecentMonths& months,
                BatchValues<std::int64_t>& times, BatchFlaws& flaws, NothingMarkers& markers);

/// Amounts in units of 1/kMoneyScale; kNoMoney for an empty cell. `currency` takes the last sign seen beside a number.
void read_money(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, BatchValues<std::int64_t>& amounts,
                BatchFlaws& flaws, std::string& currency, NothingMarkers& markers);

/// Numbers; `absent` for an empty cell.
void read_reals(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, double absent,
                BatchValues<double>& numbers, BatchFlaws& flaws, NothingMarkers& markers);

/// trim(), which knows every space, but asks first whether there is anything to do.
std::string_view trim_cell(std::string_view cell);

/// Cells without spaces at their ends.
void read_texts(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& texts);

}  // namespace kirnu
