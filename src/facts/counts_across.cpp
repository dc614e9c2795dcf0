#include "facts/counts_across.h"

#include <algorithm>

#include "facts/count_roles.h"
#include "facts/name_list.h"
#include "facts/period_label.h"
#include "text/fold_case.h"
#include "text/number.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCounts = 40;  ///< rows; a table of more is no summary
constexpr std::size_t kFewestCounts = 2;

bool is_number_or_nothing(std::string_view cell) {
  const NumberStatus status = read_number(cell, NumberKind::Count).status;
  return status == NumberStatus::Ok || status == NumberStatus::Ambiguous || status == NumberStatus::Missing;
}

/// The columns without one at the end that adds the others up.
std::size_t columns_of_periods(const TableHead& head) {
  constexpr std::string_view kTotals =
      "total|sum|summe|gesamt|insgesamt|yhteensä|ytd|average|avg|ø|durchschnitt|keskiarvo";
  const std::string last = fold_case(trim(head.names.back()));
  const bool total = any_name(kTotals, [&](std::string_view known) { return known == last; });
  return head.names.size() > 3 && total ? head.names.size() - 1 : head.names.size();
}

}  // namespace

bool counts_lie_across(const TableHead& head) {
  const std::vector<std::vector<std::string>>& rows = head.sample;
  if (head.names.size() < 2 || rows.size() < kFewestCounts || rows.size() > kMostCounts) return false;
  const bool several = head.names.size() > 2;
  const auto names_period = [](const std::string& name) { return read_period_label(name).has_value(); };
  const auto last = head.names.begin() + static_cast<std::ptrdiff_t>(columns_of_periods(head));
  if (several && !(head.dialect.header && std::all_of(head.names.begin() + 1, last, names_period))) return false;
  std::vector<CountColumn> counts;
  for (const std::vector<std::string>& row : rows) {
    const std::string_view name = trim(row[0]);
    const auto same = [name](const CountColumn& count) { return count.name == name; };
    if (name.empty() || is_number_or_nothing(name) || std::any_of(counts.begin(), counts.end(), same)) return false;
    if (!std::all_of(row.begin() + 1, row.end(), is_number_or_nothing)) return false;
    const auto percent = [](const std::string& cell) { return cell.find('%') != std::string::npos; };
    counts.push_back({.name = name, .percent = std::any_of(row.begin() + 1, row.end(), percent)});
  }
  const std::vector<Role> roles = find_count_roles(counts);
  const auto others = static_cast<std::size_t>(std::count(roles.begin(), roles.end(), Role::Ignore));
  if (others * 2 > roles.size()) return false;  // customers called Neumann and Verlorn
  const CountsTold told = counts_told(roles);
  return told.counts || told.money || told.ends;
}

CountsAcross::CountsAcross(const TableHead& head) : upright_(head), width_(columns_of_periods(head)) {
  upright_.names = {head.names[0]};
  upright_.sample.clear();
  for (std::size_t c = 1; c < width_; ++c) {
    const bool named = head.dialect.header && read_period_label(head.names[c]);
    upright_.sample.push_back({named ? head.names[c] : std::string()});
  }
  upright_.dialect.header = true;
}

void CountsAcross::take(const RowBatch& batch) {
  for (std::size_t row = 0; row < batch.rows; ++row) {
    upright_.names.emplace_back(trim(batch.cell(row, 0)));
    for (std::size_t c = 1; c < std::min(batch.width, width_); ++c)
      upright_.sample[c - 1].emplace_back(batch.cell(row, c));
  }
}

CountsAcross::Batch::Batch(const TableHead& upright, std::size_t from) {
  const std::size_t to = std::min(from + kMostBatchRows, upright.sample.size());
  for (std::size_t row = from; row < to; ++row) {
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    for (const std::string& cell : upright.sample[row]) {
      cells.push_back(cell);
      text += (text.size() == starts.back() ? "" : "; ") + cell;
    }
    text += '\n';
  }
  rows = {.rows = to - from,
          .width = upright.names.size(),
          .cells = cells,
          .first_row = static_cast<std::int64_t>(from) + 1,
          .first_line = 1,
          .text = text,
          .starts = starts};
}

}  // namespace kirnu
