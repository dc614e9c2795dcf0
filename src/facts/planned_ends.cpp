#include "facts/planned_ends.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "facts/name_list.h"
#include "facts/repeated_rows.h"
#include "facts/status_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::int64_t kSoon = 31 * kSecondsPerDay;  ///< ends so soon after the last start are no news

bool all_end(const SubscriptionTable& table) {
  for (std::size_t row = 0; row < table.end.size(); ++row) {
    if (instant_at(table.end, row) == kNoInstant) return false;
  }
  return table.end.size() > 1;
}

/// A status that runs on: "non_renewing" and "pending_cancel" run until an end that is certain.
bool runs_on(std::string_view word) {
  return subscription_status(word) == SubscriptionStatus::Running && !has_part(fold_case(word), "cancel|non_|non-");
}

/// The rows whose status says that they run on; empty where no status does, or all do.
std::vector<bool> running_rows(const SubscriptionTable& table) {
  std::vector<bool> by_code, running;
  for (std::uint32_t code = 0; code < table.status.words.size(); ++code)
    by_code.push_back(runs_on(table.status.words.text(code)));
  PackedReader<std::uint32_t> codes(table.status.codes);
  for (std::size_t row = 0; row < table.status.codes.size(); ++row) {
    const std::uint32_t code = codes[row];
    running.push_back(code < by_code.size() && by_code[code]);
  }
  const auto run = std::count(running.begin(), running.end(), true);
  return run > 0 && static_cast<std::size_t>(run) < running.size() ? running : std::vector<bool>();
}

/// The rows that nobody cancelled, where some others were, and whose ends are months after all that happened.
std::vector<bool> rows_to_go_on(const SubscriptionTable& table) {
  std::int64_t past = kNoInstant;
  std::size_t cancelled = 0;
  for (std::size_t row = 0; row < table.canceled.size(); ++row) {
    cancelled += instant_at(table.canceled, row) != kNoInstant ? 1U : 0U;
    past = std::max({past, instant_at(table.canceled, row), instant_at(table.start, row)});
  }
  if (cancelled == 0 || past == kNoInstant) return {};
  std::vector<bool> going_on;
  for (std::size_t row = 0; row < table.canceled.size(); ++row)
    going_on.push_back(instant_at(table.canceled, row) == kNoInstant && instant_at(table.end, row) > past + kSoon);
  return going_on;
}

}  // namespace

std::int64_t forget_planned_ends(SubscriptionTable& table) {
  if (!all_end(table)) return 0;
  std::vector<bool> going_on = running_rows(table);
  if (going_on.empty()) going_on = rows_to_go_on(table);
  if (going_on.empty()) return 0;
  const std::vector<bool> latest = latest_rows(table.customer, table.customers.size(), table.start);
  std::int64_t forgotten = 0;
  TimeColumn ends{.clock = table.end.clock};
  for (std::size_t row = 0; row < going_on.size(); ++row) {
    const bool open = going_on[row] && latest[row];  // what a customer had before that has ended
    forgotten += open ? 1 : 0;
    if (ends.clock) ends.instants.push_back(open ? kNoInstant : table.end.instants[row]);
    else ends.days.push_back(open ? kNoDay : table.end.days[row]);
  }
  table.end = std::move(ends);
  return forgotten;
}

}  // namespace kirnu
