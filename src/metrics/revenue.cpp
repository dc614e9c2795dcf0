#include "metrics/revenue.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/paid_rows.h"
#include "metrics/revenue_counters.h"
#include "metrics/start_end_sums.h"

namespace kirnu {
namespace {

/// All that is counted about one customer.
struct Counters {
  MovementCounter series;
  MovementCounter leading;
  RevenueCohortCounter cohorts;
  bool leads_alone = true;  ///< the leading period is none of the series

  void add(const PayingCustomer& customer) {
    series.add(customer);
    if (leads_alone) leading.add(customer);
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
    const SubscriptionBlock block = blocks.block(b);
    auto pay = [&](std::size_t i, const Spell& spell) {
      PaidRow paid{.start = spell.start, .end = spell.end};
      prices.read(first + i, paid);
      visit(block.customer[i], paid);
    };
    auto leave_out = [](std::size_t) {};
    visit_spell_rows(rules, block, options.segment_code, pay, leave_out);
    first += block.rows;
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

/// The leading period's place in the series, where it is one of them.
std::optional<std::size_t> find_leading(const RevenuePeriods& periods) {
  if (periods.leading.size() != 1) return std::nullopt;
  const std::vector<std::int32_t>& bounds = periods.series.bounds;
  const auto found = std::find(bounds.begin(), bounds.end(), periods.leading.bounds[0]);
  if (found == bounds.end() || found + 1 == bounds.end() || found[1] != periods.leading.bounds[1]) return std::nullopt;
  return static_cast<std::size_t>(found - bounds.begin());
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

namespace {

Counters make_counters(const RevenuePeriods& periods, std::size_t currencies) {
  return {.series = {periods.series, currencies},
          .leading = {periods.leading, currencies},
          .cohorts = {periods.cohorts, currencies},
          .leads_alone = !find_leading(periods)};
}

/// Takes what was counted of each currency that somebody pays in.
void hand_over(Counters& counters, const std::vector<std::string>& currencies, const RevenuePeriods& periods,
               Revenue& revenue) {
  const std::optional<std::size_t> leading = find_leading(periods);
  for (std::size_t c = 0; c < currencies.size(); ++c) {
    CurrencyRevenue one{.currency = currencies[c]};
    one.series = counters.series.take(c);
    if (leading) one.leading = one.series[*leading];
    else if (periods.leading.size() > 0) one.leading = counters.leading.take(c).front();
    one.cohorts = counters.cohorts.take(c, periods.as_of);
    if (is_used(one)) revenue.currencies.push_back(std::move(one));
  }
  sort_items(revenue.currencies,
             [](const CurrencyRevenue& a, const CurrencyRevenue& b) { return a.currency < b.currency; });
}

}  // namespace

Revenue build_revenue(const SubscriptionTable& table, const SpellOptions& options, const Spells& spells,
                      const RevenuePeriods& periods) {
  Revenue revenue;
  if (table.amount.empty()) return revenue;
  PriceReader prices(table, revenue.gaps);
  Counters counters = make_counters(periods, prices.currencies().size());
  if (!spells.first.empty()) {
    add_gathered(table, options, prices, counters);
  } else {
    for_each_paid_row(table, options, prices, [&](std::uint32_t, const PaidRow& row) {
      const Spell spell{.start = row.start, .end = row.end};
      counters.add({.rows = {&row, 1}, .spells = {&spell, 1}});
    });
  }
  hand_over(counters, prices.currencies(), periods, revenue);
  return revenue;
}

Revenue build_revenue(const StartEndTable& table, const StartEndSums& sums, const RevenuePeriods& periods) {
  Revenue revenue{.gaps = table.gaps};
  Counters counters = make_counters(periods, table.currencies.size());
  const auto add = [&](auto& counter, const PeriodGrid& grid) {
    table.visit(sums, grid, [&](std::int32_t start, std::int32_t end, std::size_t cell) {
      for (std::uint32_t c = 0; c < table.currencies.size(); ++c) {
        if (!sums.revenue[c].empty()) counter.add_rows(c, start, end, sums.revenue[c][cell]);
      }
    });
  };
  add(counters.series, periods.series);
  if (counters.leads_alone) add(counters.leading, periods.leading);
  add(counters.cohorts, periods.cohorts);
  hand_over(counters, table.currencies, periods, revenue);
  return revenue;
}

}  // namespace kirnu
