#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/sheet_reader.h"
#include "archive/sheet_text.h"
#include "archive/workbook_parts.h"
#include "archive/xml_reader.h"
#include "archive/zip_reader.h"
#include "base/issue.h"

namespace kirnu {

/// Which sheet of a workbook was read, and what else there is.
struct SheetInfo {
  std::string name;
  std::int64_t sheets = 0;                   ///< worksheets of the workbook
  std::int64_t hidden = 0;                   ///< of them
  std::int64_t formulas_without_result = 0;  ///< cells read as empty: the program that wrote them did not calculate
};

/// The first visible sheet of an .xlsx workbook as text with commas in UTF-8: dates as 2024-12-31, times as 12:00:00,
/// percentages as 5%, numbers with a decimal point, TRUE and FALSE, errors as #N/A; formulas as what they last gave.
class WorkbookReader {
 public:
  /// `zip` must outlive the reader and have no error.
  WorkbookReader(const ZipReader& zip, SheetText::OnText on_text);

  /// Reads on, about 1 MiB of the sheet. False when there is no more to do: all is read, nobody wants more, or
  /// error() says why not.
  bool step();

  const std::optional<Issue>& error() const { return error_; }
  const SheetInfo& info() const { return info_; }  ///< whole when all is read

  /// The sheet's share that was read, 0 to 1.
  double progress() const;

 private:
  /// A part of the workbook, its XML unpacked as it is read.
  struct Part {
    Part(const ZipReader& zip, const ZipEntry& entry, std::uint64_t& unpacked)
        : stream(zip, entry, unpacked), xml([this] { return stream.next(); }) {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ZipStream stream;
    XmlReader xml;
  };

  bool open();
  bool choose_sheet(const std::vector<SheetLine>& sheets, const std::vector<Relationship>& links);
  bool read_part(const std::string& name, const std::function<void(XmlReader&)>& read);
  bool read_shared_part(const std::vector<Relationship>& links, std::string_view type,
                        const std::function<void(XmlReader&)>& read);
  bool open_part(std::optional<Part>& part, const std::string& name);
  bool read_rows();
  bool end_sheet();
  bool fail(Issue issue);
  bool fail_in(const std::string& part);

  const ZipReader& zip_;
  SheetText text_;
  std::uint64_t unpacked_ = 0;
  std::string workbook_name_, sheet_name_;  ///< of the parts
  SharedParts shared_;
  std::optional<Part> sheet_;
  std::optional<SheetReader> rows_;
  SheetInfo info_;
  bool ended_ = false;
  std::optional<Issue> error_;
};

}  // namespace kirnu
