#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/gzip_reader.h"
#include "archive/unpacking.h"
#include "archive/workbook_reader.h"
#include "archive/zip_reader.h"
#include "base/issue.h"
#include "text/file_kind.h"

namespace kirnu {

/// Turns a packed file in any chunks into the bytes of the table inside: .csv.gz, a .zip with one file, an .xlsx
/// workbook. A gzip is unpacked as it comes; a zip is kept (512 MiB at most) and unpacked after its last byte. What was
/// handed on counts only if finish() is true: a checksum stands at the end.
class Unpacker {
 public:
  using OnText = std::function<bool(std::string_view)>;  ///< false: nobody wants more

  /// The kinds that it takes; anything else is read or refused without it.
  static bool unpacks(FileKind kind) {
    return kind == FileKind::Gzip || kind == FileKind::Zip || kind == FileKind::Workbook;
  }

  /// `is_cover`: of sheets; without it the first that is not empty is taken, from visible sheet `sheet` on.
  Unpacker(FileKind kind, OnText on_text, const UnpackLimits& limits = {}, WorkbookReader::IsCover is_cover = {},
           std::size_t sheet = 0);
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  /// Takes the next bytes; false when it cannot go on, or nobody wants more.
  bool feed(std::string_view bytes);

  /// After the last byte: unpacks on, about 1 MiB. False when there is no more to do.
  bool step();

  /// Ends the file with all steps that are left; true when the whole table was handed on.
  bool finish();

  /// Why the file cannot be unpacked; absent also when nobody wanted more.
  const std::optional<Issue>& error() const { return unpacking_.error(); }

  /// Of a workbook: which sheet it was, whole after finish(); null for anything else. The text is then UTF-8 with
  /// commas, whatever is in it.
  const SheetInfo* sheet() const { return workbook_ ? &workbook_->info() : nullptr; }

  /// After finish(): the zip or workbook itself, to be read once more.
  std::string take_bytes() { return std::move(bytes_); }

  /// What is to be said about a workbook that was read.
  std::vector<Issue> notes() const;

  /// The share of a zip that was unpacked after its last byte, 0 to 1.
  double progress() const;

 private:
  bool open_zip();
  bool step_file();
  bool step_workbook();

  OnText on_text_;
  WorkbookReader::IsCover is_cover_;
  std::size_t sheet_;
  Unpacking unpacking_;
  std::optional<GzipReader> gzip_;
  std::string bytes_;  ///< of a zip
  std::optional<ZipReader> zip_;
  std::optional<ZipStream> file_;
  std::optional<WorkbookReader> workbook_;
  bool ended_ = false;
  bool whole_ = false;  ///< all was handed on
};

}  // namespace kirnu
