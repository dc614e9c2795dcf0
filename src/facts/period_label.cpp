#include "facts/period_label.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "facts/unit_words.h"
#include "text/date_words.h"

namespace kirnu {
namespace {

struct Token {
  bool number = false;
  int value = 0;
  std::size_t digits = 0;
  std::string word;  ///< lower case
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 202501 is a month.
bool is_compact_month(const Token& token) {
  return token.digits == 6 && token.value >= 190001 && token.value <= 219912 && token.value % 100 >= 1 &&
         token.value % 100 <= 12;
}

/// Numbers and words of a label; everything else separates. At most five, or the label is no period.
std::vector<Token> read_tokens(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    Token token;
    if (is_digit(text[i])) {
      token.number = true;
      for (; i < text.size() && is_digit(text[i]); ++i) {
        if (++token.digits > 6) return {};
        token.value = token.value * 10 + (text[i] - '0');
      }
    } else if (is_letter(text[i])) {
      for (; i < text.size() && is_letter(text[i]); ++i) token.word += lower(text[i]);
    } else {
      const bool separates = std::string_view(" ./-'_").find(text[i]) != std::string_view::npos ||
                             (text[i] == ',' && text.substr(i + 1).starts_with(' '));
      if (!separates) return {};
      ++i;
      continue;
    }
    tokens.push_back(std::move(token));
    if (tokens.size() > 5) return {};
  }
  return tokens;
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

std::optional<int> read_year(const Token& token) {
  if (!token.number) return std::nullopt;
  if (token.digits == 4 && token.value >= 1900 && token.value <= 2199) return token.value;
  if (token.digits == 2) return token.value < 70 ? 2000 + token.value : 1900 + token.value;
  return std::nullopt;
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
std::optional<PeriodLabel> read_numeric_label(const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    if (!token.number) return std::nullopt;
  }
  const bool year_first = tokens.front().digits == 4;
  const Token& year_token = year_first ? tokens.front() : tokens.back();
  if (year_token.digits != 4) return std::nullopt;
  const std::optional<int> year = read_year(year_token);
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
std::optional<PeriodLabel> read_part_label(const std::vector<Token>& tokens, std::size_t word, PeriodUnit unit) {
  const auto counts = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].number && tokens[i].digits <= 2 && part_label(unit, tokens[i].value, {});
  };
  const std::size_t at = counts(word + 1) ? word + 1 : word - 1;
  if (!counts(at)) return std::nullopt;
  std::optional<int> year;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == word || i == at) continue;
    if (year) return std::nullopt;
    year = read_year(tokens[i]);
    if (!year) return std::nullopt;
  }
  return part_label(unit, tokens[at].value, year);
}

/// "Jan 2025", "Mai", "Year 2024", "FY 2023/24": a word with at most a year beside it.
std::optional<PeriodLabel> read_worded_label(const std::vector<Token>& tokens) {
  std::optional<std::size_t> word;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].number) continue;
    if (word) return std::nullopt;
    word = i;
  }
  if (!word) return std::nullopt;
  const std::string& name = tokens[*word].word;
  if (const std::optional<PeriodUnit> part = find_part(name)) return read_part_label(tokens, *word, *part);
  const bool fiscal = is_fiscal_word(name);
  if (tokens.size() > (fiscal ? 3U : 2U)) return std::nullopt;
  const Token& number = tokens[*word == 0 ? tokens.size() - 1 : 0];
  const std::optional<int> year = read_year(number);
  if (number.number && !year) return std::nullopt;
  if (year && fiscal) return PeriodLabel{.unit = PeriodUnit::Year};
  if (year && is_year_word(name)) return PeriodLabel{.unit = PeriodUnit::Year, .span = months_from(*year, 1, 12)};
  const std::optional<int> month = find_month(name);
  return month ? std::optional(month_label(*month, year)) : std::nullopt;
}

/// A day by three numbers, the year in four digits first or last.
std::optional<Date> read_day(std::string_view text) {
  const std::vector<Token> tokens = read_tokens(text);
  if (tokens.size() != 3 || text.find('/') != std::string_view::npos) return std::nullopt;
  for (const Token& token : tokens) {
    if (!token.number) return std::nullopt;
  }
  const bool year_first = tokens[0].digits == 4;
  const std::optional<int> year = read_year(year_first ? tokens[0] : tokens[2]);
  const int month = tokens[1].value, day = (year_first ? tokens[2] : tokens[0]).value;
  if (!year || month < 1 || month > 12 || day < 1) return std::nullopt;
  const Date first = first_of_month(*year, month);
  if (first.days + day > first_of_month(*year, month + 1).days) return std::nullopt;
  return Date{first.days + day - 1};
}

/// "01.01.2025 - 31.01.2025": from the first to the last day of a period.
std::optional<PeriodLabel> read_range_label(std::string_view text) {
  for (const std::string_view between : {" - ", "–", " bis ", " to "}) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) continue;
    const std::optional<Date> first = read_day(text.substr(0, at)), last = read_day(text.substr(at + between.size()));
    if (!first || !last) return std::nullopt;
    const std::int32_t days = last->days + 1 - first->days;
    const CivilDate from = civil_date(*first);
    if (days == 7) return PeriodLabel{.unit = PeriodUnit::Week, .span = days_from(*first, 7)};
    for (const auto& [unit, months] : {std::pair(PeriodUnit::Month, 1), std::pair(PeriodUnit::Quarter, 3),
                                       std::pair(PeriodUnit::HalfYear, 6), std::pair(PeriodUnit::Year, 12)}) {
      const LabelSpan span = months_from(from.year, from.month, months);
      if (from.day != 1 || span.days != static_cast<double>(days)) continue;
      PeriodLabel label{.unit = unit, .span = span};
      if (unit == PeriodUnit::Month) label.month = from.month;
      return label;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PeriodLabel> read_period_label(std::string_view text) {
  const std::vector<Token> tokens = read_tokens(text);
  if (tokens.empty()) return read_range_label(text);
  if (tokens.size() == 1 && is_compact_month(tokens[0]))
    return month_label(tokens[0].value % 100, tokens[0].value / 100);
  if (const auto label = read_numeric_label(tokens)) return label;
  return read_worded_label(tokens);
}

std::optional<PeriodDays> read_period_days(std::string_view text) {
  const std::optional<PeriodLabel> label = read_period_label(text);
  if (!label || !label->span) return std::nullopt;
  const std::vector<Token> tokens = read_tokens(text);
  if (label->month && tokens.size() == 2 && tokens[0].number != tokens[1].number) {
    const bool day_first = tokens[0].number;  // "Mar-25" and "Mar '25" are no days
    const Token& number = tokens[day_first ? 0 : 1];
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
  const std::vector<Token> tokens = read_tokens(label);
  if (tokens.size() != 1 || !tokens[0].number || tokens[0].digits < 4) return true;
  const int value = tokens[0].value;
  const int number = tokens[0].digits == 4 ? value : value / 100 * 12 + value % 100;
  const bool follows = count_++ == 0 || number == before_ + 1 || number == before_ - 1;
  before_ = number;
  return follows;
}

}  // namespace kirnu
