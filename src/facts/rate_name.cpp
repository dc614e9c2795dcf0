#include "facts/rate_name.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "facts/count_name.h"
#include "facts/count_row.h"
#include "facts/name_list.h"
#include "facts/name_words.h"
#include "facts/unit_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kQuarterly = "vierteljähr|neljännesvuo";
constexpr std::string_view kHalfYearly = "halbjähr|semi-annual|semiannual|half-yearly|puolivuo";
constexpr std::string_view kYearly = "annual|jährl|p.a.|p. a.|vuosi|vuotui|vuodessa|vuositt";
constexpr std::string_view kWeekly = "wöchentl|viikoit|viikossa";
constexpr std::string_view kDaily = "daily|täglich|päivitt|päivässä";

/// Digits behind the decimal mark.
int decimals_of(std::string_view cell) {
  const std::size_t mark = cell.find_last_of(".,");
  if (mark == std::string_view::npos) return 0;
  const std::string_view rest = cell.substr(mark + 1);
  return static_cast<int>(std::min(rest.find_first_not_of("0123456789"), rest.size()));
}

}  // namespace

std::optional<PeriodUnit> unit_of_rate(std::string_view column_name) {
  if (column_name.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  const std::string folded = fold_case(column_name);
  if (has_part(folded, kQuarterly)) return PeriodUnit::Quarter;
  if (has_part(folded, kHalfYearly)) return PeriodUnit::HalfYear;
  if (const std::optional<PeriodUnit> unit = find_unit_in(column_name)) return unit;
  for (const std::string& word : small_words(column_name, Digits::EndWords)) {
    if (is_one_of("kk|mo|mth|pm", word)) return PeriodUnit::Month;
  }
  if (has_part(folded, kYearly)) return PeriodUnit::Year;
  if (has_part(folded, kWeekly)) return PeriodUnit::Week;
  return has_part(folded, kDaily) ? std::optional(PeriodUnit::Day) : std::nullopt;
}

std::optional<ToldRateKind> told_rate_kind(std::string_view column_name) {
  const CountName name = read_count_name(column_name);
  if (!name.rate || name.money || name.planned || name.summed || name.aside) return std::nullopt;
  if (name.role == Role::Churned) return ToldRateKind::Churn;
  const bool kept = name.role == Role::RetentionRate || name.role == Role::Retained;
  return kept ? std::optional(ToldRateKind::Retention) : std::nullopt;
}

std::optional<ToldRate> read_told_rate(std::string_view cell, ToldRateKind kind, bool hundreds) {
  const ReadNumber number = read_number(cell, NumberKind::Real, {.decimal = DecimalMark::Point});
  if (number.status != NumberStatus::Ok) return std::nullopt;
  const bool percent = number.percent || hundreds;
  const double share = hundreds && !number.percent ? number.value / 100 : number.value;
  const double step = std::pow(10.0, -decimals_of(trim(cell)));
  constexpr double kHalfAndSome = 0.55;
  return ToldRate{.churn = kind == ToldRateKind::Retention ? 1 - share : share,
                  .rounding = kHalfAndSome * step / (percent ? 100 : 1)};
}

}  // namespace kirnu
