#include "facts/plan/count_span.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/date.h"
#include "facts/plan/period_columns.h"
#include "facts/words/period_label.h"
#include "facts/words/unit_words.h"
#include "text/date_reader.h"

namespace kirnu {
namespace {

constexpr DateHabit kDotted{.order = DateOrder::Dmy, .dotted = true};

std::optional<std::int32_t> day_in(std::string_view word) {
  const ReadDate date = read_date(word, kDotted);
  return date.status == DateStatus::Ok ? std::optional(date.moment.day.days) : std::nullopt;
}

bool is_counted(Role role) {
  return role == Role::Opening || role == Role::New || role == Role::Churned || role == Role::Closing;
}

bool is_last_of_month(std::int32_t day) { return civil_date({day + 1}).day == 1; }

CountSpan span_of_days(std::int32_t first, std::int32_t last, std::optional<PeriodUnit> unit) {
  const std::string start = write_date({first});
  return {
      .label = start + " – " + write_date({last}),
      .span = LabelSpan{.start = start, .end = write_date({last + 1}), .days = static_cast<double>(last + 1 - first)},
      .unit = unit};
}

/// From the day on which it opens to the one on which it closes. Ends of months open on the next day, and 1 January
/// closes the year before.
CountSpan span_between(std::int32_t opens, std::int32_t closes) {
  if (is_last_of_month(opens) && is_last_of_month(closes)) ++opens;
  else if (civil_date({closes}).day == civil_date({opens}).day) --closes;
  CountSpan span = span_of_days(opens, closes, std::nullopt);
  if (const std::optional<PeriodLabel> label = read_period_label(span.label)) span.unit = label->unit;
  return span;
}

/// From one period to a later one: both are what was there at its end, but from the first of a year to its last they
/// are the year.
CountSpan span_from_to(const NamedTime& opens, const NamedTime& closes) {
  const CivilDate first = civil_date({opens.first}), last = civil_date({closes.last + 1});
  const bool year =
      first.month == 1 && first.day == 1 && last.month == 1 && last.day == 1 && last.year == first.year + 1;
  CountSpan span = span_of_days(year ? opens.first : opens.last + 1, closes.last, std::nullopt);
  if (const std::optional<PeriodLabel> label = read_period_label(span.label)) span.unit = label->unit;
  return span;
}

/// The unit that all names which tell one agree on: "vuoden alussa", "Jahresende".
std::optional<CountSpan> span_of_words(std::span<const ImportColumn> columns) {
  std::optional<PeriodUnit> unit;
  for (const ImportColumn& column : columns) {
    if (!is_counted(column.role)) continue;
    const std::optional<PeriodUnit> told = find_unit_in(column.name);
    if (!told || *told == PeriodUnit::Day) continue;  // "today"
    if (unit && *unit != *told) return std::nullopt;
    unit = told;
  }
  return unit ? std::optional(CountSpan{.unit = unit}) : std::nullopt;
}

}  // namespace

std::optional<NamedTime> time_in_name(std::string_view name) {
  const std::vector<std::string_view> words = words_of_name(name);
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string text;  // "31.12.2024", and "31. Dezember 2024", which is three words
    for (std::size_t i = begin; i < std::min(begin + 3, words.size()); ++i) {
      text += (text.empty() ? "" : " ") + std::string(words[i]);
      if (i == begin + 1) continue;
      if (const std::optional<std::int32_t> day = day_in(text)) return NamedTime{.first = *day, .last = *day};
    }
  }
  if (const std::optional<PeriodName> period = read_period_name(name))
    return NamedTime{.first = period->first, .last = period->last, .unit = period->unit};
  return std::nullopt;
}

std::optional<CountSpan> span_of_names(std::span<const ImportColumn> columns) {
  std::optional<NamedTime> opens, closes, moves;
  for (const ImportColumn& column : columns) {
    const std::optional<NamedTime> time = is_counted(column.role) ? time_in_name(column.name) : std::nullopt;
    if (!time) continue;
    if (column.role == Role::Opening) opens = time;
    else if (column.role == Role::Closing) closes = time;
    else if (moves && moves->first != time->first) return std::nullopt;
    else moves = time;
  }
  if (opens && closes && !opens->unit && !closes->unit)
    return opens->first < closes->first ? std::optional(span_between(opens->first, closes->first)) : std::nullopt;
  // "2022; 2023" is what was there at the end of each; "Anfang 2023" alone is told by the year that begins.
  if (opens && closes && !(moves && moves->unit) && opens->unit && opens->unit == closes->unit &&
      opens->last < closes->first)
    return span_from_to(*opens, *closes);
  for (const std::optional<NamedTime>& told : {moves, closes, opens}) {
    if (told && told->unit) return span_of_days(told->first, told->last, told->unit);
  }
  return span_of_words(columns);
}

}  // namespace kirnu
