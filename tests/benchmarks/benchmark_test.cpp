#include "benchmarks/benchmark.h"

#include <gtest/gtest.h>

#include <set>

#include "base/assets.h"
#include "support/churn_sample.h"

namespace kirnu {
namespace {

const Period kMonth = period_of(PeriodUnit::Month);
const Period kYear = period_of(PeriodUnit::Year);

class ShippedBenchmarks : public testing::Test {
 protected:
  const Benchmark& figure(std::string_view id) const {
    const Benchmark* found = find_benchmark(all_, id);
    if (found) return *found;
    ADD_FAILURE() << "no figure " << id;
    return all_.front();
  }
  std::vector<Benchmark> all_ = read_benchmarks(assets::benchmarks);
};

TEST_F(ShippedBenchmarks, AreAllReadAndWhole) {
  EXPECT_EQ(all_.size(), 43U);
  const std::set<std::string> measures{"customer_churn_rate", "customer_retention_rate", "nrr", "grr",
                                       "gross_mrr_churn_rate"};
  std::set<std::string> ids;
  for (const Benchmark& benchmark : all_) {
    EXPECT_TRUE(ids.insert(benchmark.id).second) << benchmark.id;
    EXPECT_TRUE(measures.contains(benchmark.measure)) << benchmark.id;
    EXPECT_FALSE(benchmark.publisher.empty()) << benchmark.id;
    EXPECT_FALSE(benchmark.segment.empty()) << benchmark.id;
    EXPECT_FALSE(benchmark.confidence.empty()) << benchmark.id;
    EXPECT_FALSE(benchmark.source.empty()) << benchmark.id;
    EXPECT_GE(benchmark.percent, 0) << benchmark.id;
  }
}

TEST_F(ShippedBenchmarks, KeepEveryPublishedDetail) {
  const Benchmark& apps = figure("revenuecat-monthly-2024");
  EXPECT_EQ(apps.percent, 11);
  EXPECT_EQ(apps.p25, 5);
  EXPECT_EQ(apps.p75, 19);
  EXPECT_EQ(apps.data_year, "2024");
  EXPECT_EQ(apps.sample, ">10,000 apps");
  EXPECT_EQ(apps.industry, "apps");
  EXPECT_EQ(apps.period.unit, PeriodUnit::Year);
  EXPECT_EQ(figure("recurly-2020-b2c").data_year, "2019-2021");
  EXPECT_EQ(figure("recurly-2024-all").voluntary, 2.41);
  EXPECT_EQ(figure("recurly-2024-all").involuntary, 0.86);
  EXPECT_EQ(figure("antenna-svod-2024").net_of_returns, 3.1);
  EXPECT_EQ(figure("recurly-b2c").sample, "");
  EXPECT_EQ(figure("recurly-b2c").industry, "");
  EXPECT_EQ(figure("ten-percent-test").data_year, "");
  EXPECT_FALSE(figure("recurly-b2c").p25);
}

TEST_F(ShippedBenchmarks, AreChosenByAudienceAndIndustry) {
  EXPECT_EQ(filter_benchmarks(all_, "all").size(), 43U);
  EXPECT_EQ(filter_benchmarks(all_, "").size(), 43U);
  EXPECT_EQ(filter_benchmarks(all_, "b2b").size(), 28U) << "22 about B2B, 6 about all";
  EXPECT_EQ(filter_benchmarks(all_, "b2c").size(), 21U) << "15 about B2C, 6 about all";
  EXPECT_EQ(filter_benchmarks(all_, "b2b", "saas").size(), 19U);
  EXPECT_EQ(filter_benchmarks(all_, "", "telecom").size(), 3U);
  EXPECT_EQ(filter_benchmarks(all_, "", "gyms").size(), 0U);
}

struct Row {
  const char* what;
  double lost;
  double start;
  Period period;
  const char* figure;
  double converted;
  Verdict verdict;
};

TEST_F(ShippedBenchmarks, AreJudgedInTheReadersPeriodThroughTheInterval) {
  const Row rows[] = {
      {.what = "3 of 50 a month, B2C",
       .lost = 3,
       .start = 50,
       .period = kMonth,
       .figure = "recurly-b2c",
       .converted = 0.065,
       .verdict = Verdict::Unclear},
      {.what = "3 of 50 a month, B2B",
       .lost = 3,
       .start = 50,
       .period = kMonth,
       .figure = "recurly-b2b",
       .converted = 0.038,
       .verdict = Verdict::Unclear},
      {.what = "30 of 500 a month, B2C",
       .lost = 30,
       .start = 500,
       .period = kMonth,
       .figure = "recurly-b2c",
       .converted = 0.065,
       .verdict = Verdict::Unclear},
      {.what = "30 of 500 a month, B2B",
       .lost = 30,
       .start = 500,
       .period = kMonth,
       .figure = "recurly-b2b",
       .converted = 0.038,
       .verdict = Verdict::Worse},
      {.what = "250 of 1500 a year, B2B",
       .lost = 250,
       .start = 1500,
       .period = kYear,
       .figure = "recurly-b2b",
       .converted = 0.37179575832875752,
       .verdict = Verdict::Better},
      {.what = "250 of 1500 a year, B2C",
       .lost = 250,
       .start = 1500,
       .period = kYear,
       .figure = "recurly-b2c",
       .converted = 0.55358443304918062,
       .verdict = Verdict::Better},
      {.what = "250 of 1500 a year, rule of thumb",
       .lost = 250,
       .start = 1500,
       .period = kYear,
       .figure = "ten-percent-test",
       .converted = 0.1,
       .verdict = Verdict::Worse},
      {.what = "retention becomes churn",
       .lost = 250,
       .start = 1500,
       .period = kYear,
       .figure = "survey-media-2018",
       .converted = 0.16,
       .verdict = Verdict::Unclear},
      {.what = "retention becomes churn, then a month",
       .lost = 60,
       .start = 1000,
       .period = kMonth,
       .figure = "survey-media-2018",
       .converted = 0.014424405840418707,
       .verdict = Verdict::Worse},
      {.what = "retention of 11 % a year is 16.8 % a month",
       .lost = 60,
       .start = 1000,
       .period = kMonth,
       .figure = "revenuecat-monthly-2024",
       .converted = 0.16801392584804951,
       .verdict = Verdict::Better},
      {.what = "nobody of twenty",
       .lost = 0,
       .start = 20,
       .period = kMonth,
       .figure = "recurly-b2b",
       .converted = 0.038,
       .verdict = Verdict::Unclear},
      {.what = "everybody",
       .lost = 20,
       .start = 20,
       .period = kMonth,
       .figure = "recurly-b2b",
       .converted = 0.038,
       .verdict = Verdict::Worse},
  };
  for (const Row& row : rows) {
    const Judgement judgement = judge(figure(row.figure), churn_of(row.lost, row.start), row.period);
    ASSERT_TRUE(judgement.converted_churn) << row.what;
    EXPECT_NEAR(*judgement.converted_churn, row.converted, 1e-14) << row.what;
    EXPECT_EQ(verdict_name(judgement.verdict), verdict_name(row.verdict)) << row.what;
  }
}

TEST_F(ShippedBenchmarks, OfRevenueAreShownWithoutAVerdict) {
  for (const char* id : {"keybanc-nrr-2023", "keybanc-grr-2023", "kbcm-gross-2016"}) {
    const Judgement judgement = judge(figure(id), churn_of(30, 500), kYear);
    EXPECT_EQ(judgement.verdict, Verdict::None) << id;
    EXPECT_FALSE(judgement.published_churn) << id;
    EXPECT_FALSE(judgement.converted_churn) << id;
  }
}

TEST_F(ShippedBenchmarks, GiveNoVerdictWithoutAPeriodOrARate) {
  const Judgement share = judge(figure("recurly-b2b"), churn_of(30, 500), std::nullopt);
  EXPECT_EQ(share.verdict, Verdict::None);
  EXPECT_EQ(share.published_churn, 0.038);
  EXPECT_FALSE(share.converted_churn);
  const Judgement nobody = judge(figure("recurly-b2b"), churn_of(0, 0), kYear);
  EXPECT_EQ(nobody.verdict, Verdict::None);
  EXPECT_TRUE(nobody.converted_churn);
}

TEST(Judge, AFigureOnTheEndOfTheIntervalIsUnclear) {
  Metric churn = churn_of(50, 1000);
  churn.interval = Interval{.low = 0.038, .high = 0.065};
  const auto verdict = [&](double percent) {
    const Benchmark benchmark{.id = "x", .measure = "customer_churn_rate", .percent = percent, .period = kMonth};
    return judge(benchmark, churn, kMonth).verdict;
  };
  EXPECT_EQ(verdict(3.7999), Verdict::Worse);
  EXPECT_EQ(verdict(3.8), Verdict::Unclear);
  EXPECT_EQ(verdict(6.5), Verdict::Unclear);
  EXPECT_EQ(verdict(6.5001), Verdict::Better);
}

TEST(ReadBenchmarks, LeavesOutWhatIsNoFigure) {
  EXPECT_TRUE(read_benchmarks("").empty());
  EXPECT_TRUE(read_benchmarks("[]").empty());
  EXPECT_TRUE(read_benchmarks("{\"figures\": 3}").empty());
  EXPECT_TRUE(read_benchmarks("{\"figures\": [").empty());
  const std::vector<Benchmark> some = read_benchmarks(R"({"figures": [7, null, {}, {"id": "a"},
    {"id": "text", "measure": "nrr", "percent": "98", "period": "year"},
    {"id": "fortnight", "measure": "nrr", "percent": 98, "period": "fortnight"},
    {"measure": "nrr", "percent": 98, "period": "year"},
    {"id": 5, "measure": "nrr", "percent": 98, "period": "year"},
    {"id": "whole", "measure": "nrr", "percent": 98, "period": "year", "sample": 4, "p25": "x"}]})");
  ASSERT_EQ(some.size(), 1U);
  EXPECT_EQ(some[0].id, "whole");
  EXPECT_EQ(some[0].sample, "");
  EXPECT_FALSE(some[0].p25);
}

TEST(ReadBenchmarks, AnImpossibleShareIsNotJudged) {
  Benchmark benchmark{.id = "x", .measure = "customer_churn_rate", .percent = 120, .period = kMonth};
  EXPECT_FALSE(judge(benchmark, churn_of(1, 10), kMonth).converted_churn);
}

}  // namespace
}  // namespace kirnu
