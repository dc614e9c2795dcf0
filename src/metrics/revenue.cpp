#include "metrics/revenue.h"

#include <algorithm>
#include <utility>

#include "metrics/paid_rows.h"
#include "metrics/revenue_counters.h"

namespace kirnu {
namespace {

/// All that is counted about one customer.
struct Counters {
  MovementCounter series;
  MovementCounter leading;
  RevenueCohortCounter cohorts;

  void add(const PayingCustomer& customer) {
    series.add(customer);
    leading.add(customer);
    cohorts.add(customer);
  }
};

/// Calls visit(customer, row) for every row that counts.
template <typename Visit>
void for_each_paid_row(const SubscriptionTable& table, const SpellOptions& options, PriceReader& prices, Visit visit) {
  const SpellRules rules(table, options);
  SubscriptionBlocks blocks(table, options);
  std::size_t first = 0;
  for (std::size_t b = 0; b < blocks.count(); ++b) {
    const SubscriptionBlock rows = blocks.block(b);
    for (std::size_t i = 0; i < rows.rows; ++i) {
      if (rows.segment != nullptr && rows.segment[i] != options.segment_code) continue;
      Spell spell;
      if (!rules.read(rows, i, spell)) continue;
      PaidRow paid{.start = spell.start, .end = spell.end};
      prices.read(first + i, paid);
      visit(rows.customer[i], paid);
    }
    first += rows.rows;
  }
}

/// Rows to customers by counting, as build_spells() does.
void add_gathered(const SubscriptionTable& table, const SpellOptions& options, PriceReader& prices,
                  Counters& counters) {
  const std::size_t numbers = table.customers.size();
  std::vector<std::uint32_t> end(numbers + 1);
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) {
    for (const std::uint32_t number : table.customer.block(b)) ++end[number + 1];
  }
  for (std::size_t c = 0; c < numbers; ++c) end[c + 1] += end[c];
  std::vector<std::uint32_t> next(end.begin(), end.end() - 1);
  std::vector<PaidRow> rows(table.customer.size());
  for_each_paid_row(table, options, prices,
                    [&](std::uint32_t customer, const PaidRow& row) { rows[next[customer]++] = row; });
  std::vector<Spell> spells;
  for (std::size_t c = 0; c < numbers; ++c) {
    const std::span<PaidRow> own(rows.data() + end[c], rows.data() + next[c]);
    if (own.empty()) continue;
    arrange_rows(own, options.gap_days, spells);
    counters.add({.rows = own, .spells = spells});
  }
}

bool is_used(const CurrencyRevenue& revenue) {
  return std::any_of(revenue.series.begin(), revenue.series.end(),
                     [](const MrrMovement& m) { return m.closing != 0 || m.opening != 0; }) ||
         std::any_of(revenue.cohorts.begin(), revenue.cohorts.end(),
                     [](const RevenueCohort& cohort) { return cohort.retained.front() != 0; });
}

}  // namespace

std::vector<PooledRevenue> pool_revenue(const std::vector<RevenueCohort>& cohorts) {
  std::vector<PooledRevenue> pooled;
  for (const RevenueCohort& cohort : cohorts) {
    for (std::size_t age = 0; age < cohort.retained.size(); ++age) {
      if (age == pooled.size()) pooled.emplace_back();
      pooled[age].retained += cohort.retained[age];
      pooled[age].size += cohort.retained.front();
    }
  }
  return pooled;
}

Revenue build_revenue(const SubscriptionTable& table, const SpellOptions& options, const Spells& spells,
                      const RevenuePeriods& periods) {
  Revenue revenue;
  if (table.amount.empty()) return revenue;
  PriceReader prices(table, revenue.gaps);
  const std::size_t currencies = prices.currencies().size();
  Counters counters{.series = {periods.series, currencies},
                    .leading = {periods.leading, currencies},
                    .cohorts = {periods.cohorts, currencies}};
  if (!spells.first.empty()) {
    add_gathered(table, options, prices, counters);
  } else {
    for_each_paid_row(table, options, prices, [&](std::uint32_t, const PaidRow& row) {
      const Spell spell{.start = row.start, .end = row.end};
      counters.add({.rows = {&row, 1}, .spells = {&spell, 1}});
    });
  }
  for (std::size_t c = 0; c < currencies; ++c) {
    CurrencyRevenue one{.currency = prices.currencies()[c]};
    one.series = counters.series.take(c);
    if (periods.leading.size() > 0) one.leading = counters.leading.take(c).front();
    one.cohorts = counters.cohorts.take(c, periods.as_of);
    if (is_used(one)) revenue.currencies.push_back(std::move(one));
  }
  std::sort(revenue.currencies.begin(), revenue.currencies.end(),
            [](const CurrencyRevenue& a, const CurrencyRevenue& b) { return a.currency < b.currency; });
  return revenue;
}

}  // namespace kirnu
