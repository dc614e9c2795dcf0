#include "metrics/order_windows.h"

#include <algorithm>
#include <utility>

#include "base/date.h"
#include "facts/tables/money.h"
#include "metrics/order_visit.h"
#include "metrics/period_grid.h"
#include "metrics/ranking.h"

namespace kirnu {
namespace {

/// The days up to as_of on which the file has rows: the first, the last, and the longest silence between two of them.
struct DataDays {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::int32_t longest_silence = 0;  ///< days without a row in succession
};

/// Data that end with December say nothing of the three months after it, however seldom somebody orders.
constexpr std::int32_t kMostSilence = 61;

std::optional<DataDays> find_data_days(const TransactionTable& table, const OrderOptions& options) {
  const std::optional<DayRange> range = day_range(table.date, options.zone);
  if (!range) return std::nullopt;
  std::vector<std::uint8_t> known(static_cast<std::size_t>(range->last - range->first) + 1);
  DayBuffer buffer;
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) {
    for (const std::int32_t day : days_of(table.date, b, table.customer.block_size(b), options.zone, buffer)) {
      if (day != kNoDay) known[static_cast<std::size_t>(day - range->first)] = 1;
    }
  }
  std::optional<DataDays> days;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::int32_t day = range->first + static_cast<std::int32_t>(i);
    if (known[i] == 0 || day > options.as_of) continue;
    if (!days) days = {.first = day, .last = day};
    days->longest_silence = std::max(days->longest_silence, day - days->last - 1);
    days->last = day;
  }
  return days;
}

std::optional<WindowPair> last_two_years(const DataDays& days, const OrderOptions& options) {
  const std::int32_t as_of = options.as_of;
  const int first_month = options.first_month;
  const auto first_of_year = [first_month](int year) { return date_of(year, first_month, 1).days; };
  const auto year_of = [first_month](std::int32_t day) {
    const CivilDate date = civil_date({day});
    return date.year - (date.month < first_month ? 1 : 0);
  };
  int year = year_of(days.last);
  // Where somebody said that the data go on in silence to as_of, they are not taken to go on any further.
  const bool later = as_of != std::numeric_limits<std::int32_t>::max() && as_of > days.last;
  const bool said = options.as_of_said || later;
  const std::int64_t known = said ? as_of : std::int64_t{days.last} + std::min(days.longest_silence, kMostSilence);
  if (said) year = year_of(as_of);
  if (known + 1 < first_of_year(year + 1)) --year;
  const std::int32_t from = first_of_year(year - 1);
  const std::int32_t middle = first_of_year(year);
  if (days.first - from > days.longest_silence || days.first >= middle) return std::nullopt;
  return WindowPair{.before = {.from = from, .to = middle},
                    .after = {.from = middle, .to = first_of_year(year + 1)},
                    .same_unit = true};
}

int days_in_month(int year, int month) {
  return first_of_month(year, month + 1).days - first_of_month(year, month).days;
}

/// The same day so many years earlier; 28 February for a leap day.
std::int32_t years_before(std::int32_t day, int years) {
  const CivilDate date = civil_date({day});
  const int year = date.year - years;
  return date_of(year, date.month, std::min(date.day, days_in_month(year, date.month))).days;
}

/// Whole months of a window; 0 when it is no number of whole months.
int months_of(const DayWindow& window) {
  const CivilDate from = civil_date({window.from});
  const CivilDate to = civil_date({window.to});
  if (from.day != to.day) return 0;
  return (to.year - from.year) * 12 + to.month - from.month;
}

/// The later half of the whole periods that begin with `first`, and as many before them.
std::optional<WindowPair> halves_of_periods(PeriodUnit unit, std::int32_t first, std::int32_t end) {
  const PeriodGrid grid = build_grid({.unit = unit}, first, end, end - 1);
  std::size_t whole = grid.bounds.size();
  while (whole > 0 && grid.bounds[whole - 1] > end) --whole;
  if (whole < 3) return std::nullopt;
  const std::size_t half = (whole - 1) / 2;
  const auto bound = [&](std::size_t back) { return grid.bounds[whole - 1 - back]; };
  return WindowPair{.before = {.from = bound(2 * half), .to = bound(half)},
                    .after = {.from = bound(half), .to = bound(0)},
                    .same_unit = true};
}

bool contains(const DayWindow& window, std::int32_t day) { return day >= window.from && day < window.to; }

/// When a customer ordered, as bits.
constexpr std::uint8_t kBefore = 1;
constexpr std::uint8_t kAfter = 2;
constexpr std::uint8_t kOnceBefore = 4;  ///< before the second window, but not in the first

