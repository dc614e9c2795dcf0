#include "facts/planned_ends.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "facts/repeated_rows.h"
#include "facts/status_words.h"

namespace kirnu {
namespace {

constexpr std::int64_t kSoon = 31 * kSecondsPerDay;  ///< ends so soon after the last start are no news

bool all_end(const SubscriptionTable& table) {
  for (std::size_t row = 0; row < table.end.size(); ++row) {
    if (instant_at(table.end, row) == kNoInstant) return false;
  }
  return table.end.size() > 1;
}

/// The rows whose status says that they run; empty where no status does, or all do.
std::vector<bool> running_rows(const SubscriptionTable& table) {
  const std::vector<SubscriptionStatus> statuses = subscription_statuses(table.status);
  std::vector<bool> running;
  for (std::size_t row = 0; row < table.status.codes.size(); ++row) {
    const std::uint32_t code = table.status.codes[row];
    running.push_back(code < statuses.size() && statuses[code] == SubscriptionStatus::Running);
  }
  const auto run = std::count(running.begin(), running.end(), true);
  return run > 0 && static_cast<std::size_t>(run) < running.size() ? running : std::vector<bool>();
}

/// The rows that nobody cancelled, where some others were; empty where their ends are none that are still to come.
std::vector<bool> rows_not_cancelled(const SubscriptionTable& table) {
  std::vector<bool> going_on;
  std::int64_t past = kNoInstant, last = kNoInstant;
  for (std::size_t row = 0; row < table.canceled.size(); ++row) {
    const std::int64_t cancelled = instant_at(table.canceled, row);
    going_on.push_back(cancelled == kNoInstant);
    past = std::max({past, cancelled, instant_at(table.start, row)});
    if (going_on.back()) last = std::max(last, instant_at(table.end, row));
  }
  const auto open = std::count(going_on.begin(), going_on.end(), true);
  const bool some = open > 0 && static_cast<std::size_t>(open) < going_on.size();
  return some && past != kNoInstant && last > past + kSoon ? going_on : std::vector<bool>();
}

}  // namespace

std::int64_t forget_planned_ends(SubscriptionTable& table) {
  if (table.customers.size() != table.customer.size() || !all_end(table)) return 0;
  std::vector<bool> running = running_rows(table);
  if (running.empty()) running = rows_not_cancelled(table);
  if (running.empty()) return 0;
  TimeColumn ends{.clock = table.end.clock};
  for (std::size_t row = 0; row < running.size(); ++row) {
    if (ends.clock) ends.instants.push_back(running[row] ? kNoInstant : table.end.instants[row]);
    else ends.days.push_back(running[row] ? kNoDay : table.end.days[row]);
  }
  table.end = std::move(ends);
  return std::count(running.begin(), running.end(), true);
}

}  // namespace kirnu
