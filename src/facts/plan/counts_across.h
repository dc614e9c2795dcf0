#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "table/row_batch.h"
#include "table/table_reader.h"

/// Tables of counts that lie on their side: what was counted stands in the first column, and each period is a column;
/// or what was counted, when and how many stand in one column each ("Kennzahl; Monat; Wert").
namespace kirnu {

/// Whether a table does: the names in its first column tell counts, and numbers alone stand beside them. One column of
/// numbers is one period, without a name where the table has no header.
bool counts_lie_across(const TableHead& head);

/// The columns of a table with one number a row.
struct LongCounts {
  std::size_t name = 0, period = 0, number = 0;
};
std::optional<LongCounts> find_long_counts(const TableHead& head);

/// Takes such a table row by row and gives it upright: a row a period, under the names of what was counted.
class CountsAcross {
 public:
  explicit CountsAcross(const TableHead& head);
  void take(const RowBatch& batch);

  /// The head of the upright table; complete after the last take().
  const TableHead& head() const { return upright_; }
  std::int64_t periods() const { return static_cast<std::int64_t>(upright_.sample.size()); }

  /// Calls take(batch) with all periods; false as soon as it answers so.
  template <class Take>
  bool give(Take take) const {
    for (std::size_t from = 0; from < upright_.sample.size(); from += kMostBatchRows) {
      Batch batch(upright_, from);
      if (!take(batch.rows)) return false;
    }
    return true;
  }

 private:
  /// Some periods as rows of a file would come.
  struct Batch {
    Batch(const TableHead& upright, std::size_t from);
    std::string text;
    std::vector<std::uint32_t> starts;
    std::vector<std::string_view> cells;
    RowBatch rows;
  };

  void take_long(const RowBatch& batch);

  TableHead upright_;  ///< with every period in its sample
  std::optional<LongCounts> long_;
  std::vector<std::size_t> periods_;  ///< their columns in the file
};

}  // namespace kirnu
