#include "table/csv_scanner.h"

#include <algorithm>
#include <utility>

namespace kirnu {
namespace {

constexpr std::size_t kPart = 1U << 20U;
constexpr char kEndMark = '\x1A';

}  // namespace

CsvScanner::CsvScanner(CsvSyntax syntax, OnRow on_row) : syntax_(std::move(syntax)), on_row_(std::move(on_row)) {
  if (syntax_.separation != Separation::Text) syntax_.delimiter.clear();
  if (syntax_.separation == Separation::Aligned || syntax_.separation == Separation::Spaces) syntax_.quote = 0;
  const auto mark = [this](char c) { special_[static_cast<unsigned char>(c)] = true; };
  mark('\r');
  mark('\n');
  if (syntax_.quote != 0) mark(syntax_.quote);
  if (!syntax_.delimiter.empty()) mark(syntax_.delimiter[0]);
}

bool CsvScanner::feed(std::string_view text) {
  while (!text.empty() && !error_) {  // in parts, so that no more than a row and a part are ever buffered
    const std::string_view part = text.substr(0, kPart);
    take(part);
    text.remove_prefix(part.size());
  }
  return !error_;
}

bool CsvScanner::take(std::string_view text) {
  if (partial_.empty()) {
    partial_ = text.substr(bring_rows(text, false));
  } else {
    partial_ += text;
    partial_.erase(0, bring_rows(partial_, false));
  }
  return !error_;
}

std::size_t CsvScanner::feed_row(std::string_view text) {
  constexpr std::size_t kLeast = 4096;
  if (partial_.empty()) {
    const std::size_t brought = bring_rows(text, false, true);
    if (brought == 0) partial_ = text;
    return brought == 0 || error_ ? text.size() : brought;
  }
  std::size_t taken = 0;
  while (taken < text.size() && !partial_.empty() && !error_) {
    const std::string_view piece = text.substr(taken, std::max(kLeast, partial_.size()));
    partial_ += piece;
    taken += piece.size();
    const std::size_t brought = bring_rows(partial_, false, true);
    if (brought == 0) continue;
    taken -= partial_.size() - brought;  // what follows the row has not been looked at
    partial_.clear();
  }
  return error_ ? text.size() : taken;
}

bool CsvScanner::finish() {
  if (error_) return false;
  if (place_ != Place::Quoted && partial_.ends_with(kEndMark)) {
    while (partial_.ends_with(kEndMark)) partial_.pop_back();
    begin_row(row_.offset, row_.line);
    end_mark_ = true;
  }
  if (!partial_.empty()) bring_rows(partial_, true);
  partial_.clear();
  return !error_;
}

/// Brings the rows that are complete in `input`, which begins where a row begins; how many bytes they were.
std::size_t CsvScanner::bring_rows(std::string_view input, bool last, bool one_row) {
  std::size_t begin = 0;
  while (begin < input.size() && !error_) {
    const std::string_view row = input.substr(begin, kLongestLine + 2);
    const bool whole = begin + row.size() == input.size();
    const Step step = scan_row(row, last && whole);
    if (step == Step::NeedMore) {
      if (!whole || row.size() > kLongestLine + 1 || last) stop();
      break;
    }
    bring_row(row.substr(0, raw_end_));
    begin += at_;
    begin_row(row_.offset + at_, line_);
    if (one_row) break;
  }
  return error_ ? input.size() : begin;
}

CsvScanner::Step CsvScanner::scan_row(std::string_view row, bool last) {
  Step step = Step::GoOn;
  while (step == Step::GoOn) {
    switch (place_) {
      case Place::FieldStart: step = start_field(row, last); break;
      case Place::Unquoted: step = scan_unquoted(row, last); break;
      case Place::Quoted: step = scan_quoted(row, last); break;
      case Place::AfterQuote: step = scan_after_quote(row, last); break;
    }
  }
  return step;
}

CsvScanner::Step CsvScanner::start_field(std::string_view row, bool last) {
  std::size_t quote = at_;
  while (syntax_.spaces_before_quotes && quote < row.size() && row[quote] == ' ') ++quote;
  if (quote == row.size() && !last) return Step::NeedMore;
  field_ = {.begin = at_, .end = at_, .escaped = false};
  if (quote < row.size() && syntax_.quote != 0 && row[quote] == syntax_.quote) {
    quote_line_ = line_;
    quote_offset_ = row_.offset + quote;
    at_ = quote + 1;
    field_.begin = at_;
    place_ = Place::Quoted;
  } else {
    place_ = Place::Unquoted;
  }
  return Step::GoOn;
}

CsvScanner::Step CsvScanner::scan_unquoted(std::string_view row, bool last) {
  while (true) {
    while (at_ < row.size() && !special_[static_cast<unsigned char>(row[at_])]) ++at_;
    field_.end = at_;
    if (at_ == row.size() || end_of_line_at(row)) return end_row(row, last);
    if (must_wait(row, last)) return Step::NeedMore;
    if (const std::size_t length = delimiter_at(row)) {
      end_field();
      at_ += length;
      place_ = Place::FieldStart;
      return Step::GoOn;
    }
    if (row[at_] == syntax_.quote && !row_.flaw && row[field_.begin] != '=') row_.stray_quote = true;
    ++at_;
  }
}

CsvScanner::Step CsvScanner::scan_quoted(std::string_view row, bool last) {
  for (; at_ < row.size(); ++at_) {
    const char c = row[at_];
    const bool looks_ahead = c == syntax_.quote || c == '\r' || (c == '\\' && syntax_.backslash_escapes);
    if (!looks_ahead && c != '\n') continue;
    const bool has_next = at_ + 1 < row.size();
    if (looks_ahead && !has_next && !last) return Step::NeedMore;
    const char next = has_next ? row[at_ + 1] : '\0';
    if (c == syntax_.quote && !(has_next && next == c)) {
      field_.end = at_++;
      place_ = Place::AfterQuote;
      return Step::GoOn;
    }
    if (c == '\n' || (c == '\r' && next != '\n')) ++line_;
    if (c == syntax_.quote || c == '\\') field_.escaped = true;
    if (c == syntax_.quote || (c == '\\' && next != '\r' && next != '\n')) ++at_;
  }
  return Step::NeedMore;
}

/// Spaces may follow a closing quote; other text makes the field as it stands, quotes and all, and the row flawed.
CsvScanner::Step CsvScanner::scan_after_quote(std::string_view row, bool last) {
  for (; at_ < row.size(); ++at_) {
    if (end_of_line_at(row)) return end_row(row, last);
    if (must_wait(row, last)) return Step::NeedMore;
    if (const std::size_t length = delimiter_at(row)) {
      end_field();
      at_ += length;
      place_ = Place::FieldStart;
      return Step::GoOn;
    }
    if (!is_space_or_tab(row[at_])) {
      row_.flaw = IssueCode::TextAfterQuote;
      --field_.begin;
      field_.escaped = false;
      place_ = Place::Unquoted;
      return Step::GoOn;
    }
  }
  return end_row(row, last);
}

/// At a line end or, with `last`, at the end of the text.
CsvScanner::Step CsvScanner::end_row(std::string_view row, bool last) {
  if (at_ == row.size() && !last) return Step::NeedMore;
  raw_end_ = at_;
  if (at_ < row.size()) {
    const bool carriage_return = row[at_] == '\r';
    if (carriage_return && at_ + 1 == row.size() && !last) return Step::NeedMore;
    at_ += carriage_return && at_ + 1 < row.size() && row[at_ + 1] == '\n' ? 2U : 1U;
    ++line_;
  }
  end_field();
  return Step::RowEnd;
}

bool CsvScanner::end_of_line_at(std::string_view row) const { return row[at_] == '\n' || row[at_] == '\r'; }

/// Bytes of the delimiter at the next byte, 0 when there is none.
std::size_t CsvScanner::delimiter_at(std::string_view row) const {
  const std::string& delimiter = syntax_.delimiter;
  if (delimiter.empty() || row[at_] != delimiter[0]) return 0;
  return delimiter.size() == 1 || row.substr(at_, delimiter.size()) == delimiter ? delimiter.size() : 0;
}

/// Whether the text ends inside what may be a delimiter of two bytes.
bool CsvScanner::must_wait(std::string_view row, bool last) const {
  return !last && syntax_.delimiter.size() > 1 && at_ + 1 == row.size() && row[at_] == syntax_.delimiter[0];
}

void CsvScanner::end_field() {
  if (field_.end - field_.begin > kLongestField && !row_.flaw) row_.flaw = IssueCode::FieldTooLong;
  if (fields_.size() < kMostColumns) {
    fields_.push_back(field_);
  } else if (!row_.flaw) {
    row_.flaw = IssueCode::TooManyColumns;
  }
}

void CsvScanner::bring_row(std::string_view raw) {
  if (syntax_.separation == Separation::Aligned || syntax_.separation == Separation::Spaces) split_row(raw);
  build_views(raw);
  row_.fields = views_;
  row_.raw = raw;
  row_.has_nul = raw.find('\0') != std::string_view::npos;
  row_.end_mark = raw == std::string_view(&kEndMark, 1);
  row_.blank = is_blank(raw) && (views_.size() <= 1 || is_space_or_tab(syntax_.delimiter[0]));
  row_.blank = row_.blank || is_rule(raw);
  on_row_(row_);
}

void CsvScanner::split_row(std::string_view raw) {
  split_at_spaces(raw, syntax_.separation == Separation::Aligned ? 2 : 1, spaced_);
  fields_.clear();
  for (const SpacedField& field : spaced_) {
    field_ = {.begin = field.begin, .end = field.end, .escaped = false};
    end_field();
  }
}

void CsvScanner::build_views(std::string_view raw) {
  const auto escaped = std::count_if(fields_.begin(), fields_.end(), [](const Field& field) { return field.escaped; });
  if (unescaped_.size() < static_cast<std::size_t>(escaped)) unescaped_.resize(static_cast<std::size_t>(escaped));
  views_.clear();
  std::size_t next = 0;
  for (const Field& field : fields_) {
    std::string_view view = raw.substr(field.begin, field.end - field.begin);
    if (field.escaped) {
      unescape(view, syntax_.quote, syntax_.backslash_escapes, unescaped_[next]);
      view = unescaped_[next++];
    }
    views_.push_back(view);
  }
}

void CsvScanner::begin_row(std::uint64_t offset, std::int64_t line) {
  row_ = {};
  row_.offset = offset;
  row_.line = line;
  line_ = line;
  fields_.clear();
  place_ = Place::FieldStart;
  at_ = 0;
}

void CsvScanner::stop() {
  if (place_ == Place::Quoted) {
    error_ = CsvError{.code = IssueCode::QuoteUnclosed, .line = quote_line_, .offset = quote_offset_};
  } else {
    error_ = CsvError{.code = IssueCode::LineTooLong, .line = row_.line, .offset = row_.offset};
  }
  partial_.clear();
  partial_.shrink_to_fit();
}

}  // namespace kirnu
