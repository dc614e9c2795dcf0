#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "facts/plan/count_row.h"
#include "facts/plan/import_plan.h"
#include "table/row_batch.h"

namespace kirnu {

/// A row of a table of counts as it stands in the file.
struct CountSheetRow {
  std::int64_t row = 0, line = 0;
  std::string raw = {};
  std::vector<std::string> cells = {};
};

/// The rows of a table of counts, which wait for the last one: what a cell means, and which rows are periods, depends
/// on others.
class CountSheet {
 public:
  explicit CountSheet(const ImportPlan& plan);

  /// Takes rows with all their cells; false when there are more than any history of counts has.
  bool take(const RowBatch& batch);
  bool is_too_long() const { return too_long_; }
  static std::size_t most_rows();

  const std::vector<CountSheetRow>& rows() const { return rows_; }

  void replace_rows(std::vector<CountSheetRow> rows) { rows_ = std::move(rows); }

  /// The name of a row's period; of a year and a month in two columns the year first. "I/2024" is a quarter or a
  /// half-year where its column's name says so, a quarter where another row is of the third or fourth and none of a
  /// fifth.
  std::string label_of(const CountSheetRow& row) const;

  /// Forgets the rows at the end in which no number but 0 stands, periods to come or an empty line for sums; answers
  /// those with a 0.
  std::vector<CountSheetRow> forget_zero_rows();

  /// Forgets the rows of sums, means and plans among those of periods, and answers them.
  std::vector<CountSheetRow> forget_other_rows();

  /// Whether the numbers of a column have a minus throughout.
  bool are_below_zero(std::size_t column) const;

  /// Whether any number of a column is above 1.
  bool is_any_above_one(std::size_t column) const;

  /// What tells the rows of a period apart: the texts beside the numbers, plans or countries. Empty where there are
  /// none.
  std::vector<std::string> part_names() const;

 private:
  void keep(const RowBatch& batch, std::size_t i);
  bool are_roman_quarters() const;
  std::vector<bool> are_planned() const;
  bool has_numbers(const CountSheetRow& row) const;

  std::vector<Role> roles_;
  bool other_unit_ = false;  ///< a name says that periods are neither quarters nor half-years
  std::string roman_;        ///< what a Roman number counts, before it; empty: nobody says
  std::vector<CountSheetRow> rows_;
  std::size_t bytes_ = 0;
  bool too_long_ = false;
};

}  // namespace kirnu
