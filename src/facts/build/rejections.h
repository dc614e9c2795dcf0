#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "facts/tables/import_summary.h"
#include "table/row_batch.h"

namespace kirnu {

/// What is wrong with the rows of one batch: the first flaw of each row counts.
class BatchFlaws {
 public:
  void begin(std::size_t rows);

  /// `column` is the place of the cell in the batch.
  void add(std::size_t row, std::size_t column, IssueCode code);

  /// The row is no row of its own, or none that counts: left out without being wrong.
  void skip(std::size_t row) {
    if (!bad_[row]) add(row, kSkipped, IssueCode::TableEmpty);
  }
  bool is_skipped(std::size_t row) const { return bad_[row] && columns_[row] == kSkipped; }

  bool any() const { return any_; }
  bool has(std::size_t row) const { return bad_[row]; }
  std::size_t column(std::size_t row) const { return columns_[row]; }
  IssueCode code(std::size_t row) const { return codes_[row]; }

 private:
  static constexpr std::size_t kSkipped = static_cast<std::size_t>(-1);

  bool any_ = false;
  std::array<bool, kMostBatchRows> bad_{};
  std::array<std::size_t, kMostBatchRows> columns_{};
  std::array<IssueCode, kMostBatchRows> codes_{};
};

/// Rows that were left out: the first kMostRejectionsKept of them with what stood there, and one issue for each code
/// and column with the first place and the count.
class Rejections {
 public:
  void add(const RowPlace& place, IssueCode code, const std::string& column, std::string_view found);

  std::int64_t count() const { return count_; }
  std::vector<RejectedRow>& rows() { return rows_; }
  std::vector<Issue>& issues() { return issues_; }

 private:
  std::int64_t count_ = 0;
  std::vector<RejectedRow> rows_;
  std::vector<Issue> issues_;
};

}  // namespace kirnu
