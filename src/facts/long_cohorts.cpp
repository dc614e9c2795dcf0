#include "facts/long_cohorts.h"

#include <algorithm>
#include <limits>

#include "base/sort.h"
#include "facts/age_label.h"
#include "facts/id_pool.h"
#include "facts/period_label.h"

namespace kirnu {
namespace {

/// An age, or the day on which a period begins; what is neither comes last.
std::int64_t place_of(const std::string& age) {
  const std::optional<PeriodDays> period = read_period_days(age);
  if (period) return period->first;
  const std::optional<AgeLabel> told = read_age_label(age);
  return told ? told->age : std::numeric_limits<std::int32_t>::max();
}

/// The names of the columns, and the column of each row. Ages count up by one; of periods those that stand there.
struct WideColumns {
  std::vector<std::string> names = {};
  std::vector<std::size_t> column_of_row = {};
};

WideColumns columns_of(const std::vector<std::string>& ages) {
  std::vector<std::pair<std::int64_t, std::size_t>> order;
  for (std::size_t row = 0; row < ages.size(); ++row) order.emplace_back(place_of(ages[row]), row);
  sort_items(order, [](const auto& a, const auto& b) { return a < b; });
  const bool counted = !read_period_days(ages[order.front().second]);
  WideColumns wide{.column_of_row = std::vector<std::size_t>(ages.size())};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto [place, row] = order[i];
    const std::int64_t before = i == 0 ? place - 1 : order[i - 1].first;
    for (std::int64_t lacking = before + 1; counted && lacking < place && place - before < 1000; ++lacking)
      wide.names.push_back(std::to_string(lacking));
    if (place != before) wide.names.push_back(ages[row]);
    wide.column_of_row[row] = wide.names.size() - 1;
  }
  return wide;
}

/// Where a cohort is seen again later, it had nobody in between.
void fill_gaps(std::vector<double>& cells) {
  const auto filled = [](double cell) { return cell != kEmptyCell; };
  const auto first = std::find_if(cells.begin(), cells.end(), filled);
  const auto last = std::find_if(cells.rbegin(), cells.rend(), filled).base();
  if (first < last) std::replace(first, last, kEmptyCell, 0.0);
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
  for (SheetRow& row : sheet.rows) fill_gaps(row.cells);
  return sheet;
}

}  // namespace kirnu
