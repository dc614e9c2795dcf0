#include "archive/workbook_reader.h"

#include <algorithm>
#include <utility>

#include "archive/archive_issue.h"

namespace kirnu {
namespace {

constexpr std::uint64_t kStepBytes = 1U << 20U;

template <typename Wanted>
const Relationship* find_link(const std::vector<Relationship>& links, const Wanted& wanted) {
  const auto found = std::find_if(links.begin(), links.end(), wanted);
  return found == links.end() ? nullptr : &*found;
}

/// What an office file is whose first part has that name; empty when it can be a workbook in XML.
std::string other_kind(std::string_view part) {
  if (part.ends_with(".bin")) return "xlsb";
  if (part.starts_with("word/")) return "docx";
  return part.starts_with("ppt/") ? "pptx" : "";
}

}  // namespace

WorkbookReader::WorkbookReader(const ZipReader& zip, SheetText::OnText on_text)
    : zip_(zip), text_(std::move(on_text)) {}

bool WorkbookReader::step() {
  if (ended_) return false;
  return sheet_ ? read_rows() : open();
}

double WorkbookReader::progress() const {
  if (!sheet_) return 0;
  const double packed = static_cast<double>(sheet_->stream.packed());
  return packed > 0 ? 1 - static_cast<double>(sheet_->stream.packed_left()) / packed : 1;
}

/// Finds the sheet and reads what its cells refer to.
bool WorkbookReader::open() {
  std::vector<Relationship> links;
  workbook_name_ = "xl/workbook.xml";
  if (zip_.find("_rels/.rels") != nullptr) {
    if (!read_part("_rels/.rels", [&](XmlReader& xml) { links = read_relationships(xml); })) return false;
    const Relationship* start =
        find_link(links, [](const Relationship& link) { return link.type == "officeDocument"; });
    if (start != nullptr) workbook_name_ = part_of_target("", start->target);
  }
  const std::string other = other_kind(workbook_name_);
  if (!other.empty()) return fail(make_issue(IssueCode::FileKindWrong, {}, {{"found", other}}));
  WorkbookPart workbook;
  if (!read_part(workbook_name_, [&](XmlReader& xml) { workbook = read_workbook_part(xml); })) return false;
  const std::string links_name = relationships_part(workbook_name_);
  if (!read_part(links_name, [&](XmlReader& xml) { links = read_relationships(xml); })) return false;
  shared_.epoch = workbook.epoch;
  if (!choose_sheet(workbook.sheets, links)) return false;

  bool fits = true;
  const std::uint64_t most = zip_.limits().string_bytes;
  const auto read_strings = [&](XmlReader& xml) { fits = shared_.strings.read(xml, most); };
  const auto read_formats = [&](XmlReader& xml) { shared_.formats = read_styles(xml); };
  if (!read_shared_part(links, "sharedStrings", read_strings)) return fits ? false : fail(too_large(most));
  if (!read_shared_part(links, "styles", read_formats)) return false;
  if (!open_part(sheet_, sheet_name_)) return false;
  rows_.emplace(shared_, sheet_->xml, text_);
  return true;
}

/// The first worksheet that is not hidden, in the order of the tabs.
bool WorkbookReader::choose_sheet(const std::vector<SheetLine>& sheets, const std::vector<Relationship>& links) {
  for (const SheetLine& sheet : sheets) {
    const Relationship* link = find_link(
        links, [&](const Relationship& each) { return each.type == "worksheet" && each.id == sheet.relation; });
    if (link == nullptr) continue;
    ++info_.sheets;
    if (sheet.hidden) ++info_.hidden;
    if (sheet.hidden || !sheet_name_.empty()) continue;
    info_.name = sheet.name;
    sheet_name_ = part_of_target(workbook_name_, link->target);
  }
  return !sheet_name_.empty() ||
         fail(make_issue(IssueCode::WorkbookWithoutSheet, {}, {{"sheets", static_cast<double>(info_.sheets)}}));
}

/// A part that a workbook may do without.
bool WorkbookReader::read_shared_part(const std::vector<Relationship>& links, std::string_view type,
                                      const std::function<void(XmlReader&)>& read) {
  const Relationship* link = find_link(links, [&](const Relationship& each) { return each.type == type; });
  if (link == nullptr) return true;
  const std::string name = part_of_target(workbook_name_, link->target);
  return zip_.find(name) == nullptr || read_part(name, read);
}

bool WorkbookReader::read_part(const std::string& name, const std::function<void(XmlReader&)>& read) {
  std::optional<Part> part;
  if (!open_part(part, name)) return false;
  read(part->xml);
  const bool whole = part->xml.next() == XmlToken::Done;
  if (part->stream.error()) return fail(*part->stream.error());
  return whole || fail_in(name);
}

bool WorkbookReader::open_part(std::optional<Part>& part, const std::string& name) {
  const ZipEntry* entry = zip_.find(name);
  if (entry == nullptr) return fail_in(name);
  part.emplace(zip_, *entry, unpacked_);
  return true;
}

bool WorkbookReader::read_rows() {
  const std::uint64_t until = sheet_->stream.bytes() + kStepBytes;
  SheetReader::Status status = SheetReader::Status::Going;
  while (status == SheetReader::Status::Going && sheet_->stream.bytes() < until) {
    status = rows_->next_row();
    if (text_.bytes() > zip_.limits().zip_bytes) return fail(too_large(zip_.limits().zip_bytes));
  }
  info_.formulas_without_result = rows_->formulas_without_result();
  switch (status) {
    case SheetReader::Status::Going: return true;
    case SheetReader::Status::Ended: return end_sheet();
    case SheetReader::Status::Unwanted: ended_ = true; return false;
    case SheetReader::Status::Damaged: break;
  }
  return sheet_->stream.error() ? fail(*sheet_->stream.error()) : fail_in(sheet_name_);
}

/// Unpacks what follows the rows, for the checksum at its end.
bool WorkbookReader::end_sheet() {
  while (!sheet_->stream.next().empty()) {
  }
  if (sheet_->stream.error()) return fail(*sheet_->stream.error());
  text_.finish();
  ended_ = true;
  return false;
}

bool WorkbookReader::fail(Issue issue) {
  ended_ = true;
  error_ = std::move(issue);
  return false;
}

bool WorkbookReader::fail_in(const std::string& part) {
  return fail(make_issue(IssueCode::WorkbookDamaged, {}, {{"part", part}}));
}

}  // namespace kirnu
