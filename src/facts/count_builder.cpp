#include "facts/count_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/sort.h"
#include "facts/column_name.h"
#include "facts/count_roles.h"
#include "facts/counts_across.h"
#include "facts/period_label.h"
#include "table/table_reader.h"
#include "text/number.h"

namespace kirnu {
namespace {

/// Periods that anybody counts fit many times over; a longer table is no table of counts.
constexpr std::size_t kMostPeriods = 20'000;

constexpr std::size_t kLongestCell = 256;  ///< longer is neither number nor label
constexpr std::size_t kMostKeptBytes = 64 * 1024 * 1024;

struct RawRow {
  std::int64_t row = 0;
  std::int64_t line = 0;
  std::string raw = {};
  std::vector<std::string> cells = {};
};

ReadNumber read_cell(const std::string& cell) { return read_number(cell, NumberKind::Count); }

/// What the cells of a row say.
struct RowInputs {
  CountInputs counts = {};
  MrrInputs mrr = {};
  std::optional<double> rate = {};  ///< of churn
};

/// Where a column's number goes. Roles without a number are never asked for.
std::optional<double>* input_of(RowInputs& inputs, Role role) {
  switch (role) {
    case Role::New: return &inputs.counts.new_kept;
    case Role::Churned: return &inputs.counts.lost;
    case Role::Closing: return &inputs.counts.end;
    case Role::Reactivated: return &inputs.counts.returned;
    case Role::MrrStart: return &inputs.mrr.start;
    case Role::MrrNew: return &inputs.mrr.new_;
    case Role::MrrChurned: return &inputs.mrr.churned;
    case Role::MrrEnd: return &inputs.mrr.end;
    case Role::MrrReactivation: return &inputs.mrr.reactivation;
    case Role::MrrExpansion: return &inputs.mrr.expansion;
    case Role::MrrContraction: return &inputs.mrr.contraction;
    case Role::ChurnRate:
    case Role::RetentionRate: return &inputs.rate;
    default: return &inputs.counts.start;
  }
}

bool is_number(const std::string& cell) { return read_cell(cell).status == NumberStatus::Ok; }

/// Cells of a column that have something in them.
std::vector<std::string_view> filled_cells(const std::vector<RawRow>& rows, std::size_t column) {
  std::vector<std::string_view> cells;
  for (const RawRow& row : rows) {
    const std::string_view cell = trim(row.cells[column]);
    if (!cell.empty()) cells.push_back(cell);
  }
  return cells;
}

/// Whether the cells name periods. 2000, 2001, 2002 are years; 2000, 2004, 2009 are as well customers.
bool are_labels(const std::vector<std::string_view>& cells) {
  PeriodNumbers numbers;
  for (const std::string_view cell : cells) {
    if (!read_period_label(cell) || !numbers.add(cell)) return false;
  }
  return !cells.empty() && !numbers.alone();
}

/// The revenue of a row, completed and checked; or why it cannot be told.
std::optional<Issue> complete_money(CountRow& row, const MrrInputs& inputs) {
  CheckedMrr checked = check_mrr(inputs);
  row.mrr = checked.totals;
  if (checked.issues.empty()) return row.mrr ? std::nullopt : std::optional(make_issue(IssueCode::MrrStartNeeded));
  return std::move(checked.issues.front());
}

/// The customers of a row, completed and checked; or why they cannot be told.
std::optional<Issue> complete_counts(CountRow& row, const CountInputs& inputs, const CountsTold& told) {
  if (!told.counts && !told.ends) return std::nullopt;
  CheckedCounts checked = check_counts(inputs);
  row.known = CountsKnown::All;
  if (checked.totals) {
    row.totals = *checked.totals;
    return std::nullopt;
  }
  const bool only_end = told.ends && inputs.end && checked.issues.front().code == IssueCode::StartNeeded;
  if (!only_end) return std::move(checked.issues.front());
  row.known = CountsKnown::End;
  row.totals.end = inputs.end;
  return std::nullopt;
}

}  // namespace

struct CountBuilder::Impl {
  std::map<std::string, Role> roles;
  std::vector<RawRow> rows;
  CountTable table;
  std::size_t kept_bytes = 0;
  bool too_long = false;
  double rate_scale = 1;
  std::vector<bool> yearly = {};  ///< columns of amounts of a year

  explicit Impl(std::map<std::string, Role> chosen) : roles(std::move(chosen)) {}

