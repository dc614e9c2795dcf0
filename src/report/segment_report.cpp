#include "report/segment_report.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "metrics/cohorts.h"
#include "metrics/flows.h"
#include "metrics/paid_rows.h"
#include "metrics/start_end_sums.h"
#include "report/period_answer.h"
#include "report/report_parts.h"
#include "report/revenue_report.h"

namespace kirnu {
namespace {

PeriodCount count_of(const Flow& flow) {
  return {.lost = static_cast<double>(flow.lost), .start = static_cast<double>(flow.opening)};
}

/// The leading period and the one before it.
PartCounts counts_of(const CustomerGroup& group, const Timeline& line) {
  return {.before = count_of(build_flow(group, window_before(line))),
          .after = count_of(build_flow(group, *line.leading))};
}

/// Whether somebody has rows in two parts.
bool parts_overlap(const SubscriptionTable& table, const CodeColumn& column) {
  constexpr std::uint32_t kUnseen = CodeColumn::kNone - 1;
  std::vector<std::uint32_t> seen(table.customers.size(), kUnseen);
  PackedReader<std::uint32_t> customers(table.customer), codes(column.codes);
  for (std::size_t row = 0; row < table.customer.size(); ++row) {
    std::uint32_t& code = seen[customers[row]];
    if (code != kUnseen && code != codes[row]) return true;
    code = codes[row];
  }
  return false;
}

/// One value's customers.
struct Part {
  CustomerGroup group;
  PartRows rows = {};  ///< that `group` looks at
  DayCounts days = {};
  LengthCounts lengths = {};
};

/// Customers with several rows, by code, where sums tell of the others.
std::vector<PartRows> find_rows(const CustomerGroup& everybody, const CodeColumn& column) {
  const std::size_t parts = std::min(column.words.size(), kMostGroups);
  if (everybody.sums == nullptr) return std::vector<PartRows>(parts);
  return build_part_rows(*everybody.table, everybody.options, column, parts, *everybody.spells);
}

/// Absent where nobody has the value.
std::unique_ptr<Part> find_part(const SegmentQuestion& question, const CodeColumn& column, std::uint32_t code,
                                PartRows rows) {
  const CustomerGroup& everybody = question.everybody;
  auto part = std::make_unique<Part>(Part{.group = everybody, .rows = std::move(rows)});
  part->days = DayCounts(*everybody.spells->days);
  Spells& spells = part->rows.spells;
  part->group.spells = &spells;
  part->group.paid = nullptr;
  part->group.options.segment = &column;
  part->group.options.segment_code = code;
  std::int64_t customers = 0;
  if (everybody.sums != nullptr) {
    const StartEndSums& sums = everybody.starts_and_ends->groups[code];
    part->group.sums = &sums;
    part->group.paid = &part->rows.paid;
    part->days = sums.days;
    part->lengths = sums.lengths;
    customers = sums.all;
  } else {
    spells = build_spells(*everybody.table, part->group.options);
  }
  spells.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
    part->days.add(begin, end);
    part->lengths.add(*begin, question.line.as_of);
  });
  return customers + spells.customers > 0 ? std::move(part) : nullptr;
}

/// Every metric of one part, and what its cohorts bring. Money only where there is one currency: there are no sums.
void add_measures(ReportSegment& segment, const SegmentQuestion& question, const Part& part) {
  const Timeline& line = question.line;
  const PeriodGrid leading = line.leading ? grid_of({line.leading->from, line.leading->to}) : PeriodGrid{};
  const Revenue revenue = build_revenue(
      part.group, {.series = leading, .leading = leading, .cohorts = question.cohorts, .as_of = line.as_of});
  if (question.cohorts.size() > 0) {
    for (const CurrencyRevenue& one : revenue.currencies)
      segment.currencies.push_back({.currency = one.currency, .cohorts = one.cohorts});
  }
  if (!line.leading) return;
  Letters letters = build_letters(totals_of(build_flow(part.group, *line.leading)), line.period);
  if (revenue.currencies.size() == 1) add_mrr(letters, totals_of(revenue.currencies.front().leading));
  add_value_inputs(letters, question.value);
  add_daily(letters, part.days, *line.leading);
  segment.metrics = period_metrics(letters);
}

/// The total with the earlier mix. Customers of no part are one more part, as long as nobody is in two.
void add_mix(Report& report, const SegmentQuestion& question, std::vector<PartCounts> parts, bool overlap) {
  if (!overlap) {
    PartCounts rest = counts_of(question.everybody, question.line);
    for (const PartCounts& part : parts) {
      rest.before = {rest.before.lost - part.before.lost, rest.before.start - part.before.start};
      rest.after = {rest.after.lost - part.after.lost, rest.after.start - part.after.start};
    }
    if (rest.before.start > 0 || rest.after.start > 0) parts.push_back(rest);
  }
  report.mix_adjusted = adjust_mix(parts);
  if (!report.mix_adjusted || !report.mix_adjusted->paradox) return;
  report.issues.push_back(
      make_issue(IssueCode::PartsMoveOtherwise, {},
                 {{"rate_before", report.mix_adjusted->before}, {"rate_after", report.mix_adjusted->after}}));
}

}  // namespace

void add_segments(Report& report, const SegmentQuestion& question, const CodeColumn& column) {
  std::vector<SurvivalSteps> groups;
  std::vector<PartCounts> parts;
  std::vector<PartRows> rows = find_rows(question.everybody, column);
  for (std::uint32_t code = 0; code < rows.size(); ++code) {
    const std::unique_ptr<Part> part = find_part(question, column, code, std::move(rows[code]));
    if (!part) continue;
    ReportSegment segment{.name = column.name, .value = std::string(column.words.text(code))};
    add_measures(segment, question, *part);
    if (question.line.leading) parts.push_back(counts_of(part->group, question.line));
    if (question.cohorts.size() > 0)
      segment.cohorts = build_cohorts(part->group, question.cohorts, question.line.as_of, question.rule);
    groups.push_back(part->lengths.take());
    ReportCurve curve = build_curve(groups.back(), report.survival->interval, report.survival->curves.front().rmst.tau);
    curve.segment = segment.value;
    report.survival->curves.push_back(std::move(curve));
    report.segments.push_back(std::move(segment));
  }
  if (column.words.size() <= kMostGroups) report.survival->log_rank = build_log_rank(groups);
  const bool one_row_each = question.everybody.spells->first.empty();
  const bool overlap = !one_row_each && parts_overlap(*question.everybody.table, column);
  if (overlap) report.issues.push_back(make_issue(IssueCode::PartsOverlap, {}, {{"name", column.name}}));
  if (question.line.leading) add_mix(report, question, std::move(parts), overlap);
}

}  // namespace kirnu
