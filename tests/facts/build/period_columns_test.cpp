#include "facts/plan/period_columns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/imported.h"

namespace kirnu {
namespace {

TEST(PeriodNames, AreTheWholeNameOrAPartOfIt) {
  struct Row {
    const char* name;
    const char* first;
    const char* last;
    const char* measure;
  };
  for (const Row& row :
       {Row{"2023", "2023-01-01", "2023-12-31", ""}, Row{"Umsatz 2023", "2023-01-01", "2023-12-31", "umsatz"},
        Row{"2024_orders", "2024-01-01", "2024-12-31", "orders"},
        Row{"Revenue (Q1 2024)", "2024-01-01", "2024-03-31", "revenu"},
        Row{"Sales 2023 EUR", "2023-01-01", "2023-12-31", "saleseur"}, Row{"Jan 25", "2025-01-01", "2025-01-31", ""},
        Row{"2024-02", "2024-02-01", "2024-02-29", ""},
        Row{"Myynti tammikuu 2025", "2025-01-01", "2025-01-31", "myynti"}}) {
    SCOPED_TRACE(row.name);
    const std::optional<PeriodName> period = read_period_name(row.name);
    ASSERT_TRUE(period);
    EXPECT_EQ(write_date({period->first}), row.first);
    EXPECT_EQ(write_date({period->last}), row.last);
    EXPECT_EQ(period->measure, row.measure);
  }
  for (const char* name : {"Umsatz", "Kunde", "Umsatz 12", "", "Straße 2a"})
    EXPECT_FALSE(read_period_name(name)) << name;
}

TEST(PeriodTables, TellWhatWasBoughtInEachPeriod) {
  const ImportedFile file = import("Kunde;2024;2023\nA;5,50;10,00\nB;;7,00\nC;0;0\n");
  EXPECT_EQ(orders_of(file), "2023-01-01 A 10; 2024-01-01 A 5; 2023-01-01 B 7");
  const auto& table = std::get<TransactionTable>(file.facts.at(0).table);
  EXPECT_EQ(table.periods, PeriodUnit::Year);
  EXPECT_EQ(write_date({table.known_until}), "2024-12-31");
  EXPECT_EQ(file.import.accepted, 3);
}

TEST(PeriodTables, NumbersOfOrdersShareTheAmount) {
  const ImportedFile file =
      import("Kunde;Umsatz 2023;Umsatz 2024;Bestellungen 2023;Bestellungen 2024\nA;100;0;3;0\nB;0;40;0;1\n");
  EXPECT_EQ(orders_of(file), "2023-01-01 A 33; 2023-01-01 A 33; 2023-01-01 A 33; 2024-01-01 B 40");
  const auto& amounts = std::get<TransactionTable>(file.facts.at(0).table).amount;
  EXPECT_EQ(amounts[0] + amounts[1] + amounts[2], 1'000'000);  // nothing is lost
}

TEST(PeriodTables, MarksAreOneOrder) {
  EXPECT_EQ(orders_of(import("Asiakas;2023;2024\nKorhonen;x;x\nLaine;x;\nNieminen;-;x\n")),
            "2023-01-01 Korhonen –; 2024-01-01 Korhonen –; 2023-01-01 Laine –; 2024-01-01 Nieminen –");
}

TEST(PeriodTables, WhatIsPaidAgainAndAgainAreSubscriptions) {
  const std::string table = "Firm,2024-01,2024-02,2024-03,2024-05\nA,10,10,20,20\nB,5,5,0,5\n";
  const ImportedFile file = import(table);
  EXPECT_EQ(spells_of(file),
            "A 2024-01-01…2024-03-01 10; A 2024-03-01…2024-04-01 20; A 2024-05-01… 20; B 2024-01-01…2024-03-01 5; B "
            "2024-05-01… 5");
  EXPECT_EQ(write_date({std::get<SubscriptionTable>(file.facts.at(0).table).known_until}), "2024-05-31");
  EXPECT_EQ(orders_of(import(table, {.kind = FactKind::Transactions})).substr(0, 15), "2024-01-01 A 10");
}

TEST(PeriodTables, SegmentsGoWithEachOrder) {
  const ImportedFile file = import("Kunde;Land;Umsatz 2023;Umsatz 2024\nA;DE;1;2\nB;FI;3;\nC;DE;;4\n");
  const auto& table = std::get<TransactionTable>(file.facts.at(0).table);
  ASSERT_EQ(table.segments.size(), 1U);
  std::string lands;
  for (std::size_t i = 0; i < table.segments[0].codes.size(); ++i)
    lands += table.segments[0].words.text(table.segments[0].codes[i]);
  EXPECT_EQ(lands, "DEDEFIDE");
}

TEST(PeriodTables, RejectWhatIsNoNumberOfOrders) {
  const ImportChoice orders{.roles = {{"2023", Role::Units}, {"2024", Role::Units}}};
  const ImportedFile file = import("Kunde;2023;2024\nA;3;2\nB;-1;2\nC;1,5;2\nD;20000;2\n", orders);
  EXPECT_EQ(file.import.accepted, 1);
  ASSERT_EQ(file.rejected.size(), 3U);
  EXPECT_EQ(file.rejected[0].code, IssueCode::CountNegative);
  EXPECT_EQ(file.rejected[1].code, IssueCode::CountFractional);
  EXPECT_EQ(file.rejected[2].code, IssueCode::NumberTooLarge);
}

TEST(PeriodTables, TakeNoMoreOrdersThanMemoryMayHave) {
  std::string text = "Kunde";
  for (int month = 1; month <= 12; ++month) text += ";Bestellungen 2024-" + std::to_string(100 + month).substr(1);
  text += "\n";
  for (int customer = 1; customer <= 400; ++customer) {
    text += "K" + std::to_string(customer);
    for (int month = 1; month <= 12; ++month) text += ";9999";
    text += "\n";
  }
  const ImportedFile file = import(text);
  EXPECT_EQ(file.import.accepted + file.import.rejected, 400);
  EXPECT_EQ(file.import.accepted, 166) << "20,000,000 orders are those of 166 customers";
}

TEST(PeriodTables, AreNotMadeOfOnePeriodOrOfCohorts) {
  for (const char* table :
       {"Kunde;Umsatz 2024\nA;1\nB;2\n", "Cohort,2024-01,2024-02,2024-03\n2024-01,10,8,7\n2024-02,,9,8\n",
        "Kunde;Umsatz 2024;Kosten 2024\nA;1;2\nB;2;1\n"}) {
    const ImportedFile file = import(table);
    ASSERT_FALSE(file.facts.empty()) << table;
    EXPECT_NE(file.facts[0].kind, FactKind::Transactions) << table;
  }
}

}  // namespace
}  // namespace kirnu
