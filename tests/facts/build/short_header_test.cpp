// Headers with a name less than the rows have fields, as R writes them or as decimal commas make them.
#include <gtest/gtest.h>

#include "support/imported.h"

namespace kirnu {
namespace {

TEST(ShortHeaders, OfRAreReadWithTheirRowNames) {
  for (const char* text :
       {"time status\n1 5 0\n2 6 1\n3 7 0\n4 9 1\n", "\"time\" \"status\"\n\"1\" 5 0\n\"2\" 6 1\n\"3\" 7 0\n",
        "time,status\n1,5,0\n2,6,1\n3,7,0\n"}) {
    const ImportedFile file = import(text);
    ASSERT_EQ(file.import.columns.size(), 3U) << text;
    EXPECT_EQ(file.import.columns[1].name, "time") << text;
    EXPECT_EQ(file.import.columns[1].role, Role::Time) << text;
  }
}

TEST(ShortHeaders, RowsWithDecimalCommasThatNothingQuotesAreRefused) {
  const ImportedFile all = import("customer,date,amount\nA,2024-01-02,19,00\nB,2024-01-03,20,50\nA,2024-02-02,9,00\n");
  EXPECT_EQ(all.import.rejected, 3);
  EXPECT_TRUE(has_issue(all, IssueCode::RowTooLong));
  const ImportedFile one =
      import("customer,date,amount,note\nA,2024-01-02,12,50,\nB,2024-01-03,20.50,\nA,2024-02-02,9.00,x\n");
  EXPECT_EQ(one.import.rejected, 1);
  const ImportedFile separators =
      import("customer,date,amount,\nA,2024-01-02,12,\nB,2024-01-03,20,\nA,2024-02-02,9,\n");
  EXPECT_EQ(separators.import.rejected, 0) << "each row ends in one";
}

}  // namespace
}  // namespace kirnu
