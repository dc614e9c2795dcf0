#include <gtest/gtest.h>

#include <string>

#include "support/imported.h"

/// Tables with a row for each customer and month, with each customer's first and last purchase, and with contracts that
/// all have an end.
namespace kirnu {
namespace {

TEST(MonthRows, BecomeOneRowWhileThePriceStays) {
  const ImportedFile file = import(
      "Month,Customer,MRR\n2024-01,Acme,50\n2024-02,Acme,50\n2024-03,Acme,80\n2024-01,Beta,20\n2024-02,Beta,20\n"
      "2024-01,Gamma,10\n2024-03,Gamma,10\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file),
            "Acme 2024-01-01…2024-03-01 50; Acme 2024-03-01… 80; Beta 2024-01-01…2024-03-01 20; Gamma "
            "2024-01-01…2024-02-01 10; Gamma 2024-03-01… 10");
  EXPECT_EQ(write_date({std::get<SubscriptionTable>(file.facts[0].table).known_until}), "2024-03-31");
}

TEST(MonthRows, OfACustomerInAMonthAddUp) {
  const ImportedFile file =
      import("customer,month,mrr\nA,2024-01-01,10\nA,2024-01-01,5\nA,2024-02-01,15\nB,2024-02-01,7\nB,2024-03-01,7\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2024-01-01…2024-03-01 15; B 2024-02-01… 7");
}

TEST(MonthRows, WithoutRevenueAreToldByTheirStatus) {
  const ImportedFile file = import(
      "customer_id,month,status\nA,2024-01,active\nA,2024-02,churned\nA,2024-03,churned\nB,2024-01,active\n"
      "B,2024-02,active\nB,2024-03,active\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2024-01-01…2024-02-01; B 2024-01-01…");
}

TEST(MonthRows, AreOrdersWhereAmountsChange) {
  const ImportedFile file = import(
      "Kunde;Monat;Umsatz\nA;Januar 2024;12\nA;Februar 2024;80\nA;März 2024;7\nB;Januar 2024;55\nB;Februar 2024;3\n"
      "B;März 2024;19\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.facts[0].kind, FactKind::Transactions);
}

TEST(EventRows, OpenAndCloseSubscriptions) {
  const ImportedFile file = import(
      "date,customer,event\n2023-01-05,A,subscribed\n2023-01-09,B,subscribed\n2023-02-01,A,invoice paid\n"
      "2023-03-10,A,cancelled\n2023-05-01,A,resubscribed\n2023-06-01,B,unsubscribed\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2023-01-05…2023-03-10; A 2023-05-01…; B 2023-01-09…2023-06-01");
}

TEST(EventRows, WithAnotherAmountBeginAnotherRow) {
  const ImportedFile file = import(
      "time;Kunde;Ereignis;MRR\n01.01.2023;A;Anmeldung;10\n01.02.2023;A;Upgrade;20\n01.03.2023;A;Kündigung;\n"
      "01.01.2023;B;Anmeldung;10\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2023-01-01…2023-02-01 10; A 2023-02-01…2023-03-01 20; B 2023-01-01… 10");
}

TEST(EventRows, AreOfTheSubscriptionAlone) {
  const ImportedFile file = import(
      "created,customer,type\n2023-01-01,A,customer.subscription.created\n2023-01-01,A,invoice.created\n"
      "2023-02-01,A,customer.source.deleted\n2023-03-01,A,customer.subscription.deleted\n2023-03-01,A,invoice.created\n"
      "2023-03-05,A,subscription payment failed\n2023-01-01,B,customer.subscription.created\n"
      "2023-04-01,B,subscription extended\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2023-01-01…2023-03-01; B 2023-01-01…");
}

TEST(EventRows, ComeInTheOrderOfTheirClock) {
  const ImportedFile file = import(
      "time,customer,event\n2023-02-01 12:00,A,created\n2023-02-01 11:00,A,cancelled\n2023-01-01 09:00,A,created\n"
      "2023-01-01 09:00,B,created\n");
  const auto& table = std::get<SubscriptionTable>(file.facts.at(0).table);
  ASSERT_EQ(table.start.instants.size(), 3U);
  EXPECT_EQ(table.end.instants[0], table.start.instants[1] - 3600);
  EXPECT_EQ(table.end.instants[1], kNoInstant);
}

TEST(MonthRows, EndWithTheLastMonthInWhichAnybodyPays) {
  const ImportedFile file = import(
      "month,customer,mrr\n2024-01,A,10\n2024-02,A,10\n2024-03,A,\n2024-01,B,5\n2024-02,B,\n2024-03,B,\n2024-04,A,0\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2024-01-01… 10; B 2024-01-01… 5");
  EXPECT_EQ(write_date({std::get<SubscriptionTable>(file.facts[0].table).known_until}), "2024-02-29");
}

TEST(EventRows, AreNoStatesOfAList) {
  const ImportedFile file = import(
      "email,signup date,status\na@x.de,2023-01-05,subscribed\nb@x.de,2023-02-05,unsubscribed\nc@x.de,2023-03-05,"
      "subscribed\nd@x.de,2023-03-05,unsubscribed\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.facts[0].kind, FactKind::Lists);
}

TEST(ListsWithDaysOfLeaving, SayWhoLeft) {
  const ImportedFile file = import("Kunde;Kündigungsdatum\nA;\nB;31.03.2023\nC;\n");
  ASSERT_TRUE(file.has_facts());
  const auto& list = std::get<CustomerList>(file.facts[0].table);
  ASSERT_EQ(list.left.size(), 3U);
  EXPECT_EQ(list.left[0], 0);
  EXPECT_EQ(list.left[1], 1);
}

TEST(ListsOfStates, CountEveryWordForHavingLeft) {
  const ImportedFile file = import("Customer,Status\nA,active\nB,cancelled\nC,paused\nD,expired\nE,active\n");
  ASSERT_TRUE(file.has_facts());
  const auto& list = std::get<CustomerList>(file.facts[0].table);
  ASSERT_EQ(list.left.size(), 5U);
  EXPECT_EQ(list.left[1] + list.left[3], 2);
  EXPECT_EQ(list.left[0] + list.left[2] + list.left[4], 0);
}

TEST(Ends, InTheFarFutureAreNone) {
  const ImportedFile file =
      import("Kunde;Beginn;Ende\nA;01.01.2022;31.12.2099\nB;01.02.2022;31.12.2023\nC;15.03.2022;01.01.2199\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2022-01-01…; B 2022-02-01…2023-12-31; C 2022-03-15…");
}

TEST(Prices, OfAYearAreTwelveMonths) {
  const ImportedFile file =
      import("Kunde;Beginn;Ende;Jahresbeitrag\nA;01.01.2022;;120,00\nB;01.02.2022;31.12.2023;60,00\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(spells_of(file), "A 2022-01-01… 10; B 2022-02-01…2023-12-31 5");
}

TEST(Names, AreThoseOfBothColumns) {
  const ImportedFile file = import("Name;Vorname\nMeier;Jana\nMeier;Tim\nLang;Uwe\n");
  ASSERT_TRUE(file.has_facts());
  const auto& list = std::get<CustomerList>(file.facts[0].table);
  ASSERT_EQ(list.customers.size(), 3U);
  EXPECT_EQ(list.customers.text(1), "Tim Meier");
}

TEST(Names, GiveWayToIds) {
  const ImportedFile file = import(
      "Mitgliedsnummer;Vorname;Nachname;Eintritt;Austritt\n7;Jana;Meier;01.02.2020;\n"
      "8;Tim;Meier;01.03.2020;31.12.2021\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.import.columns[1].role, Role::Ignore);
  EXPECT_EQ(std::get<SubscriptionTable>(file.facts[0].table).customers.text(0), "7");
}

TEST(Guests, TellHowFarTheDataReach) {
  const ImportedFile file =
      import("Date,Order,Customer Email,Total\n2023-01-05,1,a@x.de,100\n2024-01-05,3,a@x.de,100\n2024-12-30,4,,20\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(write_date({std::get<TransactionTable>(file.facts[0].table).known_until}), "2024-12-30");
}

TEST(Titles, AboveAListAreNoCustomers) {
  const ImportedFile file = import("Kundenliste 2023\nKunde\nHuber\nMaier\nLang\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(std::get<CustomerList>(file.facts[0].table).customers.size(), 3U);
}

TEST(Colons, SeparateWhereCommasAreOfThousands) {
  const ImportedFile file = import("Customers at start: 1,500\nNew customers: 1,020\nLost customers: 1,250\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(std::get<CountTable>(file.facts[0].table).rows.at(0).totals.start, 1500);
}

TEST(CountedReasons, NeedNoKnownName) {
  const ImportedFile file =
      import("Syy;Vastanneita;%\nLiian kallis;42;35 %\nMuutto;17;14 %\nKilpailija;31;26 %\nMuu;30;25 %\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.import.columns[1].role, Role::Quantity);
}

TEST(CountedReasons, AreSharesWhereTheseStandAlone) {
  for (const char* table : {"Grund;Anteil\nZu teuer;42 %\nUmzug;17 %\nWettbewerber;41 %\n",
                            "Grund;Prozent\nZu teuer;42\nUmzug;17\nWettbewerber;41\n",
                            "Syy;2023;2024\nKallis;0,5;0,42\nMuutto;0,2;0,17\nKilpailija;0,3;0,41\n"}) {
    const ImportedFile file = import(table);
    ASSERT_TRUE(file.has_facts()) << table;
    const auto& reasons = std::get<ReasonTable>(file.facts[0].table);
    EXPECT_TRUE(reasons.shares) << table;
    EXPECT_EQ(reasons.customers[1], 170'000) << table;
    EXPECT_TRUE(has_issue(file, IssueCode::SharesAlone)) << table;
  }
  EXPECT_FALSE(has_issue(import("Grund;Anzahl\nZu teuer;42\nUmzug;17\nWettbewerber;41\n"), IssueCode::SharesAlone));
}

TEST(PurchaseSummary, IsSpreadFromTheFirstToTheLast) {
  const ImportedFile file = import(
      "Kunde;Erster Kauf;Letzter Kauf;Käufe;Umsatz\nAnna;01.01.2023;11.01.2023;3;90,00\n"
      "Bernd;05.02.2023;05.02.2023;1;20,00\nClara;;;0;\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(orders_of(file), "2023-01-01 Anna 30; 2023-01-06 Anna 30; 2023-01-11 Anna 30; 2023-02-05 Bernd 20");
  EXPECT_TRUE(has_issue(file, IssueCode::PurchasesSpread));
}

TEST(PurchaseSummary, WithoutNumbersHasTwoPurchases) {
  const ImportedFile file =
      import("customer,first order date,last order date\nA,2023-01-01,2023-03-01\nB,2023-02-01,2023-02-01\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(orders_of(file), "2023-01-01 A –; 2023-03-01 A –; 2023-02-01 B –");
}

TEST(PurchaseSummary, RefusesALastPurchaseBeforeTheFirst) {
  const ImportedFile file = import(
      "customer,first order date,last order date,orders\nA,2023-05-01,2023-03-01,2\n"
      "C,2023-02-01,2023-02-01,1\n");
  EXPECT_EQ(orders_of(file), "2023-02-01 C –");
  EXPECT_EQ(file.import.rejected, 1);
}

TEST(PlannedEnds, AreNoneOfContractsThatRun) {
  const ImportedFile file = import(
      "Kundennummer;Vertragsbeginn;Vertragsende;Status\n1;01.01.2022;31.12.2023;aktiv\n2;01.03.2022;28.02.2023;"
      "gekündigt\n"
      "3;01.05.2022;30.04.2024;aktiv\n");
  ASSERT_TRUE(file.has_facts());
  const auto& table = std::get<SubscriptionTable>(file.facts[0].table);
  EXPECT_EQ(table.end.days[0], kNoDay);
  EXPECT_NE(table.end.days[1], kNoDay);
  EXPECT_TRUE(has_issue(file, IssueCode::EndsOfRunning));
}

TEST(PlannedEnds, AreNoneOfContractsThatNobodyCancelled) {
  const std::string head = "Kundennummer;Vertragsbeginn;Vertragsende;Gekündigt am\n";
  const ImportedFile future =
      import(head + "1;01.01.2022;31.12.2025;\n2;01.03.2022;28.02.2023;15.01.2023\n3;01.05.2022;30.04.2026;\n");
  EXPECT_EQ(std::get<SubscriptionTable>(future.facts.at(0).table).end.days[2], kNoDay);
  const ImportedFile past =
      import(head + "1;01.01.2022;31.12.2022;\n2;01.03.2022;28.02.2023;15.01.2023\n3;01.05.2022;30.01.2023;\n");
  EXPECT_NE(std::get<SubscriptionTable>(past.facts.at(0).table).end.days[2], kNoDay);
}

TEST(PlannedEnds, GiveWayToAColumnOfThoseWhoLeft) {
  const ImportedFile file = import(
      "Kundennummer;Vertragsbeginn;Vertragsende;Kündigung zum\n1;01.01.2022;31.12.2024;\n2;01.03.2022;28.02.2025;"
      "28.02.2025\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.import.columns[2].role, Role::Ignore);
  EXPECT_EQ(file.import.columns[3].role, Role::End);
}

TEST(PlannedEnds, AreThoseOfACustomersLatestContract) {
  const ImportedFile file = import(
      "Kundennummer;Vertragsbeginn;Vertragsende;Status\n1;01.01.2021;31.12.2021;aktiv\n1;01.01.2022;31.12.2023;aktiv\n"
      "2;01.03.2022;28.02.2023;gekündigt\n");
  const auto& table = std::get<SubscriptionTable>(file.facts.at(0).table);
  EXPECT_NE(table.end.days[0], kNoDay);
  EXPECT_EQ(table.end.days[1], kNoDay);
}

TEST(PlannedEnds, AreCertainOfContractsThatDoNotRenew) {
  const ImportedFile file =
      import("customer_id,start,end,status\n1,2022-01-01,2023-12-31,active\n2,2022-03-01,2023-02-28,non_renewing\n");
  const auto& table = std::get<SubscriptionTable>(file.facts.at(0).table);
  EXPECT_EQ(table.end.days[0], kNoDay);
  EXPECT_NE(table.end.days[1], kNoDay);
}

TEST(PlannedEnds, AreNoneOfContractsThatNobodyMarked) {
  const std::string dates[] = {"01.01.2022;31.12.2023", "01.03.2022;28.02.2023", "01.05.2022;30.04.2024"};
  struct Row {
    const char* name;
    const char* marks[3];
  };
  const Row rows[] = {{"Gekündigt", {"nein", "ja", "nein"}},
                      {"Kündigung (ja/nein)", {"Nein", "Ja", "Nein"}},
                      {"Gekündigt", {"", "x", ""}},
                      {"cancelled", {"0", "1", "0"}},
                      {"Irtisanottu", {"ei", "kyllä", "ei"}},
                      {"Aktiv", {"ja", "nein", "ja"}},
                      {"Aktiivinen", {"kyllä", "ei", "kyllä"}}};
  for (const Row& row : rows) {
    std::string text = "Kundennummer;Vertragsbeginn;Vertragsende;" + std::string(row.name) + "\n";
    for (std::size_t i = 0; i < 3; ++i) text += std::to_string(i) + ";" + dates[i] + ";" + row.marks[i] + "\n";
    const ImportedFile file = import(text);
    ASSERT_TRUE(file.has_facts()) << row.name;
    const auto& table = std::get<SubscriptionTable>(file.facts[0].table);
    EXPECT_EQ(table.end.days[0], kNoDay) << row.name;
    EXPECT_NE(table.end.days[1], kNoDay) << row.name;
    EXPECT_EQ(table.end.days[2], kNoDay) << row.name;
  }
}

TEST(PlannedEnds, AreEndsWhereSomeRowsHaveNone) {
  const ImportedFile file = import(
      "Kundennummer;Vertragsbeginn;Vertragsende;Gekündigt\n1;01.01.2022;;nein\n2;01.03.2022;28.02.2023;ja\n"
      "3;01.05.2022;30.04.2023;nein\n");
  const auto& table = std::get<SubscriptionTable>(file.facts.at(0).table);
  EXPECT_NE(table.end.days[2], kNoDay);
  EXPECT_TRUE(has_issue(file, IssueCode::ColumnUnfit));
}

TEST(PlannedEnds, OfNothingButActiveContractsAreNone) {
  const std::string rows = "1;01.01.2022;31.12.2023;S\n2;01.03.2022;28.02.2023;S\n";
  const auto read = [&](const std::string& status) {
    std::string text = "Kundennummer;Vertragsbeginn;Vertragsende;Status\n" + rows;
    for (std::size_t at = text.find(";S\n"); at != std::string::npos; at = text.find(";S\n"))
      text.replace(at, 3, ";" + status + "\n");
    return import(text);
  };
  const ImportedFile active = read("aktiv"), paid = read("paid");
  EXPECT_EQ(std::get<SubscriptionTable>(active.facts.at(0).table).end.days[0], kNoDay);
  EXPECT_TRUE(has_issue(active, IssueCode::NobodyLeft));
  EXPECT_NE(std::get<SubscriptionTable>(paid.facts.at(0).table).end.days[0], kNoDay);
}

}  // namespace
}  // namespace kirnu
