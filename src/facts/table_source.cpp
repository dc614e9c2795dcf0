#include "facts/table_source.h"

#include <utility>

#include "text/file_kind.h"

namespace kirnu {
namespace {

/// So many bytes tell what a file is: a workbook names its parts in them.
constexpr std::size_t kKindBytes = 64U << 10U;

Issue counted(IssueCode code, std::int64_t count) {
  Issue issue = make_issue(code);
  issue.count = count;
  return issue;
}

}  // namespace

TableSource::TableSource(TableChoice choice, TableReader::OnHead on_head, TableReader::OnRows on_rows)
    : choice_(std::move(choice)), on_head_(std::move(on_head)), on_rows_(std::move(on_rows)) {}

bool TableSource::feed(std::string_view bytes) {
  bytes_ += bytes.size();
  if (reader_) return pass_on(bytes);
  const std::size_t missing = kKindBytes - first_bytes_.size();
  first_bytes_ += bytes.substr(0, missing);
  if (first_bytes_.size() < kKindBytes) return true;
  return open() && (bytes.size() <= missing || pass_on(bytes.substr(missing)));
}

/// What the file is is known: a table as text, or one that is packed.
bool TableSource::open() {
  const FileKind kind = find_file_kind(first_bytes_);
  if (kind == FileKind::Workbook) {  // its text is made here
    choice_.encoding = Encoding::Utf8;
    choice_.dialect.delimiter.emplace(1, ',');
    choice_.dialect.quote = '"';
  }
  reader_.emplace(choice_, on_head_, on_rows_);
  if (Unpacker::unpacks(kind)) {
    unpacker_.emplace(kind, [this](std::string_view text) { return reader_->feed(text); });
  }
  const bool going_on = pass_on(first_bytes_);
  first_bytes_.clear();
  first_bytes_.shrink_to_fit();
  return going_on;
}

bool TableSource::pass_on(std::string_view part) { return unpacker_ ? unpacker_->feed(part) : reader_->feed(part); }

bool TableSource::finish() {
  if (!reader_) open();
  const bool unpacked = !unpacker_ || unpacker_->finish();
  if (unpacker_ && unpacker_->error()) return false;
  return reader_->finish() && unpacked;
}

std::vector<Issue> TableSource::issues() const {
  const TableSummary& summary = reader_->summary();
  std::vector<Issue> issues = summary.issues;
  if (summary.invalid_bytes > 0) {
    Issue issue = counted(IssueCode::BytesInvalid, summary.invalid_bytes);
    issue.values = {{.name = "encoding", .value = std::string(encoding_name(head().encoding.encoding))}};
    if (summary.first_invalid_byte) issue.byte = static_cast<std::int64_t>(*summary.first_invalid_byte);
    issues.push_back(std::move(issue));
  }
  if (summary.stray_quotes > 0) issues.push_back(counted(IssueCode::QuoteStray, summary.stray_quotes));
  if (summary.preamble > 0) issues.push_back(counted(IssueCode::PreambleSkipped, summary.preamble));
  if (summary.end_mark) issues.push_back(make_issue(IssueCode::EndMarkIgnored));
  if (!unpacker_) return issues;
  for (const Issue& note : unpacker_->notes()) issues.push_back(note);
  if (unpacker_->error()) issues.push_back(*unpacker_->error());
  return issues;
}

}  // namespace kirnu