  void keep(const RowBatch& batch, std::size_t i) {
    if (too_long || rows.size() >= kMostPeriods) {
      too_long = true;
      return;
    }
    const RowPlace place = batch.place(i);
    RawRow kept{.row = place.row, .line = place.line, .raw = std::string(place.raw.substr(0, kLongestRaw))};
    for (std::size_t c = 0; c < batch.width; ++c) {
      kept.cells.emplace_back(batch.cell(i, c).substr(0, kLongestCell));
      kept_bytes += sizeof(std::string) + kept.cells.back().size();
    }
    too_long = kept_bytes > kMostKeptBytes;
    rows.push_back(std::move(kept));
  }

  void set_rows_upright(TableHead& head, TableSummary& summary);
  std::string column_names() const;
  void choose_roles(const TableHead& head);
  void find_roles_without_names(bool header);
  void find_label();
  void add_rows();
  void blame_first_row();
  void find_scale();
  void find_yearly();
  bool take_cell(const RawRow& raw, std::size_t c, RowInputs& inputs);
  bool add_row(const RawRow& raw, const CountsTold& told);
  void reject(const RawRow& raw, Issue issue, std::string column);
  void note_thousands(const RawRow& raw, const std::string& column, std::string_view cell, double number);
  void find_unit();
  void warn_about_repeated_periods();
  void warn_about_unknown_columns();
  void order_by_time();
  void connect_ends();
  void summarise(const TableHead& head, const TableSummary& summary);
};

/// As issues name them, cut where they would fill a page.
std::string CountBuilder::Impl::column_names() const {
  std::string names;
  for (const ImportColumn& column : table.import.columns)
    names += (names.empty() ? "" : ", ") + column.name.substr(0, kLongestRaw);
  return names.substr(0, 4 * kLongestRaw);
}

void CountBuilder::Impl::choose_roles(const TableHead& head) {
  std::vector<CountColumn> names;
  for (std::size_t c = 0; c < head.names.size(); ++c) {
    table.import.columns.push_back({.name = head.names[c]});
    const std::vector<std::string_view> cells = filled_cells(rows, c);
    const auto is_percent = [](std::string_view cell) { return cell.find('%') != std::string_view::npos; };
    const bool chosen = roles.count(head.names[c]) > 0;
    const bool words = !head.sample.empty() && c < head.sample[0].size() && !is_number(head.sample[0][c]);
    names.push_back({.name = chosen ? std::string_view() : std::string_view(head.names[c]),
                     .percent = std::any_of(cells.begin(), cells.end(), is_percent),
                     .dated = words && read_period_label(head.sample[0][c]).has_value()});
  }
  const std::vector<Role> named = find_count_roles(names);
  for (std::size_t c = 0; c < names.size(); ++c) {
    ImportColumn& column = table.import.columns[c];
    const auto chosen = roles.find(column.name);
    if (chosen != roles.end()) column.role = chosen->second;
    const bool taken = std::any_of(roles.begin(), roles.end(), [&](const auto& one) { return one.second == named[c]; });
    if (head.dialect.header && chosen == roles.end() && !taken) column.role = named[c];
  }
}

namespace {

bool has_role(const CountTable& table, Role role) {
  return std::any_of(table.import.columns.begin(), table.import.columns.end(),
                     [&](const ImportColumn& column) { return column.role == role; });
}

CountsTold told_by(const CountTable& table) {
  std::vector<Role> all;
  for (const ImportColumn& column : table.import.columns) all.push_back(column.role);
  return counts_told(all);
}

/// Whether a name or a person gave any column of numbers its role: then arithmetic must not overrule it. "Customers"
/// may be of any day.
bool is_any_named(const CountTable& table) {
  if (told_by(table).ends && !has_role(table, Role::Opening)) return false;
  return std::any_of(table.import.columns.begin(), table.import.columns.end(), [](const ImportColumn& column) {
    return column.role != Role::Ignore && column.role != Role::Time;
  });
}

}  // namespace

/// Columns of numbers get their roles by arithmetic; the first other column is the label.
void CountBuilder::Impl::find_roles_without_names(bool header) {
  std::vector<std::size_t> numeric;
  std::vector<CountColumnValues> values;
  std::optional<std::size_t> label;
  for (std::size_t c = 0; c < table.import.columns.size(); ++c) {
    const std::vector<std::string_view> cells = filled_cells(rows, c);
    if (cells.empty()) continue;
    const bool all_numbers =
        std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return is_number(std::string(cell)); });
    if (!all_numbers || (!label && are_labels(cells))) {
      if (!label) label = c;
      continue;
    }
    CountColumnValues column;
    for (const RawRow& row : rows) {
      const bool filled = !trim(row.cells[c]).empty();
      column.push_back(filled ? std::optional(read_cell(row.cells[c]).value) : std::nullopt);
    }
    numeric.push_back(c);
    values.push_back(std::move(column));
  }
  // Two columns under names that say nothing could be anything.
  if (header && numeric.size() < 3) return;
  const std::optional<std::vector<Role>> found = find_roles_by_arithmetic(values);
  if (!found) return;
  for (ImportColumn& column : table.import.columns) column.role = Role::Ignore;
  for (std::size_t i = 0; i < numeric.size(); ++i) table.import.columns[numeric[i]].role = (*found)[i];
  if (label) table.import.columns[*label].role = Role::Time;
}

