#include "facts/tables/day_steps.h"

#include <cstdlib>

#include "text/date_reader.h"

namespace kirnu {
namespace {

constexpr int kWeek = 7;
constexpr std::size_t kFewestDays = 3;

std::optional<std::vector<std::int32_t>> read_days(std::span<const std::string_view> labels, DateOrder order) {
  std::vector<std::int32_t> days;
  for (const std::string_view label : labels) {
    const bool dotted = order == DateOrder::Dmy && label.find('.') != std::string_view::npos;
    const ReadDate date = read_date(label, {.order = order, .dotted = dotted});
    if (date.status != DateStatus::Ok) return std::nullopt;
    days.push_back(date.moment.day.days);
  }
  return days;
}

/// Months since year 0.
int month_of(const CivilDate& date) { return date.year * 12 + date.month - 1; }

bool is_last_of_month(std::int32_t day) { return civil_date({day + 1}).day == 1; }

/// Whether days stand in months one after the other, upwards or downwards, at the same place of each; a place within
/// the month only where no month is left out.
bool are_days_of_months(const std::vector<std::int32_t>& days) {
  const CivilDate first = civil_date({days.front()});
  bool same = true, last = true, next = true;
  int months = 0, direction = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const CivilDate date = civil_date({days[i]});
    same = same && date.day == first.day;
    last = last && is_last_of_month(days[i]);
    const int step = i == 0 ? 0 : month_of(date) - month_of(civil_date({days[i - 1]}));
    if (step * direction < 0 || (step == 0 && i > 0 && days[i] != days[i - 1])) return false;
    if (step == 0) continue;
    direction = step;
    next = next && std::abs(step) == 1;
    ++months;
  }
  if (months == 0) return false;
  return last || (same && (first.day == 1 || (next && months + 1 >= static_cast<int>(kFewestDays))));
}

/// Most steps are of one day, or all are of whole weeks and most of one.
std::optional<PeriodUnit> unit_of_steps(const std::vector<std::int32_t>& days) {
  std::size_t steps = 0, single = 0, weeks = 0, one_week = 0;
  int direction = 0;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const std::int32_t step = days[i] - days[i - 1];
    if (step == 0) continue;
    const int towards = step > 0 ? 1 : -1;
    if (direction == -towards) return std::nullopt;
    direction = towards;
    ++steps;
    single += std::abs(step) == 1 ? 1U : 0U;
    weeks += step % kWeek == 0 ? 1U : 0U;
    one_week += std::abs(step) == kWeek ? 1U : 0U;
  }
  if (steps + 1 < kFewestDays) return std::nullopt;
  if (weeks == steps && one_week * 2 > steps) return PeriodUnit::Week;
  return single * 4 >= steps * 3 ? std::optional(PeriodUnit::Day) : std::nullopt;
}

/// The first days of months, none of them left out.
bool are_even_months(const std::vector<std::int32_t>& days) {
  for (std::size_t i = 0; i < days.size(); ++i) {
    const CivilDate date = civil_date({days[i]});
    const int step = i == 0 ? 1 : std::abs(month_of(date) - month_of(civil_date({days[i - 1]})));
    if (date.day != 1 || step > 1) return false;
  }
  return true;
}

}  // namespace

LabelSpan DaySteps::span_of(std::size_t label, std::int32_t back) const {
  const std::int32_t first = first_days[label] - back, length = unit == PeriodUnit::Week ? kWeek : 1;
  return {.start = write_date({first}), .end = write_date({first + length}), .days = static_cast<double>(length)};
}

LabelSpan month_around(Date day) {
  const CivilDate date = civil_date(day);
  const Date first = first_of_month(date.year, date.month), end = first_of_month(date.year, date.month + 1);
  return {.start = write_date(first), .end = write_date(end), .days = static_cast<double>(end.days - first.days)};
}

std::optional<DaySteps> read_day_steps(std::span<const std::string_view> labels) {
  if (read_month_days(labels)) return std::nullopt;
  for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy}) {
    std::optional<std::vector<std::int32_t>> days = read_days(labels, order);
    if (!days) continue;
    if (const std::optional<PeriodUnit> unit = unit_of_steps(*days))
      return DaySteps{.unit = *unit, .first_days = std::move(*days)};
  }
  return std::nullopt;
}

std::optional<std::vector<std::int32_t>> read_month_days(std::span<const std::string_view> labels) {
  const auto day_first = read_days(labels, DateOrder::Dmy), month_first = read_days(labels, DateOrder::Mdy);
  const auto fit = [](const std::optional<std::vector<std::int32_t>>& days) {
    return days && !days->empty() && are_days_of_months(*days);
  };
  const auto follow = [](const std::optional<std::vector<std::int32_t>>& days) { return days && unit_of_steps(*days); };
  if (fit(day_first)) return follow(month_first) && !are_even_months(*day_first) ? std::nullopt : day_first;
  if (fit(month_first)) return follow(day_first) && !are_even_months(*month_first) ? std::nullopt : month_first;
  return std::nullopt;
}

}  // namespace kirnu
