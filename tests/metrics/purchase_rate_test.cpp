#include "metrics/purchase_rate.h"

#include <gmock/gmock.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

constexpr const char* kYear1 = "2024-03-01";
constexpr const char* kYear2 = "2025-03-01";

WindowPair years() { return pair_of({day("2024-01-01"), day("2025-01-01")}, {day("2025-01-01"), day("2026-01-01")}); }

void add_orders(std::vector<TransactionRow>& rows, const char* customer, int first, int second) {
  for (int i = 0; i < first; ++i) rows.push_back({.customer = customer, .date = kYear1});
  for (int i = 0; i < second; ++i) rows.push_back({.customer = customer, .date = kYear2});
}

// Orders of year 1 and year 2: 4→2, 4→1, 2→1, 3→1, 1→0, 1→1, 5→0. Exactly half is kept.
TEST(PurchaseRate, IsLostWhenItFallsByMoreThanHalf) {
  std::vector<TransactionRow> rows;
  add_orders(rows, "A", 4, 2);
  add_orders(rows, "B", 4, 1);
  add_orders(rows, "C", 2, 1);
  add_orders(rows, "D", 3, 1);
  add_orders(rows, "E", 1, 0);
  add_orders(rows, "F", 1, 1);
  add_orders(rows, "G", 5, 0);
  add_orders(rows, "H", 0, 3);
  const PurchaseRate rate = build_purchase_rate(transactions(rows), years(), PurchaseMeasure::Orders, {});
  EXPECT_EQ(rate.base, 7);
  EXPECT_EQ(rate.lost, 4);
  EXPECT_EQ(rate.stopped, 2);
  EXPECT_EQ(rate.exactly_half, 2);
  EXPECT_THAT(rate.lost_customers, testing::ElementsAre(6, 1, 3, 4)) << "G 5, B 4, D 3, E 1";
}

TEST(PurchaseRate, OfValueLooksAtMoney) {
  const TransactionTable table = transactions({{.customer = "A", .date = kYear1, .amount = 100},
                                               {.customer = "A", .date = kYear2, .amount = 49},
                                               {.customer = "B", .date = kYear1, .amount = 100},
                                               {.customer = "B", .date = kYear2, .amount = 20},
                                               {.customer = "B", .date = kYear2, .amount = 30},
                                               {.customer = "C", .date = kYear1, .amount = 0},
                                               {.customer = "D", .date = kYear1, .amount = 10}});
  const PurchaseRate rate = build_purchase_rate(table, years(), PurchaseMeasure::Value, {});
  EXPECT_EQ(rate.base, 3) << "C bought nothing";
  EXPECT_EQ(rate.lost, 2);
  EXPECT_EQ(rate.stopped, 1);
  EXPECT_EQ(rate.exactly_half, 1);
}

TEST(PurchaseRate, CountsAnOrderOfSeveralRowsOnce) {
  const TransactionTable table = transactions({{.customer = "A", .date = kYear1, .order = "1"},
                                               {.customer = "A", .date = kYear1, .order = "1"},
                                               {.customer = "A", .date = kYear1, .order = "1"},
                                               {.customer = "A", .date = kYear2, .order = "2"}});
  EXPECT_EQ(build_purchase_rate(table, years(), PurchaseMeasure::Orders, {}).lost, 0);
}

// 30 days against 60: 2 orders are 1 in 15 days; 2 orders in 60 days are exactly half of that, 1 order is less.
TEST(PurchaseRate, OfUnequalWindowsIsByDays) {
  std::vector<TransactionRow> rows{{.customer = "A", .date = "2025-01-01"}, {.customer = "A", .date = "2025-01-02"},
                                   {.customer = "A", .date = "2025-02-01"}, {.customer = "A", .date = "2025-02-02"},
                                   {.customer = "B", .date = "2025-01-30"}, {.customer = "B", .date = "2025-01-30"},
                                   {.customer = "B", .date = "2025-03-30"}};
  const WindowPair windows{.before = {day("2025-01-01"), day("2025-01-31")},
                           .after = {day("2025-01-31"), day("2025-04-01")}};
  const PurchaseRate rate = build_purchase_rate(transactions(rows), windows, PurchaseMeasure::Orders, {});
  EXPECT_EQ(rate.base, 2);
  EXPECT_EQ(rate.exactly_half, 1);
  EXPECT_EQ(rate.lost, 1);
}

TEST(PurchaseRate, OfTwoCurrenciesHasNoBaseUntilOneIsChosen) {
  const TransactionTable table = transactions({{.customer = "A", .date = kYear1, .amount = 10, .currency = "EUR"},
                                               {.customer = "A", .date = kYear2, .amount = 10, .currency = "SEK"}});
  EXPECT_EQ(build_purchase_rate(table, years(), PurchaseMeasure::Value, {}).base, 0);
  const PurchaseRate euros = build_purchase_rate(table, years(), PurchaseMeasure::Value, {.currency = 0});
  EXPECT_EQ(euros.base, 1);
  EXPECT_EQ(euros.stopped, 1);
}

TEST(PurchaseRate, OfNobodyHasNoBase) {
  EXPECT_EQ(build_purchase_rate({}, years(), PurchaseMeasure::Orders, {}).base, 0);
}

}  // namespace
}  // namespace kirnu
