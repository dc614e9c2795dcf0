#pragma once
#include <optional>

#include "metrics/list_comparison.h"
#include "metrics/order_rows.h"

namespace kirnu {

/// The last two whole years of the data, which begin in options.first_month. A year is whole at an end of the data when
/// the data are silent there no longer than they are somewhere between their first and last day, after the last one no
/// longer than two months, or where somebody says that the data end at none. Absent: fewer than two whole years.
struct WindowPair {
  DayWindow before = {};
  DayWindow after = {};
  bool same_unit = false;  ///< year against year: equally long, whatever their days
};
std::optional<WindowPair> find_last_two_years(const TransactionTable&, const OrderOptions&);

/// The windows that a question gets by itself: the last two whole years; else the last twice twelve months up to as_of;
/// else the halves of the days there are, of data in periods as many whole ones. Absent when there are not two.
std::optional<WindowPair> default_windows(const TransactionTable&, const OrderOptions&);

/// Two windows that somebody chose, of the same unit where same_calendar_unit() says so.
WindowPair pair_of(const DayWindow& before, const DayWindow& after);

/// Whether two windows are equally many whole months, from one day of a month to the same day of another, hence
/// equally long whatever their days.
bool same_calendar_unit(const DayWindow&, const DayWindow&);

/// Who ordered in `before` against who did in `after`: numbers are those of the table's customers. Orders before both
/// windows tell returned from new, where there are any.
ListComparison compare_windows(const TransactionTable&, const WindowPair&, const OrderOptions&);

}  // namespace kirnu
