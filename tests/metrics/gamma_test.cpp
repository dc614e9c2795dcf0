#include "metrics/gamma.h"

#include <gtest/gtest.h>

#include <cmath>

#include "metrics/elementary.h"

namespace kirnu {
namespace {

TEST(Gamma, HasTheDigitsOfR) {
  struct Value {
    double x, log, psi;
  };
  const Value values[] = {
      {.x = 1e-3, .log = 6.9071788853838534, .psi = -1000.5755719318104},
      {.x = 0.5, .log = 0.57236494292470008, .psi = -1.9635100260214231},
      {.x = 1, .log = 0, .psi = -0.57721566490153231},
      {.x = 2.5, .log = 0.28468287047291918, .psi = 0.70315664064524341},
      {.x = 11.9, .log = 17.258477450595525, .psi = 2.4339335368825377},
      {.x = 12, .log = 17.50230784587389, .psi = 2.4426616799758119},
      {.x = 100, .log = 359.1342053695754, .psi = 4.6001618527380881},
      {.x = 1e5, .log = 1051287.7089736569, .psi = 11.512920464961896},
  };
  for (const Value& value : values) {
    const GammaAt found = gamma_at(value.x);
    EXPECT_NEAR(found.log, value.log, 1e-14 + 1e-15 * std::fabs(value.log)) << value.x;
    EXPECT_NEAR(found.psi, value.psi, 1e-14 + 1e-15 * std::fabs(value.psi)) << value.x;
  }
}

TEST(Gamma, GrowsByItsArgument) {
  for (double x = 0.01; x < 1000; x *= 1.37) {
    EXPECT_NEAR(gamma_at(x + 1).log - gamma_at(x).log, logarithm(x), 1e-14 * (10 + gamma_at(x).log)) << x;
    EXPECT_NEAR(gamma_at(x + 1).psi - gamma_at(x).psi, 1 / x, 1e-14 * (10 + 1 / x)) << x;
  }
}

// The last bits, pinned: reports are equal on every platform.
TEST(Gamma, HasTheSameBitsOnEveryPlatform) {
  EXPECT_EQ(gamma_at(0.704).log, 0x1.06276bebd5dp-2);
  EXPECT_EQ(gamma_at(0.704).psi, -0x1.356fe3f35f35ep+0);
  EXPECT_EQ(gamma_at(31.5).log, 0x1.317c1b4b39e33p+6);
  EXPECT_EQ(logarithm(0.241), -0x1.6c46ff8574c88p+0);
}

TEST(Gamma, LogarithmsHaveTheirDigits) {
  EXPECT_EQ(logarithm(1), 0);
  EXPECT_NEAR(logarithm(1e-9), -20.723265836946411, 1e-14);
  EXPECT_NEAR(logarithm(10), 2.3025850929940457, 1e-15);
  EXPECT_TRUE(std::isinf(logarithm(0)));
}

}  // namespace
}  // namespace kirnu
