#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "facts/plan/import_plan.h"
#include "support/planned.h"

namespace kirnu {
namespace {

std::string roles_of(std::string_view bytes) { return roles_of(plan_of(bytes)); }

TEST(SingleCustomers, NumbersThatTellThemApartCountNone) {
  for (const std::string id : {"customer_id", "CustomerID", "user_id", "member_id", "Mitgliedsnummer", "Jäsennumero",
                               "Kundennr.", "Kunden-Nr.", "account_id", "subscriber_id", "client_id", "asiakas_id",
                               "Customer", "Kunde", "Asiakas", "membershipid"}) {
    for (const std::string left : {"churned", "lost", "churn", "Abgewandert", "Poistunut", "is_churned", "churn_flag"})
      EXPECT_EQ(roles_of(id + "," + left + "\n1001,0\n1002,1\n1005,0\n1003,1\n"), "lists customer_id event")
          << id << " " << left;
  }
}

TEST(SingleCustomers, TheirNumbersMayRunUnderANameOfMany) {
  EXPECT_EQ(roles_of("Customers,churned\n1,0\n2,1\n3,0\n"), "lists customer_id event");
}

TEST(SingleCustomers, CountsBesideSmallLossesStayCounts) {
  EXPECT_EQ(roles_of("Monat;Mitglieder;Austritte\n2024-01;40;0\n2024-02;41;1\n2024-03;39;1\n"),
            "counts time opening churned");
  EXPECT_EQ(roles_of("Plan,Customers,Churned\nBasic,12,1\nPro,7,0\nTeam,9,1\n"), "counts segment opening churned");
}

TEST(SingleCustomers, PaymentsOfNumberedMembersAreOrders) {
  EXPECT_EQ(roles_of("paymentid,membershipid,amountpaid,paymentdate\n1,1,20.00,2025-06-01\n2,2,55.00,2025-06-02\n"
                     "3,3,19.00,2025-06-03\n4,1,20.00,2025-07-01\n5,2,55.00,2025-07-02\n6,3,19.00,2025-07-03\n")
                .substr(0, 12),
            "transactions");
}

TEST(ShopifyOrders, WithoutAddressesHaveTheNextColumnThatTellsCustomers) {
  const ImportPlan plan = plan_of(
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Total,Created at,Lineitem quantity,Billing Name,Phone\n"
      "#1,,paid,,,10.00,2026-04-01 10:00:00 +0000,1,Ada,\n#2,,paid,,,10.00,2026-04-02 10:00:00 +0000,1,Ben,\n"
      "#3,,paid,,,10.00,2026-04-03 10:00:00 +0000,1,Ada,+4912\n");
  EXPECT_EQ(plan.source, "shopify_orders");
  EXPECT_EQ(plan.columns[*plan.column_of(Role::CustomerId)].name, "Billing Name");
  EXPECT_TRUE(std::any_of(plan.issues.begin(), plan.issues.end(), [](const Issue& issue) {
    return issue.code == IssueCode::CustomersByOther && issue.column == "Email";
  }));
}

/// Reasons beside whole numbers.
TEST(CountedReasons, WhateverTheirColumnIsCalled) {
  for (const std::string name : {"churn_count", "cancellations", "users", "accounts", "num_customers", "customer_count",
                                 "churned", "Absolut", "freq", "events", "Poistuneet"})
    EXPECT_EQ(roles_of("Reason;" + name + "\nToo expensive;42\nMissing features;18\nMoved away;20\n"),
              "reasons reason quantity")
        << name;
}

TEST(CountedReasons, AgesAndScoresOfThoseWhoAnsweredAreNone) {
  for (const std::string name : {"Age", "NPS score", "Tenure months", "Alter"})
    EXPECT_EQ(roles_of("Reason;" + name + "\nToo expensive;42\nMissing features;18\nMoved away;20\n"),
              "reasons reason ignore")
        << name;
}

TEST(CountedReasons, EachMonthMayHaveItsRows) {
  EXPECT_EQ(roles_of("Month;Reason;cancellations\n2024-01;Too expensive;4\n2024-01;Moved away;1\n"
                     "2024-02;Too expensive;3\n2024-02;Moved away;2\n"),
            "reasons ignore reason quantity");
}

}  // namespace
}  // namespace kirnu
