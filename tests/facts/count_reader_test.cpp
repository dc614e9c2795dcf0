#include "facts/count_reader.h"

#include <gtest/gtest.h>

#include "base/date.h"
#include "facts/count_roles.h"
#include "facts/period_label.h"

namespace kirnu {
namespace {

CountTable read(std::string_view bytes) {
  CountReader reader;
  reader.feed(bytes);
  return reader.finish();
}

TEST(CountRoles, AreKnownByNameInThreeLanguages) {
  struct Row {
    const char* name;
    Role role;
  };
  const Row rows[] = {{"Customers at start", Role::Opening},
                      {"opening", Role::Opening},
                      {"Kunden zu Beginn", Role::Opening},
                      {"Anfangsbestand", Role::Opening},
                      {"Asiakkaita alussa", Role::Opening},
                      {"ALKU", Role::Opening},
                      {"New customers", Role::New},
                      {"Neukunden", Role::New},
                      {"Zugänge", Role::New},
                      {"Uudet asiakkaat", Role::New},
                      {"Uusia", Role::New},
                      {"Lost", Role::Churned},
                      {"churned", Role::Churned},
                      {"Verlorene Kunden", Role::Churned},
                      {"Kündigungen", Role::Churned},
                      {"ABGÄNGE", Role::Churned},
                      {"Menetetyt", Role::Churned},
                      {"Lähteneet", Role::Churned},
                      {"Customers at end", Role::Closing},
                      {"Endbestand", Role::Closing},
                      {"Monatsende", Role::Closing},
                      {"Asiakkaita lopussa", Role::Closing},
                      {"Returned", Role::Reactivated},
                      {"Zurückgekehrt", Role::Reactivated},
                      {"Palanneet", Role::Reactivated},
                      {"Month", Role::Time},
                      {"Zeitraum", Role::Time},
                      {"Kuukausi", Role::Time},
                      {"Churn rate", Role::Ignore},
                      {"Lost %", Role::Ignore}};
  for (const Row& row : rows) EXPECT_EQ(find_count_role(row.name), row.role) << row.name;
  EXPECT_FALSE(find_count_role("Kalender"));
  EXPECT_FALSE(find_count_role("A"));
}

TEST(CountRoles, OfATableAreReadTogether) {
  struct Row {
    const char* what;
    std::vector<CountColumn> names;
    std::vector<Role> roles;
  };
  using enum Role;
  const Row rows[] = {
      {"money beside movements",
       {{"Month"}, {"Opening MRR"}, {"New"}, {"Expansion"}, {"Contraction"}, {"Churned"}, {"Closing MRR"}},
       {Time, MrrStart, MrrNew, MrrExpansion, MrrContraction, MrrChurned, MrrEnd}},
      {"nobody says MRR",
       {{"Kuukausi"}, {"Alussa"}, {"Uudet"}, {"Laajennukset"}, {"Supistukset"}, {"Poistuneet"}, {"Lopussa"}},
       {Time, MrrStart, MrrNew, MrrExpansion, MrrContraction, MrrChurned, MrrEnd}},
      {"customers and money",
       {{"Monat"}, {"Kunden Anfang"}, {"Kunden verloren"}, {"MRR Anfang"}, {"MRR verloren"}},
       {Time, Opening, Churned, MrrStart, MrrChurned}},
      {"MRR alone is what it came to",
       {{"Month"}, {"New MRR"}, {"Expansion MRR"}, {"Churned MRR"}, {"MRR"}},
       {Time, MrrNew, MrrExpansion, MrrChurned, MrrEnd}},
      {"a rate beside counts is none",
       {{"Month"}, {"Start"}, {"Lost"}, {"Churn rate"}},
       {Time, Opening, Churned, Ignore}},
      {"a rate alone", {{"Monat"}, {"Abwanderungsrate"}}, {Time, ChurnRate}},
      {"a rate by its cells", {{"Month"}, {.name = "Churn", .percent = true}}, {Time, ChurnRate}},
      {"kept per period", {{"Kuukausi"}, {"Asiakaspysyvyys, %"}}, {Time, RetentionRate}},
      {"a rate of revenue is none", {{"Month"}, {"MRR churn rate"}}, {Time, Ignore}},
      {"customers alone", {{"Monat"}, {"Umsatz"}, {"Kunden"}}, {Time, Ignore, Closing}},
      {"upgrades of customers", {{"Month"}, {"Start"}, {"Lost"}, {"Upgrades"}}, {Time, Opening, Churned, Ignore}},
  };
  for (const Row& row : rows) EXPECT_EQ(find_count_roles(row.names), row.roles) << row.what;
}

TEST(CountRoles, FollowFromArithmeticInAnyOrder) {
  const CountColumnValues opening{100, 110, 105}, fresh{20, 5, 10}, lost{10, 10, 8}, closing{110, 105, 107};
  using Roles = std::vector<Role>;
  EXPECT_EQ(find_roles_by_arithmetic({opening, fresh, lost, closing}),
            (Roles{Role::Opening, Role::New, Role::Churned, Role::Closing}));
  EXPECT_EQ(find_roles_by_arithmetic({closing, lost, opening, fresh}),
            (Roles{Role::Closing, Role::Churned, Role::Opening, Role::New}));
  EXPECT_EQ(find_roles_by_arithmetic({fresh, opening, lost}), (Roles{Role::New, Role::Opening, Role::Churned}));
  EXPECT_EQ(find_roles_by_arithmetic({lost, opening}), (Roles{Role::Churned, Role::Opening}));
  EXPECT_FALSE(find_roles_by_arithmetic({CountColumnValues{1, 2}, CountColumnValues{2, 1}}));
  EXPECT_FALSE(find_roles_by_arithmetic({opening}));
  std::vector<CountColumnValues> movements{{1000, 1100}, {100, 50}, {50, 20}, {-20, -10}, {-30, -60}, {1100, 1100}};
  EXPECT_EQ(find_roles_by_arithmetic(movements), (Roles{Role::MrrStart, Role::MrrNew, Role::MrrExpansion,
                                                        Role::MrrContraction, Role::MrrChurned, Role::MrrEnd}));
  movements[5] = {1100, 1101};
  EXPECT_FALSE(find_roles_by_arithmetic(movements));
}

TEST(PeriodLabels, AreReadAsPeopleWriteThem) {
  struct Row {
    const char* label;
    const char* start;
    double days;
  };
  const Row rows[] = {{"2025-02", "2025-02-01", 28},
                      {"02/2025", "2025-02-01", 28},
                      {"1.2.2024", "2024-02-01", 29},
                      {"2024-02-01", "2024-02-01", 29},
                      {"Feb 2025", "2025-02-01", 28},
                      {"März 25", "2025-03-01", 31},
                      {"tammikuu 2025", "2025-01-01", 31},
                      {"Dezember 2025", "2025-12-01", 31},
                      {"2025 Q1", "2025-01-01", 90},
                      {"Q4 2025", "2025-10-01", 92},
                      {"2024", "2024-01-01", 366},
                      {"202502", "2025-02-01", 28},
                      {"1. Quartal 2025", "2025-01-01", 90},
                      {"2Q25", "2025-04-01", 91},
                      {"1. neljännes 2025", "2025-01-01", 90},
                      {"H1 2024", "2024-01-01", 182},
                      {"2. Halbjahr 2025", "2025-07-01", 184},
                      {"KW 12/2025", "2025-03-17", 7},
                      {"2025W12", "2025-03-17", 7},
                      {"2025-W01", "2024-12-30", 7},
                      {"W53 2020", "2020-12-28", 7},
                      {"viikko 12/2025", "2025-03-17", 7},
                      {"12. KW 2025", "2025-03-17", 7},
                      {"Vuosi 2024", "2024-01-01", 366},
                      {"01.01.2025 - 31.01.2025", "2025-01-01", 31},
                      {"2025-01-01 – 2025-03-31", "2025-01-01", 90},
                      {"17.03.2025 bis 23.03.2025", "2025-03-17", 7}};
  for (const Row& row : rows) {
    const std::optional<PeriodLabel> label = read_period_label(row.label);
    ASSERT_TRUE(label && label->span) << row.label;
    EXPECT_EQ(label->span->start, row.start) << row.label;
    EXPECT_EQ(label->span->days, row.days) << row.label;
  }
  EXPECT_TRUE(read_period_label("Mai"));
  EXPECT_FALSE(read_period_label("Mai")->span);
  ASSERT_TRUE(read_period_label("FY2024"));
  EXPECT_FALSE(read_period_label("FY2024")->span);  // nobody says when it begins
  EXPECT_EQ(read_period_label("KW 12")->unit, PeriodUnit::Week);
  for (const char* none :
       {"",         "-",        "total",    "13/2025", "2025-13",      "5",      "100",
        "2.2.2025", "Q5 2025",  "Jan Feb",  "1.500",   "abc 2025 def", "202513", "202500",
        "000001",   "W54 2025", "W53 2025", "H3 2025", "Plan 3",       "week",   "01.01.2025 - 17.01.2025"}) {
    EXPECT_FALSE(read_period_label(none)) << none;
  }
}

TEST(PeriodLabels, StandForDaysWhereTheirYearIsTold) {
  struct Row {
    const char* label;
    const char* days;
  };
  const Row rows[] = {{"2025-03", "2025-03-01 2025-03-31"},
                      {"03/2025", "2025-03-01 2025-03-31"},
                      {"Mar-25", "2025-03-01 2025-03-31"},
                      {"März 2025", "2025-03-01 2025-03-31"},
                      {"Q3/24", "2024-07-01 2024-09-30"},
                      {"2024-W05", "2024-01-29 2024-02-04"},
                      {"202402", "2024-02-01 2024-02-29"},
                      {"2024", "2024-01-01 2024-12-31"},
                      {"Mai", ""},
                      {"10. Sep", ""},
                      {"31 Dez", ""},
                      {"Q3", ""},
                      {"Berlin", ""}};
  for (const Row& row : rows) {
    const std::optional<PeriodDays> days = read_period_days(row.label);
    EXPECT_EQ(days ? write_date({days->first}) + " " + write_date({days->last}) : "", row.days) << row.label;
  }
}

TEST(CountReader, TakesSixDigitsForMonthsWhereTheyFollow) {
  const CountTable table = read("Kk;Anfang;Abgang\n202411;100;5\n202412;98;4\n202501;97;4\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Month);
  EXPECT_EQ(table.rows[2].span->start, "2025-01-01");
}

TEST(CountReader, MakesMonthsOfYearlyRevenue) {
  const CountTable table = read("Month,ARR start,New ARR,Churned ARR,ARR end\n2025-01,120000,12000,6000,126000\n");
  ASSERT_EQ(table.rows.size(), 1U);
  ASSERT_TRUE(table.rows[0].mrr);
  EXPECT_EQ(table.rows[0].mrr->start, 10000);
  EXPECT_EQ(table.rows[0].mrr->churned, 500);
  EXPECT_EQ(table.import.columns[1].style, "yearly");
  EXPECT_EQ(table.import.columns[0].style, "");
}

TEST(CountReader, FindsPeriodsUnderAnyName) {
  const CountTable table = read("KW;Anfang;Abgang\nKW 12/2025;100;5\nKW 13/2025;98;4\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].label, "KW 13/2025");
  EXPECT_EQ(table.unit, PeriodUnit::Week);
}

TEST(CountReader, SaysWhatItCannotTell) {
  EXPECT_EQ(read("a\tb\tc\n1\t2\t3\n4\t5\t6\n").issues.back().code, IssueCode::ColumnsUnknown);
  EXPECT_EQ(read("").issues.back().code, IssueCode::FileEmpty);
  EXPECT_EQ(read("start;lost\n").issues.back().code, IssueCode::TableEmpty);
}

TEST(CountReader, NeverGuessesAgainstTheNames) {
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

TEST(CountReader, ReadsMovementsOfRevenue) {
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

TEST(CountReader, ReadsRatesAsSharesOrPercent) {
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

TEST(CountReader, ConnectsTheEndsOfMonthsThatFollow) {
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

TEST(CountReader, ReadsCountsThatLookLikeYears) {
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

TEST(CountReader, LetsAPersonsChoiceWin) {
  CountReader reader({.roles = {{"Gone", Role::Churned}}});
  reader.feed("M;Start;Lost;Gone\n2025-01;100;5;7\n");
  const CountTable table = reader.finish();
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].totals.lost, 7);
}

TEST(CountReader, ReadsMonthEndsAndPutsRowsInTheOrderOfTime) {
  const CountTable table = read("Monat;Beginn;Verloren\n31.03.2025;100;3\n31.01.2025;100;1\n28.02.2025;100;2\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Month);
  EXPECT_EQ(table.rows[0].totals.lost, 1);
  EXPECT_EQ(table.rows[2].totals.lost, 3);
  const CountTable bare = read("Monat;Beginn;Verloren\nDez;100;3\nNov;100;2\nOkt;100;1\n");
  EXPECT_EQ(bare.rows[0].label, "Okt");
}

TEST(CountReader, PutsTheOldestPeriodFirst) {
  const CountTable table = read("month;start;lost\n2025-03;100;3\n2025-02;100;2\n2025-01;100;1\n");
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows.front().label, "2025-01");
  EXPECT_EQ(table.unit, PeriodUnit::Month);
}

TEST(CountReader, RejectsARowAndGoesOn) {
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

TEST(CountReader, AddsUp) {
  const CountTable table = read("sep=;\nmonth;start;lost\n2025-01;100;3\n\n2025-02;x;y\nSumme;200;3\n");
  EXPECT_EQ(table.import.accepted + table.import.rejected + table.import.blank + table.import.skipped,
            table.import.rows);
}

TEST(CountReader, AnswersTheSameForAnySplit) {
  const std::string bytes =
      "Monat;Kunden zu Beginn;Neu;Verloren;Ende\r\n\"Jan 2025\";1.500;20;30;1.490\r\nFeb 2025;1.490;15;23;1.482\r\n";
  const CountTable whole = read(bytes);
  ASSERT_EQ(whole.rows.size(), 2U);
  for (std::size_t split = 0; split <= bytes.size(); ++split) {
    CountReader reader;
    reader.feed(std::string_view(bytes).substr(0, split));
    reader.feed(std::string_view(bytes).substr(split));
    const CountTable table = reader.finish();
    ASSERT_EQ(table.rows.size(), 2U) << split;
    EXPECT_EQ(table.rows[1].totals.lost, 23) << split;
    EXPECT_EQ(table.rows[0].label, "Jan 2025") << split;
  }
}

TEST(CountReader, WarnsAboutAPeriodInTwoRows) {
  const CountTable table = read("month,start,lost\n2025-01,100,5\n2025-02,95,4\n2025-01,100,6\n");
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::PeriodRepeated);
  EXPECT_EQ(table.issues[0].severity, Severity::Warning);
  EXPECT_EQ(table.issues[0].row, 3);
  EXPECT_EQ(table.rows.size(), 3U);
}

TEST(CountReader, WarnsAboutAChosenColumnThatIsNotThere) {
  CountReader reader({.roles = {{"NOPE", Role::New}}});
  reader.feed("month,start,lost\n2025-01,100,5\n");
  const CountTable table = reader.finish();
  ASSERT_EQ(table.issues.size(), 1U);
  EXPECT_EQ(table.issues[0].code, IssueCode::ColumnUnknown);
  EXPECT_EQ(std::get<std::string>(table.issues[0].values[1].value), "month, start, lost");
}

}  // namespace
}  // namespace kirnu
