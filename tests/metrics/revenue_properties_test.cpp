#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "metrics/customer_group.h"
#include "metrics/revenue.h"
#include "support/sample_facts.h"

// Movements and cohorts of generated subscriptions against an implementation that is slow and obvious.
namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20250228;
constexpr int kRounds = 400;
constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kCalendarCycle = 146097;  ///< days after which the Gregorian calendar repeats

struct Row {
  int customer;
  std::int32_t start, end;
  std::int64_t price;  ///< a month, in whole units
  int currency;
};

SubscriptionTable table_of(const std::vector<Row>& rows, std::int32_t shift = 0, std::int64_t scale = 1) {
  SubscriptionTable table;
  for (const Row& row : rows) {
    table.customer.push_back(table.customers.add(std::to_string(row.customer)));
    table.start.days.push_back(row.start + shift);
    table.end.days.push_back(row.end == kNever ? kNoDay : row.end + shift);
    table.amount.push_back(row.price * scale * 10000);
    add_code(table.currency, row.currency == 0 ? "EUR" : "USD");
    add_code(table.interval, "month");
  }
  return table;
}

Revenue revenue_of(const SubscriptionTable& table, const PeriodGrid& grid, std::int32_t gap = 0) {
  const SpellOptions options{.gap_days = gap};
  const Spells spells = build_spells(table, options);
  return build_revenue({.table = &table, .options = options, .spells = &spells},
                       {.series = grid,
                        .leading = grid_of({grid.bounds[0], grid.bounds[1]}),
                        .cohorts = grid,
                        .as_of = grid.bounds.back() - 1});
}

bool there(std::int32_t start, std::int32_t end, std::int32_t day) { return start < day && end >= day; }

/// What a customer pays in a currency on a boundary, and whether it is one then; in units of MrrSum.
struct Moment {
  bool customer = false;
  MrrSum pays = 0;
};

Moment moment_of(const std::vector<Row>& rows, int customer, int currency, std::int32_t day) {
  Moment moment;
  for (const Row& row : rows) {
    if (row.customer != customer || !there(row.start, row.end, day)) continue;
    moment.customer = true;
    if (row.currency == currency) moment.pays += row.price * 10000 * static_cast<std::int64_t>(kMrrUnits);
  }
  return moment;
}

/// Customers are there without a gap where rows touch, which moment_of() cannot see between days; starts are the first.
MrrMovement slow_movement(const std::vector<Row>& rows, int currency, std::int32_t from, std::int32_t to) {
  std::map<int, std::int32_t> first;
  for (const Row& row : rows) {
    auto [entry, fresh] = first.emplace(row.customer, row.start);
    if (!fresh) entry->second = std::min(entry->second, row.start);
  }
  MrrMovement sum;
  for (const auto& [customer, start] : first) {
    const Moment before = moment_of(rows, customer, currency, from), after = moment_of(rows, customer, currency, to);
    sum.opening += before.pays;
    sum.closing += after.pays;
    sum.payers += before.pays > 0 ? 1 : 0;
    sum.payers_lost += before.pays > 0 && !after.customer ? 1 : 0;
    if (before.customer && after.customer) {
      sum.expansion += std::max<MrrSum>(after.pays - before.pays, 0);
      sum.contraction += std::max<MrrSum>(before.pays - after.pays, 0);
    } else if (before.customer) {
      sum.churned += before.pays;
    } else {
      (start >= from && start < to ? sum.new_ : sum.reactivation) += after.pays;
    }
  }
  return sum;
}

bool equal(const MrrMovement& a, const MrrMovement& b, int scale = 1) {
  return a.opening * scale == b.opening && a.new_ * scale == b.new_ && a.expansion * scale == b.expansion &&
         a.contraction * scale == b.contraction && a.churned * scale == b.churned &&
         a.reactivation * scale == b.reactivation && a.closing * scale == b.closing && a.payers == b.payers &&
         a.payers_lost == b.payers_lost;
}

class GeneratedRevenue : public testing::Test {
 protected:
  std::int32_t number(std::int32_t below) {
    return static_cast<std::int32_t>(random_() % static_cast<unsigned>(below));
  }
  std::vector<Row> rows() {
    std::vector<Row> rows;
    const int customers = 1 + number(6);
    for (int i = 0, count = 1 + number(16); i < count; ++i) {
      const std::int32_t start = 20000 + number(120);
      rows.push_back({number(customers), start, number(4) == 0 ? kNever : start + number(50), 1 + number(40),
                      number(3) == 0 ? 1 : 0});
    }
    return rows;
  }
  PeriodGrid grid() {
    const std::int32_t from = 19990 + number(30);
    return build_grid({.unit = PeriodUnit::Days, .days = 1 + number(40)}, from, from + 1 + number(160), 20100);
  }
  std::mt19937_64 random_{kSeed};
};

