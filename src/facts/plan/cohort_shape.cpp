#include "facts/plan/cohort_shape.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/cohort_cells.h"
#include "facts/tables/day_steps.h"
#include "facts/words/age_label.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

using SheetRows = std::vector<SheetRow>;

/// How the ages of a sheet are named.
struct SheetAges {
  std::vector<std::string> labels = {};
  bool named = false;     ///< as ages, not as calendar periods
  bool from_one = false;  ///< the first is 1
  std::optional<PeriodUnit> unit = {};
};

std::vector<std::string_view> views(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::vector<std::string> labels_of(const SheetRows& rows) {
  std::vector<std::string> labels;
  for (const SheetRow& row : rows) labels.push_back(row.label);
  return labels;
}

SheetRows transposed(const SheetRows& ages, const std::vector<std::string>& names) {
  SheetRows cohorts;
  for (std::size_t c = 0; c < names.size(); ++c) {
    SheetRow row{.label = names[c]};
    for (const SheetRow& age : ages) row.cells.push_back(age.cells[c]);
    cohorts.push_back(std::move(row));
  }
  return cohorts;
}

/// Finds the ages among the columns' names or the rows' labels; with the latter, rows and columns change places.
SheetAges take_ages(SheetCells& sheet) {
  const std::vector<std::string> rows = labels_of(sheet.rows);
  SheetAges ages{.labels = sheet.names};
  std::optional<AgeLabel> first = first_age(views(sheet.names));
  std::string cohort = rows.front();
  if (!first && rows.size() > 1) {
    first = first_age(views(rows));
    if (first) {
      ages.labels = rows;
      cohort = sheet.names.front();
      sheet.rows = transposed(sheet.rows, sheet.names);
    }
  }
  ages.named = first.has_value();
  ages.from_one = first && first->age == 1;
  if (first) ages.unit = first->unit;
  const std::optional<PeriodLabel> calendar = read_period_label(cohort);
  const std::vector<std::string> cohorts = labels_of(sheet.rows);
  const std::optional<DaySteps> days = read_day_steps(views(cohorts));
  if (!ages.unit && days) ages.unit = days->unit;
  if (!ages.unit && calendar) ages.unit = calendar->unit;
  return ages;
}

/// Every cohort from its first number to its last.
void trim_rows(SheetRows& rows) {
  for (SheetRow& row : rows) {
    row.cells.erase(row.cells.begin(), std::find_if(row.cells.begin(), row.cells.end(), is_filled));
    row.cells.erase(std::find_if(row.cells.rbegin(), row.cells.rend(), is_filled).base(), row.cells.end());
  }
}

/// Cells that are empty between others.
std::int64_t count_gaps(const SheetRows& rows) {
  std::int64_t gaps = 0;
  for (const SheetRow& row : rows) gaps += std::count(row.cells.begin(), row.cells.end(), kEmptyCell);
  return gaps;
}

std::size_t zeros_at_end(const SheetRow& row) {
  const auto filled = [](double cell) { return cell != 0; };
  return static_cast<std::size_t>(std::find_if(row.cells.rbegin(), row.cells.rend(), filled) - row.cells.rbegin());
}

/// Zeros that make a triangle, one more for each younger cohort, stand where nothing was observed yet.
bool drop_triangle_of_zeros(SheetRows& rows) {
  if (rows.size() < 3) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].cells.size() != rows[0].cells.size() || zeros_at_end(rows[i]) != i) return false;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].cells.resize(rows[i].cells.size() - i);
  return true;
}

/// What stands for everybody of a row.
double everybody_of(const SheetRow& row, std::optional<double> whole) { return whole.value_or(row.size); }

/// Whether the first age is 1 and somebody had left by then: everybody stood before it.
bool lacks_start(const SheetRows& rows, bool from_one, std::optional<double> whole) {
  return from_one && std::any_of(rows.begin(), rows.end(), [&](const SheetRow& row) {
           const double everybody = everybody_of(row, whole);
           return everybody != kEmptyCell && !row.cells.empty() && row.cells[0] != everybody;
         });
}

/// Puts everybody at age 0. True where another number of customers stood there.
bool complete_start(SheetRow& row, bool lacking, std::optional<double> whole) {
  const double everybody = everybody_of(row, whole);
  if (everybody == kEmptyCell) return false;
  if (row.cells.empty() || lacking) {
    row.cells.insert(row.cells.begin(), everybody);
    return false;
  }
  return std::exchange(row.cells[0], everybody) != everybody;
}

