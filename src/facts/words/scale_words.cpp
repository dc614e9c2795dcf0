#include "facts/words/scale_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/name_list.h"
#include "facts/words/column_name.h"
#include "facts/words/count_name.h"
#include "facts/words/name_words.h"
#include "text/fold_case.h"
#include "text/number_scale.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr double kThousand = 1e3;

constexpr std::string_view kPer = "per|pro|je|kohti|kohden";
/// What stands in the first brackets, without spaces and marks between digits: "1 000" and "1.000" are "1000".
std::string in_brackets(const std::string& folded) {
  const std::size_t open = folded.find_first_of("([");
  if (open == std::string::npos) return {};
  const std::size_t close = folded.find_first_of(")]", open);
  std::string inside;
  for (std::size_t i = open + 1; i < std::min(close, folded.size()); ++i) {
    const char c = folded[i];
    if (is_ascii_lower(c) || is_digit(c)) inside += c;
  }
  return inside;
}

constexpr std::string_view kMoney = "eur|euro|euroa|euros|€|usd|chf|franken|sek|dollars|kronen";
/// Words that need no other beside them to say it.
constexpr std::string_view kSure = "tsd|tuhansina|tuhansissa|miljoonina|miljoonissa|teur|keur|t€|k€|meur|m€|tuhannet";

bool says_scale(const std::vector<std::string>& words, std::size_t i) {
  const auto is_beside = [&](std::size_t other) { return other < words.size() && is_one_of(kMoney, words[other]); };
  return is_one_of(kSure, words[i]) || (i > 0 && words[i - 1] == "in") || is_beside(i + 1) || is_beside(i - 1);
}

TitleScale scale_in_line(std::string_view line) {
  const std::vector<std::string> words = small_words(line, Digits::EndWords);
  TitleScale scale{.line = std::string(trim(line))};
  for (std::size_t i = 0; i < words.size() && scale.factor == 1; ++i) {
    const double factor = words[i].size() > 1 ? std::pow(10.0, find_scale(words[i])) : 1;
    if (factor != 1 && says_scale(words, i)) scale.factor = factor;
  }
  const std::string plain = plain_name(line);
  const std::size_t thousand = plain.find("in1000");
  if (scale.factor == 1 && thousand != std::string::npos && !plain.substr(thousand + 6).starts_with('0'))
    scale.factor = kThousand;
  const auto is_money = [](const std::string& word) { return is_one_of(kMoney, word) || word.ends_with("eur"); };
  scale.money = std::any_of(words.begin(), words.end(), is_money) || line.find("€") != std::string_view::npos;
  return scale;
}

}  // namespace

TitleScale scale_in_title(std::string_view title) {
  while (!title.empty()) {
    const std::size_t end = std::min(title.find('\n'), title.size());
    TitleScale scale = scale_in_line(title.substr(0, end));
    if (scale.factor != 1) return scale;
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return {};
}

double scale_in(std::string_view name) {
  const std::string folded = fold_case(name);
  const std::vector<std::string> words = small_words(name, Digits::EndWords);
  double scale = 1;
  for (const std::string& word : words) {
    if (is_one_of(kPer, word)) return 1;
    if (word.size() > 1 && scale == 1) scale = std::pow(10.0, find_scale(word));
  }
  const std::string inside = in_brackets(folded);
  if (inside == "m" && read_count_name(name).people) return 1e6;  // months elsewhere
  if (is_one_of("1000|000|000s|1000s|in1000|in1000er|x1000|1000kpl|1000hl|1000eur|k", inside)) return kThousand;
  return scale;
}

}  // namespace kirnu
