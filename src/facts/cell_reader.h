#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "facts/import_plan.h"
#include "facts/rejections.h"
#include "facts/tables.h"
#include "table/row_batch.h"

/// Cells of one column of a batch as values. What cannot be read is a flaw of its row.
namespace kirnu {

template <class T>
using BatchValues = std::array<T, kMostBatchRows>;

/// Days, or instants where the plan says that the column has clocks; kNoInstant for an empty cell.
void read_times(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, BatchValues<std::int64_t>& times,
                BatchFlaws& flaws);

/// Amounts in units of 1/kMoneyScale; kNoMoney for an empty cell. `currency` takes the last sign seen beside a number.
void read_money(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, BatchValues<std::int64_t>& amounts,
                BatchFlaws& flaws, std::string& currency);

/// Numbers; `absent` for an empty cell.
void read_reals(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, double absent,
                BatchValues<double>& numbers, BatchFlaws& flaws);

/// Cells without spaces at their ends.
void read_texts(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& texts);

/// What tells two ids apart: spaces at the ends never do, nor do capitals of e-mail addresses.
class IdReader {
 public:
  IdReader(bool emails, bool apostrophe) : emails_(emails), apostrophe_(apostrophe) {}

  /// Ids; an empty one is a flaw. The views live until the next call.
  void read(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& ids, BatchFlaws& flaws);

 private:
  bool emails_;
  bool apostrophe_;
  std::deque<std::string> folded_;
};

}  // namespace kirnu