TEST_F(GeneratedRevenue, MovesAsItsDefinitionsSay) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Row> data = rows();
    const PeriodGrid periods = grid();
    for (const CurrencyRevenue& one : revenue_of(table_of(data), periods).currencies) {
      const int currency = one.currency == "EUR" ? 0 : 1;
      for (std::size_t i = 0; i < one.series.size(); ++i) {
        ASSERT_TRUE(equal(one.series[i], slow_movement(data, currency, periods.bounds[i], periods.bounds[i + 1]))) << i;
      }
      ASSERT_TRUE(equal(one.leading, one.series[0]));
    }
  }
}

TEST_F(GeneratedRevenue, KeepsItsIdentityAndBoundsWhateverTheGap) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    for (const CurrencyRevenue& one : revenue_of(table_of(rows()), grid(), number(20)).currencies) {
      for (std::size_t i = 0; i < one.series.size(); ++i) {
        const MrrMovement& m = one.series[i];
        ASSERT_TRUE(m.closing == m.opening + m.new_ + m.expansion - m.contraction - m.churned + m.reactivation);
        ASSERT_TRUE(m.churned + m.contraction <= m.opening);  // GRR lies between 0 and 1
        ASSERT_TRUE(m.new_ >= 0 && m.expansion >= 0 && m.contraction >= 0 && m.churned >= 0 && m.reactivation >= 0);
        ASSERT_LE(m.payers_lost, m.payers);
        ASSERT_TRUE(i == 0 || m.opening == one.series[i - 1].closing);
      }
    }
  }
}

TEST_F(GeneratedRevenue, DependsNeitherOnTheOrderOfRowsNorOnTheDateNorOnTheUnit) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<Row> data = rows();
    const PeriodGrid months = build_grid({.unit = PeriodUnit::Month}, 20000, 20150, 20150);
    std::vector<std::int32_t> later = months.bounds;
    for (std::int32_t& bound : later) bound += kCalendarCycle;
    const PeriodGrid cycle =
        build_grid({.unit = PeriodUnit::Month}, 20000 + kCalendarCycle, 20150 + kCalendarCycle, 20150 + kCalendarCycle);
    ASSERT_EQ(cycle.bounds, later);
    const Revenue usual = revenue_of(table_of(data), months);
    const Revenue shifted = revenue_of(table_of(data, kCalendarCycle), cycle);
    const Revenue scaled = revenue_of(table_of(data, 0, 7), months);
    for (std::size_t i = data.size(); i > 1; --i) std::swap(data[i - 1], data[random_() % i]);
    const Revenue shuffled = revenue_of(table_of(data), months);
    ASSERT_EQ(shuffled.currencies.size(), usual.currencies.size());
    for (std::size_t c = 0; c < usual.currencies.size(); ++c) {
      for (std::size_t i = 0; i < usual.currencies[c].series.size(); ++i) {
        const MrrMovement& one = usual.currencies[c].series[i];
        ASSERT_TRUE(equal(one, shuffled.currencies[c].series[i]));
        ASSERT_TRUE(equal(one, shifted.currencies[c].series[i]));
        ASSERT_TRUE(equal(one, scaled.currencies[c].series[i], 7));
      }
    }
  }
}

TEST_F(GeneratedRevenue, IsFollowedByCohortsAsTheirDefinitionSays) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Row> data = rows();
    const PeriodGrid periods = grid();
    for (const CurrencyRevenue& one : revenue_of(table_of(data), periods).currencies) {
      const int currency = one.currency == "EUR" ? 0 : 1;
      for (std::size_t c = 0; c < one.cohorts.size(); ++c) {
        for (std::size_t age = 1; age < one.cohorts[c].retained.size(); ++age) {
          MrrSum expected = 0;
          for (int customer = 0; customer < 6; ++customer) {
            std::int32_t first = kNever;
            for (const Row& row : data) first = row.customer == customer ? std::min(first, row.start) : first;
            if (first < periods.bounds[c] || first >= periods.bounds[c + 1]) continue;
            expected += moment_of(data, customer, currency, periods.bounds[c + age]).pays;
          }
          ASSERT_TRUE(one.cohorts[c].retained[age] == expected) << c << " " << age;
        }
      }
    }
  }
}

}  // namespace
}  // namespace kirnu
