#include <gtest/gtest.h>

#include <string>

#include "facts/plan/import_plan.h"
#include "support/planned.h"

namespace kirnu {
namespace {

/// The kind and the roles, with what means "left" behind it, "?" while that is asked.
std::string roles_with_event(std::string_view bytes) {
  const ImportPlan plan = plan_of(bytes);
  return roles_of(plan) + (plan.event_value.empty() ? " ?" : " " + plan.event_value);
}

TEST(NamedLifetimes, ColumnsOfCensoringAreAskedFor) {
  EXPECT_EQ(
      roles_with_event(
          "ID,TREAT,TIME0,TIME1,CENSOR,EVENT\n1,0,0,6,1,1\n1,0,6,9,1,2\n1,0,9,20,0,4\n2,1,0,8,1,3\n2,1,8,30,0,4\n"),
      "survival customer_id ignore entry time event ignore ?");
  EXPECT_EQ(roles_with_event("Age,T,C\n51,1,1\n58,2,0\n55,5,1\n28,22,0\n"), "survival ignore time event ?");
}

TEST(NamedLifetimes, WordsOfSeveralEndsAreAskedFor) {
  EXPECT_EQ(roles_with_event(
                "age,futime,event\n47,1197,death\n55,28,ltx\n52,85,ltx\n40,231,ltx\n50,90,withdraw\n41,12,death\n"
                "38,44,censored\n61,70,censored\n33,80,ltx\n"),
            "survival ignore time event ?");
}

TEST(NamedLifetimes, HowCustomersStandTellsWhoLeft) {
  EXPECT_EQ(roles_with_event("Kunde;Kundendauer;Kundenstatus\nA;3;aktiv\nB;5;gekündigt\nC;9;aktiv\nD;2;gekündigt\n"),
            "survival customer_id time event gekündigt");
}

TEST(NamedLifetimes, CountsOfGroupsAreNone) {
  EXPECT_EQ(roles_with_event("Contract,customers,churned,customer_months\nOne year,1473,166,61933\n"
                             "Month-to-month,3875,1655,69892\nTwo year,1695,48,96176\n"),
            "counts segment opening churned ignore ?");
}

TEST(NamedLifetimes, FlagsAreNoCohorts) {
  EXPECT_EQ(
      roles_with_event("rownames,group,t1,t2,d1,d2,d3\n1,1,2081,2081,0,0,0\n2,1,1602,1602,0,0,0\n3,2,466,122,1,1,1\n"
                       "4,3,100,80,1,0,1\n")
          .front(),
      '?');
}

TEST(NamedLifetimes, RecencyAndAgeOfCustomersSumUpWhatTheyBought) {
  const ImportPlan plan = plan_of("customer_id,recency,T,cohort\n1,1,8,a\n2,8,8,a\n3,2,7,b\n");
  EXPECT_EQ(plan.source, "purchase_summary");
}

}  // namespace
}  // namespace kirnu
