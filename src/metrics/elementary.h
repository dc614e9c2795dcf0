#pragma once

namespace kirnu {

// exp and log differ in their last digits between C libraries, and reports must not. These use only + - * / on
// doubles, so every platform gives the same bits; relative error below 1e-15 (exponential() of large arguments:
// below |x| times 2e-16).

/// log(1 + x) for x > -1; -infinity for x <= -1.
double log_1p(double x);

/// log(x) for x > 0; -infinity for x <= 0.
double logarithm(double x);

/// exp(x) - 1.
double exp_m1(double x);

/// exp(x); 0 below -745, infinity above 709.
double exponential(double x);

/// The chance that a standard normal variable is farther from 0 than z.
double normal_two_sided_p(double z);

}  // namespace kirnu
