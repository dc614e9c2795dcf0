#include "facts/plan/rate_name.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/name_list.h"
#include "facts/plan/count_row.h"
#include "facts/words/count_name.h"
#include "facts/words/name_words.h"
#include "facts/words/unit_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kQuarterly = "vierteljähr|neljännesvuo";
constexpr std::string_view kHalfYearly = "halbjähr|semi-annual|semiannual|half-yearly|puolivuo";
constexpr std::string_view kYearly = "annual|jährl|p.a.|p. a.|vuosi|vuotui|vuodessa|vuositt";
constexpr std::string_view kWeekly = "wöchentl|viikoit|viikossa";
constexpr std::string_view kDaily = "daily|täglich|päivitt|päivässä";

constexpr std::string_view kLastTwelve = "ltm|ttm|r12|l12|t12|r12m|l12m|t12m";
constexpr std::string_view kRolling =
    "rolling|trailing|moving|rollierend|rollierende|rollierender|gleitend|gleitende|gleitender|liukuva|liukuvat|"
    "rullaava|rullaavat|last|past|letzte|letzten|viimeiset|viimeisten|edelliset";

struct NumberWord {
  std::string_view words;
  int number;
};
constexpr NumberWord kNumberWords[] = {{"two|zwei|kaksi|kahden", 2},
                                       {"three|drei|kolme|kolmen", 3},
                                       {"four|vier|neljä|neljän", 4},
                                       {"six|sechs|kuusi|kuuden", 6},
                                       {"twelve|zwölf|kaksitoista|kahdentoista", 12},
                                       {"thirty|dreißig|dreissig|kolmekymmentä", 30},
                                       {"ninety|neunzig|yhdeksänkymmentä", 90}};

struct Length {
  PeriodUnit counted;
  int from, to;
  PeriodUnit unit;
};
constexpr Length kLengths[] = {
    {PeriodUnit::Day, 7, 7, PeriodUnit::Week},         {PeriodUnit::Day, 28, 31, PeriodUnit::Month},
    {PeriodUnit::Day, 90, 92, PeriodUnit::Quarter},    {PeriodUnit::Day, 180, 184, PeriodUnit::HalfYear},
    {PeriodUnit::Day, 360, 366, PeriodUnit::Year},     {PeriodUnit::Week, 4, 4, PeriodUnit::Month},
    {PeriodUnit::Week, 13, 13, PeriodUnit::Quarter},   {PeriodUnit::Week, 26, 26, PeriodUnit::HalfYear},
    {PeriodUnit::Week, 52, 52, PeriodUnit::Year},      {PeriodUnit::Month, 3, 3, PeriodUnit::Quarter},
    {PeriodUnit::Month, 6, 6, PeriodUnit::HalfYear},   {PeriodUnit::Month, 12, 12, PeriodUnit::Year},
    {PeriodUnit::Quarter, 2, 2, PeriodUnit::HalfYear}, {PeriodUnit::Quarter, 4, 4, PeriodUnit::Year},
    {PeriodUnit::HalfYear, 2, 2, PeriodUnit::Year}};

/// So many units, as one: 12 months are a year, 90 days a quarter; absent for a length that has no unit.
std::optional<PeriodUnit> unit_of_length(int number, PeriodUnit counted) {
  if (number == 1) return counted;
  for (const Length& known : kLengths) {
    if (known.counted == counted && number >= known.from && number <= known.to) return known.unit;
  }
  return std::nullopt;
}

/// The number that a word is, of up to three digits; 0 for every other word.
int number_of(std::string_view word) {
  const bool digits = word.size() <= 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits) {
    int number = 0;
    for (const char c : word) number = number * 10 + (c - '0');
    return number;
  }
  for (const NumberWord& known : kNumberWords) {
    if (is_one_of(known.words, word)) return known.number;
  }
  return 0;
}

