#include "facts/plan/counts_across.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/column_facts.h"
#include "facts/plan/count_roles.h"
#include "facts/plan/role_corrections.h"
#include "facts/words/bare_label.h"
#include "facts/words/period_label.h"
#include "text/fold_case.h"
#include "text/number.h"
#include "text/spaces.h"
#include "text/total_words.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCounts = 40;  ///< rows; a table of more is no summary
constexpr std::size_t kFewestCounts = 2;

bool is_number_or_nothing(std::string_view cell) {
  const NumberStatus status = read_number(cell, NumberKind::Count).status;
  return status == NumberStatus::Ok || status == NumberStatus::Ambiguous || status == NumberStatus::Missing;
}

bool is_over_periods(std::string_view word) {
  return is_sum_word(word) || is_mean_word(word) || is_one_of("ytd|kumuliert|cumulative|kertymä", word);
}

/// The name of a column without a word of sums at one of its ends: "Summe 2024" is 2024.
std::string without_total(std::string_view name) {
  std::string folded = fold_case(trim(name));
  const std::string_view whole = folded;
  const std::size_t first = whole.find(' '), last = whole.rfind(' ');
  if (is_over_periods(whole.substr(0, first))) folded.erase(0, first == std::string::npos ? first : first + 1);
  else if (last != std::string::npos && is_over_periods(whole.substr(last + 1))) folded.erase(last);
  return folded;
}

/// "Summe", "Summe 2024", "YTD", "Jan 2024 Plan": no period beside actual ones.
bool is_beside_periods(std::string_view name) {
  return without_total(name) != fold_case(trim(name)) || says_plan(name);
}

/// The columns behind the first, without those of sums and plans, and of years among most of quarters, where two or
/// more are left.
std::vector<std::size_t> columns_of_periods(const TableHead& head) {
  std::vector<std::size_t> all, periods;
  std::map<PeriodUnit, std::size_t> units;
  for (std::size_t c = 1; c < head.names.size(); ++c) {
    all.push_back(c);
    if (is_beside_periods(head.names[c])) continue;
    periods.push_back(c);
    if (const auto label = read_period_label(head.names[c])) ++units[label->unit];
  }
  const auto most =
      std::max_element(units.begin(), units.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != units.end() && most->second > 1)
    std::erase_if(periods, [&](std::size_t c) {
      const auto label = read_period_label(head.names[c]);
      return label && label->unit > most->first;
    });
  return periods.size() > 1 ? periods : all;
}

/// The period that a column is of; empty where it names none.
std::string period_of(const std::string& name) {
  if (read_period_label(name)) return name;
  const std::string bare = without_total(name);
  return read_period_label(bare) ? bare : std::string();
}

/// Whether most of the names are of counts, and enough for an answer.
bool tell_counts(const std::vector<CountColumn>& counts) {
  const std::vector<Role> roles = find_count_roles(counts);
  const auto others = static_cast<std::size_t>(std::count(roles.begin(), roles.end(), Role::Ignore));
  const CountsTold told = counts_told(roles);
  return others * 2 <= roles.size() && (told.counts || told.money || told.ends);  // not Neumann and Verlorn
}

/// The texts of a column, each once; none where they are too many for names of counts.
std::vector<CountColumn> names_in(const TableHead& head, std::size_t column) {
  std::vector<CountColumn> names;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view name = trim(row[column]);
    const auto same = [name](const CountColumn& count) { return count.name == name; };
    if (std::any_of(names.begin(), names.end(), same)) continue;
    if (name.empty() || names.size() == kMostCounts || is_number_or_nothing(name)) return {};
    names.push_back({.name = name});
  }
  return names;
}

/// Whether each name has one row a period, and hardly one has none in another's.
bool are_numbers_of_periods(const TableHead& head, const LongCounts& columns, std::size_t names) {
  std::set<std::pair<std::string_view, std::string_view>> rows;
  std::set<std::string_view> periods;
  for (const std::vector<std::string>& row : head.sample) {
    if (!rows.emplace(row[columns.name], row[columns.period]).second) return false;
    periods.insert(row[columns.period]);
  }
  return 3 * names * periods.size() <= 4 * rows.size();
}

}  // namespace

