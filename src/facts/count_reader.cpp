#include "facts/count_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "facts/count_roles.h"
#include "facts/period_label.h"
#include "table/table_reader.h"
#include "text/number.h"

namespace kirnu {
namespace {

/// Periods that anybody counts fit many times over; a longer table is no table of counts.
constexpr std::size_t kMostPeriods = 20'000;

struct RawRow {
  std::int64_t row = 0;
  std::int64_t line = 0;
  std::string raw;
  std::vector<std::string> cells;
};

TableChoice choice_of(const CountReaderOptions& options) {
  TableChoice choice;
  if (!options.encoding.empty()) choice.encoding = find_encoding(options.encoding);
  if (!options.delimiter.empty()) choice.dialect.delimiter = options.delimiter;
  if (!options.header.empty()) choice.dialect.header = options.header == "yes";
  return choice;
}

ReadNumber read_cell(const std::string& cell) { return read_number(cell, NumberKind::Count); }

/// Where a column's number goes. Label and Ignore have no number: the opening stands in, and is never asked for.
std::optional<double>* input_of(CountInputs& inputs, CountRole role) {
  switch (role) {
    case CountRole::New: return &inputs.new_kept;
    case CountRole::Churned: return &inputs.lost;
    case CountRole::Closing: return &inputs.end;
    case CountRole::Reactivated: return &inputs.returned;
    case CountRole::Opening:
    case CountRole::Label:
    case CountRole::Ignore: return &inputs.start;
  }
  return &inputs.start;
}

bool is_number(const std::string& cell) {
  return read_cell(cell).status == NumberStatus::Ok && !read_period_label(cell);
}

}  // namespace

struct CountReader::Impl {
  CountReaderOptions options;
  TableReader reader;
  std::vector<RawRow> rows;
  CountTable table;
  bool too_long = false;

  explicit Impl(CountReaderOptions chosen)
      : options(std::move(chosen)),
        reader(
            choice_of(options), [](const TableHead&) {}, [this](const TableRow& row) { keep(row); }) {}

  void keep(const TableRow& row) {
    if (rows.size() >= kMostPeriods) {
      too_long = true;
      return;
    }
    rows.push_back({.row = row.row,
                    .line = row.line,
                    .raw = std::string(row.raw.substr(0, kLongestRaw)),
                    .cells = {row.cells.begin(), row.cells.end()}});
  }

  void choose_roles();
  void find_roles_without_names();
  void add_rows();
  bool add_row(const RawRow& raw);
  void reject(const RawRow& raw, Issue issue, std::string column);
  void find_unit();
  void order_by_time();
  void summarise();
};

void CountReader::Impl::choose_roles() {
  const TableHead& head = reader.head();
  for (const std::string& name : head.names) {
    CountColumn column{.name = name};
    const auto chosen = options.roles.find(name);
    const bool named = head.dialect.header;
    if (chosen != options.roles.end()) column.role = chosen->second;
    else if (named) column.role = find_count_role(name).value_or(CountRole::Ignore);
    table.import.columns.push_back(std::move(column));
  }
  // A role belongs to one column: the first that names it.
  for (std::size_t i = 0; i < table.import.columns.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      CountColumn& later = table.import.columns[i];
      if (later.role == table.import.columns[j].role) later.role = CountRole::Ignore;
    }
  }
}

namespace {

bool has_role(const CountTable& table, CountRole role) {
  return std::any_of(table.import.columns.begin(), table.import.columns.end(),
                     [&](const CountColumn& column) { return column.role == role; });
}

/// Opening with lost, or opening with new and closing, or lost with new and closing.
bool is_enough(const CountTable& table) {
  const bool opening = has_role(table, CountRole::Opening), lost = has_role(table, CountRole::Churned);
  const bool added_and_closing = has_role(table, CountRole::New) && has_role(table, CountRole::Closing);
  return (opening && (lost || added_and_closing)) || (lost && added_and_closing);
}

}  // namespace

/// Columns of numbers get their roles by arithmetic; the first other column is the label.
void CountReader::Impl::find_roles_without_names() {
  std::vector<std::size_t> numeric;
  std::vector<CountColumnValues> values;
  std::optional<std::size_t> label;
  for (std::size_t c = 0; c < table.import.columns.size(); ++c) {
    const auto filled = [&](const RawRow& row) { return !trim(row.cells[c]).empty(); };
    const bool any = std::any_of(rows.begin(), rows.end(), filled);
    const bool all_numbers = any && std::all_of(rows.begin(), rows.end(), [&](const RawRow& row) {
                               return !filled(row) || is_number(row.cells[c]);
                             });
    if (!all_numbers) {
      if (any && !label) label = c;
      continue;
    }
    CountColumnValues column;
    for (const RawRow& row : rows)
      column.push_back(filled(row) ? std::optional(read_cell(row.cells[c]).value) : std::nullopt);
    numeric.push_back(c);
    values.push_back(std::move(column));
  }
  const std::optional<std::vector<CountRole>> roles = find_roles_by_arithmetic(values);
  if (!roles) return;
  for (CountColumn& column : table.import.columns) column.role = CountRole::Ignore;
  for (std::size_t i = 0; i < numeric.size(); ++i) table.import.columns[numeric[i]].role = (*roles)[i];
  if (label) table.import.columns[*label].role = CountRole::Label;
}

