#include "facts/words/booking_day.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/date.h"
#include "text/date_reader.h"

namespace kirnu {
namespace {

std::optional<std::int32_t> compact_day(std::string_view cell) {
  const ReadDate date = read_date(cell, {.form = DateForm::Compact});
  return date.status == DateStatus::Ok ? std::optional(date.moment.day.days) : std::nullopt;
}

}  // namespace

std::optional<PeriodDays> read_booking_period(std::string_view title) {
  if (!title.starts_with("EXTF ") && !title.starts_with("DTVF ")) return std::nullopt;
  title = title.substr(0, title.find('\n'));
  std::optional<std::int32_t> from;
  while (!title.empty()) {
    const std::size_t end = std::min(title.find(' '), title.size());
    const std::optional<std::int32_t> day = compact_day(title.substr(0, end));
    if (from && day && *from <= *day) return PeriodDays{.first = *from, .last = *day};
    from = day;
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return std::nullopt;
}

std::optional<std::int32_t> read_booking_day(std::string_view cell, const PeriodDays& period) {
  if (cell.size() < 3 || cell.size() > 4 || !std::all_of(cell.begin(), cell.end(), is_digit)) return std::nullopt;
  const auto number = [](std::string_view two) {
    return two.size() == 1 ? two[0] - '0' : (two[0] - '0') * 10 + two[1] - '0';
  };
  const int day = number(cell.substr(0, cell.size() - 2)), month = number(cell.substr(cell.size() - 2));
  if (month < 1 || month > 12 || day < 1) return std::nullopt;
  for (int year = civil_date({period.first}).year; year <= civil_date({period.last}).year; ++year) {
    const std::int32_t days = first_of_month(year, month).days + day - 1;
    if (civil_date({days}).month == month && days >= period.first && days <= period.last) return days;
  }
  return std::nullopt;
}

}  // namespace kirnu