std::optional<LongCounts> find_long_counts(const TableHead& head) {
  const std::size_t width = head.names.size(), rows = head.sample.size();
  if (!head.dialect.header || width < 3 || rows < kFewestCounts || rows >= kSampleRows) return std::nullopt;
  for (std::size_t name = 0; name < width; ++name) {
    const std::vector<CountColumn> names = names_in(head, name);
    if (names.size() < kFewestCounts || !tell_counts(names)) continue;
    const TableFacts table = table_facts(head, {});
    std::vector<std::size_t> periods, numbers;
    for (std::size_t c = 0; c < width; ++c) {
      const ColumnFacts& column = table.columns[c];
      if (c == name || column.profile.filled == 0 || says_plan(column.name)) continue;
      if (column.profile.filled == column.profile.cells && (column.date || are_period_labels(column)))
        periods.push_back(c);
      else if (is_numeric(column)) numbers.push_back(c);
      if (is_named_customer(column, 0)) return std::nullopt;
    }
    if (periods.size() != 1 || numbers.size() != 1) continue;
    const LongCounts found{.name = name, .period = periods[0], .number = numbers[0]};
    if (are_numbers_of_periods(head, found, names.size())) return found;
  }
  return std::nullopt;
}

bool counts_lie_across(const TableHead& head) {
  if (find_long_counts(head)) return true;
  const std::vector<std::vector<std::string>>& rows = head.sample;
  if (head.names.size() < 2 || rows.size() < kFewestCounts || rows.size() > kMostCounts) return false;
  const bool several = head.names.size() > 2;
  const std::vector<std::size_t> periods = columns_of_periods(head);
  const auto names_period = [&](std::size_t c) { return !period_of(head.names[c]).empty(); };
  if (several && !(head.dialect.header && std::all_of(periods.begin(), periods.end(), names_period))) return false;
  std::vector<CountColumn> counts;
  for (const std::vector<std::string>& row : rows) {
    const std::string_view name = trim(row[0]);
    const auto same = [name](const CountColumn& count) { return count.name == name; };
    if (name.empty() || is_number_or_nothing(name) || std::any_of(counts.begin(), counts.end(), same)) return false;
    if (!std::all_of(row.begin() + 1, row.end(), is_number_or_nothing)) return false;
    const auto percent = [](const std::string& cell) { return cell.find('%') != std::string::npos; };
    counts.push_back({.name = name, .percent = std::any_of(row.begin() + 1, row.end(), percent)});
  }
  return tell_counts(counts);
}

CountsAcross::CountsAcross(const TableHead& head) : upright_(head), long_(find_long_counts(head)) {
  upright_.names = {head.names[long_ ? long_->period : 0]};
  upright_.sample.clear();
  upright_.dialect.header = true;
  if (long_) return;
  periods_ = columns_of_periods(head);
  for (const std::size_t c : periods_) {
    upright_.sample.push_back({head.dialect.header ? period_of(head.names[c]) : std::string()});
  }
}

void CountsAcross::take(const RowBatch& batch) {
  if (long_) return take_long(batch);
  for (std::size_t row = 0; row < batch.rows; ++row) {
    upright_.names.emplace_back(trim(batch.cell(row, 0)));
    for (std::size_t i = 0; i < periods_.size() && periods_[i] < batch.width; ++i)
      upright_.sample[i].emplace_back(batch.cell(row, periods_[i]));
  }
}

void CountsAcross::take_long(const RowBatch& batch) {
  for (std::size_t row = 0; row < batch.rows; ++row) {
    const std::string_view label = trim(batch.cell(row, long_->period)), name = trim(batch.cell(row, long_->name));
    auto period = std::find_if(upright_.sample.begin(), upright_.sample.end(),
                               [label](const std::vector<std::string>& one) { return one[0] == label; });
    if (period == upright_.sample.end()) period = upright_.sample.insert(period, {std::string(label)});
    auto column = std::find(upright_.names.begin() + 1, upright_.names.end(), name);
    if (column == upright_.names.end()) column = upright_.names.insert(column, std::string(name));
    const auto place = static_cast<std::size_t>(column - upright_.names.begin());
    if (period->size() <= place) period->resize(place + 1);
    (*period)[place] = batch.cell(row, long_->number);
  }
  for (std::vector<std::string>& period : upright_.sample) period.resize(upright_.names.size());
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