/// A single cohort. A series leaves out ages at which nobody looked, and names the others.
RetentionSeries series_of(const SheetRow& row, const SheetAges& ages, bool percent) {
  RetentionSeries series{.percent = percent, .unit = ages.unit};
  const bool gaps = count_gaps({row}) > 0;
  const std::size_t before = row.cells.size() - std::min(row.cells.size(), ages.labels.size());
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!is_filled(row.cells[i])) continue;
    series.retained.push_back(row.cells[i]);
    const bool named = ages.named && i >= before;
    series.labels.push_back(named ? ages.labels[i - before] : gaps ? std::to_string(i) : std::string());
  }
  return series;
}

/// Makes shares of who is still there of shares of who had left. False for numbers that are no shares.
bool turn_churn(SheetCells& sheet) {
  double highest = 0;
  bool parts = sheet.percent;
  for (const SheetRow& row : sheet.rows) {
    for (const double cell : row.cells) {
      if (!is_filled(cell)) continue;
      parts = parts || cell != std::floor(cell);
      highest = std::max(highest, cell);
    }
  }
  const double whole = sheet.percent || highest > 1 ? 100 : 1;
  if (!parts || highest > whole) return false;
  for (SheetRow& row : sheet.rows) {
    for (double& cell : row.cells) cell = is_filled(cell) ? whole - cell : cell;
  }
  return true;
}

/// Of amounts what is left of the first one.
void take_shares_of_first(SheetRows& rows) {
  divide_by_first(rows);
  trim_rows(rows);
  std::erase_if(rows, [](const SheetRow& row) { return row.cells.empty(); });
}

}  // namespace

bool says_churn(std::string_view name) {
  return has_part(fold_case(name), "churn|abwander|kündig|verloren|verlust|poistum|menetet|lost|attrition");
}

ShapedCohorts shape_cohorts(SheetCells cells) {
  ShapedCohorts shaped{.facts = {.kind = FactKind::Retention}};
  add_missing_ages(cells);
  const SheetAges ages = take_ages(cells);
  SheetRows& rows = cells.rows;
  if (cells.of_churn && turn_churn(cells)) shaped.issues.push_back(make_issue(IssueCode::CohortsOfChurn));
  trim_rows(rows);
  if (drop_triangle_of_zeros(rows)) shaped.issues.push_back(make_issue(IssueCode::ZerosNotObserved));
  take_sizes_from_start(cells, ages.from_one);
  CellKind kind = kind_of_cells(rows, cells.percent, ages.from_one);
  kind.amounts = kind.amounts || (cells.money && !kind.whole);
  if (kind.amounts) take_shares_of_first(rows);
  const bool amounts = kind.amounts || cells.money;
  if (amounts) shaped.issues.push_back(make_issue(IssueCode::CohortsOfAmounts));
  const std::optional<double> whole = kind.amounts ? 1 : kind.whole;
  const auto sized = std::all_of(rows.begin(), rows.end(), [](const SheetRow& row) { return row.size != kEmptyCell; });
  const bool lacking = lacks_start(rows, ages.from_one, whole);
  bool differs = false;
  for (SheetRow& row : rows) {
    differs = complete_start(row, lacking, whole) || differs;
    for (double& cell : row.cells) {
      if (!is_filled(cell)) continue;
      if (whole && sized) cell = std::round(cell * row.size / *whole);
      else if (whole && rows.size() > 1) cell /= *whole;
    }
  }
  if (differs) shaped.issues.push_back(make_issue(IssueCode::CohortStartDiffers));
  if (whole && sized) shaped.issues.push_back(make_issue(IssueCode::CustomersFromPercent));
  if (const std::int64_t gaps = count_gaps(rows)) {
    shaped.issues.push_back(make_issue(IssueCode::CohortGaps));
    shaped.issues.back().count = gaps;
  }
  if (cells.ended > 0) {
    shaped.issues.push_back(make_issue(IssueCode::CohortRowsEnded));
    shaped.issues.back().count = cells.ended;
  }
  const bool shares = whole && !sized;
  if (rows.size() == 1) {
    shaped.facts.table = series_of(rows[0], ages, shares);
    return shaped;
  }
  CohortSheet sheet{.shares = shares, .amounts = amounts, .unit = ages.unit};
  for (SheetRow& row : rows) sheet.rows.push_back({.label = std::move(row.label), .retained = std::move(row.cells)});
  shaped.facts.table = std::move(sheet);
  return shaped;
}

}  // namespace kirnu
