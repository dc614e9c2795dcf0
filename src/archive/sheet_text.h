#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// Cells with their places become rows of text with commas (RFC 4180). A row stands in the line of its number, as long
/// as no cell holds a line end. All rows are as wide as the widest of the first 1000; empty rows at the end are left
/// out.
class SheetText {
 public:
  using OnText = std::function<bool(std::string_view)>;  ///< false: nobody wants more

  /// `on_text` must outlive this.
  explicit SheetText(const OnText& on_text) : on_text_(on_text) {}

  /// Adds a cell that is not empty; rows and columns, counted from 0, may only grow. False when nobody wants more.
  bool add(std::int64_t row, std::int64_t column, std::string_view cell);

  /// The last cell was added.
  bool finish();

  std::uint64_t bytes() const { return bytes_ + text_.size(); }  ///< of text, so far

 private:
  bool end_row();
  bool flush();
  void pad_head();

  const OnText& on_text_;
  std::string text_;
  std::int64_t row_ = 0;      ///< the row being written …
  std::int64_t columns_ = 0;  ///< … and its cells so far
  std::int64_t width_ = 0;
  std::vector<std::size_t> head_;  ///< of each row held back until the width is known: its end in text_, its cells
  bool in_head_ = true;
  std::uint64_t bytes_ = 0;
};

}  // namespace kirnu
