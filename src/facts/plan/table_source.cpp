#include "facts/plan/table_source.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "table/cover_sheet.h"
#include "table/header_rows.h"
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

/// A name that is made of two rows.
std::string example_name(const std::vector<std::string>& names) {
  const auto joined = std::find_if(names.begin(), names.end(), [](const std::string& name) {
    return name.find(kHeaderRowsJoint) != std::string::npos;
  });
  return std::string(cut_utf8(joined != names.end() ? *joined : names.front(), kLongestRaw));
}

}  // namespace

TableSource::TableSource(TableChoice choice, TableReader::OnHead on_head, TableReader::OnRows on_rows)
    : choice_(std::move(choice)), on_head_(std::move(on_head)), on_rows_(std::move(on_rows)) {}

bool TableSource::feed(std::string_view bytes) {
  bytes_ += bytes.size();
  if (opened_) return pass_on(bytes);
  const std::size_t wanted = std::min(kKindBytes, choice_.sample_bytes);
  const std::size_t missing = wanted - first_bytes_.size();
  first_bytes_ += bytes.substr(0, missing);
  if (first_bytes_.size() < wanted) return true;
  return open() && (bytes.size() <= missing || pass_on(bytes.substr(missing)));
}

/// What the file is is known: a table as text, or one that is packed.
bool TableSource::open() {
  opened_ = true;
  const FileKind kind = find_file_kind(first_bytes_);
  if (Unpacker::unpacks(kind))
    unpacker_.emplace(
        kind, [this](std::string_view text) { return read(text); }, UnpackLimits(), is_cover_sheet, choice_.sheet);
  else if (kind == FileKind::Text && !choice_.dialect.quote && are_wrapped_lines(first_bytes_)) unwrapper_.emplace();
  const bool going_on = pass_on(first_bytes_);
  first_bytes_.clear();
  first_bytes_.shrink_to_fit();
  return going_on;
}

/// The text of a sheet is made here, so how it is written is no question.
void TableSource::open_reader() {
  if (is_sheet()) {
    choice_.encoding = Encoding::Utf8;
    choice_.dialect.delimiter.emplace(1, ',');
    choice_.dialect.quote = '"';
  }
  reader_.emplace(choice_, on_head_, on_rows_);
}

bool TableSource::read(std::string_view text) {
  if (!reader_) open_reader();
  return reader_->feed(text);
}

bool TableSource::pass_on(std::string_view part) {
  if (unwrapper_) part = unwrapper_->unwrap(part);
  return unpacker_ ? unpacker_->feed(part) : read(part);
}

bool TableSource::step() {
  if (!opened_) open();
  return unpacker_ && unpacker_->step();
}

bool TableSource::finish() {
  while (step()) {
  }
  const bool unpacked = !unpacker_ || unpacker_->finish();
  if (unpacker_ && unpacker_->error()) return false;
  if (!reader_) open_reader();
  return reader_->finish() && unpacked;
}

std::vector<Issue> TableSource::issues() const {
  std::vector<Issue> issues = summary().issues;
  const TableSummary& summary = this->summary();
  const std::int64_t invalid = summary.invalid_bytes - (summary.left_over_byte ? 1 : 0);
  if (invalid > 0) {
    Issue issue = counted(IssueCode::BytesInvalid, invalid);
    issue.values = {{"encoding", std::string(encoding_name(head().encoding.encoding))}};
    if (summary.first_invalid_byte) issue.byte = static_cast<std::int64_t>(*summary.first_invalid_byte);
    issues.push_back(std::move(issue));
  }
  if (summary.stray_quotes > 0) issues.push_back(counted(IssueCode::QuoteStray, summary.stray_quotes));
  if (summary.preamble > 0) issues.push_back(counted(IssueCode::PreambleSkipped, summary.preamble));
  if (summary.end_mark) issues.push_back(make_issue(IssueCode::EndMarkIgnored));
  if (summary.left_over_byte) {
    issues.push_back(make_issue(IssueCode::LastByteLeftOver));
    issues.back().byte = static_cast<std::int64_t>(*summary.left_over_byte);
  }
  note_dialect(issues);
  if (unwrapper_) {
    issues.push_back(make_issue(IssueCode::QuoteAssumed, {}, {{"found", std::string("\"…\"")}}));
    issues.back().set = "quote";
    issues.back().choices = {"\"", "none"};
  }
  if (!unpacker_) return issues;
  for (const Issue& note : unpacker_->notes()) issues.push_back(note);
  return issues;
}

/// Quotes of another kind may as well be apostrophes, and a second header row a row of data.
void TableSource::note_dialect(std::vector<Issue>& issues) const {
  const Dialect& dialect = head().dialect;
  const CsvSyntax& syntax = dialect.syntax;
  if (!choice_.dialect.quote && (syntax.quote == '\'' || syntax.backslash_escapes)) {
    const bool single = syntax.quote == '\'';
    Issue issue = make_issue(IssueCode::QuoteAssumed, {}, {{"found", std::string(single ? "'" : "\\")}});
    issue.set = "quote";
    issue.choices = single ? std::vector<std::string>{"'", "\"", "none"} : std::vector<std::string>{"\"", "'", "none"};
    issues.push_back(std::move(issue));
  }
  if (!choice_.dialect.header_rows && dialect.header && dialect.header_rows == 2) {
    Issue issue = make_issue(IssueCode::HeaderTwoRows, {}, {{"found", example_name(head().names)}});
    issue.set = "header_rows";
    issue.choices = {"2", "1"};
    issues.push_back(std::move(issue));
  }
}

}  // namespace kirnu
