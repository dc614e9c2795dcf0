#include "metrics/reason_groups.h"

#include <algorithm>

#include "base/sort.h"
#include "facts/words/reason_words.h"
#include "metrics/intervals.h"

namespace kirnu {

namespace {

/// The group of each word of a column, as its place among the groups.
std::vector<std::size_t> places_of_words(const CodeColumn& reason, const std::vector<ReasonGroup>& groups) {
  std::vector<std::size_t> places(reason.words.size(), groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (const std::uint32_t code : groups[g].reasons) places[code] = g;
  }
  return places;
}

/// Counts each answer once in a group, whatever of its reasons are in it. Rows of an answer follow one another.
void count_answers(std::vector<ReasonGroup>& groups, const CodeColumn& reason, std::span<const std::uint32_t> answers,
                   const PackedColumn<std::int64_t>& customers) {
  const std::vector<std::size_t> places = places_of_words(reason, groups);
  std::vector<std::int64_t> last(groups.size(), -1);  // the answer that was counted last
  for (ReasonGroup& group : groups) group.customers = 0;
  PackedReader<std::uint32_t> codes(reason.codes);
  PackedReader<std::int64_t> gave(customers);
  for (std::size_t row = 0; row < answers.size(); ++row) {
    const std::uint32_t code = codes[row];
    if (code == CodeColumn::kNone || places[code] == groups.size()) continue;
    const std::size_t place = places[code];
    if (last[place] == std::int64_t{answers[row]}) continue;
    last[place] = answers[row];
    groups[place].customers += gave[row];
  }
}

}  // namespace

std::vector<ReasonGroup> build_reason_groups(const CodeColumn& reason, const ReasonCounts& counts,
                                             std::span<const std::uint32_t> answers,
                                             const PackedColumn<std::int64_t>& customers) {
  std::vector<ReasonGroup> groups;
  for (const ReasonCount& count : counts.reasons) {
    const std::string_view name = reason_group(reason.words.text(count.reason));
    auto group = std::find_if(groups.begin(), groups.end(), [&](const ReasonGroup& g) { return g.group == name; });
    if (group == groups.end()) group = groups.insert(groups.end(), {.group = name});
    group->reasons.push_back(count.reason);
    group->customers += count.customers;
    if (count.value_lost) group->value_lost = group->value_lost.value_or(0) + *count.value_lost;
  }
  if (!answers.empty()) count_answers(groups, reason, answers, customers);
  for (ReasonGroup& group : groups) {
    const auto k = static_cast<double>(group.customers);
    const auto n = static_cast<double>(counts.answered);
    group.share = k / n;
    group.interval = wilson_interval(k, n).value_or(Interval{});
  }
  sort_items(groups, [](const ReasonGroup& a, const ReasonGroup& b) { return a.customers > b.customers; });
  return groups;
}

}  // namespace kirnu
