#include "metrics/reason_groups.h"

#include <algorithm>

#include "base/sort.h"
#include "facts/reason_words.h"
#include "metrics/intervals.h"

namespace kirnu {

std::vector<ReasonGroup> build_reason_groups(const CodeColumn& reason, const ReasonCounts& counts) {
  std::vector<ReasonGroup> groups;
  for (const ReasonCount& count : counts.reasons) {
    const std::string_view name = reason_group(reason.words.text(count.reason));
    auto group = std::find_if(groups.begin(), groups.end(), [&](const ReasonGroup& g) { return g.group == name; });
    if (group == groups.end()) group = groups.insert(groups.end(), {.group = name});
    group->reasons.push_back(count.reason);
    group->customers += count.customers;
    if (count.value_lost) group->value_lost = group->value_lost.value_or(0) + *count.value_lost;
  }
  for (ReasonGroup& group : groups) {
    group.customers = std::min(group.customers, counts.answered);  // of two reasons of an answer both may be in it
    const auto k = static_cast<double>(group.customers);
    const auto n = static_cast<double>(counts.answered);
    group.share = k / n;
    group.interval = wilson_interval(k, n).value_or(Interval{});
  }
  sort_items(groups, [](const ReasonGroup& a, const ReasonGroup& b) { return a.customers > b.customers; });
  return groups;
}

}  // namespace kirnu
