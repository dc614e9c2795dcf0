#include "text/number_scale.h"

#include <array>
#include <utility>

namespace kirnu {

int find_scale(std::string_view word) {
  static constexpr auto kScales = std::to_array<std::pair<int, std::string_view>>({
      {3, " k t tsd tausend thousand thousands tuhatta tuhansia tuhansina tuhansissa teur keur t€ k€ "},
      {6, " m mn mln mio mill million millions millionen milj miljoona miljoonaa miljoonia miljoonina meur m€ "},
      {9, " bn billion mrd milliarde milliarden miljardi miljardia "},
  });
  if (word.ends_with('.')) word.remove_suffix(1);
  for (const auto& [scale, words] : kScales) {
    const std::size_t at = word.empty() ? std::string_view::npos : words.find(word);
    for (std::size_t found = at; found != std::string_view::npos; found = words.find(word, found + 1)) {
      if (words[found - 1] == ' ' && words[found + word.size()] == ' ') return scale;
    }
  }
  return 0;
}

}  // namespace kirnu
