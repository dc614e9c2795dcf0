#include "metrics/differences.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/sort.h"

namespace kirnu {
namespace {

/// What one customer did; absent when it was there throughout, or never.
[[gnu::noinline]] std::optional<Difference> difference_of(const Spell* begin, const Spell* end,
                                                          const DayWindow& window) {
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

DifferentCustomers& customers_of(Differences& differences, Difference difference) {
  return differences[static_cast<std::size_t>(difference)];
}

/// Who did something.
class DifferenceFinder {
 public:
  /// Where everybody has one row, `flow` has their counts, and all that is left to find are the names.
  DifferenceFinder(const Spells& spells, const DayWindow& window, const Flow& flow)
      : window_(window), counted_(spells.first.empty()) {
    if (!counted_) return;
    customers_of(found_, Difference::Left).count = flow.lost;
    customers_of(found_, Difference::Joined).count = flow.new_kept;
    customers_of(found_, Difference::JoinedAndLeft).count = flow.new_left;
    check();
  }

  void add(std::uint32_t customer, const Spell* begin, const Spell* end) {
    if (done_) return;
    const bool outside = end[-1].end < window_.from || begin->start >= window_.to;
    const bool throughout = end - begin == 1 && begin->start < window_.from && begin->end >= window_.to;
    if (!outside && !throughout) note(customer, difference_of(begin, end, window_));
  }

  Differences take() {
    for (DifferentCustomers& one : found_)
      sort_items(one.customers, [](std::uint32_t a, std::uint32_t b) { return a < b; });
    return std::move(found_);
  }

 private:
  /// A function of its own, as few come here.
  [[gnu::noinline]] void note(std::uint32_t customer, std::optional<Difference> difference) {
    if (!difference) return;
    DifferentCustomers& one = customers_of(found_, *difference);
    if (!counted_) ++one.count;
    if (one.customers.size() < kMostNamed) one.customers.push_back(customer);
    if (counted_) check();
  }

  void check() {
    done_ = std::all_of(found_.begin(), found_.end(), [](const DifferentCustomers& one) {
      return static_cast<std::int64_t>(one.customers.size()) >=
             std::min(one.count, static_cast<std::int64_t>(kMostNamed));
    });
  }

  DayWindow window_;
  bool counted_;
  bool done_ = false;
  Differences found_ = {};
};

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

Differences build_differences(const Spells& spells, const DayWindow& window, const Flow& flow) {
  DifferenceFinder finder(spells, window, flow);
  spells.visit([&](std::uint32_t customer, const Spell* begin, const Spell* end) { finder.add(customer, begin, end); });
  return finder.take();
}

}  // namespace kirnu
