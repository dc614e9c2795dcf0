// Lifetimes of many shapes against R's survival package; survival_of_r/make.R says how its answers are made.
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

#include "metrics/survival.h"
#include "support/json.h"
#include "support/source_file.h"

namespace kirnu {
namespace {

constexpr double kClose = 1e-9;

/// One object of survival.json.
struct Shape {
  TestJson json;
  friend void PrintTo(const Shape& shape, std::ostream* out) { *out << shape.json["name"]; }
};

std::vector<Shape> read_shapes() {
  std::vector<Shape> shapes;
  const TestJson all = TestJson::parse(read_source("tests/metrics/survival_of_r/survival.json"), nullptr, false);
  for (const TestJson& shape : all) shapes.push_back({shape});
  return shapes;
}

/// Of the rows of one group, from 1; of all for 0.
SurvivalSteps steps_of(const TestJson& shape, std::size_t group = 0) {
  SurvivalTable table;
  for (std::size_t i = 0; i < shape["times"].size(); ++i) {
    if (group > 0 && shape["group"][i].get<std::size_t>() != group) continue;
    table.time.push_back(shape["times"][i].get<double>());
    table.left.push_back(shape["left"][i].get<std::uint8_t>());
    if (shape.contains("entries")) table.entry.push_back(shape["entries"][i].get<double>());
  }
  return build_steps(table);
}

/// Absent where R has none, and near where it has one.
void expect_near(const std::optional<double>& found, const TestJson& expected, const std::string& what) {
  ASSERT_EQ(found.has_value(), !expected.is_null()) << what;
  if (!found) return;
  const double r = expected.get<double>();
  EXPECT_NEAR(*found, r, kClose * std::max(1.0, std::fabs(r))) << what;
}

void expect_median(const MedianLifetime& found, const TestJson& expected, const std::string& what) {
  expect_near(found.value, expected[0], what);
  expect_near(found.low, expected[1], what + " low");
  expect_near(found.high, expected[2], what + " high");
}

class OfR : public testing::TestWithParam<Shape> {};

TEST_P(OfR, PointsHaveTheirIntervals) {
  const TestJson& r = GetParam().json["curve"];
  const SurvivalSteps steps = steps_of(GetParam().json);
  const SurvivalCurve curve = build_survival(steps), log = build_survival(steps, SurvivalInterval::Log);
  ASSERT_EQ(curve.points.size(), r["time"].size());
  for (std::size_t i = 0; i < curve.points.size(); ++i) {
    const SurvivalPoint& point = curve.points[i];
    const std::string at = "point " + std::to_string(i);
    const auto low = [](const SurvivalPoint& p) { return p.interval ? std::optional(p.interval->low) : std::nullopt; };
    const auto high = [](const SurvivalPoint& p) {
      return p.interval ? std::optional(p.interval->high) : std::nullopt;
    };
    expect_near(point.time, r["time"][i], at);
    EXPECT_EQ(point.at_risk, r["at_risk"][i].get<std::int64_t>()) << at;
    EXPECT_EQ(point.events, r["events"][i].get<std::int64_t>()) << at;
    expect_near(point.survival, r["survival"][i], at);
    expect_near(point.error, r["error"][i], at + " error");
    expect_near(low(point), r["log_log_low"][i], at + " low");
    expect_near(high(point), r["log_log_high"][i], at + " high");
    expect_near(low(log.points[i]), r["log_low"][i], at + " low by log");
    expect_near(high(log.points[i]), r["log_high"][i], at + " high by log");
  }
}

TEST_P(OfR, MediansHaveBothLimits) {
  const TestJson& r = GetParam().json["curve"];
  const SurvivalSteps steps = steps_of(GetParam().json);
  expect_median(build_survival(steps).median, r["median_log_log"], "log-log");
  expect_median(build_survival(steps, SurvivalInterval::Log).median, r["median_log"], "log");
}

TEST_P(OfR, RestrictedMeansHaveTheirErrors) {
  const TestJson& r = GetParam().json["curve"];
  const SurvivalCurve curve = build_survival(steps_of(GetParam().json));
  const RestrictedMean mean = build_restricted_mean(curve, r["tau"].get<double>());
  expect_near(mean.value, r["rmst"], "mean");
  expect_near(mean.error, r["rmst_error"], "error");
}

TEST_P(OfR, GroupsAreComparedAlike) {
  const TestJson& shape = GetParam().json;
  if (!shape.contains("group")) return;
  const std::size_t count = shape["expected"].size();
  std::vector<SurvivalSteps> groups;
  for (std::size_t g = 1; g <= count; ++g) groups.push_back(steps_of(shape, g));
  const LogRank test = build_log_rank(groups).value();
  expect_near(test.chi2, shape["chi2"], "chi2");
  expect_near(test.p, shape["p"], "p");
  EXPECT_EQ(test.df, shape["df"].get<int>());
  for (std::size_t g = 0; g < count; ++g) {
    expect_near(test.expected[g], shape["expected"][g], "expected");
    EXPECT_EQ(test.observed[g], shape["observed"][g].get<std::int64_t>());
  }
}

INSTANTIATE_TEST_SUITE_P(Survival, OfR, testing::ValuesIn(read_shapes()),
                         [](const testing::TestParamInfo<Shape>& shape) {
                           return shape.param.json["name"].get<std::string>();
                         });

}  // namespace
}  // namespace kirnu
