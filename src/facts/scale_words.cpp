#include "facts/scale_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "facts/name_list.h"
#include "facts/name_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr double kThousand = 1e3, kMillion = 1e6;

constexpr std::string_view kPer = "per|pro|je|kohti|kohden";
constexpr std::string_view kThousands =
    "tsd|tausend|thousand|thousands|tuhatta|tuhansia|tuhansina|tuhansissa|teur|keur|t€|k€";
constexpr std::string_view kMillions =
    "mio|mill|million|millions|millionen|milj|miljoona|miljoonaa|miljoonia|miljoonina|meur|mn|m€";

/// What stands in the first brackets, without spaces and marks between digits: "1 000" and "1.000" are "1000".
std::string in_brackets(const std::string& folded) {
  const std::size_t open = folded.find_first_of("([");
  if (open == std::string::npos) return {};
  const std::size_t close = folded.find_first_of(")]", open);
  std::string inside;
  for (std::size_t i = open + 1; i < std::min(close, folded.size()); ++i) {
    const char c = folded[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) inside += c;
  }
  return inside;
}

}  // namespace

double scale_in(std::string_view name) {
  const std::string folded = fold_case(name);
  const std::vector<std::string> words = small_words(name, Digits::EndWords);
  const auto any_of = [&](std::string_view known) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(known, word); });
  };
  if (any_of(kPer)) return 1;
  const std::string inside = in_brackets(folded);
  if (any_of(kThousands) || is_one_of("1000|000|000s|1000s|in1000|in1000er|x1000|1000kpl|1000hl|1000eur|k", inside))
    return kThousand;
  return any_of(kMillions) ? kMillion : 1;
}

}  // namespace kirnu
