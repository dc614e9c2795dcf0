#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace kirnu {

/// Which losses count, and against how many customers.
struct Definition {
  std::string_view name;    ///< of --set definition, links and State
  std::string_view metric;  ///< the id of its churn rate
};

/// The definitions that may lead, in the order in which they are offered; the first is the usual one.
inline constexpr auto kDefinitions = std::to_array<Definition>({{"start_base", "customer_churn_rate"},
                                                                {"events", "churn_events_rate"},
                                                                {"stripe", "churn_rate_stripe"},
                                                                {"average_base", "churn_rate_average_base"},
                                                                {"daily_sum", "churn_rate_daily_sum"},
                                                                {"daily_weighted", "churn_rate_daily_weighted"}});

/// Whether a name is one of theirs.
inline bool is_definition(std::string_view name) {
  return std::any_of(kDefinitions.begin(), kDefinitions.end(),
                     [name](const Definition& known) { return known.name == name; });
}

}  // namespace kirnu
