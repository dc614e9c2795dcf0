#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "base/assets.h"
#include "report/kinds.h"
#include "support/sample_facts.h"

// What must hold for the parts of any customers, each of whom is in one part.
namespace kirnu {
namespace {

constexpr std::uint64_t kSeed = 20250402;
constexpr int kRounds = 60;
const std::vector<Benchmark> kFigures = read_benchmarks(assets::benchmarks);

struct Row {
  int customer;
  std::int32_t start, end;  ///< kNoDay: still running
  int part;
  std::int64_t price;
};

class GeneratedSegments : public testing::Test {
 protected:
  std::int32_t number(std::int32_t below) {
    return static_cast<std::int32_t>(random_() % static_cast<unsigned>(below));
  }

  std::vector<Row> rows() {
    std::vector<Row> rows;
    const int customers = 20 + number(60);
    for (int customer = 0; customer < customers; ++customer) {
      const int part = number(3);
      for (int spell = 0; spell <= number(2); ++spell) {
        const std::int32_t start = 20000 + number(300);
        rows.push_back({customer, start, number(3) == 0 ? kNoDay : start + 1 + number(200), part, 1 + number(90)});
      }
    }
    return rows;
  }

  std::mt19937_64 random_{kSeed};
};

SubscriptionTable table_of(const std::vector<Row>& rows, int copies = 1) {
  SubscriptionTable table;
  table.segments.emplace_back();
  table.segments[0].name = "Part";
  for (int copy = 0; copy < copies; ++copy) {
    for (const Row& row : rows) {
      table.customer.push_back(table.customers.add(std::to_string(row.customer * copies + copy)));
      table.start.days.push_back(row.start);
      table.end.days.push_back(row.end);
      table.amount.push_back(row.price * 10000);
      add_code(table.interval, "month");
      add_code(table.segments[0], std::string(1, static_cast<char>('A' + row.part)));
    }
  }
  return table;
}

Report report_of(const SubscriptionTable& table) {
  QuestionSettings settings;
  settings.segment = "Part";
  settings.as_of = Date{20420};
  SubscriptionWorkings workings;
  return build_subscription_report(table, settings, kFigures, workings);
}

double value_of(const ReportSegment& segment, std::string_view id, std::optional<double> Metric::*member) {
  for (const ReportMetric& entry : segment.metrics) {
    if (entry.metric.id == id) return (entry.metric.*member).value_or(0);
  }
  return 0;
}

std::map<std::string, const ReportSegment*> by_name(const Report& report) {
  std::map<std::string, const ReportSegment*> parts;
  for (const ReportSegment& segment : report.segments) parts[segment.value] = &segment;
  return parts;
}

TEST_F(GeneratedSegments, AddUpToEverybody) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const SubscriptionTable table = table_of(rows());
    const Report report = report_of(table);
    ASSERT_TRUE(report.totals && report.cohorts);
    double start = 0, lost = 0;
    for (const ReportSegment& segment : report.segments) {
      start += value_of(segment, "customer_churn_rate", &Metric::denominator);
      lost += value_of(segment, "customer_churn_rate", &Metric::numerator);
    }
    ASSERT_EQ(start, report.totals->start);
    ASSERT_EQ(lost, report.totals->lost);
    for (std::size_t c = 0; c < report.cohorts->cohorts.size(); ++c) {
      const std::vector<std::int64_t>& all = report.cohorts->cohorts[c].retained;
      const std::vector<MrrSum>& revenue = report.currencies[0].cohorts[c].retained;
      for (std::size_t age = 0; age < all.size(); ++age) {
        std::int64_t customers = 0;
        MrrSum sum = 0;
        for (const ReportSegment& segment : report.segments) {
          customers += segment.cohorts->cohorts[c].retained[age];
          sum += segment.currencies[0].cohorts[c].retained[age];
        }
        ASSERT_EQ(customers, all[age]) << "cohort " << c << ", age " << age;
        ASSERT_EQ(sum, revenue[age]) << "cohort " << c << ", age " << age;
      }
    }
  }
}

TEST_F(GeneratedSegments, StayWithinTheirBounds) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const SubscriptionTable table = table_of(rows());
    const Report report = report_of(table);
    double lowest = 1, highest = 0;
    for (const ReportSegment& segment : report.segments) {
      for (const ReportMetric& entry : segment.metrics) {
        const Metric& metric = entry.metric;
        if (!metric.value || !metric.interval) continue;
        ASSERT_GE(*metric.value, metric.interval->low - 1e-12) << metric.id;
        ASSERT_LE(*metric.value, metric.interval->high + 1e-12) << metric.id;
      }
      if (value_of(segment, "customer_churn_rate", &Metric::denominator) == 0) continue;
      const double churn = value_of(segment, "customer_churn_rate", &Metric::value);
      lowest = std::min(lowest, churn);
      highest = std::max(highest, churn);
    }
    if (!report.mix_adjusted) continue;
    ASSERT_GE(report.mix_adjusted->adjusted, lowest - 1e-12);
    ASSERT_LE(report.mix_adjusted->adjusted, highest + 1e-12);
  }
}

TEST_F(GeneratedSegments, DoNotDependOnTheOrderOfRows) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    std::vector<Row> all = rows();
    const SubscriptionTable table = table_of(all);
    std::reverse(all.begin(), all.end());
    const SubscriptionTable other = table_of(all);
    const Report report = report_of(table), reversed = report_of(other);
    const auto parts = by_name(report), again = by_name(reversed);
    ASSERT_EQ(parts.size(), again.size());
    for (const auto& [name, segment] : parts) {
      const ReportSegment& same = *again.at(name);
      ASSERT_EQ(segment->metrics.size(), same.metrics.size());
      for (std::size_t i = 0; i < same.metrics.size(); ++i) {
        ASSERT_EQ(segment->metrics[i].metric.id, same.metrics[i].metric.id);
        ASSERT_EQ(segment->metrics[i].metric.value.has_value(), same.metrics[i].metric.value.has_value());
        ASSERT_NEAR(segment->metrics[i].metric.value.value_or(0), same.metrics[i].metric.value.value_or(0), 1e-12);
      }
    }
  }
}

TEST_F(GeneratedSegments, ThreeTimesAsManyCustomersHaveTheSameRates) {
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(testing::Message() << "seed " << kSeed << ", round " << round);
    const std::vector<Row> all = rows();
    const SubscriptionTable table = table_of(all), thrice = table_of(all, 3);
    const Report report = report_of(table), more = report_of(thrice);
    const auto parts = by_name(report), again = by_name(more);
    for (const auto& [name, segment] : parts) {
      for (const char* id : {"customer_churn_rate", "churn_events_rate", "nrr", "grr"})
        ASSERT_NEAR(value_of(*segment, id, &Metric::value), value_of(*again.at(name), id, &Metric::value), 1e-12) << id;
      ASSERT_EQ(3 * value_of(*segment, "customer_churn_rate", &Metric::denominator),
                value_of(*again.at(name), "customer_churn_rate", &Metric::denominator));
    }
  }
}

}  // namespace
}  // namespace kirnu
