#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "metrics/cohorts.h"
#include "metrics/flows.h"
#include "support/sample_facts.h"

// Spells, flows and cohorts of generated subscriptions against an implementation that is slow and obvious.
namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20250131;
constexpr int kRounds = 400;
constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

struct Row {
  int customer;
  std::int32_t start, end;  ///< kNever: still running
};

/// Joins intervals until no two are closer than the gap allows.
std::vector<Spell> joined(std::vector<Spell> spells, std::int32_t gap) {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < spells.size() && !again; ++i) {
      for (std::size_t j = 0; j < spells.size() && !again; ++j) {
        const Spell a = spells[i], b = spells[j];
        if (i == j || b.start < a.start || (a.end != kNever && b.start > a.end + gap)) continue;
        spells[i] = {a.start, std::max(a.end, b.end)};
        spells.erase(spells.begin() + static_cast<std::ptrdiff_t>(j));
        again = true;
      }
    }
  }
  std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) { return a.start < b.start; });
  return spells;
}

bool active(const std::vector<Spell>& spells, std::int32_t day) {
  return std::any_of(spells.begin(), spells.end(), [&](const Spell& s) { return s.start < day && s.end >= day; });
}

bool within(std::int32_t day, std::int32_t from, std::int32_t to) { return day >= from && day < to; }

void add_customer(Flow& flow, const std::vector<Spell>& spells, std::int32_t from, std::int32_t to) {
  const bool opening = active(spells, from), closing = active(spells, to);
  bool left = false, begun = false;
  for (const Spell& spell : spells) {
    left |= within(spell.end, from, to);
    flow.churned += within(spell.end, from, to) ? 1 : 0;
    if (!within(spell.start, from, to)) continue;
    (spell.start == spells.front().start ? flow.new_ : flow.reactivated) += 1;
    begun |= spell.start == spells.front().start;
  }
  flow.opening += opening;
  flow.closing += closing;
  flow.lost += opening && !closing;
  flow.left_and_returned += opening && closing && left;
  flow.new_kept += begun && closing;
  flow.new_left += begun && !closing;
  flow.returned += !opening && !begun && closing;
}

class GeneratedSpells : public testing::Test {
 protected:
  std::int32_t number(std::int32_t below) {
    return static_cast<std::int32_t>(random_() % static_cast<unsigned>(below));
  }

  std::vector<Row> rows() {
    std::vector<Row> rows;
    const int customers = 1 + number(8);
    const int count = number(20);
    for (int i = 0; i < count; ++i) {
      const std::int32_t start = 20000 + number(120);
      rows.push_back({number(customers), start, number(4) == 0 ? kNever : start + number(40)});
    }
    return rows;
  }

  static SubscriptionTable table_of(const std::vector<Row>& rows) {
    SubscriptionTable table;
    for (const Row& row : rows) {
      table.customer.push_back(table.customers.add(std::to_string(row.customer)));
      table.start.days.push_back(row.start);
      table.end.days.push_back(row.end == kNever ? kNoDay : row.end);
    }
    return table;
  }

  static std::map<int, std::vector<Spell>> slow_spells(const std::vector<Row>& rows, std::int32_t gap) {
    std::map<int, std::vector<Spell>> spells;
    for (const Row& row : rows) spells[row.customer].push_back({row.start, row.end});
    for (auto& [customer, list] : spells) list = joined(list, gap);
    return spells;
  }

  PeriodGrid grid() {
    const std::int32_t from = 19990 + number(30);
    return build_grid({.unit = PeriodUnit::Days, .days = 1 + number(40)}, from, from + 1 + number(160), 20100);
  }

  std::mt19937_64 random_{kSeed};
};

