#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/cell_format.h"
#include "archive/sheet_text.h"
#include "archive/workbook_parts.h"
#include "archive/xml_reader.h"

namespace kirnu {

/// What the cells of every sheet refer to.
struct SharedParts {
  Epoch epoch = Epoch::Year1900;
  CellFormats formats;
  SharedStrings strings;
};

/// The cells of one sheet, as text.
class SheetReader {
 public:
  enum class Status { Going, Ended, Damaged, Unwanted };

  /// All three must outlive the reader.
  SheetReader(const SharedParts& shared, XmlReader& xml, SheetText& text) : shared_(shared), xml_(xml), text_(text) {}

  /// Reads on to the end of a row. Ended: past the last row, what follows in the sheet was not read.
  Status next_row();

  std::int64_t formulas_without_result() const { return formulas_without_result_; }

 private:
  enum class CellType { Number, Shared, Inline, Formula, Boolean, Error, IsoDate };

  bool begin_row();
  Status read_cell();
  void read_content(CellType type);
  std::string_view cell_text(CellType type, CellFormat format);
  static CellType type_of(std::string_view name);

  const SharedParts& shared_;
  XmlReader& xml_;
  SheetText& text_;
  std::int64_t row_ = -1, column_ = -1;  ///< from 0
  bool in_data_ = false;
  std::string value_;    ///< of the cell being read, as stored
  std::string written_;  ///< and as written
  std::int64_t formulas_without_result_ = 0;
};

}  // namespace kirnu
