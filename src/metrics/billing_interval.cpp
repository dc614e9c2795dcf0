#include "metrics/billing_interval.h"

#include <array>
#include <cstdlib>
#include <string>

#include "text/fold_case.h"

namespace kirnu {
namespace {

struct Stem {
  std::string_view text;  ///< somewhere in the folded word
  BillingInterval interval;
};

/// The first that is found counts: "half" and "quarter" before the year in "Halbjahr" and "Vierteljahr".
constexpr auto kStems = std::to_array<Stem>({
    {"fortnight", {.days = 14}}, {"biweek", {.days = 14}},   {"bienni", {.months = 24}}, {"half", {.months = 6}},
    {"halb", {.months = 6}},     {"puoli", {.months = 6}},   {"semi", {.months = 6}},    {"biannual", {.months = 6}},
    {"quart", {.months = 3}},    {"viertel", {.months = 3}}, {"nelj", {.months = 3}},    {"week", {.days = 7}},
    {"woch", {.days = 7}},       {"wöch", {.days = 7}},      {"viik", {.days = 7}},      {"month", {.months = 1}},
    {"monat", {.months = 1}},    {"kuukau", {.months = 1}},  {"kk", {.months = 1}},      {"year", {.months = 12}},
    {"annu", {.months = 12}},    {"jahr", {.months = 12}},   {"jähr", {.months = 12}},   {"vuo", {.months = 12}},
    {"day", {.days = 1}},        {"daily", {.days = 1}},     {"tag", {.days = 1}},       {"täg", {.days = 1}},
    {"päiv", {.days = 1}},
});

/// What stands alone or behind a number: "P1Y", "12m", "m".
constexpr auto kLetters = std::to_array<Stem>({{"", {.months = 1}},
                                               {"m", {.months = 1}},
                                               {"mo", {.months = 1}},
                                               {"mth", {.months = 1}},
                                               {"q", {.months = 3}},
                                               {"y", {.months = 12}},
                                               {"yr", {.months = 12}},
                                               {"a", {.months = 12}},
                                               {"w", {.days = 7}},
                                               {"d", {.days = 1}}});

/// Takes the whole number out of a word; 1 where it has none, 0 where it is no sensible one.
int take_number(std::string& word) {
  constexpr int kMost = 3660;
  const std::size_t first = word.find_first_of("0123456789");
  if (first == std::string::npos) return 1;
  std::size_t end = word.find_first_not_of("0123456789", first);
  if (end == std::string::npos) end = word.size();
  const int number = end - first > 4 ? 0 : std::atoi(word.substr(first, end - first).c_str());
  word.erase(first, end - first);
  return number > kMost ? 0 : number;
}

}  // namespace

std::optional<BillingInterval> read_billing_interval(std::string_view text) {
  std::string word = fold_case(text);
  const int count = take_number(word);
  if (count == 0) return std::nullopt;
  const auto times = [count](const BillingInterval& one) {
    return BillingInterval{.months = one.months * count, .days = one.days * count};
  };
  for (const Stem& stem : kStems) {
    if (word.find(stem.text) != std::string::npos) return times(stem.interval);
  }
  std::string letters;
  for (const char c : word) {
    if (c != ' ' && c != '-' && c != '.') letters += c;
  }
  if (letters.starts_with('p')) letters.erase(0, 1);  // ISO 8601
  const bool nothing = text.find_first_not_of(" \t") == std::string_view::npos;
  for (const Stem& letter : kLetters) {
    if (letters == letter.text && !nothing) return times(letter.interval);
  }
  return std::nullopt;
}

}  // namespace kirnu
