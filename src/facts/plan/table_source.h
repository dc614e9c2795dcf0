#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/unpacker.h"
#include "table/table_reader.h"
#include "table/wrapped_lines.h"

namespace kirnu {

/// A file's bytes in any chunks become header and rows, whether it is a table as text or one that is packed.
class TableSource {
 public:
  TableSource(TableChoice choice, TableReader::OnHead on_head, TableReader::OnRows on_rows);
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;

  /// Takes the next bytes; false when the file cannot go on.
  bool feed(std::string_view bytes);

  /// After the last byte: unpacks on, about 1 MiB. False when there is no more to do.
  bool step();

  /// Ends the file, with all steps that are left; false when it could not be read to its end: the issues say why.
  bool finish();

  /// Only these columns are brought; to be called while on_head runs.
  void want(std::vector<std::size_t> columns) { reader_->want(std::move(columns)); }

  /// Of what was unpacked so far; empty before the first text.
  const TableHead& head() const { return reader_ ? reader_->head() : no_head_; }
  const TableSummary& summary() const { return reader_ ? reader_->summary() : no_summary_; }

  /// Why the file could not be unpacked: then nothing that was read before counts. Null when nothing is wrong.
  const Issue* damage() const { return unpacker_ && unpacker_->error() ? &*unpacker_->error() : nullptr; }

  /// Whether it is a sheet of a workbook: then there is neither encoding nor delimiter.
  bool is_packed() const { return unpacker_.has_value(); }
  bool is_sheet() const { return sheet() != nullptr; }
  const SheetInfo* sheet() const { return unpacker_ ? unpacker_->sheet() : nullptr; }

  /// After finish(): the bytes of a packed file, to be read once more.
  std::string take_bytes() { return unpacker_ ? unpacker_->take_bytes() : std::string(); }

  std::uint64_t bytes() const { return bytes_; }

  /// Everything that reading it as text found, with the reader's own issues and those of unpacking.
  std::vector<Issue> issues() const;

 private:
  bool open();
  void open_reader();
  bool read(std::string_view text);
  bool pass_on(std::string_view part);
  void note_dialect(std::vector<Issue>& issues) const;

  TableChoice choice_;
  TableReader::OnHead on_head_;
  TableReader::OnRows on_rows_;
  std::uint64_t bytes_ = 0;
  bool opened_ = false;  ///< it is known what the file is
  std::string first_bytes_;
  std::optional<Unpacker> unpacker_;
  std::optional<LineUnwrapper> unwrapper_;  ///< of a table whose rows stand in quotes as wholes
  std::optional<TableReader> reader_;       ///< from the first text on
  TableHead no_head_;
  TableSummary no_summary_;
};

}  // namespace kirnu
