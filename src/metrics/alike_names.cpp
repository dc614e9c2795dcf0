#include "metrics/alike_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "facts/words/column_name.h"
#include "facts/words/name_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCompared = 20'000;  ///< customers of a list

/// What says nothing about who it is.
constexpr std::string_view kFillers =
    "and|und|u|ja|et|och|the|dr|prof|med|dipl|ing|mag|firma|fa|familie|fam|co|toiminimi|perhe";
/// What only one of two spellings may have, or both the same: "Meier GmbH" is no "Meier AG".
constexpr std::string_view kMarks =
    "gmbh|mbh|ag|kg|kgaa|ohg|gbr|ug|ek|ev|eg|se|oy|oyj|ab|ky|ay|tmi|ry|osk|inc|ltd|llc|llp|plc|corp|sarl"
    "|bv|herr|herrn|frau|hr|fr|mr|mrs|ms|mme|rouva|neiti";

/// A name as it is compared.
struct PlainName {
  std::string words = {};  ///< the telling ones
  std::string marks = {};  ///< each between bars
};

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), may_be_letter); }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// The words of a name; letters that stand alone are one word, as in "e. K.".
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool letter = false;
  for (const std::string& small : small_words(text, Digits::AreInWords)) {
    const std::string word = has_digit(small) ? small : plain_name(small);
    const bool alone = word.size() == 1;
    if (alone && letter) words.back() += word;
    else words.push_back(word);
    letter = alone;
  }
  return words;
}

/// "3. Café Zentral" is numbered by hand.
std::string_view without_number(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool numbered =
      end > 0 && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ';
  return numbered ? text.substr(end + 2) : text;
}

/// Of codes and addresses only the capitals do not count.
PlainName plain_of(std::string_view text) {
  text = without_number(text);
  const bool name =
      text.find('@') == std::string_view::npos && (!has_digit(text) || text.find(' ') != std::string_view::npos);
  if (!name) return {.words = fold_case(text)};
  std::vector<std::string> words = words_of(text);
  PlainName plain;
  const auto is_mark = [](const std::string& word) { return is_one_of(kMarks, word); };
  const auto is_filler = [](const std::string& word) { return is_one_of(kFillers, word); };
  sort_items(words, [](const std::string& a, const std::string& b) { return a < b; });
  for (const std::string& word : words) {
    if (is_mark(word)) plain.marks += "|" + word + "|";
    else if (!is_filler(word)) plain.words += word + " ";
  }
  if (plain.words.empty()) return {.words = fold_case(text)};
  return plain;
}

/// Whether one of them has all the marks of the other.
bool may_be_same(const std::string& one, const std::string& other) {
  const std::string& fewer = one.size() < other.size() ? one : other;
  const std::string& more = one.size() < other.size() ? other : one;
  for (std::size_t at = 0; at < fewer.size();) {
    const std::size_t end = fewer.find('|', at + 1) + 1;
    if (more.find(fewer.substr(at, end - at)) == std::string::npos) return false;
    at = end;
  }
  return true;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> find_alike(const IdPool& earlier, const IdPool& later) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  if (std::max(earlier.size(), later.size()) > kMostCompared) return pairs;
  const auto each_alone = [](const IdPool& list, const IdPool& other, auto take) {
    const std::vector<bool> shared = list.shared_with(other);
    for (std::uint32_t number = 0; number < list.size(); ++number) {
      if (!shared[number] && has_letter(list.text(number))) take(number, plain_of(list.text(number)));
    }
  };
  struct Later {
    std::uint32_t number;
    std::string marks;
    bool taken = false;
  };
  IdPool names;  // of those in the later list alone, the first of each
  std::vector<Later> firsts;
  each_alone(later, earlier, [&](std::uint32_t number, PlainName plain) {
    if (names.add(plain.words) == firsts.size()) firsts.push_back({number, std::move(plain.marks)});
  });
  each_alone(earlier, later, [&](std::uint32_t number, const PlainName& plain) {
    const std::optional<std::uint32_t> same = names.find(plain.words);
    if (!same || firsts[*same].taken || !may_be_same(plain.marks, firsts[*same].marks)) return;
    firsts[*same].taken = true;
    pairs.emplace_back(number, firsts[*same].number);
  });
  return pairs;
}

}  // namespace kirnu
