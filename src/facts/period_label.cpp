#include "facts/period_label.h"

#include <string>
#include <vector>

#include "base/date.h"
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

/// Numbers and words of a label; everything else separates. At most five, or the label is no period.
std::vector<Token> read_tokens(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    Token token;
    if (is_digit(text[i])) {
      token.number = true;
      for (; i < text.size() && is_digit(text[i]); ++i) {
        if (++token.digits > 4) return {};
        token.value = token.value * 10 + (text[i] - '0');
      }
    } else if (is_letter(text[i])) {
      for (; i < text.size() && is_letter(text[i]); ++i) token.word += lower(text[i]);
    } else {
      const bool separates = std::string_view(" ./-'_").find(text[i]) != std::string_view::npos;
      if (!separates) return {};
      ++i;
      continue;
    }
    tokens.push_back(std::move(token));
    if (tokens.size() > 5) return {};
  }
  return tokens;
}

bool is_quarter_word(std::string_view word) {
  return word == "q" || word == "quartal" || word == "quarter" || word == "neljännes";
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

PeriodLabel quarter_label(int quarter, std::optional<int> year) {
  PeriodLabel label{.unit = PeriodUnit::Quarter};
  if (year) label.span = months_from(*year, 3 * quarter - 2, 3);
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

/// "Jan 2025", "2025 Q1", "Mai": words with at most a year beside them.
std::optional<PeriodLabel> read_worded_label(const std::vector<Token>& tokens) {
  std::optional<int> month, quarter, year;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.number) {
      if (year) return std::nullopt;
      year = read_year(token);
      if (!year) return std::nullopt;
    } else if (is_quarter_word(token.word) && !quarter) {
      const bool after = i + 1 < tokens.size() && tokens[i + 1].number && tokens[i + 1].digits == 1;
      if (!after || tokens[i + 1].value < 1 || tokens[i + 1].value > 4) return std::nullopt;
      quarter = tokens[++i].value;
    } else if (!month) {
      month = find_month(token.word);
      if (!month) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (month && !quarter) return month_label(*month, year);
  if (quarter && !month) return quarter_label(*quarter, year);
  return std::nullopt;
}

}  // namespace

std::optional<PeriodLabel> read_period_label(std::string_view text) {
  const std::vector<Token> tokens = read_tokens(text);
  if (tokens.empty()) return std::nullopt;
  if (const auto label = read_numeric_label(tokens)) return label;
  return read_worded_label(tokens);
}

}  // namespace kirnu
