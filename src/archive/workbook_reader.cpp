#include "archive/workbook_reader.h"

#include <algorithm>

#include "base/utf8.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostSheets = 100;  // to look at, until one has cells

/// What an office file is whose first part has that name; empty when it can be a workbook in XML.
std::string_view other_kind(std::string_view part) {
  if (part.ends_with(".bin")) return "xlsb";
  if (part.starts_with("word/")) return "docx";
  return part.starts_with("ppt/") ? "pptx" : "";
}

}  // namespace

std::string names_of_sheets(const SheetInfo& info, std::span<const std::size_t> read, bool of_read) {
  constexpr std::size_t kLongest = 200;
  std::string names;
  for (std::size_t i = 0; i < info.visible.size(); ++i) {
    const bool is_read = std::find(read.begin(), read.end(), i) != read.end();
    if (is_read == of_read) names += (names.empty() ? "" : ", ") + info.visible[i];
  }
  return names.empty() ? "–" : std::string(cut_utf8(names, kLongest));
}

bool WorkbookReader::open() {
  workbook_ = find_target("", "/officeDocument");
  if (workbook_.empty()) workbook_ = "xl/workbook.xml";
  const std::string_view other = other_kind(workbook_);
  if (!other.empty()) return zip_.unpacking().fail(IssueCode::FileKindWrong, other);
  if (!read_workbook() || !read_shared_parts()) return false;
  return open_next_sheet() || zip_.unpacking().fail(IssueCode::WorkbookWithoutSheet, std::to_string(info_.sheets));
}

bool WorkbookReader::open_part(std::optional<Part>& part, std::string_view name) {
  ZipEntry entry;
  if (!zip_.find(name, entry)) return zip_.unpacking().fail(IssueCode::WorkbookDamaged, name);
  part.emplace(zip_, entry);
  return true;
}

/// Whether the part's XML ended well, and its bytes were what was packed.
bool WorkbookReader::end_part(std::optional<Part>& part) {
  const bool whole = part->xml.next() == XmlToken::Done;
  return (whole && !zip_.unpacking().error()) || zip_.unpacking().fail(IssueCode::WorkbookDamaged, part->name);
}

/// The part to which a part's relation leads; empty when there is none. The relations are few: they are read anew.
std::string WorkbookReader::find_target(std::string_view part, std::string_view type, std::string_view id) {
  const std::string relations = relations_of_part(part);
  ZipEntry entry;
  if (!zip_.find(relations, entry)) return {};
  std::optional<Part> opened;
  opened.emplace(zip_, entry);
  const std::string target = read_target(opened->xml, type, id);
  return end_part(opened) && !target.empty() ? part_of_target(part, target) : std::string();
}

/// Finds the sheets that are not hidden, in the order of the tabs.
bool WorkbookReader::read_workbook() {
  std::optional<Part> part;
  if (!open_part(part, workbook_)) return false;
  XmlReader& xml = part->xml;
  for (XmlToken token = xml.next(); token != XmlToken::Done; token = xml.next()) {
    if (token == XmlToken::Damaged || zip_.unpacking().error()) break;
    if (token != XmlToken::Start) continue;
    if (xml.name() == "workbookPr") {
      const std::string_view year_1904 = xml.attribute("date1904");
      if (year_1904 == "1" || year_1904 == "true") shared_.epoch = Epoch::Year1904;
    } else if (xml.name() == "sheet") {
      ++info_.sheets;
      const bool hidden = xml.attribute("state").ends_with("idden");  // hidden, veryHidden
      if (hidden) ++info_.hidden;
      if (hidden || relations_.size() == kMostSheets) continue;
      relations_.emplace_back(xml.attribute("id"));
      info_.visible.emplace_back(xml.attribute("name"));
    }
  }
  return end_part(part);
}

/// Opens the next visible sheet with cells; false when there is none, or it cannot be opened.
bool WorkbookReader::open_next_sheet() {
  for (; next_sheet_ < relations_.size() && !zip_.unpacking().error(); ++next_sheet_) {
    const std::string part = find_target(workbook_, "/worksheet", relations_[next_sheet_]);
    if (part.empty()) continue;  // a chart
    info_.place = next_sheet_++;
    info_.name = info_.visible[info_.place];
    sheet_name_ = part;
    if (!open_part(sheet_, sheet_name_)) return false;
    text_.emplace(to_us_);
    rows_.emplace(shared_, sheet_->xml, *text_);
    sheet_ended_ = in_pieces_ = false;
    held_.clear();
    return true;
  }
  return false;
}

/// Strings and styles; a workbook may do without.
bool WorkbookReader::read_shared_parts() {
  const std::uint64_t most = zip_.unpacking().limits().string_bytes;
  std::optional<Part> part;
  ZipEntry entry;
  if (zip_.find(find_target(workbook_, "/sharedStrings"), entry)) {
    part.emplace(zip_, entry);
    if (!shared_.strings.read(part->xml, most)) return zip_.unpacking().fail_beyond(most);
    if (!end_part(part)) return false;
  }
  if (zip_.find(find_target(workbook_, "/styles"), entry)) {
    part.emplace(zip_, entry);
    shared_.formats.read(part->xml);
    if (!end_part(part)) return false;
  }
  return !zip_.unpacking().error();
}

SheetReader::Status WorkbookReader::step() {
  using enum SheetReader::Status;
  constexpr std::uint64_t kStepBytes = 1U << 20U;
  Unpacking& unpacking = zip_.unpacking();
  const std::uint64_t until = sheet_->stream.bytes() + kStepBytes;
  SheetReader::Status status = Going;
  while (status == Going && sheet_->stream.bytes() < until) {
    status = rows_->next_row();
    if (text_->bytes() > unpacking.limits().zip_bytes) unpacking.fail_beyond(unpacking.limits().zip_bytes);
    if (unpacking.error()) return Damaged;
  }
  info_.formulas_without_result = rows_->formulas_without_result();
  if (status == Damaged) unpacking.fail(IssueCode::WorkbookDamaged, sheet_name_);
  if (status != Ended) return status;
  while (!sheet_->stream.next().empty()) {  // for the checksum at its end
  }
  if (unpacking.error()) return Damaged;
  sheet_ended_ = true;
  if (!text_->finish()) return Unwanted;
  return in_pieces_ ? Ended : end_sheet();
}

/// Text of the sheet: all of it where it is short.
bool WorkbookReader::take(std::string_view text) {
  in_pieces_ = in_pieces_ || !sheet_ended_;
  if (in_pieces_) return on_text_(text);
  held_ = text;
  return true;
}

/// A short sheet is handed on, unless it is empty or a cover and another one is not.
SheetReader::Status WorkbookReader::end_sheet() {
  using enum SheetReader::Status;
  const bool empty = held_.empty() && info_.formulas_without_result == 0;
  const bool cover = !held_.empty() && relations_.size() > 1 && is_cover_ && is_cover_(held_);
  if (cover && cover_.empty()) {
    cover_ = held_;
    cover_info_ = info_;
  }
  if ((empty || cover) && open_next_sheet()) return Going;
  if (zip_.unpacking().error()) return Damaged;
  if ((empty || cover) && !cover_.empty()) {
    held_ = cover_;
    info_ = cover_info_;
  } else if (empty && info_.sheets > 1) {
    zip_.unpacking().fail(IssueCode::WorkbookWithoutSheet, std::to_string(info_.sheets));
    return Damaged;
  }
  return held_.empty() || on_text_(held_) ? Ended : Unwanted;
}

}  // namespace kirnu
