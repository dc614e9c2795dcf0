#include "metrics/list_comparison.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "facts/tables/money.h"
#include "metrics/ranking.h"

namespace kirnu {
namespace {

void add_values(const CustomerList& earlier, ListComparison& result) {
  if (earlier.value.empty()) return;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < earlier.value.size(); ++i) add_money(all, earlier.value[i]);
  std::int64_t lost = 0;
  std::vector<Ranked> ranked;
  for (const std::uint32_t number : result.lost_customers) {
    ranked.push_back({.value = earlier.value[number], .number = number});
    add_money(lost, earlier.value[number]);
  }
  result.value = all;
  result.value_lost = lost;
  result.lost_customers = ranked_numbers(std::move(ranked));
}

/// The last first day of the earlier list, or the day before `since`.
std::optional<std::int32_t> last_day_before(const CustomerList& earlier, std::optional<std::int32_t> since) {
  if (since) return *since - 1;
  std::int32_t last = kNoDay;
  for (std::size_t i = 0; i < earlier.first_seen.size(); ++i) last = std::max(last, earlier.first_seen[i]);
  return last == kNoDay ? std::nullopt : std::optional(last);
}

/// Tells returned from new by the first day of everybody who is in the later list alone; not while a day is missing.
void tell_by_first_days(const CustomerList& earlier, const CustomerList& later, std::optional<std::int32_t> since,
                        ListComparison& result) {
  const std::optional<std::int32_t> until = last_day_before(earlier, since);
  if (!until || later.first_seen.empty()) return;
  const std::vector<bool> stayed = later.customers.shared_with(earlier.customers);
  std::int64_t returned = 0;
  for (std::size_t i = 0; i < stayed.size(); ++i) {
    if (stayed[i]) continue;
    if (later.first_seen[i] == kNoDay) return;
    returned += later.first_seen[i] <= *until ? 1 : 0;
  }
  result.first_seen_until = until;
  result.returned = returned;
  result.new_ = result.new_or_returned - returned;
}

}  // namespace

CustomerList still_there(const CustomerList& list) {
  CustomerList rest{.name = list.name, .named = list.named, .file = list.file, .repeated = list.repeated};
  for (std::uint32_t number = 0; number < list.customers.size(); ++number) {
    if (number < list.left.size() && list.left[number] != 0) continue;
    rest.customers.add(list.customers.text(number));
    if (!list.value.empty()) rest.value.push_back(list.value[number]);
    if (!list.first_seen.empty()) rest.first_seen.push_back(list.first_seen[number]);
  }
  return rest;
}

ListComparison compare_lists(const CustomerList& earlier, const CustomerList& later, const CustomerList* still_earlier,
                             std::optional<std::int32_t> since) {
  ListComparison result;
  result.earlier = static_cast<std::int64_t>(earlier.customers.size());
  result.later = static_cast<std::int64_t>(later.customers.size());
  result.repeated_earlier = earlier.repeated;
  result.repeated_later = later.repeated;
  const std::vector<bool> kept = earlier.customers.shared_with(later.customers);
  for (std::uint32_t number = 0; number < kept.size(); ++number) {
    if (!kept[number]) result.lost_customers.push_back(number);
  }
  result.lost = static_cast<std::int64_t>(result.lost_customers.size());
  result.kept = result.earlier - result.lost;
  result.new_or_returned = result.later - result.kept;
  add_values(earlier, result);
  if (still_earlier == nullptr) {
    tell_by_first_days(earlier, later, since, result);
    return result;
  }
  const std::vector<bool> stayed = later.customers.shared_with(earlier.customers);
  const std::vector<bool> known = later.customers.shared_with(still_earlier->customers);
  std::int64_t returned = 0;
  for (std::size_t i = 0; i < known.size(); ++i) returned += known[i] && !stayed[i] ? 1 : 0;
  result.returned = returned;
  result.new_ = result.new_or_returned - returned;
  return result;
}

}  // namespace kirnu
