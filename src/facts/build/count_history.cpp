#include "facts/build/count_history.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/sort.h"
#include "facts/tables/counts.h"
#include "facts/words/period_label.h"

namespace kirnu {
namespace {

/// Whether a period is the one before another, as far as a month without a year or a firm's year can tell.
bool is_before(const PeriodLabel& label, const PeriodLabel& next) {
  if (label.month && next.month) return *next.month % 12 == (*label.month + 1) % 12;
  return label.year && next.year && *next.year == *label.year + 1;
}

/// Whether rows run backwards, as far as labels without days can tell.
bool run_backwards(const std::vector<CountRow>& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::optional<PeriodLabel> before = read_period_label(rows[i - 1].label);
    const std::optional<PeriodLabel> after = read_period_label(rows[i].label);
    if (!before || !after || !is_before(*after, *before)) return false;
  }
  return true;
}

std::string period_key(const CountRow& row) { return row.span ? row.span->start + "/" + row.span->end : row.label; }

using Parts = std::map<std::string, CountRow>;  ///< of a period, by their names

/// Whether a part is missing only before it had customers, or after it has none any more.
bool comes_or_goes_empty(std::map<std::string, Parts>& periods, const std::vector<std::string>& order,
                         const std::string& name) {
  const auto row_of = [&](std::size_t i) -> const CountRow* {
    const auto found = periods[order[i]].find(name);
    return found == periods[order[i]].end() ? nullptr : &found->second;
  };
  for (std::size_t i = 1; i < order.size(); ++i) {
    const CountRow *before = row_of(i - 1), *row = row_of(i);
    if (before == nullptr && row != nullptr && row->totals.start != 0) return false;
    if (before != nullptr && row == nullptr && before->totals.end.value_or(1) != 0) return false;
  }
  return true;
}

/// Whether every period has the same parts; absent where they are none. One may begin or end between the others, but
/// most of them are there all the time.
std::optional<bool> have_same_parts(std::map<std::string, Parts>& periods, const std::vector<std::string>& order) {
  std::map<std::string, std::size_t> there;
  for (const auto& [key, parts] : periods) {
    for (const auto& [name, row] : parts) ++there[name];
  }
  std::size_t whole = 0;
  for (const auto& [name, count] : there) {
    const bool always = count == order.size();
    if (!always && !comes_or_goes_empty(periods, order, name)) return std::nullopt;
    whole += always ? 1U : 0U;
  }
  if (whole == there.size()) return true;
  return whole * 2 >= there.size() ? std::optional(false) : std::nullopt;
}

/// Forgets the part that in every period is the sum of the others.
void forget_totals(std::map<std::string, Parts>& periods) {
  const Parts first = periods.begin()->second;
  for (const auto& [name, unused] : first) {
    if (first.size() < 3) return;
    const auto is_sum = [&, &total = name](const auto& period) {
      std::vector<CountRow> others;
      for (const auto& [part, row] : period.second) {
        if (part != total) others.push_back(row);
      }
      const PeriodTotals sum = sum_of(others), &said = period.second.at(total).totals;
      return sum.start == said.start && sum.lost == said.lost && sum.end == said.end;
    };
    if (!std::all_of(periods.begin(), periods.end(), is_sum)) continue;
    for (auto& [period, parts] : periods) parts.erase(name);
    return;
  }
}

constexpr double kUnknown = -1;

/// Whether a row is of the period after another; where rows have a start of their own, only days say so.
bool follows(const CountRow& before, const CountRow& row, bool days_alone) {
  if (!before.span || !row.span) return !days_alone && !before.span && !row.span;
  return before.span->end == row.span->start;
}

Issue ends_disagree(const CountRow& row, double there, double moved) {
  Issue issue =
      make_issue(IssueCode::EndsDisagree, {}, {{"label", row.label}, {"start", there}, {"expected_start", moved}});
  issue.row = row.row;
  issue.line = row.line;
  return issue;
}

/// Who came tells who was lost, where both ends are known.
void take_lost(CountRow& row) {
  if (!row.totals.new_kept) return;
  const CheckedCounts checked =
      check_counts({.start = row.totals.start, .new_kept = row.totals.new_kept, .end = row.totals.end});
  if (!checked.totals) return;
  row.known = CountsKnown::All;
  row.totals = *checked.totals;
}

}  // namespace