void expect_equal(const Flow& flow, const Flow& expected) {
  ASSERT_EQ(flow.opening, expected.opening);
  ASSERT_EQ(flow.new_, expected.new_);
  ASSERT_EQ(flow.reactivated, expected.reactivated);
  ASSERT_EQ(flow.churned, expected.churned);
  ASSERT_EQ(flow.closing, expected.closing);
  ASSERT_EQ(flow.lost, expected.lost);
  ASSERT_EQ(flow.new_kept, expected.new_kept);
  ASSERT_EQ(flow.new_left, expected.new_left);
  ASSERT_EQ(flow.left_and_returned, expected.left_and_returned);
  ASSERT_EQ(flow.returned, expected.returned);
}

TEST_F(GeneratedSpells, FlowAsTheirDefinitionsSay) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Row> data = rows();
    const std::int32_t gap = number(4) * 3;
    const PeriodGrid periods = grid();
    const std::vector<Flow> flows = build_flows(build_spells(table_of(data), {.gap_days = gap}), periods);
    const auto slow = slow_spells(data, gap);
    ASSERT_EQ(flows.size(), static_cast<std::size_t>(periods.size()));
    for (std::size_t i = 0; i < flows.size(); ++i) {
      Flow expected;
      for (const auto& [customer, spells] : slow) {
        add_customer(expected, spells, periods.bounds[i], periods.bounds[i + 1]);
      }
      expect_equal(flows[i], expected);
    }
  }
}

TEST_F(GeneratedSpells, KeepTheIdentitiesAndTheirBounds) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Flow> flows = build_flows(build_spells(table_of(rows()), {.gap_days = number(5)}), grid());
    for (std::size_t i = 0; i < flows.size(); ++i) {
      const Flow& f = flows[i];
      ASSERT_EQ(f.closing, f.opening + f.new_ + f.reactivated - f.churned);
      ASSERT_EQ(f.closing, f.opening - f.lost + f.new_kept + f.returned);
      ASSERT_EQ(f.new_, f.new_kept + f.new_left);
      ASSERT_LE(f.lost + f.left_and_returned, f.opening);
      ASSERT_GE(f.churned, f.lost + f.new_left + f.left_and_returned);
      ASSERT_GE(f.opening, 0);
      ASSERT_EQ(churn_events(totals_of(f)), static_cast<double>(f.churned));
      if (i > 0) {
        ASSERT_EQ(f.opening, flows[i - 1].closing);
      }
    }
  }
}

TEST_F(GeneratedSpells, DoNotDependOnTheOrderOfRows) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<Row> data = rows();
    const PeriodGrid periods = grid();
    const std::vector<Flow> flows = build_flows(build_spells(table_of(data), {}), periods);
    for (std::size_t i = data.size(); i > 1; --i) std::swap(data[i - 1], data[random_() % i]);
    const std::vector<Flow> shuffled = build_flows(build_spells(table_of(data), {}), periods);
    for (std::size_t i = 0; i < flows.size(); ++i) expect_equal(shuffled[i], flows[i]);
  }
}

TEST_F(GeneratedSpells, AreRetainedAsTheirDefinitionSays) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Row> data = rows();
    const PeriodGrid periods = grid();
    const std::int32_t as_of = periods.bounds.back() - 1 - number(20);
    const bool later = round % 2 == 0;
    const CohortTable table = build_cohorts(build_spells(table_of(data), {}), periods, as_of,
                                            later ? RetentionRule::OnOrAfter : RetentionRule::Exact);
    const auto slow = slow_spells(data, 0);
    for (std::size_t c = 0; c < table.cohorts.size(); ++c) {
      for (std::size_t age = 0; age < table.cohorts[c].retained.size(); ++age) {
        const std::int32_t boundary = periods.bounds[c + age];
        ASSERT_TRUE(age == 0 || boundary <= as_of + 1);
        std::int64_t expected = 0;
        for (const auto& [customer, spells] : slow) {
          if (!within(spells.front().start, periods.bounds[c], periods.bounds[c + 1])) continue;
          expected += age == 0 || (later ? spells.back().end >= boundary : active(spells, boundary)) ? 1 : 0;
        }
        ASSERT_EQ(table.cohorts[c].retained[age], expected) << c << " " << age;
      }
    }
  }
}

}  // namespace
}  // namespace kirnu
