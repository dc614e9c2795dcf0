#include "archive/sheet_text.h"

#include <algorithm>

namespace kirnu {
namespace {

constexpr std::size_t kHeadRows = 1000;
constexpr std::size_t kChunk = 1U << 16U;
constexpr std::size_t kLongestHead = 4U << 20U;

void append_field(std::string& text, std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
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
    head_.push_back({.end = text_.size(), .columns = columns_});
  } else if (columns_ > 0) {
    append_commas(text_, width_ - columns_);
  }
  text_ += '\n';
  ++row_;
  columns_ = 0;
  return (in_head_ ? head_.size() < kHeadRows : text_.size() <= kChunk) || flush();
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
  for (const Line& line : head_) width_ = std::max(width_, line.columns);
  std::string padded;
  std::size_t start = 0;
  for (const Line& line : head_) {
    padded.append(text_, start, line.end - start);
    if (line.columns > 0) append_commas(padded, width_ - line.columns);
    start = line.end;
  }
  padded.append(text_, start);
  text_ = std::move(padded);
}

}  // namespace kirnu
