#include "facts/words/period_label.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "facts/words/bare_label.h"
#include "facts/words/label_tokens.h"
#include "facts/words/period_range.h"
#include "facts/words/unit_words.h"
#include "text/date_words.h"

namespace kirnu {
namespace {

/// 202501 is a month.
bool is_compact_month(const LabelToken& token) {
  return token.digits == 6 && token.value >= 190001 && token.value <= 219912 && token.value % 100 >= 1 &&
         token.value % 100 <= 12;
}

/// The part of a year that a word names, which a number beside it counts.
std::optional<PeriodUnit> find_part(std::string_view word) {
  const std::optional<PeriodUnit> unit = find_unit_word(word, UnitPlace::Calendar);
  const bool part = unit == PeriodUnit::Quarter || unit == PeriodUnit::HalfYear || unit == PeriodUnit::Week;
  return part ? unit : std::nullopt;
}

/// Years of the calendar, and those that begin whenever a firm says.
bool is_year_word(std::string_view word) { return word == "year" || word == "jahr" || word == "vuosi"; }
bool is_fiscal_word(std::string_view word) {
  return word == "fy" || word == "gj" || word == "geschäftsjahr" || word == "wirtschaftsjahr" || word == "tilikausi";
}

LabelSpan months_from(int year, int month, int months) {
  const Date start = first_of_month(year, month);
  const Date end = first_of_month(year, month + months);
  return {.start = write_date(start), .end = write_date(end), .days = static_cast<double>(end.days - start.days)};
}

bool is_month_edge(int year, int month, int day) {
  return day == 1 || day == first_of_month(year, month + 1).days - first_of_month(year, month).days;
}

PeriodLabel month_label(int month, std::optional<int> year) {
  PeriodLabel label{.unit = PeriodUnit::Month, .month = month};
  if (year) label.span = months_from(*year, month, 1);
  return label;
}

LabelSpan days_from(Date start, std::int32_t days) {
  return {.start = write_date(start), .end = write_date({start.days + days}), .days = static_cast<double>(days)};
}

/// Monday of a week by ISO 8601: week 1 has 4 January.
Date monday_of_week(int year, int week) {
  const std::int32_t fourth = date_of(year, 1, 4).days;
  return {fourth - (fourth + 3) % 7 + 7 * (week - 1)};  // day 0, 1 January 1970, was a Thursday
}

/// The quarter, half-year or week of a number, 1 to the last of a year.
std::optional<PeriodLabel> part_label(PeriodUnit unit, int number, std::optional<int> year) {
  const int last = unit == PeriodUnit::Quarter ? 4 : unit == PeriodUnit::HalfYear ? 2 : 53;
  if (number < 1 || number > last) return std::nullopt;
  PeriodLabel label{.unit = unit};
  if (!year) return label;
  const int months = 12 / last;
  label.span =
      months > 0 ? months_from(*year, months * (number - 1) + 1, months) : days_from(monday_of_week(*year, number), 7);
  if (number == 53 && monday_of_week(*year + 1, 1) == monday_of_week(*year, 53)) return std::nullopt;
  return label;
}

/// "2025-01", "01/2025", "1.1.2025", "2025-01-01": a month by number, or a day that must be its first or last.
std::optional<PeriodLabel> read_numeric_label(const std::vector<LabelToken>& tokens) {
  for (const LabelToken& token : tokens) {
    if (!token.number) return std::nullopt;
  }
  const bool year_first = tokens.front().digits == 4;
  const LabelToken& year_token = year_first ? tokens.front() : tokens.back();
  if (year_token.digits != 4) return std::nullopt;
  const std::optional<int> year = read_label_year(year_token);
  if (!year) return std::nullopt;
  if (tokens.size() == 1) return PeriodLabel{.unit = PeriodUnit::Year, .span = months_from(*year, 1, 12)};
  if (tokens.size() > 3) return std::nullopt;
  const int month = tokens[1 - (tokens.size() == 2 && !year_first ? 1U : 0U)].value;
  if (month < 1 || month > 12) return std::nullopt;
  if (tokens.size() == 3 && !is_month_edge(*year, month, (year_first ? tokens[2] : tokens[0]).value))
    return std::nullopt;
  return month_label(month, year);
}

/// "Q1 2025", "1. Quartal 2025", "H2 24", "KW 12/2025", "2025W12": the number stands behind the word, else before it.
std::optional<PeriodLabel> read_part_label(const std::vector<LabelToken>& tokens, std::size_t word, PeriodUnit unit) {
  const auto counts = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].number && tokens[i].digits <= 2 && part_label(unit, tokens[i].value, {});
  };
  const std::size_t at = counts(word + 1) ? word + 1 : word - 1;
  if (!counts(at)) return std::nullopt;
  std::optional<int> year;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == word || i == at) continue;
    if (year) return std::nullopt;
    year = read_label_year(tokens[i]);
    if (!year) return std::nullopt;
  }
  return part_label(unit, tokens[at].value, year);
}

