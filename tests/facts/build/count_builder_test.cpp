#include "facts/build/count_builder.h"

#include <gtest/gtest.h>

#include <map>

#include "facts/build/importer.h"

namespace kirnu {
namespace {

ImportChoice as_counts(std::map<std::string, Role> roles = {}) {
  return {.kind = FactKind::Counts, .roles = std::move(roles)};
}

/// The table with all that is said of it; only the latter of a file that is none.
CountTable table_of(const ImportedFile& file) {
  CountTable table = file.facts.empty() ? CountTable() : std::get<CountTable>(file.facts[0].table);
  table.issues = file.issues;
  table.rejected = file.rejected;
  return table;
}

CountTable read(std::string_view bytes, std::map<std::string, Role> roles = {}) {
  Importer importer(as_counts(std::move(roles)));
  importer.feed(bytes);
  return table_of(importer.finish());
}

TEST(CountBuilder, TakesSixDigitsForMonthsWhereTheyFollow) {
  const CountTable table = read("Kk;Anfang;Abgang\n202411;100;5\n202412;98;4\n202501;97;4\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Month);
  EXPECT_EQ(table.rows[2].span->start, "2025-01-01");
}

TEST(CountBuilder, MakesMonthsOfYearlyRevenue) {
  const CountTable table = read("Month,ARR start,New ARR,Churned ARR,ARR end\n2025-01,120000,12000,6000,126000\n");
  ASSERT_EQ(table.rows.size(), 1U);
  ASSERT_TRUE(table.rows[0].mrr);
  EXPECT_EQ(table.rows[0].mrr->start, 10000);
  EXPECT_EQ(table.rows[0].mrr->churned, 500);
  EXPECT_EQ(table.import.columns[1].style, "yearly");
  EXPECT_EQ(table.import.columns[0].style, "");
}

TEST(CountBuilder, FindsPeriodsUnderAnyName) {
  const CountTable table = read("KW;Anfang;Abgang\nKW 12/2025;100;5\nKW 13/2025;98;4\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].label, "KW 13/2025");
  EXPECT_EQ(table.unit, PeriodUnit::Week);
}

TEST(CountBuilder, SaysWhatItCannotTell) {
  EXPECT_EQ(read("a\tb\tc\n1\t2\t3\n4\t5\t6\n").issues.back().code, IssueCode::ColumnsUnknown);
  EXPECT_EQ(read("").issues.back().code, IssueCode::FileEmpty);
  EXPECT_EQ(read("start;lost\n").issues.back().code, IssueCode::TableEmpty);
}

TEST(CountBuilder, NeverGuessesAgainstTheNames) {
  struct Row {
    const char* table;
    IssueCode code;
  };
  const Row rows[] = {{"Month\tStart\tEnd\n2025-01\t1500\t1480\n2025-02\t1480\t1470\n", IssueCode::NewNeeded},
                      {"Month\tNew\tLost\n2025-01\t30\t20\n2025-02\t40\t25\n", IssueCode::ColumnsUnknown},
                      {"Item\tQty\tSold\na\t100\t20\nb\t200\t30\n", IssueCode::ColumnsUnknown}};
  for (const Row& row : rows) {
    const CountTable table = read(row.table);
    EXPECT_TRUE(table.rows.empty()) << row.table;
    ASSERT_FALSE(table.issues.empty()) << row.table;
    EXPECT_EQ(table.issues.back().code, row.code) << row.table;
    EXPECT_NE(table.issues.back().severity, Severity::Warning) << row.table;
  }
}

TEST(CountBuilder, ReadsMovementsOfRevenue) {
  const CountTable table = read(
      "Month;Opening MRR;New;Expansion;Contraction;Churned;Closing MRR\n"
      "2025-01;$1,000.50;100;50;-20;-30;$1,100.50\n2025-02;;100;50;20;30;1200.5\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].known, CountsKnown::Nothing);
  ASSERT_TRUE(table.rows[0].mrr && table.rows[1].mrr);
  EXPECT_EQ(table.rows[0].mrr->churned, 30);
  EXPECT_EQ(table.rows[0].mrr->start, 1000.5);
  EXPECT_EQ(table.rows[1].mrr->start, 1100.5) << "what the end and the movements leave";
}

TEST(CountBuilder, ReadsRatesAsSharesOrPercent) {
  struct Row {
    const char* table;
    double rate;
  };
  const Row rows[] = {{"Monat;Abwanderungsrate\n2025-01;3,2 %\n", 0.032},
                      {"Month,Churn rate\n2025-01,0.032\n", 0.032},
                      {"Month,Churn rate\n2025-01,3.2\n", 0.032},
                      {"Month,Churn %\n2025-01,0.8\n", 0.008},
                      {"Month,Retention rate\n2025-01,96.8\n", 0.032}};
  for (const Row& row : rows) {
    const CountTable table = read(row.table);
    ASSERT_EQ(table.rows.size(), 1U) << row.table;
    EXPECT_EQ(table.rows[0].known, CountsKnown::Rate) << row.table;
    EXPECT_NEAR(table.rows[0].totals.lost, row.rate, 1e-12) << row.table;
  }
  EXPECT_EQ(read("Month,Churn rate\n2025-01,-3%\n").rejected.size(), 1U);
}

TEST(CountBuilder, ConnectsTheEndsOfMonthsThatFollow) {
  const CountTable table = read("Month;Customers\n2025-03;1510\n2025-01;1500\n2025-02;1480\n2025-06;1600\n");
  ASSERT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(table.rows[0].known, CountsKnown::End);
  EXPECT_EQ(table.rows[2].known, CountsKnown::Ends);
  EXPECT_EQ(table.rows[2].totals.start, 1480);
  EXPECT_EQ(table.rows[3].known, CountsKnown::End) << "April and May are missing";
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::NewNeeded);
  EXPECT_EQ(table.issues[0].severity, Severity::Warning);
}

TEST(CountBuilder, ReadsCountsThatLookLikeYears) {
  const CountTable table = read("2025-01\t2000\t24\t20\t2004\n2025-02\t2004\t25\t20\t2009\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].totals.start, 2000);
  EXPECT_EQ(table.rows[1].totals.lost, 20);
  const CountTable years = read("2021\t400\t20\n2022\t410\t30\n2023\t420\t10\n");
  ASSERT_EQ(years.rows.size(), 3U);
  EXPECT_EQ(years.rows[0].label, "2021");
  EXPECT_EQ(years.rows[0].totals.lost, 20);
  EXPECT_EQ(years.unit, PeriodUnit::Year);
}

TEST(CountBuilder, LetsAPersonsChoiceWin) {
  const CountTable table = read("M;Start;Lost;Gone\n2025-01;100;5;7\n", {{"Gone", Role::Churned}});
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].totals.lost, 7);
}

TEST(CountBuilder, ReadsMonthEndsAndPutsRowsInTheOrderOfTime) {
  const CountTable table = read("Monat;Beginn;Verloren\n31.03.2025;100;3\n31.01.2025;100;1\n28.02.2025;100;2\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Month);
  EXPECT_EQ(table.rows[0].totals.lost, 1);
  EXPECT_EQ(table.rows[2].totals.lost, 3);
  const CountTable bare = read("Monat;Beginn;Verloren\nDez;100;3\nNov;100;2\nOkt;100;1\n");
  EXPECT_EQ(bare.rows[0].label, "Okt");
}

TEST(CountBuilder, PutsTheOldestPeriodFirst) {
  const CountTable table = read("month;start;lost\n2025-03;100;3\n2025-02;100;2\n2025-01;100;1\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows.front().label, "2025-01");
  EXPECT_EQ(table.unit, PeriodUnit::Month);
}

TEST(CountBuilder, RejectsARowAndGoesOn) {
  const CountTable table = read("month;start;lost\n2025-01;100;3\n2025-02;100;viele\n2025-03;100;200\n2025-04;100;4\n");
  EXPECT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.import.rejected, 2);
  ASSERT_EQ(table.rejected.size(), 2U);
  EXPECT_EQ(table.rejected[0].code, IssueCode::NumberUnreadable);
  EXPECT_EQ(table.rejected[0].line, 3);
  EXPECT_EQ(table.rejected[0].column, "lost");
  EXPECT_EQ(table.rejected[1].code, IssueCode::LostOverStart);
  EXPECT_EQ(table.rejected[1].raw, "2025-03;100;200");
}

TEST(CountBuilder, AddsUp) {
  const CountTable table = read("sep=;\nmonth;start;lost\n2025-01;100;3\n\n2025-02;x;y\nSumme;200;3\n");
  EXPECT_EQ(table.import.accepted + table.import.rejected + table.import.blank + table.import.skipped,
            table.import.rows);
}

TEST(CountBuilder, AnswersTheSameForAnySplit) {
  const std::string bytes =
      "Monat;Kunden zu Beginn;Neu;Verloren;Ende\r\n\"Jan 2025\";1.500;20;30;1.490\r\nFeb 2025;1.490;15;23;1.482\r\n";
  const CountTable whole = read(bytes);
  ASSERT_EQ(whole.rows.size(), 2U);
  for (std::size_t split = 0; split <= bytes.size(); ++split) {
    Importer importer(as_counts());
    importer.feed(std::string_view(bytes).substr(0, split));
    importer.feed(std::string_view(bytes).substr(split));
    const CountTable table = table_of(importer.finish());
    ASSERT_EQ(table.rows.size(), 2U) << split;
    EXPECT_EQ(table.rows[1].totals.lost, 23) << split;
    EXPECT_EQ(table.rows[0].label, "Jan 2025") << split;
  }
}

TEST(CountBuilder, WarnsAboutAPeriodInTwoRows) {
  const CountTable table = read("month,start,lost\n2025-01,100,5\n2025-02,95,4\n2025-01,100,6\n");
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::PeriodRepeated);
  EXPECT_EQ(table.issues[0].severity, Severity::Warning);
  EXPECT_EQ(table.issues[0].row, 3);
  EXPECT_EQ(table.rows.size(), 3U);
}

TEST(CountBuilder, AddsUpThePartsOfPeriods) {
  const CountTable table = read(
      "month,plan,start,lost\n2025-01,A,100,5\n2025-01,B,50,4\n2025-01,C,20,1\n2025-02,A,95,6\n2025-02,B,46,2\n"
      "2025-02,C,19,1\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].totals.start, 170);
  EXPECT_EQ(table.rows[1].totals.lost, 9);
  EXPECT_EQ(table.import.accepted, 6);
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::PartsAdded);
}

TEST(CountBuilder, AddsNoTotalToItsParts) {
  const CountTable table = read(
      "month,plan,start,lost\n2025-01,A,100,5\n2025-01,B,50,4\n2025-01,All,150,9\n2025-02,A,95,6\n2025-02,B,46,2\n"
      "2025-02,All,141,8\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].totals.lost, 8);
}

TEST(CountBuilder, AddsNoVersionsOfAPeriod) {
  const CountTable table = read(
      "month,start,lost,comment\n2025-01,100,5,first version\n2025-01,100,6,corrected\n2025-02,95,6,new\n"
      "2025-02,95,4,checked\n");
  EXPECT_TRUE(table.rows.empty()) << "one of the two counts, and nobody knows which";
  EXPECT_EQ(table.issues.at(0).code, IssueCode::PeriodRepeated);
  EXPECT_EQ(table.issues.at(0).severity, Severity::Error);
}

TEST(CountBuilder, TakesNoUnevenPartsForPeriods) {
  const CountTable table =
      read("month,plan,start,lost\n2025-01,A,100,5\n2025-01,B,50,4\n2025-01,C,20,1\n2025-02,A,95,6\n2025-02,B,46,2\n");
  EXPECT_TRUE(table.rows.empty());
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::PeriodRepeated);
  EXPECT_EQ(table.issues[0].severity, Severity::Error);
}

TEST(CountBuilder, SkipsPeriodsToComeAndEmptyTotals) {
  const CountTable table = read("month,start,new,lost\nJan,100,7,5\nFeb,102,3,4\nMar,,,\nSum,,,\n");
  EXPECT_EQ(table.rows.size(), 2U);
  EXPECT_TRUE(table.issues.empty());
  EXPECT_EQ(table.import.skipped, 2);
  EXPECT_EQ(table.import.rejected, 0);
}

TEST(CountBuilder, LeavesOutSumsAndMeansAmongPeriods) {
  for (const char* label : {"2024 gesamt", "Ø", "Summe 2024", "YTD", "2024", "Q1 2024", "Ziel"}) {
    const CountTable table =
        read("Monat;Anfang;Neu;Verloren\nJan 2024;310;12;5\nFeb 2024;317;8;9\n" + std::string(label) + ";310;20;14\n");
    ASSERT_EQ(table.rows.size(), 2U) << label;
    EXPECT_EQ(table.rows[1].totals.lost, 9) << label;
    EXPECT_EQ(table.issues.at(0).code, IssueCode::TotalRowSkipped) << label;
  }
}

TEST(CountBuilder, TakesPlansBesideActualRowsForNone) {
  const CountTable table = read("Monat;Anfang;Verloren\nJan 2024 (Ist);310;5\nFeb 2024 (Plan);317;9\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.unit, PeriodUnit::Month);
  EXPECT_EQ(table.issues.at(0).code, IssueCode::TotalRowSkipped);
  EXPECT_EQ(read("Monat;Anfang;Verloren\nJan 2024 (Plan);310;5\nFeb 2024 (Plan);317;9\n").rows.size(), 2U);
}

TEST(CountBuilder, LeavesOutRowsThatAColumnMarksAsPlanned) {
  for (const char* bytes :
       {"Monat;Anfang;Verloren;Status\nJan 2024;100;5;Ist\nFeb 2024;105;7;Ist\nMrz 2024;103;3;Plan\n",
        "Monat;Anfang;Verloren;Notiz\nJan 2024;100;5;\nFeb 2024;105;7;\nMrz 2024;103;3;Prognose\n",
        "Month,Scenario,Start,Lost\nJan 2024,Budget,90,3\nJan 2024,Actual,100,5\nFeb 2024,Budget,95,4\n"
        "Feb 2024,Actual,105,7\n",
        "Month,Scenario,Start,Lost\nJan 2024,Actual,100,5\nJan 2024,Prior year,80,2\nFeb 2024,Actual,105,7\n"
        "Feb 2024,Prior year,85,1\n"}) {
    const CountTable table = read(bytes);
    ASSERT_EQ(table.rows.size(), 2U) << bytes;
    EXPECT_EQ(table.rows[1].totals.start, 105) << bytes;
    EXPECT_EQ(table.rows[1].totals.lost, 7) << bytes;
    EXPECT_EQ(table.issues.back().code, IssueCode::TotalRowSkipped) << bytes;
  }
}

TEST(CountBuilder, AddsPlansThatCustomersHave) {
  for (const char* bytes : {"Month,Plan,Start,Lost\nJan 2024,Basic plan,90,3\nJan 2024,Pro plan,100,5\n",
                            "Month,Tariff,Start,Lost\nJan 2024,Budget,90,3\nJan 2024,Premium,100,5\n"})
    EXPECT_EQ(read(bytes).rows.at(0).totals.start, 190) << bytes;
  EXPECT_EQ(read("Monat;Art;Anfang;Verloren\nJan 2024;Plan;90;3\n").rows.at(0).totals.start, 90);
}

TEST(CountBuilder, ReadsProvisionalPeriodsAndYearsOfClubs) {
  EXPECT_EQ(read("Monat;Anfang;Verloren\nJan 2024;100;5\nFeb 2024;104;6\nMrz 2024 (vorl.);105;7\n").rows.size(), 3U);
  for (const char* name : {"GJ", "WJ", "FY", "Saison", "Season", "Kausi"}) {
    const CountTable table = read(std::string(name) + ";Anfang;Verloren\n23/24;100;5\n24/25;105;7\n");
    ASSERT_EQ(table.rows.size(), 2U) << name;
    EXPECT_EQ(table.rows[1].totals.lost, 7) << name;
    EXPECT_TRUE(table.groups.empty()) << name;
  }
}

TEST(CountBuilder, TellsHalfYearsFromQuartersByTheirNameAlone) {
  const std::string rows = "I/2023;310;5\nII/2023;317;9\nI/2024;300;8\nII/2024;290;7\n";
  EXPECT_EQ(read("Halbjahr;Anfang;Verloren\n" + rows).unit, PeriodUnit::HalfYear);
  EXPECT_EQ(read("Quartal;Anfang;Verloren\n" + rows).unit, PeriodUnit::Quarter);
  EXPECT_FALSE(read("Zeitraum;Anfang;Verloren\n" + rows).unit);
  EXPECT_EQ(read("Zeitraum;Anfang;Verloren\n" + rows + "III/2024;280;9\n").unit, PeriodUnit::Quarter);
  const CountTable months = read("Zeitraum;Anfang;Verloren\n" + rows + "III/2024;280;9\nV/2024;281;9\n");
  EXPECT_FALSE(months.unit);
  EXPECT_EQ(months.rows.size(), 6U);
  EXPECT_FALSE(read("Monat;Anfang;Verloren\n" + rows + "III/2024;280;9\n").unit);
}

TEST(CountBuilder, KeepsRowsThatOnlyLookLikeAnotherPeriod) {
  const CountTable table = read("Jahr;Anfang;Verloren\n12/13;310;5\n13/14;317;9\n14/15;300;8\n15/16;290;7\n");
  EXPECT_EQ(table.rows.size(), 4U);
  EXPECT_FALSE(table.unit);
}

TEST(CountBuilder, PutsYearsOfAFirmInTheOrderOfTime) {
  const CountTable table = read("Jahr;Anfang;Verloren\n2023/24;300;8\n2022/23;310;5\n2021/22;317;9\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0].label, "2021/22");
}

TEST(CountBuilder, TellsCustomersAtTheEndUnderAnyNameOfPeriods) {
  const CountTable table = read(
      "Kennzahl;Kunden;Neue Kunden;Verlorene Kunden\nEnde 2022;200;20;10\nEnde 2023;210;18;8\nEnde 2024;215;17;12\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Year);
  EXPECT_EQ(table.rows[2].totals.start, 210);
}

TEST(CountBuilder, TellsTheLostByWhoWasKept) {
  const CountTable table =
      read("Monat;Kunden Anfang;Geblieben;Kunden Ende\nJan 2024;200;190;210\nFeb 2024;210;220;230\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].totals.lost, 10);
  EXPECT_EQ(table.rows[0].totals.new_kept, 20);
  ASSERT_EQ(table.rejected.size(), 1U);
  EXPECT_EQ(table.rejected[0].code, IssueCode::KeptOverStart);
}

TEST(CountBuilder, TakesNoSharesOrCohortsForWhoWasKept) {
  EXPECT_TRUE(read("Monat;Kunden Anfang;Geblieben\nJan 2024;200;95\nFeb 2024;210;96\n").rows.empty());
  EXPECT_TRUE(read("Monat;Kunden Anfang;Geblieben\nJan 2024;200;190\nFeb 2024;200;180\n").rows.empty());
  EXPECT_TRUE(read("Kohorte;Kunden Anfang;Geblieben\nJan 2024;200;190\nFeb 2024;210;180\n").rows.empty());
  const CountTable shares = read("Monat;Kunden Anfang;Geblieben\nJan 2024;200;95,5\nFeb 2024;210;96,0\n");
  ASSERT_EQ(shares.rows.size(), 2U);
  EXPECT_EQ(shares.rows[0].known, CountsKnown::Rate);
}

TEST(CountBuilder, ReadsNoRateOffOneCellOfPercent) {
  const CountTable table =
      read("Monat;Anfang;Neu;Verloren\nJan 2024;310;12;5\nFeb 2024;317;8;9\nVeränderung;2 %;-33 %;80 %\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].totals.lost, 9);
}

TEST(CountBuilder, TellsQuartersAndYearsByTheirStep) {
  const CountTable quarters =
      read("Quartal;Anfang;Neu;Verloren\n31.03.2024;310;12;5\n30.06.2024;317;8;9\n30.09.2024;316;20;7\n");
  ASSERT_EQ(quarters.rows.size(), 3U);
  EXPECT_EQ(quarters.unit, PeriodUnit::Quarter);
  EXPECT_EQ(quarters.rows[1].span->start, "2024-04-01");
  const CountTable years = read("Jahr;Anfang;Verloren\n2022-01-01;310;12\n2023-01-01;317;8\n");
  EXPECT_EQ(years.unit, PeriodUnit::Year);
  EXPECT_EQ(years.rows.at(1).span->end, "2024-01-01");
}

TEST(CountBuilder, ReadsAYearAndAMonthTogether) {
  const CountTable words =
      read("Jahr;Monat;Anfang;Neu;Verloren\n2024;Jan;100;5;3\n2024;Feb;102;4;2\n2024;Mär;104;6;5\n");
  ASSERT_EQ(words.rows.size(), 3U);
  EXPECT_EQ(words.unit, PeriodUnit::Month);
  EXPECT_EQ(words.rows[2].span->start, "2024-03-01");
  const CountTable numbers = read("year,month,start,lost\n2023,11,100,5\n2023,12,98,3\n2024,1,97,3\n");
  EXPECT_EQ(numbers.rows.at(2).span->start, "2024-01-01");
}

TEST(CountBuilder, TakesLossesWithAMinusAndSkipsMonthsOfZeros) {
  const CountTable table = read("month,start,new,lost\nJan,100,7,-5\nFeb,102,3,-4\nMar,0,0,0\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].totals.lost, 4);
}

TEST(CountBuilder, ReadsDaysAndWeeksAsPeriods) {
  const CountTable days = read(
      "Datum;Abonnenten;Anmeldungen;Abmeldungen\n31.01.2024;100;5;3\n01.02.2024;102;1;2\n"
      "02.02.2024;101;0;0\n");
  ASSERT_EQ(days.rows.size(), 3U);
  EXPECT_EQ(days.unit, PeriodUnit::Day);
  EXPECT_EQ(days.rows[1].span->start, "2024-02-01");
  const CountTable weeks = read("Week,start,lost\n2024-01-01,100,5\n2024-01-08,98,3\n2024-01-15,97,3\n");
  EXPECT_EQ(weeks.unit, PeriodUnit::Week);
}

TEST(CountBuilder, TellsByAdditionWhenCustomersWereThere) {
  const CountTable at_end =
      read("month,New,Cancelled,Active subscriptions\n2025-01,5,2,103\n2025-02,4,3,104\n2025-03,1,2,103\n");
  EXPECT_EQ(at_end.rows.at(0).totals.start, 100);
  const CountTable at_start =
      read("month,New,Cancelled,Active subscriptions\n2025-01,5,2,100\n2025-02,4,3,103\n2025-03,1,2,104\n");
  EXPECT_EQ(at_start.rows.at(0).totals.start, 100);
  EXPECT_EQ(at_start.rows.at(2).totals.end, 103);
}

TEST(CountBuilder, TakesThePeriodFromTheNames) {
  const CountTable table = read("Kunden am 01.01.2023;Kunden am 31.12.2023;davon neu\n1.500;1.550;300\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.unit, PeriodUnit::Year);
  EXPECT_EQ(table.rows[0].totals.lost, 250);
  EXPECT_EQ(table.rows[0].span->end, "2024-01-01");
}

TEST(CountBuilder, ReadsNumbersWithWhatTheyCount) {
  const CountTable table =
      read("Jahr;Kundenzahl;Abgänge\n2021;1.500 Kunden;250 Kunden\n2022;1.480 Kunden;230 Kunden\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].totals.lost, 250);
}

TEST(CountBuilder, WarnsAboutAChosenColumnThatIsNotThere) {
  const CountTable table = read("month,start,lost\n2025-01,100,5\n", {{"NOPE", Role::New}});
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::ColumnUnknown);
  EXPECT_EQ(std::get<std::string>(table.issues[0].values[1].value), "month, start, lost");
}

}  // namespace
}  // namespace kirnu