/// Where no name says which column has the periods ("Kk", "KW"): the first of which every cell names one.
void CountBuilder::Impl::find_label() {
  if (has_role(table, Role::Time)) return;
  for (std::size_t c = 0; c < table.import.columns.size(); ++c) {
    ImportColumn& column = table.import.columns[c];
    const std::vector<std::string_view> cells = filled_cells(rows, c);
    if (column.role != Role::Ignore || roles.count(column.name) > 0 || cells.empty() || !are_labels(cells)) continue;
    column.role = Role::Time;
    return;
  }
}

void CountBuilder::Impl::reject(const RawRow& raw, Issue issue, std::string column) {
  issue.row = raw.row;
  issue.line = raw.line;
  issue.column = std::move(column);
  issue.severity = Severity::Warning;
  table.rejected.push_back(
      {.row = raw.row, .line = raw.line, .column = issue.column, .code = issue.code, .raw = raw.raw});
  const auto same = std::find_if(table.issues.begin(), table.issues.end(),
                                 [&](const Issue& known) { return known.code == issue.code; });
  if (same != table.issues.end()) ++same->count;
  else table.issues.push_back(std::move(issue));
}

/// 1.500 customers are 1500: said once a file, with the first place.
void CountBuilder::Impl::note_thousands(const RawRow& raw, const std::string& column, std::string_view cell,
                                        double number) {
  const auto known = std::find_if(table.issues.begin(), table.issues.end(),
                                  [](const Issue& issue) { return issue.code == IssueCode::ThousandsAssumed; });
  if (known != table.issues.end()) {
    ++known->count;
    return;
  }
  Issue issue = make_issue(IssueCode::ThousandsAssumed, {},
                           {{.name = "found", .value = std::string(trim(cell))}, {.name = "number", .value = number}});
  issue.row = raw.row;
  issue.line = raw.line;
  issue.column = column;
  table.issues.push_back(std::move(issue));
}

/// A rate is a fraction; where any of a column is above 1, or its name has a percent sign, plain numbers are percent.
void CountBuilder::Impl::find_scale() {
  for (std::size_t c = 0; c < table.import.columns.size(); ++c) {
    const ImportColumn& column = table.import.columns[c];
    if (column.role != Role::ChurnRate && column.role != Role::RetentionRate) continue;
    const std::vector<std::string_view> cells = filled_cells(rows, c);
    const auto is_percent = [](std::string_view cell) { return read_cell(std::string(cell)).value > 1; };
    if (column.name.find('%') != std::string::npos || std::any_of(cells.begin(), cells.end(), is_percent))
      rate_scale = 100;
  }
}

/// Revenue is of a month; under a name of a year's it is twelve times as much.
void CountBuilder::Impl::find_yearly() {
  for (ImportColumn& column : table.import.columns) {
    yearly.push_back(column.role >= Role::MrrStart && column.role <= Role::MrrContraction && says_yearly(column.name));
    if (yearly.back()) column.style = "yearly";
  }
}

/// Takes one cell; false where it holds no number that its column can have.
bool CountBuilder::Impl::take_cell(const RawRow& raw, std::size_t c, RowInputs& inputs) {
  const ImportColumn& column = table.import.columns[c];
  const ReadNumber number = read_cell(raw.cells[c]);
  if (number.status == NumberStatus::Missing) return true;
  const bool rate = column.role == Role::ChurnRate || column.role == Role::RetentionRate;
  double value = number.value;
  if (rate && !number.percent) value /= rate_scale;
  if (number.status != NumberStatus::Ok || number.percent > rate || (rate && (value < 0 || value > 1))) {
    const IssueCode code =
        number.status == NumberStatus::TooLarge ? IssueCode::NumberTooLarge : IssueCode::NumberUnreadable;
    reject(raw, make_issue(code, {}, {{.name = "found", .value = raw.cells[c].substr(0, kLongestRaw)}}), column.name);
    return false;
  }
  if (number.thousands_assumed) note_thousands(raw, column.name, raw.cells[c], number.value);
  if (column.role == Role::RetentionRate) value = 1 - value;
  if (column.role == Role::MrrChurned || column.role == Role::MrrContraction) value = std::fabs(value);
  if (yearly[c]) value /= 12;
  *input_of(inputs, column.role) = value;
  return true;
}

