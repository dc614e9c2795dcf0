#include "facts/words/period_label.h"

#include <gtest/gtest.h>

#include "base/date.h"

namespace kirnu {
namespace {

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
                      {"Week 5 2025", "2025-01-27", 7},
                      {"Woche 12/2025", "2025-03-17", 7},
                      {"2025W12", "2025-03-17", 7},
                      {"2025-W01", "2024-12-30", 7},
                      {"W53 2020", "2020-12-28", 7},
                      {"viikko 12/2025", "2025-03-17", 7},
                      {"12. KW 2025", "2025-03-17", 7},
                      {"Vuosi 2024", "2024-01-01", 366},
                      {"01.01.2025 - 31.01.2025", "2025-01-01", 31},
                      {"2025-01-01 – 2025-03-31", "2025-01-01", 90},
                      {"17.03.2025 bis 23.03.2025", "2025-03-17", 7},
                      {"01/24", "2024-01-01", 31},
                      {"2/24", "2024-02-01", 29},
                      {"Ende Jan 2024", "2024-01-01", 31},
                      {"tammikuun loppu 2024", "2024-01-01", 31},
                      {"per 31.01.2024", "2024-01-01", 31},
                      {"as of 31 Jan 2024", "2024-01-01", 31},
                      {"Stand 29.02.2024", "2024-02-01", 29},
                      {"Jan 2024 (Ist)", "2024-01-01", 31},
                      {"Q I 2024", "2024-01-01", 91},
                      {"IV. Quartal 2024", "2024-10-01", 92},
                      {"01.01.–07.01.2024", "2024-01-01", 7},
                      {"30.12.–05.01.2025", "2024-12-30", 7},
                      {"1.–7.1.2024", "2024-01-01", 7},
                      {"Jan–Mrz 2024", "2024-01-01", 91},
                      {"Januar - Dezember 2024", "2024-01-01", 366}};
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
  for (const char* year : {"2021/22", "GJ 2021/22", "FY22", "2021-22", "2021–2022", "21/22", "tilikausi 2021/22"}) {
    ASSERT_TRUE(read_period_label(year)) << year;
    EXPECT_EQ(read_period_label(year)->unit, PeriodUnit::Year) << year;
    EXPECT_EQ(read_period_label(year)->year, 2022) << year;
    EXPECT_FALSE(read_period_label(year)->span) << year;
  }
  ASSERT_TRUE(read_period_label("Q1 FY24"));
  EXPECT_EQ(read_period_label("Q1 FY24")->unit, PeriodUnit::Quarter);
  EXPECT_FALSE(read_period_label("Q1 FY24")->span);
  for (const char* none : {"",
                           "-",
                           "total",
                           "13/2025",
                           "2025-13",
                           "5",
                           "100",
                           "2.2.2025",
                           "Q5 2025",
                           "Jan Feb",
                           "1.500",
                           "abc 2025 def",
                           "202513",
                           "202500",
                           "000001",
                           "W54 2025",
                           "W53 2025",
                           "H3 2025",
                           "Plan 3",
                           "week",
                           "01.01.2025 - 17.01.2025",
                           "1/4",
                           "30/60",
                           "11/12",
                           "2021/23",
                           "I/2024",
                           "Ende",
                           "Jan 2024 (Plan)",
                           "Rate 1/12",
                           "05.01.–01.01.2024"}) {
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
                      {"01/24", ""},
                      {"Ende Jan 2024", ""},
                      {"2021/22", "2021-07-01 2022-06-30"},
                      {"Berlin", ""}};
  for (const Row& row : rows) {
    const std::optional<PeriodDays> days = read_period_days(row.label);
    EXPECT_EQ(days ? write_date({days->first}) + " " + write_date({days->last}) : "", row.days) << row.label;
  }
}

}  // namespace
}  // namespace kirnu
