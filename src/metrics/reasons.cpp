#include "metrics/reasons.h"

#include <algorithm>

#include "base/sort.h"
#include "facts/tables/money.h"
#include "metrics/intervals.h"

namespace kirnu {
namespace {

void add_rows(const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
              const PackedColumn<std::int64_t>& customers, ReasonCounts& counts) {
  PackedReader<std::uint32_t> codes(reason.codes);
  PackedReader<std::int64_t> values(value), gave(customers);
  for (std::size_t row = 0; row < reason.codes.size(); ++row) {
    const std::uint32_t code = codes[row];
    const std::int64_t more = customers.empty() ? 1 : gave[row];
    if (code == CodeColumn::kNone) {
      counts.unanswered += more;
      continue;
    }
    counts.answered += more;
    ReasonCount& count = counts.reasons[code];
    count.customers += more;
    if (count.value_lost) add_money(*count.value_lost, values[row]);
  }
}

}  // namespace

ReasonCounts build_reason_counts(const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
                                 const PackedColumn<std::int64_t>& customers, std::optional<std::int64_t> answered) {
  ReasonCounts counts;
  const std::optional<std::int64_t> nothing = value.empty() ? std::nullopt : std::optional<std::int64_t>(0);
  for (std::uint32_t code = 0; code < reason.words.size(); ++code) {
    counts.reasons.push_back({.reason = code, .value_lost = nothing});
  }
  add_rows(reason, value, customers, counts);
  counts.answered = answered.value_or(counts.answered);
  std::erase_if(counts.reasons, [](const ReasonCount& count) { return count.customers == 0; });
  for (ReasonCount& count : counts.reasons) {
    const auto k = static_cast<double>(count.customers);
    const auto n = static_cast<double>(counts.answered);
    count.share = k / n;
    count.interval = wilson_interval(k, n).value_or(Interval{});
  }
  sort_items(counts.reasons, [](const ReasonCount& a, const ReasonCount& b) {
    return a.customers != b.customers ? a.customers > b.customers : a.value_lost > b.value_lost;
  });
  return counts;
}

}  // namespace kirnu
