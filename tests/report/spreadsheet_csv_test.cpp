#include "report/spreadsheet_csv.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

const std::string kMark = "\xEF\xBB\xBF";

TEST(SpreadsheetCsv, OpensInEachLanguagesHabit) {
  const std::string csv = "metric,value,low\r\nchurn,0.25,-1.5\r\nodds,1e-07,2.5e-07\r\n";
  EXPECT_EQ(spreadsheet_csv(csv, Language::En), kMark + csv);
  const std::string european = kMark + "metric;value;low\r\nchurn;0,25;-1,5\r\nodds;1e-07;2,5e-07\r\n";
  EXPECT_EQ(spreadsheet_csv(csv, Language::De), european);
  EXPECT_EQ(spreadsheet_csv(csv, Language::Fi), european);
}

TEST(SpreadsheetCsv, LeavesTextsDatesAndQuotedCellsAlone) {
  const std::string csv = "2025-01-01,\"Meyer, \"\"B.\"\" 1.5\",\"2025.01\",1.2.3,v1.5,,1.,.5\r\n\r\n\"a\r\nb,c\",-";
  EXPECT_EQ(spreadsheet_csv(csv, Language::De),
            kMark + "2025-01-01;\"Meyer, \"\"B.\"\" 1.5\";\"2025.01\";1.2.3;v1.5;;1.;.5\r\n\r\n\"a\r\nb,c\";-");
}

TEST(SpreadsheetCsv, EndsWithAnOpenQuotationMark) {
  EXPECT_EQ(spreadsheet_csv("a,\"b,c", Language::Fi), kMark + "a;\"b,c");
  EXPECT_EQ(spreadsheet_csv("", Language::Fi), kMark);
}

}  // namespace
}  // namespace kirnu
