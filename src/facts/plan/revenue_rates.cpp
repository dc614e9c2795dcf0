#include "facts/plan/revenue_rates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/name_list.h"
#include "facts/words/count_name.h"
#include "text/fold_case.h"
#include "text/number.h"

namespace kirnu {
namespace {

/// The least and the most that stands in a column of plain numbers; absent where anything else does.
std::optional<std::pair<double, double>> range_of(const ColumnFacts& column) {
  std::optional<std::pair<double, double>> range;
  for (const ValueCount& value : column.profile.values) {
    const ReadNumber number = read_number(value.text, NumberKind::Real);
    if (number.status != NumberStatus::Ok) return std::nullopt;
    if (!range) range.emplace(number.value, number.value);
    range = std::pair(std::min(range->first, number.value), std::max(range->second, number.value));
  }
  return range;
}

}  // namespace

bool is_rate_of_revenue(const TableFacts& table, const ColumnFacts& column) {
  constexpr double kMostPercent = 30, kLeastShare = 0.002;  // so little money would be lost to none
  const CountName name = read_count_name(column.name);
  if (!name.money || name.role != Role::Churned || !has_part(fold_case(column.name), "churn|abwander|poistuma"))
    return false;
  const auto rates = range_of(column);
  const bool whole = column.profile.number.point + column.profile.number.comma + column.profile.number.lone == 0;
  if (!rates || whole || rates->first < 0 || rates->second > kMostPercent) return false;
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnFacts& other) {
    const CountName of = read_count_name(other.name);
    const bool stock = of.money && (!of.named || of.role == Role::Opening || of.role == Role::Closing);
    const auto money = stock ? range_of(other) : std::nullopt;
    return money && money->first * kLeastShare > rates->second;
  });
}

}  // namespace kirnu
