#include "metrics/differences.h"

#include <optional>

namespace kirnu {
namespace {

/// What one customer did; absent when it was there throughout, or never.
std::optional<Difference> difference_of(const Spell* begin, const Spell* end, const DayWindow& window) {
  bool opening = false, closing = false, returned = false;
  int left = 0;
  for (const Spell* spell = begin; spell != end; ++spell) {
    opening |= spell->start < window.from && spell->end >= window.from;
    closing |= spell->start < window.to && spell->end >= window.to;
    returned |= spell != begin && spell->start >= window.from && spell->start < window.to;
    left += spell->end >= window.from && spell->end < window.to ? 1 : 0;
  }
  const bool joined = begin->start >= window.from && begin->start < window.to;
  if (closing && left > 0) return Difference::LeftAndReturned;
  if (opening && !closing) return left > 1 ? Difference::LeftTwice : Difference::Left;
  if (joined) return closing ? Difference::Joined : Difference::JoinedAndLeft;
  if (returned && !opening) return closing ? Difference::Returned : Difference::ReturnedAndLeft;
  return std::nullopt;
}

}  // namespace

std::string_view difference_name(Difference difference) {
  switch (difference) {
    case Difference::JoinedAndLeft: return "joined_and_left";
    case Difference::LeftAndReturned: return "left_and_returned";
    case Difference::ReturnedAndLeft: return "returned_and_left";
    case Difference::LeftTwice: return "left_twice";
    case Difference::Joined: return "joined";
    case Difference::Returned: return "returned";
    case Difference::Left: return "left";
  }
  return "";
}

bool counts_otherwise(std::string_view metric, Difference difference) {
  if (metric == "customer_churn_rate") return false;
  switch (difference) {
    case Difference::JoinedAndLeft:
    case Difference::LeftAndReturned:
    case Difference::ReturnedAndLeft:
    case Difference::LeftTwice: return true;  // each counts all departures
    case Difference::Joined: return metric != "churn_events_rate";
    case Difference::Returned:
    case Difference::Left: return metric != "churn_events_rate" && metric != "churn_rate_stripe";
  }
  return false;
}

Differences build_differences(const Spells& spells, const DayWindow& window) {
  Differences differences;
  spells.visit([&](std::uint32_t customer, const Spell* begin, const Spell* end) {
    const bool before = end[-1].end < window.from || begin->start >= window.to;
    const bool throughout = end - begin == 1 && begin->start < window.from && begin->end >= window.to;
    if (before || throughout) return;
    const std::optional<Difference> difference = difference_of(begin, end, window);
    if (!difference) return;
    DifferentCustomers& one = differences[static_cast<std::size_t>(*difference)];
    ++one.count;
    if (one.customers.size() < kMostNamed) one.customers.push_back(customer);
  });
  return differences;
}

}  // namespace kirnu
