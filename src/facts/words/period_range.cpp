#include "facts/words/period_range.h"

#include <algorithm>
#include <vector>

#include "base/date.h"
#include "facts/words/label_tokens.h"
#include "text/date_words.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// One end of a range, as far as it is written; without a day it is a month.
struct Edge {
  std::optional<int> year = {}, month = {}, day = {};
};

std::optional<int> small_number(const LabelToken& token) {
  return token.number && token.digits <= 2 ? std::optional(token.value) : std::nullopt;
}

/// "2025-01-31", "31.1.2025", "31.1.", "31.", "1/2025"
std::optional<Edge> read_numbers(const std::vector<LabelToken>& tokens) {
  const auto is_year = [](const LabelToken& token) { return token.digits == 4; };
  if (is_year(tokens[0]) && tokens.size() == 3)
    return Edge{.year = read_label_year(tokens[0]), .month = small_number(tokens[1]), .day = small_number(tokens[2])};
  if (tokens.size() == 2 && is_year(tokens[1]))
    return Edge{.year = read_label_year(tokens[1]), .month = small_number(tokens[0])};
  if (tokens.size() > 3 || !small_number(tokens[0])) return std::nullopt;
  Edge edge{.day = small_number(tokens[0])};
  if (tokens.size() > 1) edge.month = small_number(tokens[1]);
  if (tokens.size() > 2) edge.year = read_label_year(tokens[2]);
  return tokens.size() > 2 && !edge.year ? std::nullopt : std::optional(edge);
}

/// "Jan", "Jan 2025", "31. Jan 2025"
std::optional<Edge> read_worded(const std::vector<LabelToken>& tokens) {
  Edge edge;
  for (const LabelToken& token : tokens) {
    if (!token.number && !edge.month) edge.month = find_month(token.word);
    else if (token.number && !edge.month && !edge.day) edge.day = small_number(token);
    else if (token.number && edge.month && !edge.year) edge.year = read_label_year(token);
    else return std::nullopt;
    if (!edge.month && !token.number) return std::nullopt;
  }
  return edge;
}

std::optional<Edge> read_edge(std::string_view text) {
  const std::vector<LabelToken> tokens = read_label_tokens(trim(text));
  if (tokens.empty()) return std::nullopt;
  const bool numbers = std::all_of(tokens.begin(), tokens.end(), [](const LabelToken& token) { return token.number; });
  if (numbers && tokens.size() == 3 && text.find('/') != std::string_view::npos) return std::nullopt;  // day first?
  return numbers ? read_numbers(tokens) : read_worded(tokens);
}

/// The first or the last day of an edge whose year and month are known; absent where the calendar has no such day.
std::optional<std::int32_t> day_of(const Edge& edge, bool last) {
  if (*edge.month < 1 || *edge.month > 12) return std::nullopt;
  const std::int32_t first = first_of_month(*edge.year, *edge.month).days;
  const std::int32_t days = first_of_month(*edge.year, *edge.month + 1).days - first;
  const int day = edge.day.value_or(last ? days : 1);
  return day < 1 || day > days ? std::nullopt : std::optional(first + day - 1);
}

std::optional<PeriodDays> days_between(Edge first, const Edge& last) {
  if (!last.year || !last.month || first.day.has_value() != last.day.has_value()) return std::nullopt;
  const bool told = first.year.has_value();
  const bool days = told && !first.day && first.month == last.month && first.year != last.year;
  if (days) return std::nullopt;  // "Jan 8 - Jan 14" lies in a year that nobody told
  first.month = first.month ? first.month : last.month;
  first.year = told ? first.year : last.year;
  const std::optional<std::int32_t> to = day_of(last, true);
  std::optional<std::int32_t> from = day_of(first, false);
  if (from && to && *from > *to && !told) {  // "30.12.–05.01.2025"
    --*first.year;
    from = day_of(first, false);
  }
  return from && to && *from <= *to ? std::optional(PeriodDays{.first = *from, .last = *to}) : std::nullopt;
}

}  // namespace

std::optional<PeriodDays> read_period_range(std::string_view text) {
  for (const std::string_view between : {" - ", "–", "—", " bis ", " to ", "-"}) {
    const std::size_t at = text.find(between);
    if (at == std::string_view::npos) continue;
    const std::optional<Edge> first = read_edge(text.substr(0, at)), last = read_edge(text.substr(at + between.size()));
    return first && last ? days_between(*first, *last) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace kirnu
