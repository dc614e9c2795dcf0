#include "facts/words/unit_words.h"

#include <string>

#include "text/fold_case.h"

namespace kirnu {
namespace {

/// Words stand between bars.
struct UnitWords {
  PeriodUnit unit;
  std::string_view parts;     ///< begin a word, or are anywhere in a name
  std::string_view words;     ///< whole words
  std::string_view calendar;  ///< whole words of a part of a year
};

/// A quarter is said with the word of a year, too, and so is half a year.
constexpr UnitWords kUnits[] = {{PeriodUnit::Quarter, "|quarter|quartal|neljänn|vuosineljänn|", "|q|", "||"},
                                {PeriodUnit::HalfYear, "|halbjahr|puolivuo|half-year|half year|", "||", "|h|hj|half|"},
                                {PeriodUnit::Month, "|month|monat|kuuka|", "|m|mo|kk|", "||"},
                                {PeriodUnit::Week, "|week|woche|viik|", "|w|wk|vk|", "|cw|kw|vko|kalenderwoche|"},
                                {PeriodUnit::Day, "|day|tage|päiv|", "|d|tag|pv|", "||"},
                                {PeriodUnit::Year, "|year|jahr|vuosi|vuotta|vuoden|", "|y|yr|", "||"}};

bool has_word(std::string_view words, std::string_view word) {
  return words.find("|" + std::string(word) + "|") != std::string_view::npos;
}

/// Whether `accepts` says yes to one of the words.
template <class Accepts>
bool any_word(std::string_view words, Accepts accepts) {
  for (std::size_t bar = 0, next = 0; (next = words.find('|', bar + 1)) != std::string_view::npos; bar = next) {
    if (next > bar + 1 && accepts(words.substr(bar + 1, next - bar - 1))) return true;
  }
  return false;
}

}  // namespace

std::optional<PeriodUnit> find_unit_word(std::string_view word, UnitPlace place) {
  for (const UnitWords& known : kUnits) {
    const bool begins = any_word(known.parts, [&](std::string_view part) { return word.starts_with(part); });
    const bool calendar = place == UnitPlace::Calendar && has_word(known.calendar, word);
    if (begins || calendar || has_word(known.words, word)) return known.unit;
  }
  return std::nullopt;
}

std::optional<PeriodUnit> find_unit_in(std::string_view name) {
  const std::string folded = fold_case(name);
  for (const UnitWords& known : kUnits) {
    if (any_word(known.parts, [&](std::string_view part) { return folded.find(part) != std::string::npos; }))
      return known.unit;
  }
  return std::nullopt;
}

}  // namespace kirnu