/// What the order file knows about its customers in two windows.
struct WindowRows {
  std::vector<std::uint8_t> when = {};   ///< by customer
  std::vector<std::int64_t> value = {};  ///< of the first window, by customer; empty without money
  std::int64_t rows_before = 0;
  std::int64_t rows_after = 0;
};

WindowRows read_windows(const TransactionTable& table, const WindowPair& windows, const OrderOptions& options) {
  const OrderVisitor orders(table, options);
  WindowRows rows{.when = std::vector<std::uint8_t>(table.customers.size())};
  if (orders.has_money()) rows.value.resize(table.customers.size());
  OrdersLeftOut left_out;
  orders.visit(left_out, [&](const OrderRow& row) {
    const bool before = contains(windows.before, row.day);
    if (before && orders.has_money()) add_money(rows.value[row.customer], row.money);
    if (row.refund) return;
    if (before) {
      rows.when[row.customer] |= kBefore;
      ++rows.rows_before;
    } else if (contains(windows.after, row.day)) {
      rows.when[row.customer] |= kAfter;
      ++rows.rows_after;
    } else if (row.day < windows.after.from) {
      rows.when[row.customer] |= kOnceBefore;
    }
  });
  return rows;
}

void add_lost(const WindowRows& rows, ListComparison& result) {
  std::vector<Ranked> lost;
  std::int64_t value = 0;
  std::int64_t value_lost = 0;
  for (std::uint32_t customer = 0; customer < rows.when.size(); ++customer) {
    if ((rows.when[customer] & kBefore) == 0) continue;
    const std::int64_t worth = rows.value.empty() ? 0 : rows.value[customer];
    add_money(value, worth);
    if ((rows.when[customer] & kAfter) != 0) continue;
    add_money(value_lost, worth);
    lost.push_back({.value = worth, .number = customer});
  }
  result.lost = static_cast<std::int64_t>(lost.size());
  result.lost_customers = ranked_numbers(std::move(lost));
  if (rows.value.empty()) return;
  result.value = value;
  result.value_lost = value_lost;
}

}  // namespace

std::optional<WindowPair> find_last_two_years(const TransactionTable& table, const OrderOptions& options) {
  const std::optional<DataDays> days = find_data_days(table, options);
  if (!days) return std::nullopt;
  return last_two_years(*days, options);
}

std::optional<WindowPair> default_windows(const TransactionTable& table, const OrderOptions& options) {
  const std::optional<DataDays> days = find_data_days(table, options);
  if (!days) return std::nullopt;
  if (const std::optional<WindowPair> years = last_two_years(*days, options)) return years;
  const bool said = options.as_of != std::numeric_limits<std::int32_t>::max();
  const std::int32_t end = (said ? options.as_of : days->last) + 1;
  if (years_before(end, 2) >= days->first) {
    const std::int32_t year_ago = years_before(end, 1);
    return WindowPair{.before = {.from = years_before(end, 2), .to = year_ago},
                      .after = {.from = year_ago, .to = end},
                      .same_unit = true};
  }
  if (table.periods) return halves_of_periods(*table.periods, days->first, end);
  if (end - days->first < 2) return std::nullopt;
  const std::int32_t middle = days->first + (end - days->first) / 2;
  return pair_of({.from = days->first, .to = middle}, {.from = middle, .to = end});
}

WindowPair pair_of(const DayWindow& before, const DayWindow& after) {
  return {.before = before, .after = after, .same_unit = same_calendar_unit(before, after)};
}

bool same_calendar_unit(const DayWindow& a, const DayWindow& b) {
  const int months = months_of(a);
  return months > 0 && months == months_of(b);
}

ListComparison compare_windows(const TransactionTable& table, const WindowPair& windows, const OrderOptions& options) {
  const WindowRows rows = read_windows(table, windows, options);
  ListComparison result;
  std::int64_t returned = 0;
  std::int64_t once_before = 0;
  for (const std::uint8_t when : rows.when) {
    const bool before = (when & kBefore) != 0;
    const bool after = (when & kAfter) != 0;
    result.earlier += before ? 1 : 0;
    result.later += after ? 1 : 0;
    result.kept += before && after ? 1 : 0;
    once_before += (when & kOnceBefore) != 0 ? 1 : 0;
    returned += when == (kAfter | kOnceBefore) ? 1 : 0;
  }
  result.new_or_returned = result.later - result.kept;
  result.repeated_earlier = rows.rows_before - result.earlier;
  result.repeated_later = rows.rows_after - result.later;
  add_lost(rows, result);
  if (once_before > 0) {
    result.returned = returned;
    result.new_ = result.new_or_returned - returned;
  }
  return result;
}

}  // namespace kirnu
