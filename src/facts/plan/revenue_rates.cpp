#include "facts/plan/revenue_rates.h"

#include <algorithm>
#include <cmath>

#include "base/name_list.h"
#include "facts/words/count_name.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

NumberRange range_of(const ColumnFacts& column) {
  NumberRange range;
  for (const ValueCount& value : column.profile.values) range.add(read_number(value.text, NumberKind::Real));
  return range;
}

}  // namespace

void NumberRange::add(const ReadNumber& number) {
  if (number.status == NumberStatus::Missing) return;
  others_ = others_ || number.status != NumberStatus::Ok;
  whole_ = whole_ && number.value == std::floor(number.value);
  least_ = any_ ? std::min(least_, number.value) : number.value;
  most_ = any_ ? std::max(most_, number.value) : number.value;
  any_ = true;
}

bool NumberRange::are_rates_of(const NumberRange& revenue) const {
  constexpr double kMostPercent = 30, kLeastShare = 0.002;
  const bool numbers = any_ && revenue.any_ && !others_ && !revenue.others_;
  return numbers && !whole_ && least_ >= 0 && most_ <= kMostPercent && most_ < revenue.least_ * kLeastShare;
}

bool is_rate_of_revenue(const TableFacts& table, const ColumnFacts& column) {
  const CountName name = read_count_name(column.name);
  if (!name.money || name.role != Role::Churned || !has_part(fold_case(column.name), "churn|abwander|poistuma"))
    return false;
  const NumberRange rates = range_of(column);
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const ColumnFacts& other) {
    const CountName of = read_count_name(other.name);
    const bool stock = of.money && (!of.named || of.role == Role::Opening || of.role == Role::Closing);
    return stock && rates.are_rates_of(range_of(other));
  });
}

}  // namespace kirnu
