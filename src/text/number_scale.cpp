#include "text/number_scale.h"

#include <array>
#include <utility>

#include "base/name_list.h"

namespace kirnu {

int find_scale(std::string_view word) {
  static constexpr auto kScales = std::to_array<std::pair<int, std::string_view>>({
      {3, "k|t|tsd|tausend|thousand|thousands|tuhatta|tuhansia|tuhansina|tuhansissa|teur|keur|t€|k€"},
      {6, "m|mn|mln|mio|mill|million|millions|millionen|milj|miljoona|miljoonaa|miljoonia|miljoonina|meur|m€"},
      {9, "bn|billion|mrd|milliarde|milliarden|miljardi|miljardia"},
  });
  if (word.ends_with('.')) word.remove_suffix(1);
  for (const auto& [scale, words] : kScales) {
    if (is_one_of(words, word)) return scale;
  }
  return 0;
}

}  // namespace kirnu
