#include "table/table_reader.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_guess(EncodingReason reason) {
  switch (reason) {
    case EncodingReason::MostlyUtf8:
    case EncodingReason::ZeroPattern:
    case EncodingReason::NotUtf8:
    case EncodingReason::MacintoshLetters: return true;
    case EncodingReason::ByteOrderMark:
    case EncodingReason::Ascii:
    case EncodingReason::ValidUtf8:
    case EncodingReason::Chosen: return false;
  }
  return false;
}

/// A workbook with a password lies in the container of the old ones, in a stream of this name in UTF-16.
bool is_locked(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos;
}

}  // namespace

TableReader::TableReader(TableChoice choice, OnHead on_head, OnRows on_rows)
    : choice_(std::move(choice)),
      on_head_(std::move(on_head)),
      on_rows_(std::move(on_rows)),
      sample_bytes_(choice_.sample_bytes) {}

TableReader::TableReader(TableChoice choice, OnHead on_head, OnRow on_row)
    : TableReader(std::move(choice), std::move(on_head), OnRows([on_row = std::move(on_row)](const RowBatch& batch) {
                    for (std::size_t i = 0; i < batch.rows; ++i) {
                      const RowPlace place = batch.place(i);
                      on_row({.row = place.row,
                              .line = place.line,
                              .byte = place.byte,
                              .cells = batch.cells.subspan(i * batch.width, batch.width),
                              .raw = place.raw,
                              .damaged = batch.damaged});
                    }
                  })) {}

void TableReader::want(std::vector<std::size_t> columns) { wanted_ = std::move(columns); }

bool TableReader::feed(std::string_view bytes) {
  if (failed_ || finished_) return false;
  bytes_ += bytes.size();
  while (!scanner_ && !bytes.empty()) {
    const std::string_view part = bytes.substr(0, sample_bytes_ - first_bytes_.size());
    first_bytes_ += part;
    bytes.remove_prefix(part.size());
    if (first_bytes_.size() == sample_bytes_ && !begin(false)) return false;
  }
  constexpr std::size_t kPart = 1U << 20U;
  while (!bytes.empty() && !failed_) {
    const std::string_view part = bytes.substr(0, kPart);
    scan(decoder_->decode(part));
    bytes.remove_prefix(part.size());
  }
  return !failed_;
}

bool TableReader::finish() {
  if (failed_ || finished_) return false;
  finished_ = true;
  if (!scanner_ && !begin(true)) return false;
  if (!scan(decoder_->finish())) return false;
  scanner_->finish();
  summary_.end_mark = summary_.end_mark || scanner_->end_mark();
  note_decoding();
  if (!fail_if_stopped()) return false;
  if (summary_.delivered == 0 && summary_.rejected == 0) summary_.note(make_issue(IssueCode::TableEmpty));
  return true;
}

/// Decides how to read the file from its first bytes. Without a line end in them it waits for twice as many.
bool TableReader::begin(bool whole) {
  const FileKind kind = find_file_kind(first_bytes_);
  if (kind == FileKind::Empty && whole) return fail(make_issue(IssueCode::FileEmpty));
  if (kind == FileKind::OldWorkbook && is_locked(first_bytes_)) return fail(make_issue(IssueCode::ArchiveEncrypted));
  if (kind != FileKind::Text && kind != FileKind::Empty) {
    return fail(make_issue(IssueCode::FileKindWrong, {}, {{"found", std::string(file_kind_name(kind))}}));
  }
  head_.encoding =
      choice_.encoding ? EncodingGuess{*choice_.encoding, EncodingReason::Chosen} : guess_encoding(first_bytes_);
  Decoder trial(head_.encoding.encoding);
  std::string text(trial.decode(first_bytes_));
  if (whole) text += trial.finish();
  const bool has_line = text.find_first_of("\r\n") < text.size() - std::min<std::size_t>(text.size(), 1);
  if (!whole && !has_line && sample_bytes_ < kLongestLine) {
    sample_bytes_ *= 2;
    return true;
  }
  if (!whole && !has_line) {
    Issue issue = flaw_issue(IssueCode::LineTooLong);
    issue.line = 1;
    return fail(std::move(issue));
  }
  if (!find_head(text, whole)) return false;
  decoder_.emplace(head_.encoding.encoding);
  scanner_.emplace(head_.dialect.syntax, [this](const CsvRow& row) { take_row(row); });
  sorter_.emplace(head_.dialect);
  fast_wanted_ = RowIndex::knows(head_.dialect.syntax);
  const std::string_view first_text = decoder_->decode(first_bytes_);
  offsets_.begin(*decoder_);
  const bool good = scan(first_text);
  first_bytes_.clear();
  first_bytes_.shrink_to_fit();
  return good;
}

