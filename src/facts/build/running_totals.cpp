#include "facts/build/running_totals.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal_digits.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/count_row.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// What a row's label says of its time.
struct RowTime {
  std::string start = {};  ///< ISO date; empty: nobody says
  bool begins_year = false;
};

RowTime time_of(const std::string& label) {
  const std::optional<PeriodLabel> period = read_period_label(label);
  if (!period) return {};
  const std::string start = period->span ? period->span->start : std::string();
  return {.start = start, .begins_year = period->month == 1 || start.find("-01-01") == 4};
}

std::string year_of(const RowTime& time) { return time.start.substr(0, 4); }

/// Rows from the oldest to the newest, as far as their labels say.
std::vector<std::size_t> order_of(const std::vector<RowTime>& times) {
  std::vector<std::size_t> order(times.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (std::none_of(times.begin(), times.end(), [](const RowTime& time) { return time.start.empty(); }))
    sort_items(order, [&](std::size_t a, std::size_t b) { return times[a].start < times[b].start; });
  return order;
}

bool says_year_to_date(std::string_view name) {
  return has_part(fold_case(name), "ytd|year to date|year-to-date|jahresbeginn|jahresanfang|vuoden alusta");
}

/// A row's cell in a column of running totals.
struct RunningCell {
  std::size_t row = 0;
  std::optional<double> total = {}, added = {};
};

/// What each cell adds to the one before it. Sums begin anew with a year, where they are of one, and where they fall
/// to less than half.
void add_differences(std::vector<RunningCell>& cells, const std::vector<RowTime>& times, bool of_year) {
  double most = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    const std::optional<double>&total = cells[i].total, &before = cells[i - 1].total;
    if (!total || !before) continue;
    const RowTime &time = times[cells[i].row], &past = times[cells[i - 1].row];
    const bool anew = (of_year && year_of(time) != year_of(past)) || std::fabs(*total) * 2 < std::fabs(*before);
    cells[i].added = anew ? *total : *total - *before;
    most = std::max(most, std::fabs(*cells[i].added));
  }
  constexpr double kLikely = 3;  // times as much as any other period
  const std::optional<double>& first = cells[0].total;
  const bool own = cells.size() == 1 || (of_year && times[cells[0].row].begins_year);
  if (first && (own || std::fabs(*first) <= kLikely * most)) cells[0].added = first;
}

/// A number as a cell has it; empty for none.
std::string cell_of(const std::optional<double>& number) {
  if (!number) return {};
  constexpr int kMostWhole = 15;
  return write_digits(rounded(shortest_digits(*number), 2), kMostWhole);
}

/// Whether customers move from row to row by what those who came and those who left grow by, at every step: then both
/// are totals, though no name says so.
bool move_by_growth(const std::vector<ImportColumn>& columns, const std::vector<CountSheetRow>& rows,
                    const std::vector<std::size_t>& order) {
  constexpr std::size_t kFewestSteps = 3;
  const auto numbers_of = [&](Role role) {
    std::vector<double> numbers;
    for (std::size_t c = 0; c < columns.size() && numbers.empty(); ++c) {
      if (columns[c].role != role || columns[c].name.empty()) continue;
      for (const std::size_t row : order) {
        const ReadNumber number = read_count_cell(rows[row].cells[c]);
        numbers.push_back(number.status == NumberStatus::Ok ? number.value : std::nan(""));
      }
    }
    return numbers;
  };
  const std::vector<double> came = numbers_of(Role::New), left = numbers_of(Role::Churned);
  std::vector<double> there = numbers_of(Role::Closing);
  if (there.empty()) {
    there = numbers_of(Role::Opening);
    if (!there.empty()) there.erase(there.begin());
  }
  if (came.empty() || left.empty() || there.size() <= kFewestSteps) return false;
  bool by_rows = true;  // as it is where the columns are of each row
  for (std::size_t i = 1; i < there.size(); ++i) {
    by_rows = by_rows && there[i] - there[i - 1] == came[i] - left[i];
    const double more = came[i] - came[i - 1], fewer = left[i] - left[i - 1];
    if (!(more >= 0 && fewer >= 0 && there[i] - there[i - 1] == more - fewer)) return false;
  }
  return !by_rows && came.back() > came.front();
}

bool is_running_total(const ImportColumn& column) {
  const bool moved = column.role == Role::New || column.role == Role::Churned ||
                     (is_money_role(column.role) && column.role != Role::MrrStart && column.role != Role::MrrEnd);
  return moved && read_count_name(column.name).summed;
}

}  // namespace

void take_differences(std::vector<ImportColumn>& columns, CountSheet& sheet) {
  const bool periods =
      std::any_of(columns.begin(), columns.end(), [](const ImportColumn& column) { return column.role == Role::Time; });
  if (!periods) return;
  const std::vector<std::string> parts = sheet.part_names();
  std::vector<RowTime> times;
  for (const CountSheetRow& row : sheet.rows()) times.push_back(time_of(sheet.label_of(row)));
  const std::vector<std::size_t> order = order_of(times);
  const bool unnamed = parts.empty() && move_by_growth(columns, sheet.rows(), order);
  if (!unnamed && std::none_of(columns.begin(), columns.end(), is_running_total)) return;
  std::vector<CountSheetRow> rows = sheet.rows();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool movement = columns[c].role == Role::New || columns[c].role == Role::Churned;
    if (!is_running_total(columns[c]) && !(unnamed && movement)) continue;
    std::map<std::string, std::vector<RunningCell>> series;
    for (const std::size_t row : order) {
      const ReadNumber number = read_count_cell(rows[row].cells[c]);
      const bool read = number.status == NumberStatus::Ok;
      series[parts.empty() ? std::string() : parts[row]].push_back(
          {.row = row, .total = read ? std::optional(number.value) : std::nullopt});
    }
    for (auto& [part, cells] : series) {
      add_differences(cells, times, says_year_to_date(columns[c].name));
      for (const RunningCell& cell : cells) rows[cell.row].cells[c] = cell_of(cell.added);
    }
    columns[c].style = "running total";
  }
  sheet.replace_rows(std::move(rows));
}

}  // namespace kirnu
