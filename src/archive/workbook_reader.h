#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "archive/sheet_reader.h"
#include "archive/sheet_text.h"
#include "archive/workbook_parts.h"
#include "archive/xml_reader.h"
#include "archive/zip_reader.h"

namespace kirnu {

/// Which sheet of a workbook was read, and what else there is.
struct SheetInfo {
  std::string name;
  std::int64_t sheets = 0;                   ///< of the workbook, with charts that are sheets
  std::int64_t hidden = 0;                   ///< of them
  std::vector<std::string> visible = {};     ///< names of the others, in the order of the tabs …
  std::size_t place = 0;                     ///< … and which of them was read
  std::int64_t formulas_without_result = 0;  ///< cells read as empty: the program that wrote them did not calculate
};

/// The names of the visible sheets that were read, or of all others, in one line; "–" where there are none.
std::string names_of_sheets(const SheetInfo& info, std::span<const std::size_t> read, bool of_read);

/// The first visible sheet of an .xlsx workbook that has cells and is no cover, as text with commas in UTF-8: dates as
/// 2024-12-31, times as 12:00:00, percentages as 5%, numbers with a decimal point, TRUE and FALSE, errors as #N/A;
/// formulas as what they last gave.
class WorkbookReader {
 public:
  /// Whether the text of a small sheet is no table but what stands before one.
  using IsCover = std::function<bool(std::string_view)>;

  /// All must outlive the reader. Of the visible sheets those before `first` are passed over.
  WorkbookReader(const ZipReader& zip, const SheetText::OnText& on_text, const IsCover& is_cover, std::size_t first)
      : zip_(zip), on_text_(on_text), is_cover_(is_cover), next_sheet_(first) {}

  /// Finds the sheet and reads what its cells refer to; false when it cannot.
  bool open();

  /// Reads on, about 1 MiB of the sheet. Going: there is more. Unwanted: nobody wants more. Damaged: the unpacking
  /// knows why.
  SheetReader::Status step();

  const SheetInfo& info() const { return info_; }  ///< whole when all is read
  double progress() const { return sheet_ ? sheet_->stream.progress() : 0; }

 private:
  /// A part of the workbook, its XML unpacked as it is read.
  struct Part {
    Part(const ZipReader& zip, const ZipEntry& entry)
        : stream(zip, entry), xml([this] { return stream.next(); }), name(entry.name) {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ZipStream stream;
    XmlReader xml;
    std::string_view name;
  };

  bool open_part(std::optional<Part>& part, std::string_view name);
  bool end_part(std::optional<Part>& part);
  bool read_workbook();
  bool read_shared_parts();
  bool open_next_sheet();
  bool take(std::string_view text);
  SheetReader::Status end_sheet();
  std::string find_target(std::string_view part, std::string_view type, std::string_view id = {});

  const ZipReader& zip_;
  const SheetText::OnText& on_text_;
  const IsCover& is_cover_;
  const SheetText::OnText to_us_ = [this](std::string_view text) { return take(text); };
  std::optional<SheetText> text_;
  SharedParts shared_;
  std::string workbook_;                ///< of its part
  std::string sheet_name_;              ///< of its part
  std::vector<std::string> relations_;  ///< of the visible sheets
  std::size_t next_sheet_;
  std::optional<Part> sheet_;
  std::optional<SheetReader> rows_;
  SheetInfo info_;
  bool sheet_ended_ = false;
  bool in_pieces_ = false;  ///< the sheet is so long that it is handed on as it is read
  std::string held_;        ///< of a shorter one, all of it
  std::string cover_;       ///< the first that seems to be one, should there be no other sheet …
  SheetInfo cover_info_;    ///< … and which it is
};

}  // namespace kirnu
