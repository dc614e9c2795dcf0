#include "archive/unpacker.h"

#include <utility>

#include "archive/archive_issue.h"

namespace kirnu {
namespace {

/// Folders, and what macOS adds.
bool is_no_file(std::string_view name) {
  return name.ends_with('/') || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store");
}

}  // namespace

bool Unpacker::unpacks(FileKind kind) {
  return kind == FileKind::Gzip || kind == FileKind::Zip || kind == FileKind::Workbook;
}

Unpacker::Unpacker(FileKind kind, OnText on_text, UnpackLimits limits) : limits_(limits) {
  on_text_ = [this, on_text = std::move(on_text)](std::string_view text) { return wanted_ = on_text(text); };
  if (kind == FileKind::Gzip) gzip_ = std::make_unique<GzipReader>(on_text_, limits);
}

Unpacker::~Unpacker() = default;

bool Unpacker::feed(std::string_view bytes) {
  if (ended_) return false;
  if (gzip_) return gzip_->feed(bytes) || end(gzip_->error());
  if (bytes.size() > limits_.zip_packed - bytes_.size()) return end(too_large(limits_.zip_packed));
  bytes_ += bytes;
  return true;
}

bool Unpacker::step() {
  if (ended_) return false;
  if (gzip_) {
    gzip_->finish();
    return end(gzip_->error());
  }
  if (!zip_) return open_zip();
  if (!workbook_) return step_zip();
  return workbook_->step() || end(workbook_->error());
}

bool Unpacker::finish() {
  while (step()) {
  }
  return wanted_ && !error_;
}

double Unpacker::progress() const {
  if (workbook_) return workbook_->progress();
  if (!file_ || file_->packed() == 0) return ended_ ? 1 : 0;
  return 1 - static_cast<double>(file_->packed_left()) / static_cast<double>(file_->packed());
}

std::vector<Issue> Unpacker::notes() const {
  std::vector<Issue> notes;
  if (!workbook_) return notes;
  const SheetInfo& info = workbook_->info();
  if (info.sheets > 1) {
    notes.push_back(make_issue(IssueCode::WorkbookSheetRead, {},
                               {{"sheet", info.name},
                                {"sheets", static_cast<double>(info.sheets)},
                                {"hidden", static_cast<double>(info.hidden)}}));
  }
  if (info.formulas_without_result > 0) {
    notes.push_back(make_issue(IssueCode::WorkbookFormulasEmpty, {},
                               {{"cells", static_cast<double>(info.formulas_without_result)}}));
  }
  return notes;
}

/// An office package is a workbook, or says what it is; any other zip must hold one file.
bool Unpacker::open_zip() {
  zip_ = std::make_unique<ZipReader>(bytes_, limits_);
  if (zip_->error()) return end(zip_->error());
  if (zip_->find("[Content_Types].xml") == nullptr && zip_->find("xl/workbook.xml") == nullptr) return open_only_file();
  workbook_ = std::make_unique<WorkbookReader>(*zip_, on_text_);
  return true;
}

bool Unpacker::open_only_file() {
  const ZipEntry* only = nullptr;
  int files = 0;
  for (const ZipEntry& entry : zip_->entries()) {
    if (is_no_file(entry.name)) continue;
    only = &entry;
    ++files;
  }
  if (files != 1) {
    return end(make_issue(IssueCode::ArchiveManyFiles, {}, {{"files", static_cast<double>(files)}}));
  }
  file_ = std::make_unique<ZipStream>(*zip_, *only, unpacked_);
  return true;
}

bool Unpacker::step_zip() {
  constexpr int kPieces = 16;
  for (int i = 0; i < kPieces; ++i) {
    const std::string_view piece = file_->next();
    if (piece.empty() || !on_text_(piece)) return end(file_->error());
  }
  return true;
}

bool Unpacker::end(std::optional<Issue> error) {
  ended_ = true;
  error_ = std::move(error);
  return false;
}

}  // namespace kirnu
