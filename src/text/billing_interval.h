#pragma once
#include <optional>
#include <string_view>

namespace kirnu {

/// How often a subscription is paid. One of both is above 0.
struct BillingInterval {
  double months = 0;
  double days = 0;
};

/// Reads how people and programs write it: "month", "yearly", "3 months", "every 2 weeks", "P1Y", "vierteljährlich",
/// "kuukausittain"; a number alone counts months. Absent for anything else, as for what is paid once.
std::optional<BillingInterval> read_billing_interval(std::string_view text);

}  // namespace kirnu
