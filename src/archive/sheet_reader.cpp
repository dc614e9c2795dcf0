#include "archive/sheet_reader.h"

namespace kirnu {
namespace {

constexpr std::int64_t kMostRows = 1'048'576;
constexpr std::int64_t kMostColumns = 16'384;
constexpr std::size_t kLongestValue = 16U << 20U;
constexpr std::int64_t kNoString = 1'000'000'000'000'000;  // more than there can be

/// The column of a reference such as C5, from 1; 0 without letters.
std::int64_t column_of(std::string_view reference) {
  std::int64_t column = 0;
  for (const char c : reference.substr(0, 8)) {
    const char low = static_cast<char>(c | 0x20);
    if (low < 'a' || low > 'z') break;
    column = column * 26 + (low - 'a' + 1);
  }
  return column;
}

std::uint64_t shared_number(std::string_view value) {
  return static_cast<std::uint64_t>(whole_number(value, kNoString));
}

/// 2024-12-31T12:00:00.000Z in the way that dates of numbers are written.
void append_iso_date(std::string& text, std::string_view value) {
  constexpr std::size_t kDay = 10, kToTheSecond = 19;
  text += value.substr(0, kDay);
  if (value.size() <= kDay) return;
  text += value[kDay] == 'T' ? ' ' : value[kDay];
  text += value.substr(kDay + 1, kToTheSecond - kDay - 1);
}

}  // namespace

SheetReader::Status SheetReader::next_row() {
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::Damaged) return Status::Damaged;
    if (token == XmlToken::Done) return Status::Ended;
    if (token == XmlToken::Text) continue;
    const std::string_view name = xml_.name();
    if (name == "sheetData") {
      in_data_ = token == XmlToken::Start;
      if (!in_data_) return Status::Ended;
    } else if (token == XmlToken::End) {
      if (name == "row") return Status::Going;
    } else if (in_data_ && name == "row") {
      if (!begin_row()) return Status::Damaged;
    } else if (in_data_ && name == "c") {
      const Status status = read_cell();
      if (status != Status::Going) return status;
    }
  }
}

/// A row stands where its number says; one without a number, or out of order, follows the row before.
bool SheetReader::begin_row() {
  const std::int64_t number = whole_number(xml_.attribute("r"), 0);
  row_ = number > row_ + 1 ? number - 1 : row_ + 1;
  column_ = -1;
  return row_ < kMostRows;
}

SheetReader::Status SheetReader::read_cell() {
  const std::int64_t column = column_of(xml_.attribute("r"));
  column_ = column > column_ + 1 ? column - 1 : column_ + 1;
  if (row_ < 0 || column_ >= kMostColumns) return Status::Damaged;
  const CellFormat format = shared_.formats.at(static_cast<std::uint64_t>(whole_number(xml_.attribute("s"), 0)));
  const CellType type = type_of(xml_.attribute("t"));
  read_content(type);
  if (type == CellType::Shared && !value_.empty() && !shared_.strings.has(shared_number(value_)))
    return Status::Damaged;
  const std::string_view text = cell_text(type, format);
  return text.empty() || text_.add(row_, column_, text) ? Status::Going : Status::Unwanted;
}

/// Reads past the cell; v or is become the value, is where both are there.
void SheetReader::read_content(CellType type) {
  const int depth = xml_.depth();
  bool in_value = false, formula = false;
  value_.clear();
  while (true) {
    const XmlToken token = xml_.next();
    if (token == XmlToken::Damaged || xml_.depth() < depth) break;
    if (token == XmlToken::Text) {
      if (in_value && value_.size() < kLongestValue) value_ += xml_.text();
      continue;
    }
    in_value = token == XmlToken::Start && xml_.name() == "v" && value_.empty();
    if (token != XmlToken::Start) continue;
    if (xml_.name() == "f") formula = true;
    if (xml_.name() != "is") continue;
    value_.clear();
    append_rich_text(value_, xml_);
  }
  if (formula && value_.empty() && type == CellType::Number) ++formulas_without_result_;
}

/// The value in the words of a table; it may point into what cells share.
std::string_view SheetReader::cell_text(CellType type, CellFormat format) {
  switch (type) {
    case CellType::Shared: return shared_.strings.at(shared_number(value_));
    case CellType::Formula: resolve_escapes(value_, 0); return value_;
    case CellType::Inline:
    case CellType::Error: return value_;
    case CellType::Boolean: return value_.empty() ? "" : value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    case CellType::IsoDate:
    case CellType::Number: break;
  }
  written_.clear();
  if (type == CellType::IsoDate) {
    append_iso_date(written_, value_);
  } else if (!value_.empty()) {
    append_cell_number(written_, value_, format, shared_.epoch);
  }
  return written_;
}

SheetReader::CellType SheetReader::type_of(std::string_view name) {
  if (name == "s") return CellType::Shared;
  if (name == "inlineStr") return CellType::Inline;
  if (name == "str") return CellType::Formula;
  if (name == "b") return CellType::Boolean;
  if (name == "e") return CellType::Error;
  return name == "d" ? CellType::IsoDate : CellType::Number;
}

}  // namespace kirnu
