#include "archive/unpacker.h"

namespace kirnu {

Unpacker::Unpacker(FileKind kind, OnText on_text, const UnpackLimits& limits, WorkbookReader::IsCover is_cover,
                   std::size_t sheet)
    : on_text_(std::move(on_text)),
      is_cover_(std::move(is_cover)),
      sheet_(sheet),
      unpacking_(limits, kind == FileKind::Gzip) {
  if (kind == FileKind::Gzip) gzip_.emplace(on_text_, unpacking_);
}

bool Unpacker::feed(std::string_view bytes) {
  if (ended_) return false;
  const std::uint64_t most = unpacking_.limits().zip_packed;
  if (gzip_) {
    ended_ = !gzip_->feed(bytes);
  } else if (bytes.size() > most - bytes_.size()) {
    ended_ = !unpacking_.fail_beyond(most);
  } else {
    bytes_ += bytes;
  }
  return !ended_;
}

bool Unpacker::step() {
  if (ended_) return false;
  if (gzip_) {
    whole_ = gzip_->finish();
    ended_ = true;
  } else if (!zip_) {
    ended_ = !open_zip();
  } else {
    ended_ = !(workbook_ ? step_workbook() : step_file());
  }
  return !ended_;
}

bool Unpacker::finish() {
  while (step()) {
  }
  return whole_;
}

/// An office package is a workbook, or says what it is; any other zip must hold one file.
bool Unpacker::open_zip() {
  zip_.emplace(bytes_, unpacking_);
  if (unpacking_.error()) return false;
  ZipEntry entry;
  if (zip_->find("[Content_Types].xml", entry) || zip_->find("xl/workbook.xml", entry)) {
    workbook_.emplace(*zip_, on_text_, is_cover_, sheet_);
    return workbook_->open();
  }
  if (!zip_->find_only_file(entry)) return false;
  file_.emplace(*zip_, entry);
  return true;
}

bool Unpacker::step_file() {
  constexpr int kPieces = 16;
  for (int i = 0; i < kPieces; ++i) {
    const std::string_view piece = file_->next();
    if (piece.empty()) whole_ = !unpacking_.error();
    if (piece.empty() || !on_text_(piece)) return false;
  }
  return true;
}

bool Unpacker::step_workbook() {
  const SheetReader::Status status = workbook_->step();
  whole_ = status == SheetReader::Status::Ended;
  return status == SheetReader::Status::Going;
}

double Unpacker::progress() const {
  if (workbook_) return workbook_->progress();
  return file_ ? file_->progress() : 0;
}

std::vector<Issue> Unpacker::notes() const {
  std::vector<Issue> notes;
  if (!workbook_) return notes;
  const SheetInfo& info = workbook_->info();
  if (info.sheets > 1) {
    notes.push_back(make_issue(IssueCode::WorkbookSheetRead, {},
                               {{"sheet", info.name},
                                {"sheets", static_cast<double>(info.sheets)},
                                {"hidden", static_cast<double>(info.hidden)},
                                {"others", names_of_sheets(info, {&info.place, 1}, false)}}));
  }
  if (info.formulas_without_result > 0) {
    notes.push_back(make_issue(IssueCode::WorkbookFormulasEmpty, {},
                               {{"cells", static_cast<double>(info.formulas_without_result)}}));
  }
  return notes;
}

}  // namespace kirnu
