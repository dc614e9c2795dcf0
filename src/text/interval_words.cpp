#include "text/interval_words.h"

#include <array>
#include <string_view>

#include "base/name_list.h"

namespace kirnu {
namespace {

struct Stem {
  std::string_view text;
  BillingInterval interval;
};

constexpr auto kStems = std::to_array<Stem>({
    {"fortnight", {.days = 14}}, {"bienni", {.months = 24}}, {"trienni", {.months = 36}}, {"semest", {.months = 6}},
    {"quart", {.months = 3}},    {"kvart", {.months = 3}},   {"trimest", {.months = 3}},  {"week", {.days = 7}},
    {"woch", {.days = 7}},       {"wöch", {.days = 7}},      {"viik", {.days = 7}},       {"month", {.months = 1}},
    {"monat", {.months = 1}},    {"kuukau", {.months = 1}},  {"kk", {.months = 1}},       {"year", {.months = 12}},
    {"annu", {.months = 12}},    {"jahr", {.months = 12}},   {"jähr", {.months = 12}},    {"vuo", {.months = 12}},
    {"day", {.days = 1}},        {"daily", {.days = 1}},     {"tag", {.days = 1}},        {"täg", {.days = 1}},
    {"päiv", {.days = 1}},
});

constexpr auto kLetters = std::to_array<Stem>(
    {{"m", {.months = 1}},   {"mo", {.months = 1}},  {"mos", {.months = 1}},  {"mon", {.months = 1}},
     {"mth", {.months = 1}}, {"mtl", {.months = 1}}, {"mths", {.months = 1}}, {"q", {.months = 3}},
     {"qtr", {.months = 3}}, {"y", {.months = 12}},  {"yr", {.months = 12}},  {"yrs", {.months = 12}},
     {"a", {.months = 12}},  {"v", {.months = 12}},  {"w", {.days = 7}},      {"wk", {.days = 7}},
     {"wks", {.days = 7}},   {"vk", {.days = 7}},    {"d", {.days = 1}},      {"pv", {.days = 1}}});

/// Words of one number, which | keeps apart.
struct Numeral {
  std::string_view words;
  double value;
};

constexpr auto kNumerals = std::to_array<Numeral>(
    {{"anderthalb|eineinhalb|puolitoista", 1.5},
     {"dreiviertel", 0.75},
     {"halb|halbe|halbes|halben|half|semi|puoli|puolen", 0.5},
     {"viertel|neljännes|neljännesn", 0.25},
     {"ein|eine|einen|einem|eines|einer|one|yksi|yhden", 1},
     {"other|second|two|zwei|zweite|zweiten|zweites|zweiter|anderen|kaksi|kahden|toinen|toisen", 2},
     {"third|three|drei|dritte|dritten|drittes|kolme|kolmen|kolmi|kolmas", 3},
     {"fourth|four|vier|vierte|vierten|neljä|neljän|neljäs|neli", 4},
     {"five|fünf|viisi|viiden", 5},
     {"sixth|six|sechs|sechste|sechsten|kuusi|kuuden|kuudes", 6},
     {"seven|sieben|seitsemän", 7},
     {"eight|acht|kahdeksan", 8},
     {"nine|neun|yhdeksän", 9},
     {"ten|zehn|kymmenen", 10},
     {"eleven|elf|yksitoista", 11},
     {"twelve|zwölf|kaksitoista|kahdentoista", 12},
     {"fourteen|vierzehn|neljätoista", 14},
     {"eighteen|achtzehn|kahdeksantoista", 18},
     {"twentyfour|vierundzwanzig", 24},
     {"thirty|dreißig", 30},
     {"sechsunddreißig", 36}});

constexpr auto kTimes = std::to_array<Numeral>({{"once|einmal|kerran", 1},
                                                {"twice|zweimal|kahdesti", 2},
                                                {"thrice|dreimal|kolmesti", 3},
                                                {"viermal|neljästi", 4},
                                                {"sechsmal", 6},
                                                {"zwölfmal", 12}});

template <class List>
std::optional<double> value_of(const List& numerals, std::string_view word) {
  for (const Numeral& numeral : numerals) {
    if (is_one_of(numeral.words, word)) return numeral.value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<UnitInWord> find_unit(std::string_view word) {
  std::optional<UnitInWord> found;
  for (const Stem& stem : kStems) {
    const std::size_t at = word.find(stem.text);
    if (at == std::string_view::npos || (found && at >= found->at)) continue;
    found = UnitInWord{.at = at, .stem = stem.text, .interval = stem.interval};
  }
  return found;
}

std::optional<BillingInterval> find_unit_letter(std::string_view word) {
  for (const Stem& letter : kLetters) {
    if (letter.text == word) return letter.interval;
  }
  return std::nullopt;
}

std::optional<double> find_numeral(std::string_view word) { return value_of(kNumerals, word); }

std::optional<double> find_times(std::string_view word) { return value_of(kTimes, word); }

bool begins_with_numeral(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // "ten" begins too much
  for (std::size_t size = kShortest; size < word.size(); ++size) {
    if (find_numeral(word.substr(0, size))) return true;
  }
  return false;
}

}  // namespace kirnu
