#include "facts/plan/count_arithmetic.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(CountArithmetic, FindsRolesInAnyOrder) {
  const ColumnNumbers opening{100, 110, 105}, fresh{20, 5, 10}, lost{10, 10, 8}, closing{110, 105, 107};
  using Roles = std::vector<Role>;
  EXPECT_EQ(find_roles_by_arithmetic({opening, fresh, lost, closing}),
            (Roles{Role::Opening, Role::New, Role::Churned, Role::Closing}));
  EXPECT_EQ(find_roles_by_arithmetic({closing, lost, opening, fresh}),
            (Roles{Role::Closing, Role::Churned, Role::Opening, Role::New}));
  EXPECT_EQ(find_roles_by_arithmetic({fresh, opening, lost}), (Roles{Role::New, Role::Opening, Role::Churned}));
  EXPECT_EQ(find_roles_by_arithmetic({lost, opening}), (Roles{Role::Churned, Role::Opening}));
  EXPECT_FALSE(find_roles_by_arithmetic({ColumnNumbers{1, 3}, ColumnNumbers{2, 1}}));
  EXPECT_FALSE(find_roles_by_arithmetic({opening}));
  std::vector<ColumnNumbers> movements{{1000, 1100}, {100, 50}, {50, 20}, {-20, -10}, {-30, -60}, {1100, 1100}};
  EXPECT_EQ(find_roles_by_arithmetic(movements), (Roles{Role::MrrStart, Role::MrrNew, Role::MrrExpansion,
                                                        Role::MrrContraction, Role::MrrChurned, Role::MrrEnd}));
  movements[5] = {1100, 1101};
  EXPECT_FALSE(find_roles_by_arithmetic(movements));
}

}  // namespace
}  // namespace kirnu
