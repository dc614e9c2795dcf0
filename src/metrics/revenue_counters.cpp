#include "metrics/revenue_counters.h"

#include <algorithm>
#include <span>

#include "base/sort.h"

namespace kirnu {

MrrMovement& MovementCounter::at(std::uint32_t currency, std::int32_t place) {
  std::vector<MrrMovement>& movements = movements_[currency];
  if (movements.empty()) movements.resize(periods_ + 2);
  return movements[static_cast<std::size_t>(place + 1)];
}

/// New in the period in which the rows start, gone in the one in which they end.
void MovementCounter::add_rows(std::uint32_t currency, std::int32_t start, std::int32_t end, const RevenueSum& sum) {
  if (start == end || sum.mrr == 0) return;
  MrrMovement& begun = at(currency, start);
  begun.new_ += sum.mrr;
  begun.payers += sum.payers;  // until take(): how many more pay
  MrrMovement& ended = at(currency, end);
  ended.churned += sum.mrr;
  ended.payers -= sum.payers;
  ended.payers_lost += sum.payers;
}

void MovementCounter::add(const PayingCustomer& customer) {
  if (customer.rows.size() == 1) {
    const PaidRow& row = customer.rows.front();
    add_rows(row.currency, place_(row.start), place_(row.end), {.mrr = row.mrr, .payers = 1});
    return;
  }
  there_.clear();
  for (const Spell& spell : customer.spells) there_.emplace_back(place_(spell.start), place_(spell.end));
  changes_.clear();
  for (const PaidRow& row : customer.rows) {
    const std::int32_t start = place_(row.start);
    const std::int32_t end = place_(row.end);
    if (start == end || row.mrr == 0) continue;
    changes_.push_back({row.currency, start, row.mrr});
    changes_.push_back({row.currency, end, -row.mrr});
  }
  sort_few(std::span(changes_), [](const Change& a, const Change& b) {
    return a.currency != b.currency ? a.currency < b.currency : a.place < b.place;
  });
  for (auto begin = changes_.cbegin(); begin != changes_.cend();) {
    auto end = begin;
    while (end != changes_.cend() && end->currency == begin->currency) ++end;
    add_changes(begin, end);
    begin = end;
  }
}

/// One currency's changes of one customer, by period.
void MovementCounter::add_changes(std::vector<Change>::const_iterator begin, std::vector<Change>::const_iterator end) {
  std::int64_t before = 0;
  auto spell = there_.cbegin();
  while (begin != end) {
    const std::int32_t place = begin->place;
    std::int64_t after = before;
    const std::uint32_t currency = begin->currency;
    for (; begin != end && begin->place == place; ++begin) after += begin->delta;
    while (spell != there_.cend() && spell->second < place) ++spell;
    auto last = spell;
    while (last != there_.cend() && last->second <= place) ++last;
    const bool opening = spell != there_.cend() && spell->first < place;
    const bool closing = last != there_.cend() && last->first <= place;
    MrrMovement& movement = at(currency, place);
    if (opening && closing) (after > before ? movement.expansion : movement.contraction) += std::abs(after - before);
    else if (opening) movement.churned += before;
    else if (closing) (there_.front().first == place ? movement.new_ : movement.reactivation) += after;
    movement.payers += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    movement.payers_lost += opening && !closing && before > 0 ? 1 : 0;
    before = after;
  }
}

std::vector<MrrMovement> MovementCounter::take(std::size_t currency) {
  std::vector<MrrMovement>& movements = movements_[currency];
  if (movements.empty()) movements.resize(periods_ + 2);
  MrrSum sum = 0;
  std::int64_t payers = 0;
  for (MrrMovement& movement : movements) {
    movement.opening = sum;
    sum += movement.new_ + movement.expansion - movement.contraction - movement.churned + movement.reactivation;
    movement.closing = sum;
    const std::int64_t more = movement.payers;
    movement.payers = payers;
    payers += more;
  }
  movements.pop_back();
  movements.erase(movements.begin());
  return std::move(movements);
}

void RevenueCohortCounter::add(const PayingCustomer& customer) {
  const std::int32_t first = customer.spells.front().start;
  const std::int32_t cohort = place_(first);
  if (cohort < 0 || cohort >= grid_.size()) return;
  for (const PaidRow& row : customer.rows) {
    if (row.mrr == 0) continue;
    std::vector<MrrSum>& changes = changes_[row.currency];
    if (changes.empty()) changes.resize(width() * width());
    MrrSum* const own = changes.data() + static_cast<std::size_t>(cohort) * width();
    if (row.start == first) own[cohort] += row.mrr;
    own[place_(row.start) + 1] += row.mrr;
    own[place_(row.end) + 1] -= row.mrr;
  }
}

void RevenueCohortCounter::add_rows(std::uint32_t currency, std::int32_t start, std::int32_t end,
                                    const RevenueSum& sum) {
  if (start < 0 || start >= grid_.size() || sum.mrr == 0) return;
  std::vector<MrrSum>& changes = changes_[currency];
  if (changes.empty()) changes.resize(width() * width());
  MrrSum* const own = changes.data() + static_cast<std::size_t>(start) * width();
  own[start] += sum.mrr;
  own[start + 1] += sum.mrr;
  own[end + 1] -= sum.mrr;
}

std::vector<RevenueCohort> RevenueCohortCounter::take(std::size_t currency, std::int32_t as_of) const {
  std::vector<RevenueCohort> cohorts;
  if (changes_[currency].empty()) return cohorts;
  const auto known = std::upper_bound(grid_.bounds.begin(), grid_.bounds.end(), std::int64_t{as_of} + 1);
  const auto observed = static_cast<std::size_t>(known - grid_.bounds.begin());  // boundaries
  for (std::size_t i = 0; i < static_cast<std::size_t>(grid_.size()) && grid_.bounds[i] <= as_of; ++i) {
    const MrrSum* own = changes_[currency].data() + i * width();
    RevenueCohort cohort{.first_day = grid_.bounds[i], .retained = {own[i]}};
    MrrSum sum = 0;
    for (std::size_t age = 1; i + age < observed; ++age) cohort.retained.push_back(sum += own[i + age]);
    cohorts.push_back(std::move(cohort));
  }
  return cohorts;
}

}  // namespace kirnu