void CountReader::Impl::reject(const RawRow& raw, Issue issue, std::string column) {
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

bool CountReader::Impl::add_row(const RawRow& raw) {
  CountInputs inputs;
  CountRow row{.row = raw.row, .line = raw.line};
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    const CountColumn& column = table.import.columns[c];
    if (column.role == CountRole::Ignore) continue;
    if (column.role == CountRole::Label) {
      row.label = trim(raw.cells[c]);
      const std::optional<PeriodLabel> label = read_period_label(row.label);
      if (label) row.span = label->span;
      continue;
    }
    const ReadNumber number = read_cell(raw.cells[c]);
    if (number.status == NumberStatus::Missing) continue;
    if (number.status != NumberStatus::Ok || number.percent) {
      const IssueCode code =
          number.status == NumberStatus::TooLarge ? IssueCode::NumberTooLarge : IssueCode::NumberUnreadable;
      reject(raw, make_issue(code, {}, {{.name = "found", .value = raw.cells[c].substr(0, kLongestRaw)}}), column.name);
      return false;
    }
    *input_of(inputs, column.role) = number.value;
  }
  CheckedCounts checked = check_counts(inputs);
  if (!checked.totals) {
    reject(raw, checked.issues.empty() ? make_issue(IssueCode::MoreNeeded) : std::move(checked.issues.front()), {});
    return false;
  }
  row.totals = *checked.totals;
  table.rows.push_back(std::move(row));
  return true;
}

void CountReader::Impl::add_rows() {
  for (const RawRow& raw : rows) add_row(raw);
}

/// The unit that every label names; a table whose labels differ has none.
void CountReader::Impl::find_unit() {
  for (const CountRow& row : table.rows) {
    const std::optional<PeriodLabel> label = read_period_label(row.label);
    if (!label || (table.unit && *table.unit != label->unit)) {
      table.unit.reset();
      return;
    }
    table.unit = label->unit;
  }
}

/// Newest first becomes oldest first; anything else stays in the file's order.
void CountReader::Impl::order_by_time() {
  if (table.rows.size() < 2) return;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const auto& before = table.rows[i - 1].span;
    const auto& after = table.rows[i].span;
    if (!before || !after || before->start <= after->start) return;
  }
  std::reverse(table.rows.begin(), table.rows.end());
}

void CountReader::Impl::summarise() {
  const TableSummary& summary = reader.summary();
  ImportSummary& import = table.import;
  import.rows = summary.rows;
  import.accepted = static_cast<std::int64_t>(table.rows.size());
  import.rejected = summary.rejected + summary.delivered - import.accepted;
  import.blank = summary.blank;
  import.skipped = summary.skipped();
  import.encoding = encoding_name(reader.head().encoding.encoding);
  import.delimiter = delimiter_name(reader.head().dialect.syntax);
  import.header = reader.head().dialect.header;
  for (const TableRejection& rejection : summary.rejections) {
    table.rejected.push_back(
        {.row = rejection.row, .line = rejection.line, .column = {}, .code = rejection.code, .raw = rejection.raw});
  }
}

CountReader::CountReader(CountReaderOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
CountReader::~CountReader() = default;
CountReader::CountReader(CountReader&&) noexcept = default;
CountReader& CountReader::operator=(CountReader&&) noexcept = default;

bool CountReader::feed(std::string_view bytes) { return impl_->reader.feed(bytes) && !impl_->too_long; }

CountTable CountReader::finish() {
  Impl& impl = *impl_;
  const bool whole = impl.reader.finish();
  impl.table.issues = impl.reader.summary().issues;
  if (!whole) return std::move(impl.table);
  impl.choose_roles();
  if (!is_enough(impl.table)) impl.find_roles_without_names();
  if (impl.too_long) {
    impl.table.issues.push_back(
        make_issue(IssueCode::TooManyRows, {}, {{.name = "limit", .value = double{kMostPeriods}}}));
  } else if (impl.rows.empty()) {
    // The reader has said so.
  } else if (!is_enough(impl.table)) {
    std::string names;
    for (const CountColumn& column : impl.table.import.columns)
      names += (names.empty() ? "" : ", ") + column.name.substr(0, kLongestRaw);
    Issue issue =
        make_issue(IssueCode::ColumnsUnknown, {}, {{.name = "columns", .value = names.substr(0, 4 * kLongestRaw)}});
    issue.set = "column.NAME";
    impl.table.issues.push_back(std::move(issue));
  } else {
    impl.add_rows();
  }
  impl.find_unit();
  impl.order_by_time();
  impl.summarise();
  return std::move(impl.table);
}

}  // namespace kirnu
