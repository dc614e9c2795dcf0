#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "facts/count_row.h"
#include "facts/count_table.h"
#include "facts/import_plan.h"
#include "table/row_batch.h"

namespace kirnu {

/// Rows become a checked table of counts, one row a period. They wait for the last one: whether a rate is percent, and
/// where a period opens, depends on others.
class CountBuilder {
 public:
  explicit CountBuilder(const ImportPlan& plan);

  /// Takes rows with all their cells; false when there are more than any history of counts has.
  bool take(const RowBatch& batch);

  /// The table, with its columns and with what is wrong with its rows. It has no rows when there is none to be had; the
  /// issues say why.
  CountTable finish();

 private:
  struct KeptRow {
    std::int64_t row = 0, line = 0;
    std::string raw = {};
    std::vector<std::string> cells = {};
  };

  void keep(const RowBatch& batch, std::size_t i);
  std::string name_of_groups() const;
  void build_rows();
  void find_habits();
  void add_row(const KeptRow& kept);
  bool take_cells(const KeptRow& kept, CountRow& row, CountRowInputs& inputs);
  void reject(const KeptRow& kept, Issue issue, const std::string& column);
  void note_thousands(const KeptRow& kept, std::size_t column, double number);
  void blame_first_row();
  std::size_t filled_rows() const;
  std::string label_of(const KeptRow& kept) const;
  void forget_other_rows();
  bool are_below_zero(std::size_t column) const;
  void take_period_of_names();
  void take_days();
  std::vector<std::string> part_names() const;
  void join_repeated_periods();
  void warn_of_ends_alone();
  std::string column_names() const;

  CountsTold told_;
  std::vector<CountColumnHabit> habits_;
  std::vector<KeptRow> kept_;
  std::size_t kept_bytes_ = 0;
  bool too_long_ = false;
  CountTable table_;
};

}  // namespace kirnu
