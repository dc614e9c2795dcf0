#include "view/lifetime_unit.h"

#include "view/shown_number.h"

namespace kirnu {
namespace {

PeriodUnit told_unit(const Period& period) {
  switch (period.unit) {
    case PeriodUnit::Week: return PeriodUnit::Week;
    case PeriodUnit::Month:
    case PeriodUnit::Quarter:
    case PeriodUnit::HalfYear: return PeriodUnit::Month;
    case PeriodUnit::Year: return PeriodUnit::Year;
    case PeriodUnit::Day:
    case PeriodUnit::Days: return PeriodUnit::Day;
  }
  return PeriodUnit::Day;
}

}  // namespace

LifetimeUnit lifetime_unit(const Report& report) {
  const std::string& own = report.survival->unit;
  if (own != "day" || !report.period) return {.name = own};
  const PeriodUnit unit = told_unit(*report.period);
  return {.name = std::string(period_unit_name(unit)), .length = period_of(unit).days};
}

std::string lifetime_text(const ViewContext& context, double time) {
  const LifetimeUnit unit = lifetime_unit(context.report);
  const double told = time / unit.length;
  const bool tiny = unit.length > 1 && told > 0 && told < 1;  // a few days of a year
  const std::string number =
      tiny ? shown_number(told, 2, context.state.language) : shown_length(told, context.state.language);
  return unit.name.empty() ? number
                           : context.words.say_count("lifetime.periods." + unit.name, told, {{"number", number}});
}

std::string lifetime_in_words(const ViewContext& context, double time) {
  const std::string text = lifetime_text(context, time);
  const bool named = !lifetime_unit(context.report).name.empty();
  return named ? text : context.words.say_count("lifetime.periods.none", time, {{"number", text}});
}

}  // namespace kirnu
