// Two lists whose names tell when they were: the period is theirs, and anybody may choose another.
#include <gtest/gtest.h>

#include "engine/engine.h"
#include "support/nodes.h"

namespace kirnu {
namespace {

constexpr std::string_view kLists = "Kunden 2021;Kunden 2024\nA;A\nB;B\nC;X\nD;Y\n";

bool tells_names(const Engine& engine) {
  const std::vector<Assumption>& assumptions = engine.report().import->assumptions;
  return std::any_of(assumptions.begin(), assumptions.end(),
                     [](const Assumption& one) { return one.code == "period_from_names"; });
}

TEST(ListPeriod, IsTakenFromTheNames) {
  Engine engine;
  engine.set("language", "de");
  engine.set("paste", kLists);
  ASSERT_TRUE(engine.report().period);
  EXPECT_EQ(engine.report().period->unit, PeriodUnit::Days);
  EXPECT_EQ(engine.report().period->days, 1096) << "1.096 in German";
  EXPECT_TRUE(tells_names(engine));
}

TEST(ListPeriod, MayBeAnotherOrNone) {
  Engine engine;
  engine.set("paste", "Kunden 2023;Kunden 2024\nA;A\nB;B\nC;X\nD;Y\n");
  EXPECT_EQ(engine.state().period, "year");
  EXPECT_TRUE(tells_names(engine));
  engine.set("period", "month");
  EXPECT_EQ(engine.report().period->unit, PeriodUnit::Month);
  EXPECT_FALSE(tells_names(engine));
  engine.set("period", "none");
  EXPECT_FALSE(engine.report().period);
  EXPECT_FALSE(tells_names(engine));
}

TEST(ListsThatShareNobody, AreDoubtedInTheFirstSentence) {
  Engine engine;
  engine.set("language", "de");
  engine.set("paste", "Kunden 2023;Kunden 2024\nA1;1\nB2;2\nC3;3\n");
  const Node* verdict = find_node(engine.view().page, "verdict");
  ASSERT_NE(verdict, nullptr);
  EXPECT_EQ(std::get<TextNode>(verdict->body).spans[1].text, "keinen einzigen Kunden gemeinsam");
  EXPECT_EQ(find_metric(engine.report(), "customer_churn_rate")->metric.value, 1) << "the figures say what was asked";
}

}  // namespace
}  // namespace kirnu
