#include "view/period_name.h"

#include "base/date.h"

namespace kirnu {

std::optional<int> month_of(const SeriesPeriod& entry) {
  const std::optional<Date> start = entry.span ? read_iso_date(entry.span->start) : std::nullopt;
  if (!start) return std::nullopt;
  const CivilDate first = civil_date(*start);
  const std::int32_t after = first_of_month(first.year, first.month + 1).days;
  if (first.day != 1 || entry.span->days != after - start->days) return std::nullopt;
  return first.month;
}

std::string period_name(const ViewContext& context, const SeriesPeriod& entry) {
  const std::optional<int> month = month_of(entry);
  std::string name = entry.label;
  if (month) name = context.words.say("month." + std::to_string(*month)) + " " + entry.span->start.substr(0, 4);
  return entry.complete || name.empty() ? name : name + " *";
}

Tick period_tick(const ViewContext& context, const SeriesPeriod& entry, double at) {
  const std::optional<int> month = month_of(entry);
  if (!month) return {.at = at, .label = period_name(context, entry)};
  Tick tick{.at = at, .label = context.words.say("month." + std::to_string(*month))};
  if (!entry.complete) tick.label += " *";
  tick.below = entry.span->start.substr(0, 4);
  return tick;
}

}  // namespace kirnu
