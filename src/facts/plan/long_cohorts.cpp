#include "facts/plan/long_cohorts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/sort.h"
#include "facts/tables/id_pool.h"
#include "facts/words/age_label.h"
#include "facts/words/period_label.h"

namespace kirnu {
namespace {

/// An age, or the day on which a period begins; what is neither comes last.
std::int64_t place_of(const std::string& age) {
  const std::optional<PeriodDays> period = read_period_days(age);
  if (period) return period->first;
  const std::optional<AgeLabel> told = read_age_label(age);
  return told ? told->age : std::numeric_limits<std::int32_t>::max();
}

/// The names of the columns, and the column of each row. Ages count up by one, periods by their smallest distance.
struct WideColumns {
  std::vector<std::string> names = {};
  std::vector<std::size_t> column_of_row = {};
};

/// The places of the rows; periods stand where their numbers of months, or of days, do.
std::vector<std::int64_t> places_of(const std::vector<std::string>& ages, bool counted) {
  std::vector<std::int64_t> places;
  for (const std::string& age : ages) places.push_back(place_of(age));
  return counted ? places : places_of_periods(std::move(places));
}

WideColumns columns_of(const std::vector<std::string>& ages) {
  const bool counted = !read_period_days(ages.front());
  const std::vector<std::int64_t> places = places_of(ages, counted);
  std::vector<std::pair<std::int64_t, std::size_t>> order;
  for (std::size_t row = 0; row < ages.size(); ++row) order.emplace_back(places[row], row);
  sort_items(order, [](const auto& a, const auto& b) { return a < b; });
  std::int64_t step = counted ? 1 : std::numeric_limits<std::int32_t>::max();
  for (std::size_t i = 1; i < order.size(); ++i) {
    const std::int64_t since = order[i].first - order[i - 1].first;
    if (since > 0) step = std::min(step, since);
  }
  WideColumns wide{.column_of_row = std::vector<std::size_t>(ages.size())};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto [place, row] = order[i];
    const std::int64_t since = i == 0 ? step : place - order[i - 1].first;
    const std::int64_t lacking = since % step == 0 ? since / step - 1 : 0;
    for (std::int64_t k = lacking; k > 0 && lacking < 999; --k)
      wide.names.push_back(counted ? std::to_string(place - k) : std::string());
    if (since > 0) wide.names.push_back(ages[row]);
    wide.column_of_row[row] = wide.names.size() - 1;
  }
  return wide;
}

/// Behind a cohort's last number, columns that a cohort no older than it has: nobody was left to be written down. Only
/// where few were there at last; many do not all leave at once. Periods of the calendar are everybody's.
std::int64_t add_ends(std::vector<SheetRow>& rows, bool calendar) {
  constexpr double kFew = 5, kSmallShare = 0.05;
  struct Cohort {
    std::int32_t first;
    std::size_t row, columns;
  };
  std::vector<Cohort> cohorts;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::optional<PeriodDays> start = read_period_days(rows[row].label);
    if (!start) return 0;
    const std::vector<double>& cells = rows[row].cells;
    const auto end = std::find_if(cells.rbegin(), cells.rend(), [](double cell) { return cell != kEmptyCell; });
    cohorts.push_back({start->first, row, static_cast<std::size_t>(cells.rend() - end)});
  }
  sort_items(cohorts, [&](const Cohort& a, const Cohort& b) {
    return calendar || a.first == b.first ? a.columns > b.columns : a.first > b.first;
  });
  std::size_t columns = 0;
  std::int64_t added = 0;
  for (const Cohort& cohort : cohorts) {
    columns = std::max(columns, cohort.columns);
    std::vector<double>& cells = rows[cohort.row].cells;
    const auto first = std::find_if(cells.begin(), cells.end(), [](double cell) { return cell != kEmptyCell; });
    if (cohort.columns == 0 || cohort.columns == columns) continue;
    const double last = cells[cohort.columns - 1], size = rows[cohort.row].size;
    const bool whole = last == std::floor(last) && *first > 1;
    if (last > kSmallShare * (size == kEmptyCell ? *first : size) && !(whole && last <= kFew)) continue;
    std::fill(cells.begin() + static_cast<std::ptrdiff_t>(cohort.columns),
              cells.begin() + static_cast<std::ptrdiff_t>(columns), 0.0);
    added += static_cast<std::int64_t>(columns - cohort.columns);
  }
  return added;
}

}  // namespace

std::optional<SheetCells> widen_cohorts(const SheetCells& rows, const std::vector<std::string>& ages,
                                        std::size_t most) {
  WideColumns wide = columns_of(ages);
  SheetCells sheet{.names = std::move(wide.names), .percent = rows.percent};
  IdPool labels;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const SheetRow& row = rows.rows[i];
    const std::uint32_t cohort = labels.add(row.label);
    if (cohort == sheet.rows.size()) {
      if ((sheet.rows.size() + 1) * sheet.names.size() > most) return std::nullopt;
      sheet.rows.push_back(
          {.label = row.label, .size = row.size, .cells = std::vector<double>(sheet.names.size(), kEmptyCell)});
    }
    sheet.rows[cohort].cells[wide.column_of_row[i]] = row.cells.front();
  }
  if (!rows.of_churn) sheet.ended = add_ends(sheet.rows, read_period_days(ages.front()).has_value());
  return sheet;
}

}  // namespace kirnu
