#include "facts/plan/count_part_sums.h"

#include <algorithm>
#include <cmath>

namespace kirnu {
namespace {

CountParts others_of(const CountPart& part, const CountParts& parts) {
  CountParts others = parts;
  std::erase_if(others, [&](const CountPart& other) { return other.column == part.column; });
  return others;
}

bool is_running_total_of(const ColumnNumbers& totals, const ColumnNumbers& numbers) {
  if (totals.size() != numbers.size()) return false;
  double sum = 0;
  bool differs = false;
  for (std::size_t row = 0; row < totals.size(); ++row) {
    sum += numbers[row].value_or(0);
    if (totals[row] != sum) return false;
    differs = differs || totals[row] != numbers[row];
  }
  return differs;
}

bool is_whole(const ColumnNumbers& numbers) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [](const std::optional<double>& number) { return !number || *number == std::floor(*number); });
}

/// Whether in no row the limit is below the number.
bool is_never_below(const ColumnNumbers& limits, const ColumnNumbers& numbers) {
  for (std::size_t row = 0; row < std::min(limits.size(), numbers.size()); ++row) {
    if (limits[row] && numbers[row] && std::fabs(*limits[row]) < std::fabs(*numbers[row])) return false;
  }
  return true;
}

}  // namespace

/// Of no parts there are no rows.
ColumnNumbers sum_of(const CountParts& parts) {
  ColumnNumbers sum(parts.empty() ? 0 : parts[0].numbers.size());
  for (const CountPart& part : parts) {
    for (std::size_t row = 0; row < sum.size(); ++row) {
      if (part.numbers[row]) sum[row] = sum[row].value_or(0) + *part.numbers[row];
    }
  }
  return sum;
}

bool is_running_total(const CountPart& part, const CountParts& parts) {
  const CountParts others = others_of(part, parts);
  const auto& about = part.name.about;
  if (about.empty() && is_running_total_of(part.numbers, sum_of(others))) return true;
  return std::any_of(others.begin(), others.end(), [&](const CountPart& other) {
    return (about.empty() || about == other.name.about) && is_running_total_of(part.numbers, other.numbers);
  });
}

bool is_rate(const CountPart& part, const CountParts& parts, const CountParts& opening) {
  const CountParts others = others_of(part, parts);
  const bool whole_beside =
      std::any_of(others.begin(), others.end(), [](const CountPart& other) { return is_whole(other.numbers); });
  if (!is_whole(part.numbers)) return whole_beside;
  if (opening.size() != 1 || part.name.stem != "churn") return false;
  return std::any_of(others.begin(), others.end(), [&](const CountPart& other) {
    bool rate = true;
    for (std::size_t row = 0; row < part.numbers.size(); ++row) {
      const auto &start = opening[0].numbers[row], &lost = other.numbers[row], &share = part.numbers[row];
      rate = rate && start && lost && share && std::fabs(100 * *lost - *share * *start) <= 0.5 * *start;
    }
    return rate;
  });
}

bool is_sum_of_others(const CountPart& part, const CountParts& parts) {
  return part.numbers == sum_of(others_of(part, parts));
}

bool is_at_least(const CountPart& part, const CountParts& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [&](const CountPart& other) { return is_never_below(part.numbers, other.numbers); });
}

bool is_at_least_sum(const CountPart& part, const CountParts& parts) {
  return is_never_below(part.numbers, sum_of(others_of(part, parts)));
}

bool adds_up(const CountParts& opening, const CountParts& added, const CountParts& lost, const CountParts& closing) {
  if (lost.empty() || added.empty() || (opening.empty() && closing.empty())) return false;
  const ColumnNumbers came = sum_of(added), gone = sum_of(lost);
  ColumnNumbers from = sum_of(opening), to = sum_of(closing);
  if (opening.empty()) {
    from = to;
    from.insert(from.begin(), std::nullopt);
    from.pop_back();
  } else if (closing.empty()) {
    to = from;
    to.push_back(std::nullopt);
    to.erase(to.begin());
  }
  bool any = false;
  for (std::size_t row = 0; row < came.size(); ++row) {
    if (!from[row] || !to[row] || !came[row] || !gone[row]) continue;
    if (*to[row] != *from[row] + *came[row] - std::fabs(*gone[row])) return false;
    any = true;
  }
  return any;
}

}  // namespace kirnu
