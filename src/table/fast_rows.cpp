#include "table/fast_rows.h"

#include <algorithm>
#include <utility>

#include "table/cell_kind.h"

namespace kirnu {

FastRows::FastRows(const CsvSyntax& syntax, const RowSorter& sorter, std::vector<std::size_t> wanted)
    : sorter_(sorter),
      wanted_(std::move(wanted)),
      columns_(sorter.names().size()),
      quote_(syntax.quote),
      index_(syntax) {
  cells_.resize(kMostBatchRows * wanted_.size());
  starts_.resize(kMostBatchRows);
}

void FastRows::begin(std::string_view text) {
  text_ = text;
  taken_ = 0;
  row_ = inner_line_ = 0;
  index_.build(text);
}

/// The field between two places, as it is meant.
inline std::string_view FastRows::cell(std::size_t begin, std::size_t end) {
  const std::string_view field(text_.data() + begin, end - begin);
  const bool as_it_stands = field.empty() || (field.front() != quote_ && field.front() != '=');
  return as_it_stands ? field : unusual_cell(field);
}

/// A quoted field without its quotes, or a formula's text. RowIndex has seen to it that quotes are where they belong.
std::string_view FastRows::unusual_cell(std::string_view field) {
  if (field.front() != quote_) return without_formula(field);
  field = field.substr(1, field.size() - 2);
  std::size_t at = field.find(quote_);
  if (at == std::string_view::npos) return without_formula(field);
  std::string& plain = unescaped_.emplace_back(field.substr(0, at));
  while (at < field.size()) {  // at the first of two quotes
    const std::size_t next = std::min(field.find(quote_, at + 2), field.size());
    plain += field.substr(at + 1, next - at - 1);
    at = next;
  }
  return without_formula(plain);
}

bool FastRows::is_usual(std::size_t fields, std::size_t first_end) const {
  if (fields != columns_) return false;
  std::string_view first = text_.substr(taken_, first_end - taken_);
  if (columns_ == 1 && first.ends_with('\r')) first.remove_suffix(1);
  if (quote_ != 0 && first.size() >= 2 && first.front() == quote_) first = first.substr(1, first.size() - 2);
  return !sorter_.may_be_special(first);
}

/// Goes on to taken_; how many line ends lie inside the fields before it.
std::int64_t FastRows::pass_inner_lines() {
  const std::span<const std::uint32_t> places = index_.inner_lines();
  const std::size_t before = inner_line_;
  while (inner_line_ < places.size() && places[inner_line_] < taken_) ++inner_line_;
  return static_cast<std::int64_t>(inner_line_ - before);
}

RowBatch FastRows::next() {
  const std::span<const std::uint32_t> ends = index_.ends(), rows = index_.rows();
  const std::size_t start = taken_;
  unescaped_.clear();
  lines_ = carriages_ = 0;
  std::size_t count = 0;
  std::string_view* out = cells_.data();
  while (count < kMostBatchRows && row_ < rows.size()) {
    const std::size_t first = row_ == 0 ? 0 : rows[row_ - 1];
    if (!is_usual(rows[row_] - first, ends[first])) break;
    const std::size_t line_feed = ends[rows[row_] - 1];
    const bool carriage = line_feed > taken_ && text_[line_feed - 1] == '\r';
    carriages_ += carriage ? 1 : 0;
    for (const std::size_t column : wanted_) {
      const std::size_t begin = column == 0 ? taken_ : ends[first + column - 1] + 1;
      const std::size_t end = column + 1 == columns_ ? line_feed - (carriage ? 1 : 0) : ends[first + column];
      *out++ = cell(begin, end);
    }
    starts_[count++] = static_cast<std::uint32_t>(taken_ - start);
    taken_ = line_feed + 1;
    ++row_;
  }
  const std::string_view text = text_.substr(start, taken_ - start);
  lines_ = static_cast<std::int64_t>(count) + pass_inner_lines();
  RowBatch batch;
  batch.rows = count;
  batch.width = wanted_.size();
  batch.cells = {cells_.data(), count * wanted_.size()};
  batch.text = text;
  batch.starts = {starts_.data(), count};
  return batch;
}

FieldCounts FastRows::counts(const RowBatch& batch) const {
  const auto fields = static_cast<std::int64_t>(batch.rows * columns_);  // and as many separators
  const std::int64_t characters = count_unquoted_characters(batch.text, index_.quoted() ? quote_ : '\0');
  return {.fields = fields, .characters = characters - fields - carriages_};
}

std::string_view FastRows::unusual_row() const {
  const std::span<const std::uint32_t> rows = index_.rows();
  if (row_ >= rows.size()) return {};
  return text_.substr(taken_, index_.ends()[rows[row_] - 1] + 1 - taken_);
}

void FastRows::skip_row() {
  taken_ += unusual_row().size();
  ++row_;
  pass_inner_lines();
}

}  // namespace kirnu
