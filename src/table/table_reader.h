#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "table/dialect.h"
#include "table/fast_pace.h"
#include "table/fast_rows.h"
#include "table/row_batch.h"
#include "table/row_sorter.h"
#include "table/source_offsets.h"
#include "table/table_head.h"
#include "table/table_summary.h"
#include "text/decoder.h"
#include "text/file_kind.h"

namespace kirnu {

/// What a person decided about a file; absent members are guessed.
struct TableChoice {
  std::optional<Encoding> encoding = {};
  DialectChoice dialect = {};
  std::size_t sheet = 0;                    ///< of a workbook the visible ones before it are passed over
  bool count_fields = false;                ///< TableSummary::counts is wanted
  std::size_t sample_bytes = kSampleBytes;  ///< so many decide; tests take fewer
};

/// A data row; its views are valid only during the call that brings it.
struct TableRow {
  std::int64_t row = 0;                     ///< data row, from 1
  std::int64_t line = 0;                    ///< line of the file, from 1
  std::uint64_t byte = 0;                   ///< offset in the file
  std::span<const std::string_view> cells;  ///< as many as names
  std::string_view raw;
  bool damaged = false;  ///< holds U+FFFD where the file's bytes were invalid
};

/// Bytes in any chunks become a header and rows: decoder, dialect and scanner in one. The first 256 KiB decide, so
/// nothing is brought before that many bytes came or finish() was called. Any split of the bytes gives the same calls.
class TableReader {
 public:
  using OnHead = std::function<void(const TableHead&)>;
  using OnRow = std::function<void(const TableRow&)>;
  using OnRows = std::function<void(const RowBatch&)>;

  /// Brings rows in batches, with the cells that want() named.
  TableReader(TableChoice choice, OnHead on_head, OnRows on_rows);

  /// Brings one row after the other, with all cells.
  TableReader(TableChoice choice, OnHead on_head, OnRow on_row);
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  /// Only these columns are brought, in this order; to be called while on_head runs.
  void want(std::vector<std::size_t> columns);

  /// Takes the next bytes; false when the file cannot go on: the last issue says why.
  bool feed(std::string_view bytes);

  /// Ends the file. False when it cannot be read as a table: the last issue says why.
  bool finish();

  const TableSummary& summary() const { return summary_; }
  const TableHead& head() const { return head_; }

 private:
  bool begin(bool whole);
  bool find_head(std::string_view text, bool whole);
  bool scan(std::string_view text);
  bool can_be_fast() const;
  std::size_t scan_fast(std::string_view text);
  void deliver_batch(RowBatch batch, std::uint64_t offset);
  void take_row(const CsvRow& row);
  void deliver(const CsvRow& row, std::uint64_t byte);
  void reject(const CsvRow& row, std::uint64_t byte, Issue issue);
  bool fail(Issue issue);
  bool fail_if_stopped();
  void note_decoding();
  std::uint64_t source_offset(std::uint64_t offset) { return offsets_.of(*decoder_, offset); }

  TableChoice choice_;
  OnHead on_head_;
  OnRows on_rows_;
  std::vector<std::size_t> wanted_;  ///< columns that are brought
  std::vector<std::string_view> batch_cells_;
  TableHead head_;
  TableSummary summary_;
  std::string first_bytes_;
  std::size_t sample_bytes_;
  std::optional<Decoder> decoder_;
  std::optional<CsvScanner> scanner_;
  std::optional<RowSorter> sorter_;
  bool fast_wanted_ = false;
  std::optional<FastRows> fast_;  ///< where the syntax is a usual one
  FastPace pace_;
  std::int64_t data_rows_ = 0;
  std::uint64_t bytes_ = 0;  ///< that came
  SourceOffsets offsets_;
  bool failed_ = false;
  bool finished_ = false;
};

}  // namespace kirnu