bool TableReader::find_head(std::string_view text, bool whole) {
  const FileKind kind = find_file_kind(text);  // once more: in UTF-16 the bytes did not show it
  if (kind == FileKind::Empty && whole) return fail(make_issue(IssueCode::FileEmpty));
  if (kind == FileKind::Html || kind == FileKind::Xml || kind == FileKind::Json) {
    return fail(make_issue(IssueCode::FileKindWrong, {}, {{"found", std::string(file_kind_name(kind))}}));
  }
  head_.dialect = find_dialect(text, whole, choice_.dialect);
  if (!read_sample(head_, text, whole)) return fail(flaw_issue(IssueCode::TooManyColumns));
  for (std::size_t i = 0; i < head_.names.size(); ++i) wanted_.push_back(i);
  on_head_(head_);
  return true;
}

bool TableReader::scan(std::string_view text) {
  if (failed_) return false;
  const std::string_view whole = text;
  while (!text.empty() && !scanner_->error()) {
    if (!fast_wanted_) {
      scanner_->feed(text);
      break;
    }
    if (can_be_fast()) text.remove_prefix(scan_fast(text));
    if (!text.empty()) text.remove_prefix(scanner_->feed_row(text));
    pace_.pass_row();
  }
  text = whole;
  if (!fail_if_stopped()) return false;
  offsets_.end_part(*decoder_, text.size(), scanner_->pending_offset());
  return true;
}

/// Rows of data in text as it stood in the file; not right after a stretch of unusual rows.
bool TableReader::can_be_fast() const {
  return pace_.is_due() && decoder_->clean() && scanner_->between_rows() && sorter_->in_data();
}

/// Brings the usual rows at the start of the text, and the unusual ones between them; how many bytes that were.
std::size_t TableReader::scan_fast(std::string_view text) {
  constexpr std::size_t kStretch = 1U << 16U;
  if (!fast_) fast_.emplace(head_.dialect.syntax, *sorter_, wanted_);
  std::size_t taken = 0;
  while (taken < text.size() && !scanner_->error()) {
    fast_->begin(text.substr(taken, kStretch));
    std::size_t brought = 0;
    while (true) {
      const std::uint64_t offset = scanner_->pending_offset();
      const RowBatch batch = fast_->next();
      if (batch.rows > 0) {
        brought += batch.rows;
        deliver_batch(batch, offset);
        scanner_->skip(batch.text.size(), fast_->lines());
        continue;
      }
      const std::string_view row = fast_->unusual_row();
      if (row.empty()) break;
      scanner_->feed_row(row);
      fast_->skip_row();
    }
    taken += fast_->taken();
    if (brought == 0) {
      pace_.note_unusual_stretch();
      break;
    }
    pace_.note_usual_rows();
    if (fast_->taken() == 0) break;
  }
  return taken;
}

void TableReader::deliver_batch(RowBatch batch, std::uint64_t offset) {
  const auto rows = static_cast<std::int64_t>(batch.rows);
  batch.first_row = data_rows_ + 1;
  batch.first_line = scanner_->pending_line();
  batch.first_byte = source_offset(offset);
  batch.encoding = head_.encoding.encoding;
  data_rows_ += rows;
  summary_.rows += rows;
  summary_.delivered += rows;
  if (choice_.count_fields) {
    const FieldCounts counts = fast_->counts(batch);
    summary_.counts.fields += counts.fields;
    summary_.counts.characters += counts.characters;
  }
  on_rows_(batch);
}

