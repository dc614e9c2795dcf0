#pragma once
#include <optional>
#include <string_view>

#include "base/rate.h"

namespace kirnu {

/// The 97.5 % point of the standard normal distribution.
inline constexpr double kNormal975 = 1.959963984540054;

/// Wilson's 95 % score interval for k of n, without continuity correction. Absent for n <= 0 or k outside [0, n].
/// Source: E. B. Wilson, JASA 22 (1927) 209.
std::optional<Interval> wilson_interval(double k, double n);

/// Newcombe's 95 % hybrid score interval for k1/n1 - k2/n2 (method 10). Absent where a Wilson interval is.
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873.
std::optional<Interval> newcombe_difference(double k1, double n1, double k2, double n2);

/// Two-sided p of Fisher's exact test of k1 of n1 against k2 of n2: all tables with the same margins that are at most
/// as likely as the observed one. The work grows with the standard deviation of the table's cell, not with n.
double fisher_exact_p(double k1, double n1, double k2, double n2);

/// Two-sided p of the z test of two shares with the pooled variance; 1 when nobody or everybody is in k.
double pooled_z_p(double k1, double n1, double k2, double n2);

/// One share against another.
struct Comparison {
  double difference = 0;  ///< k1/n1 - k2/n2
  Interval interval;      ///< Newcombe, 95 %
  double p = 1;           ///< two-sided
  std::string_view test;  ///< "fisher" when an expected count is under 5, else "z"
};

/// Compares k1 of n1 with k2 of n2. Absent where a share is.
std::optional<Comparison> compare_shares(double k1, double n1, double k2, double n2);

}  // namespace kirnu
