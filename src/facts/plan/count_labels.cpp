#include "facts/plan/count_labels.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>

#include "base/ascii.h"
#include "base/date.h"
#include "facts/words/bare_label.h"
#include "facts/words/period_label.h"
#include "text/date_reader.h"

namespace kirnu {
namespace {

constexpr int kNoPeriod = -1;
constexpr int kDay = 100;  ///< written as a day, whatever period that may stand for
constexpr std::size_t kFewestNamed = 3;

bool is_day(std::string_view label) { return has_shape_of_date(bare_label(label)); }

/// Whether two labels have digits and signs at the same places: "11/12" may be a month or a firm's year.
bool are_shaped_alike(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char one, char other) { return one == other || (is_digit(one) && is_digit(other)); });
}

int kind_of(std::string_view label) {
  if (is_day(label)) return kDay;
  const std::optional<PeriodLabel> read = read_period_label(label);
  return read ? static_cast<int>(read->unit) : kNoPeriod;
}

/// Months since year 0 of a row's first day; absent where it is no month of a year.
std::optional<int> month_of(const CountRow& row) {
  if (!row.span) return std::nullopt;
  const CivilDate start = civil_date(*read_iso_date(row.span->start));
  const bool month = row.span->end == write_date(first_of_month(start.year, start.month + 1)) && start.day == 1;
  return month ? std::optional(start.year * 12 + start.month - 1) : std::nullopt;
}

}  // namespace

bool is_four_digits(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<bool> are_of_periods(std::span<const std::string_view> labels) {
  std::map<int, std::size_t> times;
  for (const std::string_view label : labels) ++times[kind_of(label)];
  times.erase(kNoPeriod);
  const auto most =
      std::max_element(times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<bool> of_periods(labels.size(), true);
  if (!std::all_of(labels.begin(), labels.end(), says_plan)) {
    for (std::size_t i = 0; i < labels.size(); ++i) of_periods[i] = !says_plan(labels[i]);
  }
  if (most == times.end() || most->second < 2 || most->second * 3 < labels.size() * 2) return of_periods;
  std::string_view usual;
  for (const std::string_view label : labels) usual = kind_of(label) == most->first ? label : usual;
  for (std::size_t i = 0; i < labels.size(); ++i)
    of_periods[i] = of_periods[i] && (kind_of(labels[i]) == most->first || are_shaped_alike(labels[i], usual));
  return of_periods;
}

std::optional<PeriodUnit> widen_months(std::vector<CountRow>& rows, std::span<const std::int32_t> days) {
  std::vector<int> months;
  for (const CountRow& row : rows) {
    const std::optional<int> month = month_of(row);
    if (!month) return std::nullopt;
    months.push_back(*month);
  }
  if (months.size() < (days.empty() ? kFewestNamed : 2)) return std::nullopt;
  int step = 0;
  for (std::size_t i = 1; i < months.size(); ++i) step = std::gcd(step, std::abs(months[i] - months[i - 1]));
  const PeriodUnit unit = step == 3 ? PeriodUnit::Quarter : step == 6 ? PeriodUnit::HalfYear : PeriodUnit::Year;
  if (step != 3 && step != 6 && step != 12) return std::nullopt;
  const bool begin =
      !days.empty() && std::all_of(days.begin(), days.end(), [](auto day) { return civil_date({day}).day == 1; });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int first = begin ? months[i] : months[i] - step + 1;
    const Date start = first_of_month(first / 12, first % 12 + 1),
               end = first_of_month(first / 12, first % 12 + 1 + step);
    rows[i].span = LabelSpan{
        .start = write_date(start), .end = write_date(end), .days = static_cast<double>(end.days - start.days)};
  }
  return unit;
}

}  // namespace kirnu
