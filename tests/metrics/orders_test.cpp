#include <gmock/gmock.h>

#include "metrics/order_flows.h"
#include "metrics/order_totals.h"
#include "metrics/order_windows.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

using testing::ElementsAre;

std::string window_text(const DayWindow& window) { return write_date({window.from}) + "/" + write_date({window.to}); }

TEST(OrderTotals, AddUpEachCurrencyByItself) {
  const OrderTotals totals =
      build_order_totals(transactions({{.customer = "A", .date = "2025-01-01", .amount = 100, .currency = "EUR"},
                                       {.customer = "A", .date = "2025-01-01", .amount = 100, .currency = "EUR"},
                                       {.customer = "B", .date = "2025-01-02", .amount = 70, .currency = "USD"},
                                       {.customer = "B", .date = "2025-01-03", .amount = 0, .currency = "USD"},
                                       {.customer = "C", .date = "2025-01-03", .amount = kNoMoney, .currency = "USD"}}),
                         {});
  EXPECT_EQ(totals.customers, 3);
  EXPECT_EQ(totals.orders, 5) << "exact duplicates are orders of their own";
  EXPECT_EQ(totals.zero_values, 1);
  ASSERT_EQ(totals.money.size(), 2U);
  EXPECT_EQ(totals.money[0].value, 200);
  EXPECT_EQ(totals.money[1].value, 70);
  EXPECT_FALSE(totals.units);
}

TEST(OrderTotals, CountAnOrderOnceAndItsMoneyThroughout) {
  const OrderTotals totals =
      build_order_totals(transactions({{.customer = "A", .date = "2025-01-01", .amount = 100, .order = "#1"},
                                       {.customer = "A", .date = "2025-01-01", .amount = 20, .order = "#1"},
                                       {.customer = "A", .date = "2025-01-01", .amount = 5}}),
                         {});
  EXPECT_EQ(totals.orders, 2);
  EXPECT_EQ(totals.money[0].value, 125);
  EXPECT_EQ(totals.money[0].currency, CodeColumn::kNone);
}

TEST(OrderTotals, LeaveOutWhatNeverCameToBe) {
  const OrderTotals totals =
      build_order_totals(transactions({{.customer = "A", .date = "2025-01-01", .status = "Paid"},
                                       {.customer = "B", .date = "2025-01-01", .status = "Failed"},
                                       {.customer = "C", .date = "2026-01-01"},
                                       {.customer = "D"}}),
                         {.as_of = day("2025-12-31")});
  EXPECT_EQ(totals.customers, 1);
  EXPECT_EQ(totals.left_out.failed, 1);
  EXPECT_EQ(totals.left_out.future, 1);
  EXPECT_EQ(totals.left_out.date_missing, 1);
}

TEST(OrderFlows, CountCustomersOfAPeriodOnceInAnyOrder) {
  const std::vector<TransactionRow> by_time{
      {.customer = "A", .date = "2024-12-01", .amount = 1},  {.customer = "A", .date = "2025-01-01", .amount = 10},
      {.customer = "B", .date = "2025-01-02", .amount = 20}, {.customer = "A", .date = "2025-01-03", .amount = 30},
      {.customer = "C", .date = "2025-02-28", .amount = 40}, {.customer = "B", .date = "2025-03-01", .amount = 50}};
  const std::vector<TransactionRow> backwards(by_time.rbegin(), by_time.rend());
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), day("2025-03-01"), 0);
  for (const std::vector<TransactionRow>& rows : {by_time, backwards}) {
    const std::vector<OrderFlow> flows = build_order_flows(transactions(rows), grid, {});
    ASSERT_EQ(flows.size(), 2U);
    EXPECT_EQ(flows[0].customers, 2);
    EXPECT_EQ(flows[0].first_time, 1);
    EXPECT_EQ(flows[0].orders, 3);
    EXPECT_EQ(flows[0].value, 60);
    EXPECT_EQ(flows[1].customers, 1);
    EXPECT_EQ(flows[1].first_time, 1);
    EXPECT_EQ(flows[1].value, 40);
  }
}

TEST(OrderFlows, NeverAddTwoCurrencies) {
  const TransactionTable table =
      transactions({{.customer = "A", .date = "2025-01-01", .amount = 10, .currency = "EUR"},
                    {.customer = "A", .date = "2025-01-01", .amount = 10, .currency = "SEK"}});
  const PeriodGrid grid = build_grid({}, day("2025-01-01"), day("2025-02-01"), 0);
  EXPECT_FALSE(build_order_flows(table, grid, {})[0].value);
  EXPECT_EQ(build_order_flows(table, grid, {.currency = 1})[0].value, 10);
  EXPECT_EQ(build_order_flows(table, grid, {.currency = 1})[0].orders, 2);
}

TEST(Windows, AreTheLastTwoWholeYears) {
  std::vector<TransactionRow> rows;
  for (std::int32_t d = day("2022-05-01"); d <= day("2025-03-31"); ++d) {
    rows.push_back({.customer = "A", .date = write_date({d})});
  }
  const WindowPair windows = find_last_two_years(transactions(rows), {}).value();
  EXPECT_EQ(window_text(windows.before), "2023-01-01/2024-01-01");
  EXPECT_EQ(window_text(windows.after), "2024-01-01/2025-01-01");
  EXPECT_TRUE(windows.same_unit);
  EXPECT_FALSE(find_last_two_years(transactions(rows), {.as_of = day("2024-12-30")}))
      << "2023 alone is whole, 2022 begins in May";
}

