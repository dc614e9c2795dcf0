#include "facts/tables/day_steps.h"

#include <cstdlib>

#include "base/date.h"
#include "text/date_reader.h"

namespace kirnu {
namespace {

constexpr int kWeek = 7;
constexpr std::size_t kFewestDays = 3;

std::optional<std::vector<std::int32_t>> read_days(std::span<const std::string_view> labels, DateOrder order) {
  std::vector<std::int32_t> days;
  for (const std::string_view label : labels) {
    const ReadDate date = read_date(label, {.order = order, .dotted = label.find('.') != std::string_view::npos});
    if (date.status != DateStatus::Ok) return std::nullopt;
    days.push_back(date.moment.day.days);
  }
  return days;
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

}  // namespace

LabelSpan DaySteps::span_of(std::size_t label) const {
  const std::int32_t first = first_days[label], length = unit == PeriodUnit::Week ? kWeek : 1;
  return {.start = write_date({first}), .end = write_date({first + length}), .days = static_cast<double>(length)};
}

std::optional<DaySteps> read_day_steps(std::span<const std::string_view> labels) {
  for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy}) {
    std::optional<std::vector<std::int32_t>> days = read_days(labels, order);
    if (!days) continue;
    if (const std::optional<PeriodUnit> unit = unit_of_steps(*days))
      return DaySteps{.unit = *unit, .first_days = std::move(*days)};
  }
  return std::nullopt;
}

}  // namespace kirnu