PeriodTotals sum_of(std::span<const CountRow> rows) {
  PeriodTotals sum{.new_kept = 0, .end = 0};
  const auto add = [](std::optional<double>& all, const std::optional<double>& more) {
    all = all && more ? std::optional(*all + *more) : std::nullopt;
  };
  for (const CountRow& row : rows) {
    sum.start += row.totals.start;
    sum.lost += row.totals.lost;
    sum.new_left += row.totals.new_left;
    sum.left_and_returned += row.totals.left_and_returned;
    sum.returned += row.totals.returned;
    sum.events_said = sum.events_said || row.totals.events_said;
    sum.returned_said = sum.returned_said || row.totals.returned_said;
    add(sum.new_kept, row.totals.new_kept);
    add(sum.end, row.totals.end);
  }
  return sum;
}

std::optional<std::size_t> add_parts(std::vector<CountRow>& rows, std::span<const std::string> names) {
  if (names.size() != rows.size() || rows.empty()) return std::nullopt;
  std::vector<std::string> order;
  std::map<std::string, Parts> periods;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool counted = rows[i].known == CountsKnown::All || rows[i].known == CountsKnown::End;
    if (!counted || rows[i].known != rows[0].known || rows[i].mrr) return std::nullopt;
    Parts& parts = periods[period_key(rows[i])];
    if (parts.empty()) order.push_back(period_key(rows[i]));
    if (!parts.emplace(names[i], rows[i]).second) return std::nullopt;
  }
  const std::optional<bool> same = have_same_parts(periods, order);
  if (!same) return std::nullopt;
  if (*same) forget_totals(periods);
  std::vector<CountRow> sums;
  for (const std::string& key : order) {
    std::vector<CountRow> parts;
    for (const auto& [name, row] : periods[key]) parts.push_back(row);
    sums.push_back(parts[0]);
    sums.back().totals = sum_of(parts);
  }
  rows = std::move(sums);
  std::size_t most = 0;
  for (const auto& [key, parts] : periods) most = std::max(most, parts.size());
  return most;
}

std::optional<PeriodUnit> unit_of(const std::vector<CountRow>& rows) {
  std::optional<PeriodUnit> unit;
  for (const CountRow& row : rows) {
    const std::optional<PeriodLabel> label = read_period_label(row.label);
    if (!label || (unit && *unit != label->unit)) return std::nullopt;
    unit = label->unit;
  }
  return unit;
}

void order_by_time(std::vector<CountRow>& rows) {
  const auto dated = [](const CountRow& row) { return row.span.has_value(); };
  if (std::all_of(rows.begin(), rows.end(), dated))
    sort_items(rows, [](const CountRow& a, const CountRow& b) { return a.span->start < b.span->start; });
  else if (run_backwards(rows)) std::reverse(rows.begin(), rows.end());
}

void connect_ends(std::vector<CountRow>& rows) {
  const CountRow* before = nullptr;
  for (CountRow& row : rows) {
    const bool follows = before != nullptr && (!before->span || !row.span || before->span->end == row.span->start);
    if (row.known == CountsKnown::End && follows) {
      row.known = CountsKnown::Ends;
      row.totals.start = *before->totals.end;
      take_lost(row);
    }
    before = &row;
  }
}

std::optional<Issue> start_where_ended(std::vector<CountRow>& rows, const CountsTold& told, double rounding) {
  if (!told.counts) return std::nullopt;
  std::optional<Issue> issue;
  double ended = kUnknown;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    PeriodTotals& totals = rows[i].totals;
    const double before = i > 0 && follows(rows[i - 1], rows[i], told.opening) ? ended : kUnknown;
    ended = totals.end.value_or(kUnknown);
    if (rows[i].known != CountsKnown::All || before == kUnknown || std::fabs(before - totals.start) <= rounding)
      continue;
    if (!told.opening && totals.lost > before) continue;
    const double there = told.opening ? totals.start : before, moved = told.opening ? before : totals.start;
    if (issue) ++issue->count;
    else issue = ends_disagree(rows[i], there, moved);
    if (told.opening) continue;
    totals.start = before;
    totals.new_kept.reset();
    totals.end.reset();
  }
  return issue;
}

std::optional<Issue> repeated_periods(const std::vector<CountRow>& rows) {
  std::set<std::string> seen;
  std::optional<Issue> issue;
  for (const CountRow& row : rows) {
    const std::string key = period_key(row);
    if (key.empty() || seen.insert(key).second) continue;
    if (issue) {
      ++issue->count;
      continue;
    }
    issue = make_issue(IssueCode::PeriodRepeated, {}, {{"label", row.label}});
    issue->row = row.row;
    issue->line = row.line;
  }
  return issue;
}

}  // namespace kirnu