/// The year in which a firm's year ends, which two years tell together: "2021/22", "2021-2022", "21/22". "2011/12" is a
/// month.
std::optional<int> read_split_year(const std::vector<LabelToken>& tokens, std::string_view text) {
  const bool between = text.find_first_of("/-") != std::string_view::npos || text.find("–") != std::string_view::npos;
  if (tokens.size() != 2 || !between) return std::nullopt;
  const LabelToken &first = tokens[0], &second = tokens[1];
  const bool short_years = first.digits == 2 && first.value > 12 && text.find('/') != std::string_view::npos;
  if (!second.number || !(first.digits == 4 || short_years)) return std::nullopt;
  const std::optional<int> from = read_label_year(first), to = read_label_year(second);
  const bool month = first.digits == 4 && second.digits == 2 && second.value <= 12;
  const bool whole = first.digits == 4 || second.digits == 2;
  return from && to && whole && *to == *from + 1 && !month ? to : std::nullopt;
}

/// "01/24", as people write months; "11/12" may be a firm's year.
std::optional<PeriodLabel> read_short_month(const std::vector<LabelToken>& tokens, std::string_view text) {
  const bool shaped = tokens.size() == 2 && tokens[0].number && tokens[0].digits <= 2 && tokens[1].digits == 2 &&
                      text.find('/') != std::string_view::npos;
  if (!shaped || tokens[0].value < 1 || tokens[0].value > 12 || tokens[1].value == tokens[0].value + 1)
    return std::nullopt;
  return month_label(tokens[0].value, read_label_year(tokens[1]));
}

PeriodLabel fiscal_year(int year) { return {.unit = PeriodUnit::Year, .year = year}; }

/// Numbers of quarters and half-years are Roman, too, and a firm's year has its own: "Q I 2025", "Q1 FY25".
std::vector<LabelToken> plain_tokens(std::vector<LabelToken> tokens, bool& fiscal) {
  constexpr auto kRoman = std::to_array<std::string_view>({"i", "ii", "iii", "iv"});
  const bool part = std::any_of(tokens.begin(), tokens.end(), [](const LabelToken& token) {
    return !token.number && find_part(token.word).has_value();
  });
  if (!part) return tokens;
  const auto words = tokens.size();
  std::erase_if(tokens, [](const LabelToken& token) { return is_fiscal_word(token.word); });
  fiscal = tokens.size() < words;
  for (LabelToken& token : tokens) {
    const auto roman = std::find(kRoman.begin(), kRoman.end(), token.word);
    if (roman == kRoman.end()) continue;
    token = {.number = true, .value = static_cast<int>(roman - kRoman.begin()) + 1, .digits = 1};
  }
  return tokens;
}

/// "01.01.2025 - 31.01.2025": from the first to the last day of a period.
std::optional<PeriodLabel> read_range_label(std::string_view text) {
  const std::optional<PeriodDays> range = read_period_range(text);
  if (!range) return std::nullopt;
  const std::int32_t days = range->last + 1 - range->first;
  const CivilDate from = civil_date({range->first});
  if (days == 7) return PeriodLabel{.unit = PeriodUnit::Week, .span = days_from({range->first}, 7)};
  for (const auto& [unit, months] : {std::pair(PeriodUnit::Month, 1), std::pair(PeriodUnit::Quarter, 3),
                                     std::pair(PeriodUnit::HalfYear, 6), std::pair(PeriodUnit::Year, 12)}) {
    const LabelSpan span = months_from(from.year, from.month, months);
    if (from.day != 1 || span.days != static_cast<double>(days)) continue;
    PeriodLabel label{.unit = unit, .span = span};
    if (unit == PeriodUnit::Month) label.month = from.month;
    return label;
  }
  return std::nullopt;
}

/// "31. Januar 2025": the first or the last day of a month.
std::optional<PeriodLabel> read_written_day(const std::vector<LabelToken>& tokens) {
  const std::optional<int> month = find_month(tokens[1].word), year = read_label_year(tokens[2]);
  const bool shaped = month && year && tokens[0].digits <= 2 && tokens[2].digits == 4;
  if (!shaped || !is_month_edge(*year, *month, tokens[0].value)) return std::nullopt;
  return month_label(*month, year);
}

