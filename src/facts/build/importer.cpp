#include "facts/build/importer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/sort.h"
#include "facts/build/builder_choice.h"
#include "facts/build/count_builder.h"
#include "facts/build/table_builder.h"
#include "facts/plan/counts_across.h"
#include "facts/plan/table_source.h"

namespace kirnu {
namespace {

/// Whether the ids are e-mail addresses, in which capitals do not count.
bool are_emails(const TableHead& head, std::size_t column) {
  std::size_t filled = 0, addresses = 0;
  for (const std::vector<std::string>& row : head.sample) {
    filled += row[column].empty() ? 0U : 1U;
    addresses += row[column].find('@') != std::string::npos ? 1U : 0U;
  }
  return addresses * 2 > filled;
}

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

struct Importer::Impl {
  ImportChoice choice;
  ImportPlan plan;
  Rejections rejections;
  std::optional<CountsAcross> across;
  std::optional<CountBuilder> counts;
  std::unique_ptr<TableBuilder> builder;  ///< refers to `plan` and `rejections`
  std::int64_t rows = 0;
  std::uint64_t file_bytes = 0;
  bool wanted = true;
  TableSource source;

  explicit Impl(ImportChoice chosen)
      : choice(std::move(chosen)),
        source(
            choice.table, [this](const TableHead& head) { begin(head); },
            [this](const RowBatch& batch) { take(batch); }) {}

  void begin(const TableHead& head);
  void take(const RowBatch& batch);
  ImportedFile finish();
  void set_upright();
  std::int64_t delivered() const;
  void describe(ImportedFile& file) const;
  void finish_counts(ImportedFile& file);
  void finish_facts(ImportedFile& file);
  void add_rejections(ImportedFile& file);
};

/// The head is known: what the columns are, and what is made of them.
void Importer::Impl::begin(const TableHead& head) {
  if (choice.table.count_fields) {  // nothing else is asked
    for (const std::string& name : head.names) plan.columns.push_back({.name = name});
    source.want({});
    return;
  }
  if (choice.kind.value_or(FactKind::Counts) == FactKind::Counts && counts_lie_across(head)) {
    across.emplace(head);
    return;
  }
  plan = make_import_plan(head, choice);
  if (plan.kind == FactKind::Counts) {
    counts.emplace(plan);
    return;
  }
  BuilderPlan building{.plan = plan, .rejections = rejections, .wanted = {}};
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role != Role::Ignore || plan.columns[i].more_ids || plan.columns[i].surname)
      building.wanted.push_back(i);
  }
  source.want(building.wanted);
  const std::optional<std::size_t> id = plan.column_of(Role::CustomerId);
  building.email_ids = id && are_emails(head, *id);
  building.id_rules = choice.ids;
  building.duplicates = choice.duplicates;
  if (!source.is_packed()) building.file_bytes = file_bytes;
  if (plan.kind) builder = make_table_builder(*plan.kind, std::move(building));
}

void Importer::Impl::take(const RowBatch& batch) {
  rows += static_cast<std::int64_t>(batch.rows);
  if (batch.damaged && batch.text.find('\0') != std::string_view::npos) {
    rejections.add(batch.place(0), IssueCode::NulInRow, {}, {});
    return;
  }
  if (across) across->take(batch);
  if (counts) wanted = counts->take(batch) && wanted;
  if (builder) builder->take(batch);
}

/// What lay on its side is complete, and read as if it stood upright: then a row is a period.
void Importer::Impl::set_upright() {
  ImportChoice counted = choice;
  counted.kind = FactKind::Counts;
  plan = make_import_plan(across->head(), counted);
  counts.emplace(plan);
  wanted = across->give([this](const RowBatch& batch) { return counts->take(batch); });
}

std::int64_t Importer::Impl::delivered() const { return across ? across->periods() : source.summary().delivered; }

void Importer::Impl::describe(ImportedFile& file) const {
  const TableHead& head = source.head();
  const TableSummary& summary = source.summary();
  ImportSummary& import = file.import;
  import.rows = summary.rows - summary.delivered + delivered();
  import.blank = summary.blank;
  import.skipped = summary.skipped();
  import.rejected = summary.rejected;
  // A sheet of a workbook has neither an encoding nor a delimiter.
  import.encoding = source.is_sheet() ? "xlsx" : encoding_name(head.encoding.encoding);
  import.delimiter = source.is_sheet() ? "cells" : delimiter_name(head.dialect.syntax);
  import.header = head.dialect.header;
  if (choice.table.count_fields) import.counts = summary.counts;
  import.source = plan.source;
  import.event_value = plan.event_value;
  import.event_values = plan.event_values;
  for (const ColumnPlan& column : plan.columns) {
    import.columns.push_back(
        {.name = column.name, .role = column.role, .style = column.style, .suggestions = column.suggestions});
  }
  for (const TableRejection& rejection : summary.rejections) {
    file.rejected.push_back(
        {.row = rejection.row, .line = rejection.line, .column = {}, .code = rejection.code, .raw = rejection.raw});
  }
}

