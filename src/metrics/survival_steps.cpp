#include <algorithm>
#include <cmath>
#include <limits>

#include "base/sort.h"
#include "metrics/survival.h"

namespace kirnu {
namespace {

/// Whole times up to here are counted, others sorted.
constexpr double kMostCounted = 1 << 20;

bool is_time(double time) { return time >= 0 && std::isfinite(time); }

/// Times closer than this, or than this share of the mean time, differ by rounding alone (as in R's survival package).
constexpr double kTied = 1.4901161193847656e-08;

bool is_counted(double time) { return time <= kMostCounted && time == std::floor(time); }

/// The rows of two columns, all from 0 on.
struct Rows {
  std::span<const double> times;
  std::span<const std::uint8_t> lefts;

  static constexpr bool has_entries = false;
  std::size_t size() const { return times.size(); }
  bool counts(std::size_t i) const { return is_time(times[i]); }
  double time(std::size_t i) const { return times[i]; }
  bool left(std::size_t i) const { return lefts[i] != 0; }
  double entry(std::size_t) const { return 0; }
  bool goes_on(std::size_t) const { return false; }
};

/// The rows of a table, or those of one group.
struct TableRows {
  const SurvivalTable& table;
  const CodeColumn* group;
  std::uint32_t code;
  bool has_entries = !table.entry.empty();

  std::size_t size() const { return table.time.size(); }
  bool counts(std::size_t i) const {
    return is_time(table.time[i]) && (group == nullptr || group->empty() || group->codes[i] == code);
  }
  double time(std::size_t i) const { return table.time[i]; }
  bool left(std::size_t i) const { return table.left[i] != 0; }
  double entry(std::size_t i) const { return has_entries ? table.entry[i] : 0; }
  bool goes_on(std::size_t i) const {
    return !table.before.empty() && table.before[i] != CodeColumn::kNone && counts(table.before[i]);
  }
};

/// An empty step for each time, those that differ by rounding alone being the first of them; not where a row would
/// begin and end in one.
template <typename RowsOf>
SurvivalSteps steps_by_time(const RowsOf& rows) {
  std::vector<double> times;
  double shortest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.counts(i)) continue;
    times.push_back(rows.time(i));
    if (!rows.has_entries) continue;
    times.push_back(rows.entry(i));
    shortest = std::min(shortest, rows.time(i) - rows.entry(i));
  }
  sort_items(times, [](double a, double b) { return a < b; });
  times.erase(std::unique(times.begin(), times.end()), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  double close = std::max(kTied, kTied * (sum / static_cast<double>(times.size())));
  if (shortest <= close) close = 0;
  SurvivalSteps steps;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (i == 0 || times[i] - times[i - 1] > close) steps.push_back({.time = times[i]});
  }
  return steps;
}

template <typename RowsOf>
SurvivalSteps steps_of(const RowsOf& rows) {
  bool whole = true;
  double longest = -1;
  for (std::size_t i = 0; i < rows.size() && whole; ++i) {
    if (!rows.counts(i)) continue;
    whole = is_counted(rows.time(i)) && is_counted(rows.entry(i));
    longest = std::max(longest, rows.time(i));
  }
  SurvivalSteps steps;
  if (!whole) steps = steps_by_time(rows);
  for (double time = 0; whole && time <= longest; ++time) steps.push_back({.time = time});
  const auto step_at = [&](double time) -> SurvivalStep& {
    if (whole) return steps[static_cast<std::size_t>(time)];
    const auto later = std::upper_bound(steps.begin(), steps.end(), time,
                                        [](double wanted, const SurvivalStep& step) { return wanted < step.time; });
    return *(later - 1);
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.counts(i)) continue;
    SurvivalStep& last = step_at(rows.time(i));
    ++(rows.left(i) ? last.left : last.censored);
    if (!(rows.entry(i) > 0)) continue;
    SurvivalStep& first = step_at(rows.entry(i));
    if (rows.goes_on(i)) --first.censored;
    else if (first.time > 0) ++first.entered;
  }
  std::erase_if(steps, [](const SurvivalStep& s) { return s.left == 0 && s.censored == 0 && s.entered == 0; });
  return steps;
}

}  // namespace

SurvivalSteps LengthCounts::take() const {
  SurvivalSteps steps;
  for (std::size_t length = 0; length < seen_.size(); ++length) {
    const Seen& seen = seen_[length];
    if (seen.left + seen.censored == 0) continue;
    steps.push_back({.time = static_cast<double>(length), .left = seen.left, .censored = seen.censored});
  }
  return steps;
}

SurvivalSteps build_steps(std::span<const double> time, std::span<const std::uint8_t> left) {
  return steps_of(Rows{.times = time, .lefts = left});
}

SurvivalSteps build_steps(const SurvivalTable& table, const CodeColumn* group, std::uint32_t code) {
  return steps_of(TableRows{.table = table, .group = group, .code = code});
}

std::int64_t at_risk_first(const SurvivalSteps& steps) {
  std::int64_t at_risk = 0;
  for (const SurvivalStep& step : steps) at_risk += step.left + step.censored - step.entered;
  return at_risk;
}

void count_customers(SurvivalCurve& curve, const SurvivalTable& table, const CodeColumn* group, std::uint32_t code) {
  if (table.customer.empty()) return;
  const TableRows rows{.table = table, .group = group, .code = code};
  struct Seen {
    bool there = false, left = false, from_zero = false;
  };
  const auto add = [&curve](const Seen& customer) {
    curve.n += customer.there ? 1 : 0;
    curve.left += customer.left ? 1 : 0;
    curve.late += customer.there && !customer.from_zero ? 1 : 0;
  };
  std::vector<Seen> seen(table.customers);
  curve.n = curve.left = curve.late = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.counts(i)) continue;
    Seen row{.there = true, .left = rows.left(i), .from_zero = rows.entry(i) == 0};
    if (table.customer[i] == CodeColumn::kNone) {
      add(row);
      continue;
    }
    const Seen& before = seen[table.customer[i]];
    row.left = row.left || before.left;
    row.from_zero = row.from_zero || before.from_zero;
    seen[table.customer[i]] = row;
  }
  for (const Seen& customer : seen) add(customer);
}

}  // namespace kirnu