bool TableReader::fail_if_stopped() {
  const std::optional<CsvError>& error = scanner_->error();
  if (!error) return true;
  Issue issue = flaw_issue(error->code);
  issue.line = error->line;
  issue.byte = static_cast<std::int64_t>(source_offset(error->offset));
  return fail(std::move(issue));
}

void TableReader::take_row(const CsvRow& row) {
  const std::uint64_t byte = source_offset(row.offset);
  const RowClass sorted = sorter_->sort(row);
  summary_.end_mark = summary_.end_mark || row.end_mark;
  if (sorted != RowClass::SepLine && sorted != RowClass::Header) ++summary_.rows;
  if (choice_.count_fields && sorted != RowClass::Blank && sorted != RowClass::SepLine) {
    summary_.counts.fields += static_cast<std::int64_t>(row.fields.size());
    for (const std::string_view field : row.fields)
      summary_.counts.characters += count_unquoted_characters(field, '\0');
  }
  switch (sorted) {
    case RowClass::SepLine:
    case RowClass::Header: break;
    case RowClass::Blank: ++summary_.blank; break;
    case RowClass::Preamble: ++summary_.preamble; break;
    case RowClass::Total:
      ++summary_.totals;
      summary_.note(make_issue(IssueCode::TotalRowSkipped), row, byte);
      break;
    case RowClass::RepeatedHeader:
      ++summary_.repeated_headers;
      summary_.note(make_issue(IssueCode::HeaderRepeated), row, byte);
      break;
    case RowClass::Explained:
      ++summary_.repeated_headers;
      summary_.note(
          make_issue(IssueCode::HeaderExplained, {}, {{"found", std::string(cut_utf8(row.raw, kLongestRaw))}}), row,
          byte);
      break;
    case RowClass::Flawed: reject(row, byte, flaw_issue(*row.flaw)); break;
    case RowClass::TooLong:
      reject(row, byte, fields_issue(IssueCode::RowTooLong, row.fields.size(), sorter_->names().size()));
      break;
    case RowClass::Short:
      ++summary_.short_rows;
      summary_.note(fields_issue(IssueCode::RowTooShort, row.fields.size(), sorter_->names().size()), row, byte,
                    data_rows_ + 1);
      deliver(row, byte);
      break;
    case RowClass::Data: deliver(row, byte); break;
  }
}

void TableReader::deliver(const CsvRow& row, std::uint64_t byte) {
  ++summary_.delivered;
  if (row.stray_quote) ++summary_.stray_quotes;
  const bool replaced = row.raw.find(kReplacement) != std::string_view::npos;
  batch_cells_.clear();
  for (const std::size_t column : wanted_) batch_cells_.push_back(sorter_->cells()[column]);
  constexpr std::uint32_t kStart = 0;
  on_rows_({.rows = 1,
            .width = wanted_.size(),
            .cells = batch_cells_,
            .damaged = replaced || row.has_nul,
            .first_row = ++data_rows_,
            .first_line = row.line,
            .first_byte = byte,
            .text = row.raw,
            .starts = {&kStart, 1},
            .encoding = head_.encoding.encoding});
}

void TableReader::reject(const CsvRow& row, std::uint64_t byte, Issue issue) {
  summary_.reject(std::move(issue), row, byte, ++data_rows_);
}

void TableReader::note_decoding() {
  summary_.invalid_bytes = decoder_->invalid();
  summary_.first_invalid_byte = decoder_->first_invalid();
  if (decoder_->odd_byte()) summary_.left_over_byte = bytes_ - 1;
  if (!is_guess(head_.encoding.reason)) return;
  const std::string name(encoding_name(head_.encoding.encoding));
  Issue issue = make_issue(IssueCode::EncodingGuessed, {}, {{"encoding", name}});
  issue.set = "encoding";
  issue.choices = {name};
  for (const Encoding other : kEncodings) {
    if (other != head_.encoding.encoding) issue.choices.emplace_back(encoding_name(other));
  }
  summary_.note(std::move(issue));
}

bool TableReader::fail(Issue issue) {
  failed_ = true;
  issue.severity = Severity::Error;
  summary_.issues.push_back(std::move(issue));
  return false;
}

}  // namespace kirnu
