#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "facts/plan/count_row.h"
#include "facts/plan/count_sheet.h"
#include "facts/plan/import_plan.h"
#include "facts/tables/count_table.h"
#include "facts/words/scale_words.h"
#include "table/row_batch.h"

namespace kirnu {

/// Rows become a checked table of counts, one row a period. They wait for the last one: whether a rate is percent, and
/// where a period opens, depends on others.
class CountBuilder {
 public:
  explicit CountBuilder(const ImportPlan& plan);

  /// Takes rows with all their cells; false when there are more than any history of counts has.
  bool take(const RowBatch& batch) { return sheet_.take(batch); }

  /// The table, with its columns and with what is wrong with its rows. It has no rows when there is none to be had; the
  /// issues say why.
  CountTable finish();

 private:
  std::string name_of_groups() const;
  void build_rows();
  void note_other_rows(const std::vector<CountSheetRow>& rows, IssueCode code);
  void add_row(const CountSheetRow& kept, const std::optional<double>& opening);
  bool take_cells(const CountSheetRow& kept, CountRow& row, CountRowInputs& inputs);
  void reject(const CountSheetRow& kept, Issue issue, const std::string& column);
  void note_thousands(const CountSheetRow& kept, std::size_t column, double number);
  void blame_first_row();
  void take_period_of_names();
  bool names_week_ends() const;
  void take_days();
  void join_repeated_periods();
  void warn_of_ends_alone();
  std::string column_names() const;

  CountsTold told_;
  std::string settled_base_;  ///< the column that by the table's own rates stayed; empty: none
  TitleScale title_;
  CountSheet sheet_;
  std::vector<CountColumnHabit> habits_;
  CountTable table_;
};

}  // namespace kirnu
