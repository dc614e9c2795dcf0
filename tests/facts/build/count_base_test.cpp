#include "facts/plan/count_base.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "facts/build/importer.h"

namespace kirnu {
namespace {

constexpr std::string_view kActive =
    "segment,active_customers,churned_customers,churn_rate\nLarge,90,10,0.1\nMiddle,160,40,0.2\nSmall,50,50,0.5\n";

ImportedFile read(std::string_view bytes, std::map<std::string, Role> roles = {}) {
  Importer importer(ImportChoice{.kind = FactKind::Counts, .roles = std::move(roles)});
  importer.feed(bytes);
  return importer.finish();
}

bool has_issue(const ImportedFile& file, IssueCode code) {
  return std::any_of(file.issues.begin(), file.issues.end(), [code](const Issue& issue) { return issue.code == code; });
}

TEST(CountBase, IsNotedWhereTheRatesHaveSettledIt) {
  EXPECT_TRUE(has_issue(read(kActive), IssueCode::BaseFromRate));
  EXPECT_FALSE(has_issue(read(kActive, {{"active_customers", Role::Retained}}), IssueCode::BaseFromRate));
  const ImportedFile named = read("Segment,Retained customers,Churned,Churn rate\nLarge,90,10,0.2\nSmall,50,50,0.3\n");
  EXPECT_FALSE(has_issue(named, IssueCode::BaseFromRate));
}

TEST(CountBase, GroupsOfTwoNamesAreUniquePairs) {
  const ImportedFile pairs = read("Plan,Channel,Start,Lost\nA,Web,100,5\nA,Shop,80,4\nB,Web,50,1\n");
  ASSERT_EQ(pairs.facts.size(), 1U);
  EXPECT_EQ(std::get<CountTable>(pairs.facts[0].table).groups, "Plan, Channel");
  const ImportedFile twice = read("Plan,Channel,Start,Lost\nA,Web,100,5\nA,Web,80,4\nB,Shop,50,1\nB,Shop,40,1\n");
  ASSERT_EQ(twice.facts.size(), 1U);
  EXPECT_EQ(std::get<CountTable>(twice.facts[0].table).groups, "");
}

}  // namespace
}  // namespace kirnu
