#include <gtest/gtest.h>

#include <string>

#include "facts/build/importer.h"

namespace kirnu {
namespace {

std::string number(double value) {
  if (value == kEmptyCell) return "-";
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string list(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : " ") + number(value);
  return text;
}

/// "shares; Jan: 1 0.8 0.7; Feb: 1 0.75", of one cohort "percent 100 63.1 46.8".
std::string describe(const ImportedFile& file) {
  if (!file.has_facts()) return "no facts";
  if (const auto* series = std::get_if<RetentionSeries>(&file.facts[0].table))
    return (series->percent ? "percent " : "") + list(series->retained);
  const auto* sheet = std::get_if<CohortSheet>(&file.facts[0].table);
  if (sheet == nullptr) return "something else";
  std::string text = sheet->shares ? "shares" : "customers";
  for (const CohortRow& row : sheet->rows) text += "; " + row.label + ": " + list(row.retained);
  return text;
}

struct SheetTest {
  const char* name;
  const char* text;
  const char* expected;
  const char* issues = "";
  std::optional<PeriodUnit> unit = {};
};
void PrintTo(const SheetTest& one, std::ostream* out) { *out << one.name; }

class CohortTables : public testing::TestWithParam<SheetTest> {};

TEST_P(CohortTables, AreReadAsTheyStand) {
  const SheetTest& row = GetParam();
  Importer importer;
  importer.feed(row.text);
  const ImportedFile file = importer.finish();
  EXPECT_EQ(describe(file), row.expected);
  std::string issues;
  for (const Issue& issue : file.issues)
    issues += (issues.empty() ? "" : " ") + std::string(issue_code_name(issue.code));
  EXPECT_EQ(issues, row.issues);
  EXPECT_EQ(file.import.accepted + file.import.rejected + file.import.blank + file.import.skipped, file.import.rows);
  if (!file.has_facts() || !row.unit) return;
  const auto* sheet = std::get_if<CohortSheet>(&file.facts[0].table);
  EXPECT_EQ(sheet != nullptr ? sheet->unit : std::get<RetentionSeries>(file.facts[0].table).unit, row.unit);
}

INSTANTIATE_TEST_SUITE_P(
    All, CohortTables,
    testing::Values(
        SheetTest{"CountsWithSizes",
                  "Cohort,Size,Month 0,Month 1,Month 2\n2024-01,100,100,80,70\n2024-02,120,120,90,\n2024-03,90,90,,\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 90; 2024-03: 90", "", PeriodUnit::Month},
        SheetTest{"ARowOfEverybody",
                  "Cohort,M0,M1,M2\nAll Users,220,180,70\n2024-01,100,80,70\n2024-02,120,100,\nØ gesamt,110,90,70\n"
                  "Weighted avg.,110,90,70\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 100", "total_row_skipped", PeriodUnit::Month},
        SheetTest{"ARowOfEverybodyInATool",
                  "Cohort,M0,M1,M2\n$overall,220,180,70\n2024-01,100,80,70\n2024-02,120,100,\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 100", "total_row_skipped", PeriodUnit::Month},
        SheetTest{"ARowThatIsTheSumOfTheOthers",
                  "Cohort,M0,M1,M2\nActive users,220,180,70\n2024-01,100,80,70\n2024-02,120,100,\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 100", "total_row_skipped", PeriodUnit::Month},
        SheetTest{"ARowOfSharesBetweenTheOthers",
                  "Cohort,M0,M1,M2\n2024-01,100%,80%,70%\n2024-02,100%,70%,60%\nActive users,100%,75%,66%\n",
                  "shares; 2024-01: 1 0.8 0.7; 2024-02: 1 0.7 0.6", "total_row_skipped", PeriodUnit::Month},
        SheetTest{
            "ARowThatIsNotTheSum", "Cohort,M0,M1,M2\nActive users,130,100,60\n2024-01,100,80,70\n2024-02,120,100,50\n",
            "customers; Active users: 130 100 60; 2024-01: 100 80 70; 2024-02: 120 100 50", "", PeriodUnit::Month},
        SheetTest{"CohortsCalledLikeSums", "Kohorte,M0,M1,M2\nGesamtschule Ulm,100,80,70\nAlle Jahre GmbH,120,90,80\n",
                  "customers; Gesamtschule Ulm: 100 80 70; Alle Jahre GmbH: 120 90 80", "", PeriodUnit::Month},
        SheetTest{"WhoHadLeft", "Cohort,Month 1 churn,Month 2 churn\n2024-01,5%,8%\n2024-02,4%,7%\n2024-03,6%,\n",
                  "shares; 2024-01: 1 0.95 0.92; 2024-02: 1 0.96 0.93; 2024-03: 1 0.94", "cohorts_of_churn",
                  PeriodUnit::Month},
        SheetTest{"WhoHadLeftWithANumberPutRight",
                  "Cohort,Month 1 churn,Month 2 churn,Month 3 churn\n2024-01,5.5%,9%,12%\n2024-02,4%,8%,11%\n"
                  "2024-03,6%,5%,9%\n",
                  "shares; 2024-01: 1 0.945 0.91 0.88; 2024-02: 1 0.96 0.92 0.89; 2024-03: 1 0.94 0.95 0.91",
                  "cohorts_of_churn", PeriodUnit::Month},
        SheetTest{"RetentionThatRises",
                  "cohort,period,retention\n2024-01,1,80.5%\n2024-01,2,81%\n2024-02,1,85%\n2024-02,2,86%\n",
                  "shares; 2024-01: 1 0.805 0.81; 2024-02: 1 0.85 0.86"},
        SheetTest{"ASumWithoutAName", "Kohorte;Kunden;M0;M1\nJan 2024;100;100;80\nFeb 2024;200;200;\n;300;300;80\n",
                  "customers; Jan 2024: 100 80; Feb 2024: 200", "total_row_skipped", PeriodUnit::Month},
        SheetTest{"ARowEachCohortAndAge",
                  "cohort_month,months_since,cohort_size,customers\n2024-01,0,100,100\n2024-01,1,100,80\n"
                  "2024-01,3,100,70\n2024-02,0,120,120\n2024-02,1,120,90\n2024-03,0,90,90\n",
                  "customers; 2024-01: 100 80 - 70; 2024-02: 120 90; 2024-03: 90", "cohort_gaps", PeriodUnit::Month},
        SheetTest{"OfSeveralCountsTheOneThatMoves",
                  "cohort_month,observation_month,active_customers,retained_customers\n2024-01,2024-01,50,50\n"
                  "2024-01,2024-02,50,40\n2024-02,2024-02,60,60\n2024-02,2024-03,60,45\n2024-01,2024-03,50,30\n",
                  "customers; 2024-01: 50 40 30; 2024-02: 60 45"},
        SheetTest{"AnAgeBeforeTheCohort",
                  "cohort_month,months_since,cohort_size,customers\n2024-01,-1,100,3\n2024-01,0,100,100\n"
                  "2024-01,1,100,80\n2024-02,0,120,120\n2024-02,1,120,90\n",
                  "customers; 2024-01: 100 80; 2024-02: 120 90", "age_negative", PeriodUnit::Month},
        SheetTest{"ARowEachCohortAndMonth",
                  "Kohorte;Monat;Aktive Kunden\n2024-01-01;2024-01-01;100\n2024-01-01;2024-02-01;80\n"
                  "2024-02-01;2024-02-01;120\n2024-02-01;2024-03-01;90\n2024-01-01;2024-03-01;70\n",
                  "customers; 2024-01-01: 100 80 70; 2024-02-01: 120 90"},
        SheetTest{"AMonthWithoutARow",
                  "cohort,activity_month,customers\n2024-01,2024-01,100\n2024-01,2024-02,80\n"
                  "2024-01,2024-04,70\n2024-02,2024-02,120\n2024-02,2024-04,90\n2024-04,2024-04,50\n",
                  "customers; 2024-01: 100 80 - 70; 2024-02: 120 - 90; 2024-04: 50", "cohort_gaps"},
        SheetTest{"FirstDaysOfQuarters",
                  "cohort,period,customers\n2024-01-01,2024-01-01,100\n2024-01-01,2024-04-01,80\n"
                  "2024-01-01,2024-07-01,70\n2024-04-01,2024-04-01,120\n2024-04-01,2024-07-01,90\n",
                  "customers; 2024-01-01: 100 80 70; 2024-04-01: 120 90"},
        SheetTest{"SharesOfSizesInARowEachCohortAndAge",
                  "Cohort,Week,Retention\nJan,1,100%\nJan,2,50%\nFeb,1,100%\nFeb,2,25%\nFeb,3,20%\n",
                  "shares; Jan: 1 0.5; Feb: 1 0.25 0.2"},
        SheetTest{"AgesWithGaps", "Cohort,M0,M1,M3\n2024-01,100,50,40\n2024-02,120,60,50\n",
                  "customers; 2024-01: 100 50 - 40; 2024-02: 120 60 - 50", "cohort_gaps", PeriodUnit::Month},
        SheetTest{"PercentOfSizesWithGaps",
                  "cohort,cohort_size,month_1_pct,month_3_pct\n2024-01,200,90.5,80\n2024-02,100,80,\n",
                  "customers; 2024-01: 200 181 - 160; 2024-02: 100 80", "customers_from_percent cohort_gaps"},
        SheetTest{"AgesWithGapsOfMonths", "Cohort,Day 0,Day 1,Day 90\n2024-01,100,50,40\n2024-02,120,60,50\n",
                  "no facts", "kind_unclear"},
        SheetTest{"FractionsThatPassOne", "cohort,0,1,2\n2024-01,1.0,1.065,0.95\n2024-02,1.0,1.03,0.9\n",
                  "shares; 2024-01: 1 1.065 0.95; 2024-02: 1 1.03 0.9"},
        SheetTest{"SizesUnderTheFirstAge", "Cohort,0,1,2\n2024-01,900,0.41,0.36\n2024-02,500,0.27,\nNA,700,0.34,0.36\n",
                  "customers; 2024-01: 900 369 324; 2024-02: 500 135", "customers_from_percent total_row_skipped"},
        SheetTest{"SizesUnderTheFirstAgeBesidePercent", "Cohort,0,1,2\n2024-01,900,41%,36%\n2024-02,500,27%,\n",
                  "customers; 2024-01: 900 369 324; 2024-02: 500 135", "customers_from_percent"},
        SheetTest{"Amounts", "Cohort,0,1,2\n2024-01,2000.50,1000.25,500.125\n2024-02,4000.00,1000.00,\n",
                  "shares; 2024-01: 1 0.5 0.25; 2024-02: 1 0.25", "cohorts_of_amounts"},
        SheetTest{"FewerInTheFirstMonthThanInTheSecond",
                  "cohort,cohort_size,month_0,month_1,month_2\n2024-01,100,0.0,0.75,0.5\n2024-02,200,0.03,0.8,0.6\n",
                  "customers; 2024-01: 100 75 50; 2024-02: 200 160 120", "cohort_start_differs customers_from_percent",
                  PeriodUnit::Month},
        SheetTest{"PublishedCountsThatBeginAlike", "Year,Regular,High End\n0,1000,1000\n1,631,869\n2,468,743\n",
                  "customers; Regular: 1000 631 468; High End: 1000 869 743", "roles_by_content"},
        SheetTest{"DaysOfAnotherKind", "part,day1,day2,status\n1,0,462,1\n2,462,730,0\n3,0,12,1\n", "no facts",
                  "kind_unclear"},
        SheetTest{
            "CustomersWhoComeBack",
            "Cohort,Month 0,Month 1,Month 2,Month 3\n2024-01,100,40,42,38\n2024-02,90,35,33,36\n2024-03,80,30,31,\n"
            "2024-04,70,28,,\n",
            "customers; 2024-01: 100 40 42 38; 2024-02: 90 35 33 36; 2024-03: 80 30 31; 2024-04: 70 28"},
        SheetTest{"TwoTimesOfOneThing", "pair,t1,t2\n1,1,10\n2,22,7\n3,3,32\n4,12,23\n", "no facts", "kind_unclear"},
        SheetTest{"MarksAreNoCustomers",
                  "group,d1,d2,t1\n1,0,0,9.5\n1,1,0,8\n1,1,1,7\n2,0,0,6\n2,1,0,5\n2,1,1,4\n2,1,0,3\n3,1,1,2\n3,0,0,1\n"
                  "3,1,0,2.5\n3,1,1,4\n",
                  "no facts", "kind_unclear"},
        SheetTest{"NumbersOfRows", "\"\",group,d1,d2\n1,3,1,1\n2,3,1,0\n3,4,1,1\n", "no facts", "kind_unclear"},
        SheetTest{"CountsFromTheFirstMonthAfter",
                  "Kohorte;Kunden;1. Monat;2. Monat\nJan 24;100;80;70\nFeb 24;120;90;\n",
                  "customers; Jan 24: 100 80 70; Feb 24: 120 90", "", PeriodUnit::Month},
        SheetTest{"AgesCountedFromOne", "Cohort,Month 1,Month 2,Month 3\n2024-01,100,80,70\n2024-02,120,90,\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 90"},
        SheetTest{"PercentInRowsThatGetShorter",
                  "Cohort,Month 0,Month 1,Month 2\nJan 2024,100%,80%,70%\nFeb 2024,100%,75%\nMar 2024,100%\n",
                  "shares; Jan 2024: 1 0.8 0.7; Feb 2024: 1 0.75; Mar 2024: 1"},
        SheetTest{"PercentOfSizes", "Kohortti;Koko;0;1;2\n2023;200;100 %;81,5 %;60 %\n2024;150;100 %;70 %;\n",
                  "customers; 2023: 200 163 120; 2024: 150 105", "customers_from_percent", PeriodUnit::Year},
        SheetTest{"AgesAloneAsHeader", "Year,0,1,2,3\nRegular,100,63.1,46.8,38.2\nHigh end,100,86.9,74.3,65.3\n",
                  "shares; Regular: 1 0.631 0.468 0.382; High end: 1 0.869 0.743 0.653"},
        SheetTest{"CalendarColumns",
                  "Cohort,2024-01,2024-02,2024-03\n2024-01,100,80,70\n2024-02,,120,90\n2024-03,,,90\n",
                  "customers; 2024-01: 100 80 70; 2024-02: 120 90; 2024-03: 90", "", PeriodUnit::Month},
        SheetTest{"CalendarColumnsWithGaps",
                  "Cohort,2024-01,2024-02,2024-04\n2024-01,100,80,70\n2024-02,,120,90\n2024-04,,,90\n", "no facts",
                  "kind_unclear"},
        SheetTest{"ColumnsOfQuarters",
                  "Cohort,2023-10-01,2024-01-01,2024-04-01\n2023-10-01,100,80,70\n2024-01-01,,120,90\n",
                  "customers; 2023-10-01: 100 80 70; 2024-01-01: 120 90"},
        SheetTest{"TriangleOfZeros", "Cohort,Month 0,Month 1,Month 2\nJan,100,80,70\nFeb,120,90,0\nMar,90,0,0\n",
                  "customers; Jan: 100 80 70; Feb: 120 90; Mar: 90", "zeros_not_observed"},
        SheetTest{"EverybodyGoneIsNoTriangle",
                  "Cohort,Month 0,Month 1,Month 2\nJan,100,80,0\nFeb,120,90,0\nMar,90,70,0\n",
                  "customers; Jan: 100 80 0; Feb: 120 90 0; Mar: 90 70 0"},
        SheetTest{"Transposed", "Month,Jan 2024,Feb 2024,Mar 2024\n0,100,120,90\n1,80,90,\n2,70,,\n",
                  "customers; Jan 2024: 100 80 70; Feb 2024: 120 90; Mar 2024: 90", "roles_by_content",
                  PeriodUnit::Month},
        SheetTest{"TransposedSharesUnderNamesOfCounts", "Year,Regular,High End\n0,100,100\n1,63.1,86.9\n2,46.8,74.3\n",
                  "shares; Regular: 1 0.631 0.468; High End: 1 0.869 0.743", "roles_by_content"},
        SheetTest{"CustomersBesideTheirShares", "Year,# Regular,% Regular\n0,1000,100%\n1,631,63.1%\n2,468,46.8%\n",
                  "no facts", "kind_unclear"},
        SheetTest{"AGapStaysEmptyAndWhatFollowsKeepsItsAge",
                  "Cohort,Size,Month 0,Month 1,Month 2,Month 3\n2024-01,100,100,80,,60\n2024-02,90,90,,70,\n"
                  "2024-03,80,80,70,,\n",
                  "customers; 2024-01: 100 80 - 60; 2024-02: 90 - 70; 2024-03: 80 70", "cohort_gaps"},
        SheetTest{"AGapInPercent", "Cohort;Size;0;1;2\n2023;200;100 %;;60 %\n2024;150;100 %;70 %;\n",
                  "customers; 2023: 200 - 120; 2024: 150 105", "customers_from_percent cohort_gaps"},
        SheetTest{"AGapInTheOnlyCohort", "Cohort,Size,Month 0,Month 1,Month 2\n2024-01,100,100,,70\n", "100 70",
                  "cohort_gaps"},
        SheetTest{"AgesAsProgramsWriteThem",
                  "cohort_date,day_number,active_users,retention_rate\n2024-01-01,0.0,100,100.0\n"
                  "2024-01-01,1.0,68,68.0\n2024-01-02,0.0,120,100.0\n2024-01-02,1.0,60,50.0\n",
                  "customers; 2024-01-01: 100 68; 2024-01-02: 120 60"},
        SheetTest{"ActiveCustomersByTheOffset",
                  "cohort_month,month_offset,cohort_size,customers_active,retention_pct\n2024-01,0,100,100,100.0\n"
                  "2024-01,1,100,35,35.0\n2024-02,0,90,90,100.0\n2024-02,1,90,30,33.3\n2024-03,0,80,80,100.0\n",
                  "customers; 2024-01: 100 35; 2024-02: 90 30; 2024-03: 80"},
        SheetTest{"OneSegmentOnEveryRow",
                  "Segment,Start Date,Users,Day 0,Day 1\nAll Users,2024-01-01,1000,1000,420\n"
                  "All Users,2024-01-02,900,900,400\n",
                  "customers; 2024-01-01: 1000 420; 2024-01-02: 900 400"},
        SheetTest{"MeansAreNoCohort", "Cohort,Month 0,Month 1\nJan,100%,80%\nFeb,100%,70%\nAverage,100%,75%\n",
                  "shares; Jan: 1 0.8; Feb: 1 0.7", "total_row_skipped"},
        SheetTest{"AnotherSizeThanTheFirstPeriod", "Cohort,Size,Month 0,Month 1\nJan,100,95,80\nFeb,120,120,90\n",
                  "customers; Jan: 100 80; Feb: 120 90", "cohort_start_differs"},
        SheetTest{"OneLine", "100, 63.1, 46.8, 38.2, 32.6", "percent 100 63.1 46.8 38.2 32.6", "roles_by_content"},
        SheetTest{"OneLineWithDecimalCommas", "100; 63,1; 46,8; 38,2", "percent 100 63.1 46.8 38.2",
                  "roles_by_content"},
        SheetTest{"OneLineOfSpaces", "100 63.1 46.8 38.2", "percent 100 63.1 46.8 38.2", "roles_by_content"},
        SheetTest{"OneLineWithSigns", "100%, 63.1%, 46.8%", "percent 100 63.1 46.8", "roles_by_content"},
        SheetTest{"OneLineBehindAName", "Regular;100;63,1;46,8;38,2", "percent 100 63.1 46.8 38.2", "roles_by_content"},
        SheetTest{"OneCohortOfCustomers", "Cohort,Size,Month 1,Month 2\n2024-01,100,80,70\n", "100 80 70"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(CohortTable, CustomersInRowsAreNoCohorts) {
  Importer importer;
  importer.feed("Customer,Month 1,Month 2,Month 3\nAnna,10,10,0\nBert,20,0,0\n");
  const ImportedFile file = importer.finish();
  EXPECT_TRUE(file.facts.empty() || file.facts[0].kind != FactKind::Retention);
}

TEST(CohortTable, ANegativeNumberIsRejectedWithItsPlace) {
  Importer importer;
  importer.feed("Cohort,Size,Month 0,Month 1\nJan,100,100,80\nFeb,100,100,-5\nMar,90,90,70\n");
  const ImportedFile file = importer.finish();
  EXPECT_EQ(file.import.accepted, 2);
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].line, 3);
  EXPECT_EQ(file.rejected[0].column, "Month 1");
  EXPECT_EQ(file.rejected[0].code, IssueCode::CountNegative);
}

}  // namespace
}  // namespace kirnu
