#include "report/timeline.h"

#include <algorithm>

namespace kirnu {
namespace {

CivilDate parts_of(std::int32_t day) { return civil_date({.days = day}); }

/// Whole months between two days of the same number; 0 where there are none.
int whole_months(const DayWindow& window) {
  const CivilDate from = parts_of(window.from), to = parts_of(window.to);
  return from.day == to.day ? (to.year - from.year) * 12 + to.month - from.month : 0;
}

PeriodChoice choice_of(const QuestionSettings& settings, PeriodUnit usual) {
  PeriodChoice choice{.unit = usual};
  if (settings.period) choice.unit = settings.period->unit;
  if (choice.unit == PeriodUnit::Days) choice.days = static_cast<int>(settings.period->days);
  if (choice.unit == PeriodUnit::Year && settings.fiscal_year) choice.first_month = settings.fiscal_year_start;
  return choice;
}

}  // namespace

Period period_of_window(const DayWindow& window) {
  switch (whole_months(window)) {
    case 1: return period_of(PeriodUnit::Month);
    case 3: return period_of(PeriodUnit::Quarter);
    case 6: return period_of(PeriodUnit::HalfYear);
    case 12: return period_of(PeriodUnit::Year);
    default: return period_of_days(window.days());
  }
}

DayWindow window_before(const Timeline& line) {
  const DayWindow& leading = *line.leading;
  const std::vector<std::int32_t>& bounds = line.grid.bounds;
  const auto bound = std::find(bounds.begin(), bounds.end(), leading.from);
  const bool of_grid = bound != bounds.end() && bound + 1 != bounds.end() && bound[1] == leading.to;
  if (of_grid && bound != bounds.begin()) return {.from = bound[-1], .to = leading.from};
  const int months = whole_months(leading);
  const CivilDate date = civil_date({leading.from});
  if (months > 0 && date.day <= 28)
    return {.from = first_of_month(date.year, date.month - months).days + date.day - 1, .to = leading.from};
  return {.from = leading.from - leading.days(), .to = leading.from};
}

LabelSpan span_of(const DayWindow& window) {
  return {.start = write_date({.days = window.from}),
          .end = write_date({.days = window.to}),
          .days = static_cast<double>(window.days())};
}

std::string period_label(const PeriodChoice& choice, std::int32_t first_day) {
  const std::string date = write_date({.days = first_day});
  const CivilDate parts = parts_of(first_day);
  const std::string year = date.substr(0, 4);
  switch (choice.unit) {
    case PeriodUnit::Month: return date.substr(0, 7);
    case PeriodUnit::Quarter: return year + "-Q" + std::to_string((parts.month + 2) / 3);
    case PeriodUnit::HalfYear: return year + "-H" + std::to_string((parts.month + 5) / 6);
    case PeriodUnit::Year:
      return parts.month == 1 ? year : year + "/" + write_date(date_of(parts.year + 1, 1, 1)).substr(2, 2);
    case PeriodUnit::Day:
    case PeriodUnit::Week:
    case PeriodUnit::Days: return date;
  }
  return date;
}

Timeline build_timeline(const QuestionSettings& settings, const DayRange& days, PeriodUnit usual) {
  Timeline line{.choice = choice_of(settings, usual), .as_of = settings.as_of ? settings.as_of->days : days.last};
  const std::int32_t from = settings.from ? settings.from->days : days.first;
  const std::int32_t to = settings.to ? settings.to->days : line.as_of + 1;
  line.grid = build_grid(line.choice, from, to, line.as_of);
  const std::optional<std::int32_t> last = line.grid.last_complete(line.as_of);
  if (last) line.complete = *last + 1;
  line.period = length_of(line.choice);
  if (settings.from && settings.to && !settings.period && from < to) {
    line.leading = DayWindow{.from = from, .to = to};
    line.chosen = true;
    line.period = period_of_window(*line.leading);
  } else if (last) {
    const auto index = static_cast<std::size_t>(*last);
    line.leading = DayWindow{.from = line.grid.bounds[index], .to = line.grid.bounds[index + 1]};
  }
  return line;
}

}  // namespace kirnu