/// A table of counts brings how it was read with it: it also answers beside counts that somebody typed.
void Importer::Impl::finish_counts(ImportedFile& file) {
  CountTable table;
  if (file.whole) {
    table = counts->finish();
    file.import.columns = std::move(table.import.columns);
    file.import.accepted = table.import.accepted;
    file.import.skipped += table.import.skipped;
    file.import.rejected += delivered() - table.import.accepted - table.import.skipped;
    append(file.issues, table.issues);
    append(file.issues, rejections.issues());
    const auto is_of_choice = [](const Issue& issue) {
      return issue.code == IssueCode::ColumnUnknown || issue.code == IssueCode::RoleTakenOver;
    };
    std::copy_if(plan.issues.begin(), plan.issues.end(), std::back_inserter(file.issues), is_of_choice);
    append(file.rejected, table.rejected);
    add_rejections(file);
  }
  table.import = file.import;
  table.rejected = file.rejected;
  table.issues = file.issues;
  file.facts.push_back({.kind = FactKind::Counts, .table = std::move(table)});
}

/// Where no row is left, the flaw that most rows have is why there is no answer.
void say_why_nothing_is_left(std::vector<Issue>& issues) {
  if (std::any_of(issues.begin(), issues.end(), is_blocking)) return;
  const auto rows_of = [](const Issue& issue) {
    return issue.row && issue.severity == Severity::Warning ? issue.count : 0;
  };
  const auto most = std::max_element(issues.begin(), issues.end(),
                                     [&](const Issue& a, const Issue& b) { return rows_of(a) < rows_of(b); });
  if (most != issues.end() && rows_of(*most) > 0) most->severity = Severity::Error;
}

/// Totals that the table and its builder left out are one finding.
void add_found(std::vector<Issue>& issues, const Issue& issue) {
  const auto known = std::find_if(issues.begin(), issues.end(), [&](const Issue& other) {
    return other.code == issue.code && issue.code == IssueCode::TotalRowSkipped;
  });
  if (known == issues.end()) issues.push_back(issue);
  else known->count += issue.count;
}

/// In the order of the file.
void Importer::Impl::add_rejections(ImportedFile& file) {
  append(file.rejected, rejections.rows());
  sort_items(file.rejected, [](const RejectedRow& a, const RejectedRow& b) { return a.line < b.line; });
  if (file.rejected.size() > kMostRejectionsKept) file.rejected.resize(kMostRejectionsKept);
}

void Importer::Impl::finish_facts(ImportedFile& file) {
  file.blocked = plan.blocked || !plan.kind;
  BuiltTables built{.accepted = source.summary().delivered - rejections.count()};
  if (builder) built = builder->finish();
  file.blocked = file.blocked || built.blocked;
  file.import.accepted = built.accepted;
  file.import.rejected += rejections.count();
  file.import.skipped += built.skipped;
  for (const std::vector<Issue>* more : {&plan.issues, &rejections.issues()}) append(file.issues, *more);
  for (const Issue& issue : built.issues) add_found(file.issues, issue);
  add_rejections(file);
  file.facts = std::move(built.facts);
}

ImportedFile Importer::Impl::finish() {
  ImportedFile file;
  file.whole = source.finish() || !wanted;
  if (const Issue* damage = source.damage()) {
    file.whole = false;
    file.issues = {*damage};
    return file;
  }
  if (across) set_upright();
  if (source.is_sheet()) file.sheet = *source.sheet();
  describe(file);
  file.issues = source.issues();
  if (is_cohort_plan(plan)) {  // younger cohorts have shorter rows
    std::erase_if(file.issues, [](const Issue& issue) { return issue.code == IssueCode::RowTooShort; });
  }
  if (!file.whole) file.import.rejected = file.import.rows - file.import.blank - file.import.skipped;
  if (counts) finish_counts(file);
  else if (file.whole) finish_facts(file);
  if (file.whole && file.import.accepted == 0) say_why_nothing_is_left(file.issues);
  return file;
}

Importer::Importer(ImportChoice choice) : impl_(std::make_unique<Impl>(std::move(choice))) {}
Importer::~Importer() = default;
Importer::Importer(Importer&&) noexcept = default;
Importer& Importer::operator=(Importer&&) noexcept = default;

bool Importer::feed(std::string_view bytes) { return impl_->source.feed(bytes) && impl_->wanted; }

void Importer::expect(std::uint64_t bytes) { impl_->file_bytes = bytes; }

bool Importer::step() { return impl_->source.step(); }

ImportedFile Importer::finish() { return impl_->finish(); }

std::string Importer::take_bytes() { return impl_->source.take_bytes(); }

ImportProgress Importer::progress() const {
  const std::int64_t unreadable = impl_->source.summary().rejected;
  return {.bytes = impl_->source.bytes(), .rows = impl_->rows, .rejected = impl_->rejections.count() + unreadable};
}

}  // namespace kirnu