// A few orders over two years: the silence at both ends is no longer than the one between them.
TEST(Windows, TakeAYearAsWholeWhereTheDataAreSilentAnyway) {
  const TransactionTable table = transactions({{.customer = "A", .date = "2024-02-10"},
                                               {.customer = "B", .date = "2024-09-01"},
                                               {.customer = "A", .date = "2025-04-01"},
                                               {.customer = "B", .date = "2025-11-20"}});
  EXPECT_EQ(window_text(find_last_two_years(table, {})->before), "2024-01-01/2025-01-01");
  EXPECT_EQ(window_text(find_last_two_years(table, {.as_of = day("2025-11-20")})->after), "2025-01-01/2026-01-01");
  EXPECT_EQ(window_text(find_last_two_years(table, {.as_of = day("2025-12-31")})->after), "2025-01-01/2026-01-01");
  EXPECT_FALSE(find_last_two_years(table, {.as_of = day("2025-11-30")})) << "somebody says that 2025 goes on";
}

TEST(Windows, AreOfNoYearThatEndsMonthsAfterTheData) {
  const TransactionTable table = transactions({{.customer = "A", .date = "2022-04-10"},
                                               {.customer = "B", .date = "2023-02-01"},
                                               {.customer = "A", .date = "2023-09-01"},
                                               {.customer = "B", .date = "2024-12-31"}});
  const WindowPair april = find_last_two_years(table, {.first_month = 4}).value();
  EXPECT_EQ(window_text(april.before), "2022-04-01/2023-04-01");
  EXPECT_EQ(window_text(april.after), "2023-04-01/2024-04-01");
  const auto said = find_last_two_years(table, {.as_of = day("2024-12-31"), .as_of_said = true, .first_month = 2});
  EXPECT_EQ(window_text(said->after), "2023-02-01/2024-02-01") << "somebody says that January is not known";
}

TEST(Windows, WithoutTwoYearsAreTwiceTwelveMonthsOrHalves) {
  std::vector<TransactionRow> rows;
  for (std::int32_t d = day("2023-03-01"); d <= day("2025-04-30"); ++d) {
    rows.push_back({.customer = "A", .date = write_date({d})});
  }
  const TransactionTable two_years = transactions(rows);
  const WindowPair twelve = default_windows(two_years, {}).value();
  EXPECT_EQ(window_text(twelve.before), "2023-05-01/2024-05-01");
  EXPECT_EQ(window_text(twelve.after), "2024-05-01/2025-05-01");
  EXPECT_TRUE(twelve.same_unit);
  const WindowPair halves = default_windows(two_years, {.as_of = day("2023-03-11")}).value();
  EXPECT_EQ(window_text(halves.before), "2023-03-01/2023-03-06");
  EXPECT_EQ(window_text(halves.after), "2023-03-06/2023-03-12");
  EXPECT_FALSE(halves.same_unit);
  EXPECT_FALSE(default_windows(transactions({{.customer = "A", .date = "2025-01-01"}}), {}));
  EXPECT_FALSE(default_windows({}, {}));
}

TEST(Windows, OfTheSameUnitAreEquallyLong) {
  const auto window = [](const char* from, const char* to) { return DayWindow{day(from), day(to)}; };
  EXPECT_TRUE(same_calendar_unit(window("2024-01-01", "2025-01-01"), window("2025-01-01", "2026-01-01")));
  EXPECT_TRUE(same_calendar_unit(window("2025-01-15", "2025-02-15"), window("2025-02-15", "2025-03-15")));
  EXPECT_FALSE(same_calendar_unit(window("2025-01-01", "2025-03-01"), window("2025-03-01", "2025-04-01")));
  EXPECT_FALSE(same_calendar_unit(window("2025-01-01", "2025-01-31"), window("2025-02-01", "2025-03-03")));
}

TEST(Windows, CompareAnOrderFileAsTwoLists) {
  const TransactionTable table = transactions({{.customer = "A", .date = "2024-01-10", .amount = 5},
                                               {.customer = "B", .date = "2024-03-10", .amount = 10},
                                               {.customer = "B", .date = "2024-05-10", .amount = 10},
                                               {.customer = "C", .date = "2024-12-31", .amount = 50},
                                               {.customer = "C", .date = "2025-01-01", .amount = 1},
                                               {.customer = "D", .date = "2025-06-01", .amount = 1}});
  const WindowPair windows = pair_of({day("2024-01-01"), day("2025-01-01")}, {day("2025-01-01"), day("2026-01-01")});
  const ListComparison result = compare_windows(table, windows, {});
  EXPECT_EQ(result.earlier, 3);
  EXPECT_EQ(result.later, 2);
  EXPECT_EQ(result.lost, 2);
  EXPECT_EQ(result.kept, 1);
  EXPECT_EQ(result.new_or_returned, 1);
  EXPECT_FALSE(result.new_) << "nothing is known of the time before";
  EXPECT_THAT(result.lost_customers, ElementsAre(1, 0));
  EXPECT_EQ(result.value_lost, 25);
  EXPECT_EQ(result.value, 75);
  EXPECT_EQ(result.repeated_earlier, 1);
}

TEST(Windows, OrdersFromBeforeTellWhoReturned) {
  const TransactionTable table = transactions({{.customer = "A", .date = "2023-01-10"},
                                               {.customer = "B", .date = "2024-03-10"},
                                               {.customer = "A", .date = "2025-05-10"},
                                               {.customer = "C", .date = "2025-12-31"}});
  const WindowPair windows = pair_of({day("2024-01-01"), day("2025-01-01")}, {day("2025-01-01"), day("2026-01-01")});
  const ListComparison result = compare_windows(table, windows, {});
  EXPECT_EQ(result.returned, 1);
  EXPECT_EQ(result.new_, 1);
}

}  // namespace
}  // namespace kirnu
