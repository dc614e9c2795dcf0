#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kirnu {

inline constexpr std::size_t kLongestDate = 96;

/// A text as the date reader looks at it: without spaces and quotes around it, ASCII letters, Ä and Ö small, each space
/// and dash a plain one, and nothing in it that nobody sees.
class DateText {
 public:
  explicit DateText(std::string_view text);

  /// The text within its spaces and quotes, as it came.
  std::string_view original() const { return original_; }
  /// The simplified text; empty when it is too long to be a date.
  std::string_view simple() const { return {bytes_.data(), size_}; }

 private:
  void append(char c);

  std::string_view original_;
  std::array<char, kLongestDate> bytes_;
  std::size_t size_ = 0;
};

/// Digits that stand together; numbers of more than nine digits are none.
struct DigitRun {
  int value = 0;
  int digits = 0;
};

/// Takes what dates are made of from the front of a simplified text.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }
  bool at_digit(std::size_t offset = 0) const;
  bool at_letter(std::size_t offset = 0) const;
  bool at(char c) const { return !rest_.empty() && rest_[0] == c; }

  bool take(char c);
  bool take_spaces();
  /// A word and the dot of a short form after it, if the whole word is `word`.
  bool take_word(std::string_view word);
  /// The letters in front; a dot after them is left.
  std::string_view take_letters();
  std::optional<DigitRun> take_number();
  void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }

 private:
  std::string_view rest_;
};

}  // namespace kirnu
