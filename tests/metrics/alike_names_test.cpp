#include "metrics/alike_names.h"

#include <gtest/gtest.h>

#include <string>

namespace kirnu {
namespace {

std::size_t alike(const std::string& earlier, const std::string& later) {
  IdPool one, other;
  one.add(earlier);
  other.add(later);
  return find_alike(one, other).size();
}

TEST(AlikeNames, AreThoseThatOneSpellsOtherwise) {
  struct Row {
    const char *earlier, *later;
    bool alike;
  };
  const Row rows[] = {{"Müller, Bernd", "Bernd Müller", true},
                      {"Bernd Mueller", "Müller Bernd", true},
                      {"Meier GmbH", "Meier", true},
                      {"Virtanen", "Virtanen Oy", true},
                      {"Meier GmbH & Co. KG", "Meier KG", true},
                      {"Huber e. K.", "Huber e.K.", true},
                      {"Dr. Anna Weiß", "Weiss Anna", true},
                      {"Herr Koch", "Koch", true},
                      {"Schmidt & Sohn", "Schmidt und Sohn", true},
                      {"Nieminen ja Pojat", "Nieminen & Pojat", true},
                      {"Studio 54 GmbH", "studio 54", true},
                      {"ab12", "AB12", true},
                      {"Café Zentral", "3. Cafe Zentral", true},
                      {"Meier GmbH", "Meier AG", false},
                      {"Herr Koch", "Frau Koch", false},
                      {"Bernd Müller", "Anna Müller", false},
                      {"K-1-23", "K-12-3", false},
                      {"12-7", "7-12", false},
                      {"a.b@x.de", "b.a@x.de", false},
                      {"GmbH", "AG", false},
                      {"1001", "1002", false}};
  for (const Row& row : rows) EXPECT_EQ(alike(row.earlier, row.later) == 1, row.alike) << row.earlier;
}

TEST(AlikeNames, AreOfThoseWhomOneListAloneHas) {
  IdPool earlier, later;
  for (const char* name : {"Meier GmbH", "Koch", "Lang"}) earlier.add(name);
  for (const char* name : {"Koch", "KOCH", "Lang AG", "Meier", "meier"}) later.add(name);
  const auto pairs = find_alike(earlier, later);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(earlier.text(pairs[0].first), "Meier GmbH");
  EXPECT_EQ(later.text(pairs[0].second), "Meier");
  EXPECT_EQ(later.text(pairs[1].second), "Lang AG");
}

TEST(AlikeNames, OfListsBeyondTwentyThousandAreNotLookedFor) {
  IdPool earlier, later;
  for (int i = 0; i <= 20'000; ++i) earlier.add("a" + std::to_string(i));
  later.add("A1");
  EXPECT_TRUE(find_alike(earlier, later).empty());
}

}  // namespace
}  // namespace kirnu
