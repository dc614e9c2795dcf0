#include "archive/sheet_text.h"

#include <algorithm>

namespace kirnu {
namespace {

constexpr std::size_t kHeadRows = 1000;
constexpr std::size_t kChunk = 1U << 16U;
constexpr std::size_t kLongestHead = 4U << 20U;

bool needs_quotes(char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; }

void append_field(std::string& text, std::string_view cell) {
  if (std::none_of(cell.begin(), cell.end(), needs_quotes)) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

void append_commas(std::string& text, std::int64_t count) {
  if (count > 0) text.append(static_cast<std::size_t>(count), ',');
}

}  // namespace

bool SheetText::add(std::int64_t row, std::int64_t column, std::string_view cell) {
  while (row_ < row) {
    if (!end_row()) return false;
  }
  append_commas(text_, column - std::max<std::int64_t>(columns_ - 1, 0));
  append_field(text_, cell);
  columns_ = column + 1;
  return text_.size() <= (in_head_ ? kLongestHead : kChunk) || flush();
}

bool SheetText::finish() {
  if (columns_ > 0 && !end_row()) return false;
  return flush();
}

bool SheetText::end_row() {
  if (in_head_) {
    head_.push_back(text_.size());
    head_.push_back(static_cast<std::size_t>(columns_));
    width_ = std::max(width_, columns_);
  } else if (columns_ > 0) {
    append_commas(text_, width_ - columns_);
  }
  text_ += '\n';
  ++row_;
  columns_ = 0;
  return (in_head_ ? head_.size() < 2 * kHeadRows : text_.size() <= kChunk) || flush();
}

bool SheetText::flush() {
  if (in_head_) pad_head();
  bytes_ += text_.size();
  const bool wanted = text_.empty() || on_text_(text_);
  text_.clear();
  return wanted;
}

void SheetText::pad_head() {
  in_head_ = false;
  std::string padded;
  std::size_t start = 0;
  for (std::size_t i = 0; i < head_.size(); i += 2) {
    padded.append(text_, start, head_[i] - start);
    const auto columns = static_cast<std::int64_t>(head_[i + 1]);
    if (columns > 0) append_commas(padded, width_ - columns);
    start = head_[i];
  }
  padded.append(text_, start);
  text_.swap(padded);
}

}  // namespace kirnu
