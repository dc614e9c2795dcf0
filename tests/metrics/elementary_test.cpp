#include "metrics/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kirnu {
namespace {

struct Value {
  double x;
  double expected;
};

void expect_close(double got, double expected, double relative, double x) {
  EXPECT_NEAR(got, expected, std::fabs(expected) * relative) << "x = " << x;
}

TEST(Elementary, LogOfOnePlusXHasItsDigits) {
  const Value values[] = {
      {.x = 1e-18, .expected = 1e-18},
      {.x = 1e-9, .expected = 9.9999999950000006e-10},
      {.x = -1e-9, .expected = -1.0000000005000001e-9},
      {.x = 0.1, .expected = 0.095310179804324865},
      {.x = -0.05, .expected = -0.051293294387550536},
      {.x = -0.29, .expected = -0.34249030894677592},
      {.x = -0.3, .expected = -0.35667494393873236},
      {.x = 0.41, .expected = 0.34358970439007689},
      {.x = 0.42, .expected = 0.35065687161316935},
      {.x = 1, .expected = 0.69314718055994531},
      {.x = 10, .expected = 2.3978952727983705},
      {.x = 1e15, .expected = 34.538776394910686},
      {.x = -0.5, .expected = -0.69314718055994531},
      {.x = -0.9, .expected = -2.3025850929940459},
  };
  for (const Value& value : values) expect_close(log_1p(value.x), value.expected, 1e-15, value.x);
  EXPECT_EQ(log_1p(0), 0);
  EXPECT_EQ(log_1p(-1), -std::numeric_limits<double>::infinity());
}

TEST(Elementary, ExpMinusOneHasItsDigits) {
  const Value values[] = {
      {.x = 1e-18, .expected = 1e-18},
      {.x = -1e-9, .expected = -9.9999999950000006e-10},
      {.x = -0.1, .expected = -0.095162581964040432},
      {.x = 0.1, .expected = 0.10517091807564763},
      {.x = 0.34, .expected = 0.40494759056359383},
      {.x = 0.35, .expected = 0.41906754859325722},
      {.x = -0.34, .expected = -0.2882296772373903},
      {.x = -0.35, .expected = -0.29531191028128655},
      {.x = -0.7, .expected = -0.50341469620859046},
      {.x = -1.5, .expected = -0.77686983985157017},
      {.x = -10, .expected = -0.99995460007023752},
      {.x = 1, .expected = 1.7182818284590452},
      {.x = 20, .expected = 485165194.40979028},
  };
  for (const Value& value : values) expect_close(exp_m1(value.x), value.expected, 1e-15, value.x);
  EXPECT_EQ(exp_m1(0), 0);
  EXPECT_EQ(exp_m1(-std::numeric_limits<double>::infinity()), -1);
  EXPECT_EQ(exp_m1(710), std::numeric_limits<double>::infinity());
}

TEST(Elementary, ExponentialKeepsItsDigitsFarOut) {
  const Value values[] = {
      {.x = -700, .expected = 9.8596765437597709e-305}, {.x = -300.5, .expected = 3.1225412772322848e-131},
      {.x = -50, .expected = 1.9287498479639178e-22},   {.x = -1, .expected = 0.36787944117144232},
      {.x = 1, .expected = 2.7182818284590452},         {.x = 50.25, .expected = 6.6572936767472527e21},
      {.x = 700, .expected = 1.0142320547350045e304},
  };
  for (const Value& value : values) expect_close(exponential(value.x), value.expected, 2e-14, value.x);
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(-800), 0);
}

TEST(Elementary, NormalTailsHaveTheirDigits) {
  const Value values[] = {
      {.x = 0.001, .expected = 0.99920211557217787},  {.x = 0.05, .expected = 0.96012238832325507},
      {.x = 0.5, .expected = 0.61707507745197379},    {.x = 1, .expected = 0.3173105078629141},
      {.x = 1.4395, .expected = 0.1500089099657934},  {.x = 2.4999, .expected = 0.012422836749889179},
      {.x = 2.5, .expected = 0.01241933065155227},    {.x = 3, .expected = 0.0026997960632601891},
      {.x = 5, .expected = 5.7330314375838782e-7},    {.x = 10, .expected = 1.5239706048321052e-23},
      {.x = 30, .expected = 9.8134278542963741e-198}, {.x = 37, .expected = 1.1451142445049154e-299},
  };
  for (const Value& value : values) {
    expect_close(normal_two_sided_p(value.x), value.expected, 1e-13, value.x);
    EXPECT_EQ(normal_two_sided_p(-value.x), normal_two_sided_p(value.x));
  }
  EXPECT_EQ(normal_two_sided_p(0), 1);
  EXPECT_EQ(normal_two_sided_p(60), 0);
}

// The last bits, pinned: reports are equal on every platform.
TEST(Elementary, EveryPlatformGivesTheSameBits) {
  EXPECT_EQ(log_1p(-250.0 / 1500), -0x1.7565011e49676p-3);
  EXPECT_EQ(exp_m1(-0.015193463066162), -0x1.ee18ac0fc2e94p-7);
  EXPECT_EQ(exponential(-2.07), 0x1.026db0ed258dbp-3);
  EXPECT_EQ(normal_two_sided_p(1.44), 0x1.32edadcde4404p-3);
  EXPECT_EQ(normal_two_sided_p(4.2), 0x1.bfcf1c72e0829p-16);
}

}  // namespace
}  // namespace kirnu
