#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "facts/build/importer.h"

namespace kirnu {
namespace {

struct Row {
  const char* what;
  const char* table;
  double start, lost;  ///< of the last period; 0 of 0: it is asked
};

void expect_last_period(const Row& row) {
  Importer importer({.kind = FactKind::Counts});
  importer.feed(row.table);
  const ImportedFile file = importer.finish();
  const std::vector<CountRow> rows =
      file.facts.empty() ? std::vector<CountRow>() : std::get<CountTable>(file.facts[0].table).rows;
  const PeriodTotals last = rows.empty() ? PeriodTotals() : rows.back().totals;
  EXPECT_EQ(last.start, row.start) << row.what;
  EXPECT_EQ(last.lost, row.lost) << row.what;
  const auto asks = [](const Issue& issue) { return issue.code == IssueCode::ColumnsUnknown; };
  EXPECT_EQ(std::any_of(file.issues.begin(), file.issues.end(), asks), row.start == 0) << row.what;
}

TEST(CountParts, AreAddedOrTheirTotalIsTaken) {
  const Row rows[] = {
      {"a total", "Month,Start,Voluntary lost,Involuntary lost,Total lost\nJan 2024,100,4,1,5\nFeb 2024,105,5,2,7\n",
       105, 7},
      {"no total", "Month,Start,New,Cancelled,Expired\nJan 2024,100,10,4,1\nFeb 2024,105,5,5,2\n", 105, 7},
      {"with the end", "Month,Start,New,Cancelled,Expired,End\nJan 2024,100,10,4,1,105\nFeb 2024,105,5,5,2,103\n", 105,
       7},
      {"a total by addition", "Month,Start,Cancelled,Expired,Gone lost\n2024-01,100,4,1,5\n2024-02,105,5,2,7\n", 105,
       7},
      {"an empty cell", "Month,Start,Cancelled,Expired\n2024-01,100,4,\n2024-02,105,7,\n", 105, 7},
      {"the dead of a club",
       "Jahr;Mitglieder 1.1.;Eintritte;Austritte;verstorben;Mitglieder 31.12.\n2022;290;30;15;5;300\n"
       "2023;300;25;20;4;301\n",
       300, 24},
      {"in Finnish", "Vuosi;Jäsenet alussa;Eronneet;Kuolleet\n2022;290;15;5\n2023;300;20;4\n", 300, 24},
      {"for reasons", "Month,Start,Lost to others,Lost on price,Lost else\n2024-01,100,3,1,1\n2024-02,105,4,2,1\n", 105,
       7},
      {"whoever a club loses",
       "Year;Members start;Resigned;Lapsed;Deceased;Expelled\n2023;290;9;3;4;0\n2024;303;12;4;5;1\n", 303, 22},
      {"in English", "Year;Members start;Left;Died\n2022;290;15;5\n2023;300;20;4\n", 300, 24},
      {"who came", "Month,Start,Web new,Shop new,Lost,End\n2024-01,100,6,4,5,105\n2024-02,105,3,2,7,103\n", 105, 7},
      {"groups", "Quarter,B2B opening,B2B lost,B2C opening,B2C lost\nQ1 2024,50,1,100,5\nQ2 2024,52,2,105,7\n", 157, 9},
      {"groups of customers",
       "Monat;Kunden Basis;Kunden Pro;Verloren Basis;Verloren Pro\n2024-01;50;100;1;5\n2024-02;52;105;2;7\n", 157, 9},
      {"groups with their ends",
       "Month,B2B opening,B2B lost,B2B end,B2C opening,B2C lost,B2C end\n2024-01,50,1,52,100,5,105\n"
       "2024-02,52,2,51,105,7,104\n",
       157, 9},
      {"groups and their totals",
       "Monat;Anfang Basis;Verloren Basis;Anfang Pro;Verloren Pro;Anfang gesamt;Verloren gesamt\n"
       "Jan 2024;50;1;100;5;150;6\nFeb 2024;52;2;105;7;157;9\n",
       157, 9},
      {"total of total",
       "Jahr;Anfang Männer;Anfang Frauen;Anfang gesamt;Austritte gesamt\n2022;50;50;100;5\n2023;52;53;105;9\n", 105, 9},
  };
  for (const Row& row : rows) expect_last_period(row);
}

TEST(CountParts, AreNoRatesSumsSoFarOrOthersCounts) {
  const Row rows[] = {
      {"percent", "Month,Start,Lost,Lost %\n2024-01,100,5,5\n2024-02,105,7,7\n", 105, 7},
      {"a rate without a sign", "Month,Start,Churn,Lost\n2024-01,100,5,5\n2024-02,105,6.7,7\n", 105, 7},
      {"a rate of whole numbers", "Month,Start,Churn,Lost\n2024-01,100,4,4\n2024-02,105,7,7\n2024-03,200,3,6\n", 200,
       6},
      {"a sum so far", "Month,Start,Total lost,Lost\n2024-01,100,5,5\n2024-02,105,12,7\n2024-03,110,20,8\n", 110, 8},
      {"a plan and last year", "Month,Start,Lost plan,Lost LY,Lost\n2024-01,100,4,3,5\n2024-02,105,4,3,7\n", 105, 7},
      {"a change", "Month,Start,Lost A,Lost B,Lost change\n2024-01,100,4,1,2\n2024-02,105,5,2,3\n", 105, 7},
      {"trials", "Month,Start,Trials new,New,End\n2024-01,100,60,10,105\n2024-02,105,30,5,103\n", 105, 7},
      {"members on two days", "Mitglieder 1.1.;Eintritte;Austritte;Mitglieder 31.12.\n290;30;20;300\n", 290, 20},
      {"the most", "Month,Start,Lost max,Lost\n2024-01,100,9,5\n2024-02,105,9,7\n", 105, 7},
      {"of which", "Monat;Anfang;Abgänge;davon Kündigungen\n2024-01;100;5;4\n2024-02;105;7;5\n", 105, 7},
      {"all and some", "Month,Start,Lost,Cancelled\n2024-01,100,5,4\n2024-02,105,7,5\n", 105, 7},
      {"all and parts", "Month,Start,Lost,Voluntary lost,Forced lost\n2024-01,100,5,4,1\n2024-02,105,7,5,2\n", 105, 7},
      {"contracts", "Month,Customers start,Contracts lost,Customers lost\n2024-01,100,6,5\n2024-02,105,9,7\n", 105, 7},
      {"both of both",
       "Month,Start customers,Start contracts,Lost customers,Lost "
       "contracts\n2024-01,100,150,5,6\n2024-02,105,160,7,9\n",
       105, 7},
      {"seats", "Month,Start,Lost,Lost ARR,Lost seats\n2024-01,100,5,5000,60\n2024-02,105,7,7000,80\n", 105, 7},
      {"one group's start", "Month,Opening B2B,Lost B2C,Lost B2B\n2024-01,100,1,4\n2024-02,105,2,5\n", 105, 5},
      {"who only signed up", "Month,Start,Lost,Signups,New,End\n2024-01,100,5,40,10,105\n2024-02,105,7,33,5,103\n", 105,
       7},
      {"this year", "Month,Lost LY,Start LY,Lost TY,Start TY\nJan,3,90,5,100\nFeb,4,95,7,105\n", 105, 7},
      {"the later year", "Monat;Anfang 2023;Verloren 2023;Anfang 2024;Verloren 2024\nJan;90;3;100;5\nFeb;95;4;105;7\n",
       105, 7},
      {"customers on two days", "Kunden 2022;Neu 2023;Verloren 2023;Kunden 2023\n100;10;5;105\n", 100, 5},
      {"a mean beside customers", "Month;Average customers;Customers;Lost\n2024-01;102;100;5\n2024-02;106;105;7\n", 105,
       7},
  };
  for (const Row& row : rows) expect_last_period(row);
}

TEST(CountParts, AreAskedForWhereNobodyCanTell) {
  const Row rows[] = {
      {"two words for one thing", "Month,Start,Churned,Lost\n2024-01,100,4,1\n2024-02,105,5,2\n", 0, 0},
      {"less than a part", "Month,Start,Lost,Expired\n2024-01,100,4,5\n2024-02,105,5,7\n", 0, 0},
      {"groups at the start alone", "Jahr;Anfang Männer;Anfang Frauen;Austritte\n2022;50;50;5\n2023;52;53;9\n", 0, 0},
      {"other groups", "Month,Opening A,Opening B,Lost A,Lost C\n2024-01,50,50,5,1\n2024-02,52,53,9,1\n", 0, 0},
      {"periods side by side", "Team,Start Q1,Lost Q1,Start Q2,Lost Q2\nA,50,1,49,2\nB,100,5,95,7\n", 0, 0},
      {"lengths of time", "Month,Start,Lost 30 days,Lost 90 days\n2024-01,100,5,9\n2024-02,105,7,12\n", 0, 0},
      {"groups of customers alone", "Monat;Kunden Basis;Kunden Pro;Verloren\n2024-01;50;100;6\n2024-02;52;105;9\n", 0,
       0},
      {"versions side by side", "Month,Start V1,Lost V1,Start V2,Lost V2\n2024-01,50,1,49,2\n2024-02,100,5,95,7\n", 0,
       0},
      {"a mean alone", "Monat;Ø Kunden;Verloren\n2024-01;100;5\n2024-02;105;7\n", 0, 0},
  };
  for (const Row& row : rows) expect_last_period(row);
}

TEST(CountParts, AreWhatAPersonSays) {
  Importer importer({.kind = FactKind::Counts, .roles = {{"Lost", Role::Churned}, {"Churned", Role::Churned}}});
  importer.feed("Month,Start,Churned,Lost\n2024-01,100,4,1\n2024-02,105,5,2\n");
  const ImportedFile both = importer.finish();
  EXPECT_EQ(std::get<CountTable>(both.facts.at(0).table).rows.back().totals.lost, 7);
  Importer other({.kind = FactKind::Counts, .roles = {{"Expired", Role::Churned}}});
  other.feed("Month,Start,Cancelled,Expired\n2024-01,100,4,1\n2024-02,105,5,2\n");
  const ImportedFile one = other.finish();
  EXPECT_EQ(std::get<CountTable>(one.facts.at(0).table).rows.back().totals.lost, 2);
}

TEST(CountParts, SayWhichYearsAreLeftOut) {
  Importer importer({.kind = FactKind::Counts});
  importer.feed("Monat;Anfang 2023;Verloren 2023;Anfang 2024;Verloren 2024\nJan;90;3;100;5\nFeb;95;4;105;7\n");
  const ImportedFile file = importer.finish();
  const auto left_out = [](const Issue& issue) { return issue.code == IssueCode::PlannedLeftOut; };
  EXPECT_EQ(std::count_if(file.issues.begin(), file.issues.end(), left_out), 1);
}

TEST(CountParts, AreRejectedWhereTheirSumIsNone) {
  Importer importer({.kind = FactKind::Counts});
  importer.feed(
      "Month,B2B start,B2B lost,B2C start,B2C lost\n2024-01,50,1,100,5\n2024-02,,2,105,7\n2024-03,52,9,99,-2\n");
  const ImportedFile file = importer.finish();
  EXPECT_EQ(std::get<CountTable>(file.facts.at(0).table).rows.size(), 1U);
  EXPECT_EQ(file.rejected.size(), 2U);
}

}  // namespace
}  // namespace kirnu