bool CountBuilder::Impl::add_row(const RawRow& raw, const CountsTold& told) {
  RowInputs inputs;
  CountRow row{.row = raw.row, .line = raw.line, .known = CountsKnown::Nothing};
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    const Role role = table.import.columns[c].role;
    if (role == Role::Time) {
      row.label = trim(raw.cells[c]);
      const std::optional<PeriodLabel> label = read_period_label(row.label);
      if (label) row.span = label->span;
    } else if (role != Role::Ignore && !take_cell(raw, c, inputs)) {
      return false;
    }
  }
  std::optional<Issue> refusal = told.money ? complete_money(row, inputs.mrr) : std::nullopt;
  if (!refusal && !told.rates) refusal = complete_counts(row, inputs.counts, told);
  if (told.rates) {
    row.known = CountsKnown::Rate;
    if (inputs.rate) row.totals = {.start = 1, .lost = *inputs.rate};
    else refusal = make_issue(IssueCode::NumberMissing);
  }
  if (refusal) reject(raw, std::move(*refusal), {});
  else table.rows.push_back(std::move(row));
  return !refusal;
}

void CountBuilder::Impl::add_rows() {
  find_scale();
  find_yearly();
  const CountsTold told = told_by(table);
  for (const RawRow& raw : rows) add_row(raw, told);
}

/// Customers at the end of a period are there when the next one opens. Who was lost on the way is not told by that.
void CountBuilder::Impl::connect_ends() {
  const CountRow* before = nullptr;
  for (CountRow& row : table.rows) {
    const bool follows = before != nullptr && (!before->span || !row.span || before->span->end == row.span->start);
    if (row.known == CountsKnown::End && follows) {
      row.known = CountsKnown::Ends;
      row.totals.start = *before->totals.end;
    }
    before = &row;
  }
  if (!told_by(table).ends || table.rows.empty()) return;
  Issue issue = make_issue(IssueCode::NewNeeded, {},
                           {{"start", *table.rows.front().totals.end}, {"end", *table.rows.back().totals.end}});
  issue.severity = Severity::Warning;
  table.issues.push_back(std::move(issue));
}

/// Where no row is left, what was wrong with the first kind of rows is why there is no answer.
void CountBuilder::Impl::blame_first_row() {
  if (!table.rows.empty() || table.rejected.empty()) return;
  for (Issue& issue : table.issues) {
    if (issue.code == table.rejected.front().code) issue.severity = Severity::Error;
  }
}

/// The unit that every label names; a table whose labels differ has none.
void CountBuilder::Impl::find_unit() {
  for (const CountRow& row : table.rows) {
    const std::optional<PeriodLabel> label = read_period_label(row.label);
    if (!label || (table.unit && *table.unit != label->unit)) {
      table.unit.reset();
      return;
    }
    table.unit = label->unit;
  }
}

/// Rows whose labels name their dates come in the order of time; bare months that run backwards are turned round.
void CountBuilder::Impl::order_by_time() {
  const auto dated = [](const CountRow& row) { return row.span.has_value(); };
  if (std::all_of(table.rows.begin(), table.rows.end(), dated)) {
    sort_items(table.rows, [](const CountRow& a, const CountRow& b) { return a.span->start < b.span->start; });
    return;
  }
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const std::optional<PeriodLabel> before = read_period_label(table.rows[i - 1].label);
    const std::optional<PeriodLabel> after = read_period_label(table.rows[i].label);
    if (!before || !after || !before->month || !after->month || *before->month % 12 != (*after->month + 1) % 12) return;
  }
  std::reverse(table.rows.begin(), table.rows.end());
}

/// Neighbours in the order of time; rows without dates are compared by their labels.
void CountBuilder::Impl::warn_about_repeated_periods() {
  std::map<std::string, const CountRow*> seen;
  for (const CountRow& row : table.rows) {
    const std::string key = row.span ? row.span->start + "/" + row.span->end : row.label;
    if (key.empty() || seen.emplace(key, &row).second) continue;
    const auto known = std::find_if(table.issues.begin(), table.issues.end(),
                                    [](const Issue& issue) { return issue.code == IssueCode::PeriodRepeated; });
    if (known != table.issues.end()) {
      ++known->count;
      continue;
    }
    Issue issue = make_issue(IssueCode::PeriodRepeated, {}, {{.name = "label", .value = row.label}});
    issue.row = row.row;
    issue.line = row.line;
    table.issues.push_back(std::move(issue));
  }
}

