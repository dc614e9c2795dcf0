#include "facts/build/planned_ends.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/name_list.h"
#include "facts/build/repeated_rows.h"
#include "facts/plan/event_value.h"
#include "facts/plan/period_columns.h"
#include "facts/words/status_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"
#include "text/yes_no.h"

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
  if (is_one_of(kYesWords, fold_case(word))) return true;  // "active_subscription: true"
  return subscription_status(word) == SubscriptionStatus::Running && !has_part(fold_case(word), "cancel|non_|non-");
}

/// The words with which a list of nothing but running contracts calls them; "paid" may be of a term that is over.
bool says_active(std::string_view word) {
  return is_one_of("active|live|running|aktiv|laufend|aktiivinen|voimassa", fold_case(word));
}

/// The last day on which somebody began or cancelled; kNoInstant where nobody did.
std::int64_t last_event(const SubscriptionTable& table) {
  std::int64_t last = kNoInstant;
  for (std::size_t row = 0; row < table.start.size(); ++row)
    last = std::max({last, instant_at(table.canceled, row), instant_at(table.start, row)});
  return last;
}

/// The rows whose status says that they run on; empty where no status does. A status that all have may be that of their
/// first day: with it ends are real that lie before the last start.
std::vector<bool> running_rows(const SubscriptionTable& table) {
  std::vector<bool> by_code, running;
  for (std::uint32_t code = 0; code < table.status.words.size(); ++code)
    by_code.push_back(runs_on(table.status.words.text(code)));
  PackedReader<std::uint32_t> codes(table.status.codes);
  for (std::size_t row = 0; row < table.status.codes.size(); ++row) {
    const std::uint32_t code = codes[row];
    running.push_back(code < by_code.size() && by_code[code] && instant_at(table.canceled, row) == kNoInstant);
  }
  const auto run = std::count(running.begin(), running.end(), true);
  const bool all = static_cast<std::size_t>(run) == running.size();
  const bool named = table.status.words.size() == 1 && says_active(table.status.words.text(0));
  if (run == 0 || (all && !named)) return {};
  const std::int64_t past = all ? last_event(table) : kNoInstant;
  for (std::size_t row = 0; row < running.size() && all; ++row) running[row] = instant_at(table.end, row) >= past;
  return running;
}

/// The rows that nobody cancelled, where some others were, that no status calls over, and whose ends are months after
/// all that happened.
std::vector<bool> rows_to_go_on(const SubscriptionTable& table) {
  std::size_t cancelled = 0;
  for (std::size_t row = 0; row < table.canceled.size(); ++row)
    cancelled += instant_at(table.canceled, row) != kNoInstant ? 1U : 0U;
  const std::int64_t past = cancelled == 0 ? kNoInstant : last_event(table);
  if (cancelled == 0 || past == kNoInstant) return {};
  std::vector<bool> going_on;
  const std::vector<SubscriptionStatus> statuses = subscription_statuses(table.status);
  PackedReader<std::uint32_t> codes(table.status.codes);
  for (std::size_t row = 0; row < table.canceled.size(); ++row) {
    const std::uint32_t code = table.status.empty() ? CodeColumn::kNone : codes[row];
    const bool ended = code < statuses.size() && statuses[code] == SubscriptionStatus::Ended;
    going_on.push_back(!ended && instant_at(table.canceled, row) == kNoInstant &&
                       instant_at(table.end, row) > past + kSoon);
  }
  return going_on;
}

std::int64_t last_of(const TimeColumn& times) {
  std::int64_t last = kNoInstant;
  for (std::size_t row = 0; row < times.size(); ++row) last = std::max(last, instant_at(times, row));
  return last;
}

}  // namespace

std::int64_t forget_planned_ends(SubscriptionTable& table, const Column<std::uint8_t>& left, bool paid_until) {
  if (left.empty() && !paid_until && !all_end(table)) return 0;
  std::vector<bool> going_on;
  for (std::size_t row = 0; row < left.size(); ++row)
    going_on.push_back(left[row] == 0 && instant_at(table.end, row) != kNoInstant);
  if (going_on.empty()) going_on = running_rows(table);
  if (going_on.empty()) going_on = rows_to_go_on(table);
  if (going_on.empty()) return 0;
  const std::vector<bool> latest = latest_rows(table.customer, table.customers.size(), table.start);
  std::int64_t forgotten = 0;
  TimeColumn ends{.clock = table.end.clock, .local = table.end.local};
  for (std::size_t row = 0; row < going_on.size(); ++row) {
    const bool ends_later = going_on[row] && instant_at(table.end, row) != kNoInstant;
    const bool open = ends_later && latest[row];  // what a customer had before that has ended
    forgotten += open ? 1 : 0;
    if (ends.clock) ends.instants.push_back(open ? kNoInstant : table.end.instants[row]);
    else ends.days.push_back(open ? kNoDay : table.end.days[row]);
  }
  table.end = std::move(ends);
  return forgotten;
}

std::int32_t last_start(const SubscriptionTable& table) {
  const std::int64_t last = last_of(table.start);
  return last == kNoInstant ? kNoDay : day_of_instant(last);
}

std::int32_t day_made(const SubscriptionTable& table, const TimeColumn& updated) {
  if (last_of(updated) == kNoInstant) return kNoDay;
  const std::int64_t made = std::max({last_of(updated), last_of(table.start), last_of(table.canceled)});
  const std::int64_t last_end = last_of(table.end);
  return last_end > made + kSoon || last_end <= made ? day_of_instant(made) : kNoDay;
}

}  // namespace kirnu
