#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// A number or a word of a label.
struct LabelToken {
  bool number = false;
  int value = 0;
  std::size_t digits = 0;
  std::string word = {};  ///< lower case
};

/// Numbers and words of a label; everything else separates. At most five, or the label is no period.
std::vector<LabelToken> read_label_tokens(std::string_view text);

/// A year of four digits, or of two: 00–69 are 2000–2069.
std::optional<int> read_label_year(const LabelToken&);

}  // namespace kirnu