void CountBuilder::Impl::warn_about_unknown_columns() {
  for (const auto& [name, role] : roles) {
    const auto has_name = [&name = name](const ImportColumn& column) { return column.name == name; };
    if (std::any_of(table.import.columns.begin(), table.import.columns.end(), has_name)) continue;
    table.issues.push_back(make_issue(
        IssueCode::ColumnUnknown, {},
        {{.name = "name", .value = name.substr(0, kLongestRaw)}, {.name = "columns", .value = column_names()}}));
  }
}

void CountBuilder::Impl::summarise(const TableHead& head, const TableSummary& summary) {
  ImportSummary& import = table.import;
  import.rows = summary.rows;
  import.accepted = static_cast<std::int64_t>(table.rows.size());
  import.rejected = summary.rejected + summary.delivered - import.accepted;
  import.blank = summary.blank;
  import.skipped = summary.skipped();
  import.encoding = encoding_name(head.encoding.encoding);
  import.delimiter = delimiter_name(head.dialect.syntax);
  import.header = head.dialect.header;
  for (const TableRejection& rejection : summary.rejections) {
    table.rejected.push_back(
        {.row = rejection.row, .line = rejection.line, .column = {}, .code = rejection.code, .raw = rejection.raw});
  }
}

CountBuilder::CountBuilder(std::map<std::string, Role> roles) : impl_(std::make_unique<Impl>(std::move(roles))) {}
CountBuilder::~CountBuilder() = default;
CountBuilder::CountBuilder(CountBuilder&&) noexcept = default;
CountBuilder& CountBuilder::operator=(CountBuilder&&) noexcept = default;

bool CountBuilder::take(const RowBatch& batch) {
  for (std::size_t i = 0; i < batch.rows; ++i) impl_->keep(batch, i);
  return !impl_->too_long;
}

/// What lies on its side is read as if it stood upright: then a row is a period.
void CountBuilder::Impl::set_rows_upright(TableHead& head, TableSummary& summary) {
  std::vector<std::vector<std::string>> cells;
  for (RawRow& row : rows) cells.push_back(std::move(row.cells));
  const std::int64_t line = rows.front().line;
  UprightCounts upright = set_upright(head, cells);
  rows.clear();
  for (std::vector<std::string>& row : upright.rows) {
    rows.push_back({.row = static_cast<std::int64_t>(rows.size()) + 1, .line = line, .cells = std::move(row)});
    for (const std::string& cell : rows.back().cells) rows.back().raw += (rows.back().raw.empty() ? "" : "; ") + cell;
  }
  const auto periods = static_cast<std::int64_t>(rows.size());
  summary.rows += periods - summary.delivered;
  summary.delivered = periods;
  head.names = std::move(upright.names);
  head.dialect.header = true;
  head.sample = {rows.front().cells};
}

CountTable CountBuilder::finish(const TableHead& given_head, const TableSummary& given_summary, bool whole) {
  Impl& impl = *impl_;
  impl.table.issues = given_summary.issues;
  if (!whole) return std::move(impl.table);
  TableHead head = given_head;
  TableSummary summary = given_summary;
  if (counts_lie_across(head) && !impl.rows.empty()) impl.set_rows_upright(head, summary);
  impl.choose_roles(head);
  if (!is_any_named(impl.table) && impl.roles.empty()) impl.find_roles_without_names(head.dialect.header);
  impl.find_label();
  if (impl.too_long) {
    impl.table.issues.push_back(
        make_issue(IssueCode::TooManyRows, {}, {{.name = "limit", .value = double{kMostPeriods}}}));
  } else if (impl.rows.empty()) {
    // The reader has said so.
  } else if (!told_by(impl.table).any()) {
    Issue issue = make_issue(IssueCode::ColumnsUnknown, {}, {{.name = "columns", .value = impl.column_names()}});
    issue.set = "column.NAME";
    impl.table.issues.push_back(std::move(issue));
  } else {
    impl.add_rows();
    impl.blame_first_row();
  }
  impl.find_unit();
  impl.order_by_time();
  impl.connect_ends();
  impl.warn_about_repeated_periods();
  impl.warn_about_unknown_columns();
  impl.summarise(head, summary);
  return std::move(impl.table);
}

}  // namespace kirnu
