#include "metrics/revenue.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/paid_rows.h"
#include "metrics/revenue_counters.h"

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

/// What customers of one row each bring, by the periods in which their rows start and end: one sum a row, whatever is
/// asked. For grids whose square still fits.
class StartEndSums {
 public:
  static constexpr std::int32_t kMostPeriods = 150;

  StartEndSums(const PeriodGrid& grid, std::size_t currencies)
      : place_(grid.lookup()), width_(static_cast<std::size_t>(grid.size()) + 2), sums_(currencies) {}

  void add(const PaidRow& row) {
    if (row.mrr == 0) return;
    std::vector<Sum>& sums = sums_[row.currency];
    if (sums.empty()) sums.resize(width_ * width_);
    Sum& sum =
        sums[static_cast<std::size_t>(place_(row.start) + 1) * width_ + static_cast<std::size_t>(place_(row.end) + 1)];
    sum.mrr += row.mrr;
    ++sum.payers;
  }

  void hand_over(Counters& counters) const {
    for (std::size_t i = 0; i < sums_.size() * width_ * width_; ++i) {
      const std::vector<Sum>& sums = sums_[i / (width_ * width_)];
      if (sums.empty()) continue;
      const std::size_t cell = i % (width_ * width_);
      const auto start = static_cast<std::int32_t>(cell / width_) - 1,
                 end = static_cast<std::int32_t>(cell % width_) - 1;
      const auto currency = static_cast<std::uint32_t>(i / (width_ * width_));
      counters.series.add_rows(currency, start, end, sums[cell].mrr, sums[cell].payers);
      counters.cohorts.add_rows(currency, start, end, sums[cell].mrr);
    }
  }

 private:
  struct Sum {
    MrrSum mrr = 0;
    std::int64_t payers = 0;
  };
  PlaceOfDay place_;
  std::size_t width_;
  std::vector<std::vector<Sum>> sums_;  ///< by currency
};

/// Where everybody has one row and all that is asked lies on one grid.
bool sums_will_do(const Spells& spells, const RevenuePeriods& periods, bool leading_in_series) {
  const bool one_grid = periods.cohorts.size() == 0 || periods.cohorts.bounds == periods.series.bounds;
  return !spells.packed.empty() && one_grid && leading_in_series && periods.series.size() <= StartEndSums::kMostPeriods;
}

/// Rows of customers who have one each: their spells say which count. A call of its own for each block: see
/// Spells::visit().
[[gnu::noinline]] void add_packed(std::span<const std::uint32_t> customers, std::size_t first, const Spells& spells,
                                  PriceReader& prices, StartEndSums& sums) {
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const PackedSpell& spell = spells.packed[customers[i]];
    if (spell.start == PackedSpell::kNone) continue;
    PaidRow row{.start = spells.base + spell.start,
                .end = spell.end == PackedSpell::kOpen ? Spell::kOpen : spells.base + spell.end};
    prices.read(first + i, row);
    sums.add(row);
  }
}

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

Revenue build_revenue(const SubscriptionTable& table, const SpellOptions& options, const Spells& spells,
                      const RevenuePeriods& periods) {
  Revenue revenue;
  if (table.amount.empty()) return revenue;
  PriceReader prices(table, revenue.gaps);
  const std::size_t currencies = prices.currencies().size();
  const std::optional<std::size_t> leading = find_leading(periods);
  Counters counters{.series = {periods.series, currencies},
                    .leading = {periods.leading, currencies},
                    .cohorts = {periods.cohorts, currencies},
                    .leads_alone = !leading};
  if (sums_will_do(spells, periods, leading.has_value() || periods.leading.size() == 0)) {
    StartEndSums sums(periods.series, currencies);
    for (std::size_t b = 0; b < table.customer.block_count(); ++b)
      add_packed(table.customer.block(b), b * Column<std::uint32_t>::kBlock, spells, prices, sums);
    sums.hand_over(counters);
  } else if (!spells.first.empty()) {
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
    if (leading) one.leading = one.series[*leading];
    else if (periods.leading.size() > 0) one.leading = counters.leading.take(c).front();
    one.cohorts = counters.cohorts.take(c, periods.as_of);
    if (is_used(one)) revenue.currencies.push_back(std::move(one));
  }
  sort_items(revenue.currencies,
             [](const CurrencyRevenue& a, const CurrencyRevenue& b) { return a.currency < b.currency; });
  return revenue;
}

}  // namespace kirnu
