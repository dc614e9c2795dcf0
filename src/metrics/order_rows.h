#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "facts/tables.h"
#include "metrics/list_comparison.h"
#include "metrics/period_grid.h"
#include "metrics/time_zone.h"

namespace kirnu {

/// Days [from, to).
struct DayWindow {
  std::int32_t from = 0;
  std::int32_t to = 0;
  std::int32_t days() const { return to - from; }
};

/// Which rows of an order file count, for every question about it.
struct OrderOptions {
  std::int32_t as_of = std::numeric_limits<std::int32_t>::max();  ///< later rows are left out
  ZoneOffsets zone = {};
  /// Money is added of rows with this code of `currency` alone; absent: the only currency. Where a file has several and
  /// none is chosen, there are no values.
  std::optional<std::uint32_t> currency = {};
  const CodeColumn* segment = nullptr;  ///< one of the table's columns: only rows with …
  std::uint32_t segment_code = 0;       ///< … this code count
};

/// Rows that are no orders, by reason.
struct OrdersLeftOut {
  std::int64_t failed = 0;  ///< status failed, cancelled, voided …
  std::int64_t future = 0;
  std::int64_t date_missing = 0;
};

/// What an order file adds up to.
struct OrderTotals {
  std::int64_t customers = 0;
  std::int64_t orders = 0;  ///< each order id once; rows without one are an order each
  std::optional<double> units = {};
  struct Money {
    std::uint32_t currency = CodeColumn::kNone;  ///< code, or kNone where the file or the cell says none
    std::int64_t value = 0;                      ///< in units of 1/kMoneyScale
  };
  std::vector<Money> money = {};  ///< by currency; empty without a column of amounts
  OrdersLeftOut left_out = {};
  std::int64_t zero_values = 0;  ///< rows that count, with a value of 0
};
OrderTotals build_order_totals(const TransactionTable&, const OrderOptions&);

/// One period of an order file.
struct OrderFlow {
  std::int64_t customers = 0;   ///< who ordered
  std::int64_t first_time = 0;  ///< of those, for the first time in the file
  std::int64_t orders = 0;
  std::optional<std::int64_t> value = {};  ///< in units of 1/kMoneyScale
};

/// The periods of a grid.
std::vector<OrderFlow> build_order_flows(const TransactionTable&, const PeriodGrid&, const OrderOptions&);

/// The last two whole calendar years of the data. A year is whole at an end of the data when the data are silent there
/// no longer than they are somewhere between their first and last day. Absent: fewer than two whole years.
struct WindowPair {
  DayWindow before = {};
  DayWindow after = {};
  bool same_unit = false;  ///< year against year: equally long, whatever their days
};
std::optional<WindowPair> find_last_two_years(const TransactionTable&, const OrderOptions&);

/// The windows that a question gets by itself: the last two whole years; else the last twice twelve months up to as_of;
/// else the halves of the days there are. Absent when there are not two days.
std::optional<WindowPair> default_windows(const TransactionTable&, const OrderOptions&);

/// Whether two windows are the same calendar unit (whole months, as many of them), hence equally long.
bool same_calendar_unit(const DayWindow&, const DayWindow&);

/// Who ordered in `before` against who did in `after`: numbers are those of the table's customers. Orders before both
/// windows tell returned from new, where there are any.
ListComparison compare_windows(const TransactionTable&, const WindowPair&, const OrderOptions&);

}  // namespace kirnu