/// "Jan 2025", "Mai", "Year 2024", "FY 2023/24": a word with at most a year beside it.
std::optional<PeriodLabel> read_worded_label(const std::vector<LabelToken>& tokens) {
  std::optional<std::size_t> word;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].number) continue;
    if (word) return std::nullopt;
    word = i;
  }
  if (!word) return std::nullopt;
  const std::string& name = tokens[*word].word;
  if (const std::optional<PeriodUnit> part = find_part(name)) return read_part_label(tokens, *word, *part);
  if (tokens.size() == 3 && *word == 1) return read_written_day(tokens);
  const bool fiscal = is_fiscal_word(name);
  if (tokens.size() > (fiscal ? 3U : 2U)) return std::nullopt;
  const LabelToken& number = tokens[*word == 0 ? tokens.size() - 1 : 0];
  const std::optional<int> year = read_label_year(number);
  if (number.number && !year) return std::nullopt;
  if (year && fiscal) return fiscal_year(*year);
  if (year && is_year_word(name)) return PeriodLabel{.unit = PeriodUnit::Year, .span = months_from(*year, 1, 12)};
  const std::optional<int> month = find_month(name);
  return month ? std::optional(month_label(*month, year)) : std::nullopt;
}

}  // namespace

std::optional<PeriodLabel> read_calendar_period(std::string_view text) {
  bool fiscal = false;
  const std::vector<LabelToken> tokens = plain_tokens(read_label_tokens(text), fiscal);
  if (tokens.empty()) return read_range_label(text);
  if (tokens.size() == 1 && is_compact_month(tokens[0]))
    return month_label(tokens[0].value % 100, tokens[0].value / 100);
  if (const std::optional<int> year = read_split_year(tokens, text)) return fiscal_year(*year);
  std::optional<PeriodLabel> label = read_numeric_label(tokens);
  if (!label) label = read_worded_label(tokens);
  if (label && fiscal) label->span.reset();
  return label ? label : read_range_label(text);
}

std::optional<PeriodLabel> read_period_label(std::string_view text) {
  const std::string bare = bare_label(text);
  const std::optional<PeriodLabel> label = read_calendar_period(bare.empty() ? text : bare);
  return label ? label : read_short_month(read_label_tokens(bare), bare);
}

std::optional<PeriodDays> read_period_days(std::string_view text) {
  const std::optional<PeriodLabel> label = read_calendar_period(text);
  if (!label) return std::nullopt;
  const std::vector<LabelToken> tokens = read_label_tokens(text);
  if (const std::optional<int> year = read_split_year(tokens, text))
    return PeriodDays{.first = date_of(*year - 1, kSeasonMonth, 1).days,
                      .last = date_of(*year, kSeasonMonth, 1).days - 1};
  if (!label->span) return std::nullopt;
  if (label->month && tokens.size() == 2 && tokens[0].number != tokens[1].number) {
    const bool day_first = tokens[0].number;  // "Mar-25" and "Mar '25" are no days
    const LabelToken& number = tokens[day_first ? 0 : 1];
    const bool may_be_day = day_first || (number.value <= 31 && text.find_first_of("-'") == std::string_view::npos);
    if (number.digits <= 2 && may_be_day) return std::nullopt;
  }
  return days_of(*label->span);
}

PeriodDays days_of(const LabelSpan& span) {
  return {.first = read_iso_date(span.start)->days, .last = read_iso_date(span.end)->days - 1};
}

std::vector<std::int64_t> places_of_periods(std::vector<std::int64_t> first_days) {
  const auto date_of = [](std::int64_t day) { return civil_date({static_cast<std::int32_t>(day)}); };
  const auto begins_month = [&](std::int64_t day) { return date_of(day).day == 1; };
  if (!std::all_of(first_days.begin(), first_days.end(), begins_month)) return first_days;
  for (std::int64_t& day : first_days) day = std::int64_t{date_of(day).year} * 12 + date_of(day).month;
  return first_days;
}

bool PeriodNumbers::add(std::string_view label) {
  const std::vector<LabelToken> tokens = read_label_tokens(label);
  const bool short_month = tokens.size() == 2 && tokens[0].digits <= 2 && tokens[1].digits == 2 && tokens[0].number;
  const bool number_alone = tokens.size() == 1 && tokens[0].number && tokens[0].digits >= 4;
  if (!short_month && !number_alone) return true;
  const int value = short_month ? tokens[1].value * 100 + tokens[0].value : tokens[0].value;
  const int number = tokens[0].digits == 4 ? value : value / 100 * 12 + value % 100;
  const bool follows = count_++ == 0 || number == before_ + 1 || number == before_ - 1;
  before_ = number;
  return follows;
}

}  // namespace kirnu