/// Words and numbers, "12M" and "12-month" as two each.
std::vector<std::string> tokens_of(std::string_view name) {
  std::vector<std::string> tokens;
  for (const std::string& word : small_words(name, Digits::AreInWords)) {
    const std::size_t letters = word.find_first_not_of("0123456789");
    if (letters == 0 || letters == std::string::npos) tokens.push_back(word);
    else tokens.insert(tokens.end(), {word.substr(0, letters), word.substr(letters)});
  }
  return tokens;
}

/// How long a rate's own time is, by "12 months", "LTM", "90 Tage".
struct RateLength {
  bool said = false;
  std::optional<PeriodUnit> unit = {};
};
RateLength length_in(std::string_view name) {
  const std::vector<std::string> tokens = tokens_of(name);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_one_of(kLastTwelve, tokens[i])) return {.said = true, .unit = PeriodUnit::Year};
    const int number = number_of(tokens[i]);
    if (number == 0 || i + 1 == tokens.size()) continue;
    if (name.find(tokens[i] + ". ") != std::string_view::npos) continue;  // the third month
    if (const std::optional<PeriodUnit> unit = find_unit_word(tokens[i + 1], UnitPlace::Age))
      return {.said = true, .unit = unit_of_length(number, *unit)};
  }
  return {};
}

/// Digits behind the decimal mark.
int decimals_of(std::string_view cell) {
  const std::size_t mark = cell.find_last_of(".,");
  if (mark == std::string_view::npos) return 0;
  const std::string_view rest = cell.substr(mark + 1);
  return static_cast<int>(std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

}  // namespace

std::optional<PeriodUnit> unit_of_rate(std::string_view column_name) {
  if (const RateLength length = length_in(column_name); length.said)
    // A mean of rates is a rate of their own period, over however many it goes.
    return read_count_name(column_name).mean ? std::nullopt : length.unit;
  if (column_name.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  const std::string folded = fold_case(column_name);
  if (has_part(folded, kQuarterly)) return PeriodUnit::Quarter;
  if (has_part(folded, kHalfYearly)) return PeriodUnit::HalfYear;
  if (const std::optional<PeriodUnit> unit = find_unit_in(column_name)) return unit;
  for (const std::string& word : small_words(column_name, Digits::EndWords)) {
    if (is_one_of("kk|mo|mth|pm", word)) return PeriodUnit::Month;
  }
  if (has_part(folded, kYearly)) return PeriodUnit::Year;
  if (has_part(folded, kWeekly)) return PeriodUnit::Week;
  return has_part(folded, kDaily) ? std::optional(PeriodUnit::Day) : std::nullopt;
}

bool is_of_unknown_length(std::string_view column_name) {
  const CountName read = read_count_name(column_name);
  if (read.mean || read.summed) return read.summed;
  if (const RateLength length = length_in(column_name); length.said) return !length.unit;
  const std::vector<std::string> words = small_words(column_name, Digits::EndWords);
  const bool rolling =
      std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_one_of(kRolling, word); });
  return rolling && !unit_of_rate(column_name);
}

std::optional<ToldRateKind> told_rate_kind(std::string_view column_name) {
  const CountName name = read_count_name(column_name);
  if (!name.rate || name.money || name.planned || name.summed || name.aside || is_of_unknown_length(column_name))
    return std::nullopt;
  if (name.role == Role::Churned) return ToldRateKind::Churn;
  const bool kept = name.role == Role::RetentionRate || name.role == Role::Retained;
  return kept ? std::optional(ToldRateKind::Retention) : std::nullopt;
}

std::optional<ToldRate> read_told_rate(std::string_view cell, ToldRateKind kind, bool hundreds) {
  const ReadNumber number = read_number(cell, NumberKind::Real, {.decimal = DecimalMark::Point});
  if (number.status != NumberStatus::Ok) return std::nullopt;
  const bool percent = number.percent || hundreds;
  const double share = hundreds && !number.percent ? number.value / 100 : number.value;
  const double step = std::pow(10.0, -decimals_of(trim(cell)));
  constexpr double kHalfAndSome = 0.55;
  return ToldRate{.churn = kind == ToldRateKind::Retention ? 1 - share : share,
                  .rounding = kHalfAndSome * step / (percent ? 100 : 1)};
}

}  // namespace kirnu
