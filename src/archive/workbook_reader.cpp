#include "archive/workbook_reader.h"

namespace kirnu {
namespace {

/// What an office file is whose first part has that name; empty when it can be a workbook in XML.
std::string_view other_kind(std::string_view part) {
  if (part.ends_with(".bin")) return "xlsb";
  if (part.starts_with("word/")) return "docx";
  return part.starts_with("ppt/") ? "pptx" : "";
}

}  // namespace

bool WorkbookReader::open() {
  std::string workbook = find_target("", "/officeDocument");
  if (workbook.empty()) workbook = "xl/workbook.xml";
  const std::string_view other = other_kind(workbook);
  if (!other.empty()) return zip_.unpacking().fail(IssueCode::FileKindWrong, other);
  if (!read_workbook(workbook) || !read_shared_parts(workbook) || !open_part(sheet_, sheet_name_)) return false;
  rows_.emplace(shared_, sheet_->xml, text_);
  return true;
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

/// Chooses the first worksheet that is not hidden, in the order of the tabs.
bool WorkbookReader::read_workbook(std::string_view name) {
  std::optional<Part> part;
  if (!open_part(part, name)) return false;
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
      if (hidden || !sheet_name_.empty()) continue;
      sheet_name_ = find_target(name, "/worksheet", std::string(xml.attribute("id")));
      if (!sheet_name_.empty()) info_.name = xml.attribute("name");
    }
  }
  if (!end_part(part)) return false;
  return !sheet_name_.empty() || zip_.unpacking().fail(IssueCode::WorkbookWithoutSheet, std::to_string(info_.sheets));
}

/// Strings and styles; a workbook may do without.
bool WorkbookReader::read_shared_parts(std::string_view workbook) {
  const std::uint64_t most = zip_.unpacking().limits().string_bytes;
  std::optional<Part> part;
  ZipEntry entry;
  if (zip_.find(find_target(workbook, "/sharedStrings"), entry)) {
    part.emplace(zip_, entry);
    if (!shared_.strings.read(part->xml, most)) return zip_.unpacking().fail_beyond(most);
    if (!end_part(part)) return false;
  }
  if (zip_.find(find_target(workbook, "/styles"), entry)) {
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
    if (text_.bytes() > unpacking.limits().zip_bytes) unpacking.fail_beyond(unpacking.limits().zip_bytes);
    if (unpacking.error()) return Damaged;
  }
  info_.formulas_without_result = rows_->formulas_without_result();
  if (status == Damaged) unpacking.fail(IssueCode::WorkbookDamaged, sheet_name_);
  if (status != Ended) return status;
  while (!sheet_->stream.next().empty()) {  // for the checksum at its end
  }
  if (unpacking.error()) return Damaged;
  return text_.finish() ? Ended : Unwanted;
}

}  // namespace kirnu
