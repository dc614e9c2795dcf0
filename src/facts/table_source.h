#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/unpacker.h"
#include "table/table_reader.h"

namespace kirnu {

/// A file's bytes in any chunks become header and rows, whether it is a table as text or one that is packed.
class TableSource {
 public:
  TableSource(TableChoice choice, TableReader::OnHead on_head, TableReader::OnRows on_rows);
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;

  /// Takes the next bytes; false when the file cannot go on.
  bool feed(std::string_view bytes);

  /// Ends the file; false when it could not be read to its end: the issues say why.
  bool finish();

  /// Only these columns are brought; to be called while on_head runs.
  void want(std::vector<std::size_t> columns) { reader_->want(std::move(columns)); }

  const TableHead& head() const { return reader_->head(); }
  const TableSummary& summary() const { return reader_->summary(); }
  std::uint64_t bytes() const { return bytes_; }

  /// Everything that reading it as text found, with the reader's own issues and those of unpacking.
  std::vector<Issue> issues() const;

 private:
  bool open();
  bool pass_on(std::string_view part);

  TableChoice choice_;
  TableReader::OnHead on_head_;
  TableReader::OnRows on_rows_;
  std::uint64_t bytes_ = 0;
  std::string first_bytes_;
  std::optional<Unpacker> unpacker_;
  std::optional<TableReader> reader_;
};

}  // namespace kirnu
