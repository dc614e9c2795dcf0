#include <gtest/gtest.h>

#include "support/imported.h"

/// What a file says that cannot be used as it is.
namespace kirnu {
namespace {

TEST(Refusals, AsksWhichValueMeansLeftWhereNoRowHasTheChosenOne) {
  const std::string survival = "time;event\n1;0\n2;1\n3;0\n";
  EXPECT_FALSE(import(survival, {.event_value = "1"}).blocked);
  const ImportedFile file = import(survival, {.event_value = "7"});
  EXPECT_FALSE(file.has_facts());
  ASSERT_TRUE(has_issue(file, IssueCode::EventValueNeeded));
  const std::string list = "Kunde;Churn\nA;yes\nB;no\nC;no\nD;yes\n";
  EXPECT_FALSE(import(list, {.event_value = "no"}).blocked);
  EXPECT_TRUE(has_issue(import(list, {.event_value = "perhaps"}), IssueCode::EventValueNeeded));
}

TEST(Refusals, SaysWhatIsWrongWithMostRowsWhereNoneIsLeft) {
  const ImportedFile file =
      import("customer;start;end\nA;2024-05-01;2024-01-01\nB;2024-06-01;2024-02-01\nC;2024-02-30;2024-03-01\n");
  EXPECT_EQ(file.import.accepted, 0);
  for (const Issue& issue : file.issues) {
    const bool most = issue.code == IssueCode::EndBeforeStart;
    EXPECT_EQ(issue.row && issue.severity == Severity::Error, most);
  }
  EXPECT_TRUE(has_issue(file, IssueCode::EndBeforeStart));
}

TEST(Refusals, SaysThatAColumnOfDatesHasNone) {
  const ImportedFile file =
      import("order_id;customer_id;order_date;amount\n1;A;2024-31-12;10\n2;B;2024-30-11;20\n3;A;2024-29-10;5\n");
  EXPECT_EQ(file.facts[0].kind, FactKind::Lists);
  EXPECT_TRUE(has_issue(file, IssueCode::ColumnUnfit));
}

}  // namespace
}  // namespace kirnu
