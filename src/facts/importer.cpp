#include "facts/importer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "archive/unpacker.h"
#include "facts/count_builder.h"
#include "facts/table_builder.h"
#include "table/table_reader.h"

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

std::unique_ptr<TableBuilder> make_builder(FactKind kind, BuilderPlan plan) {
  switch (kind) {
    case FactKind::Lists: return make_list_builder(std::move(plan));
    case FactKind::Subscriptions: return make_subscription_builder(std::move(plan));
    case FactKind::Transactions: return make_transaction_builder(std::move(plan));
    case FactKind::Survival: return make_survival_builder(std::move(plan));
    case FactKind::Retention: return make_retention_builder(std::move(plan));
    case FactKind::Reasons: return make_reason_builder(std::move(plan));
    case FactKind::Counts: return nullptr;
  }
  return nullptr;
}

/// So many bytes tell what a file is: a workbook names its parts in them.
constexpr std::size_t kKindBytes = 64U << 10U;

Issue counted(IssueCode code, std::int64_t count) {
  Issue issue = make_issue(code);
  issue.count = count;
  return issue;
}

}  // namespace

struct Importer::Impl {
  ImportChoice choice;
  ImportPlan plan;
  Rejections rejections;
  std::optional<CountBuilder> counts;
  std::unique_ptr<TableBuilder> builder;  ///< refers to `plan` and `rejections`
  std::int64_t rows = 0, damaged = 0;
  std::uint64_t bytes = 0;
  bool wanted = true;
  std::string first_bytes;
  std::optional<Unpacker> unpacker;  ///< of a file that is packed
  std::optional<TableReader> reader;

  explicit Impl(ImportChoice chosen) : choice(std::move(chosen)) {}

  bool feed(std::string_view part);
  bool open();
  bool pass_on(std::string_view part);
  bool end();
  void begin(const TableHead& head);
  void take(const RowBatch& batch);
  ImportedFile finish();
  void describe(ImportedFile& file) const;
  void note_text(ImportedFile& file) const;
  void finish_counts(ImportedFile& file);
};

bool Importer::Impl::feed(std::string_view part) {
  bytes += part.size();
  if (reader) return pass_on(part);
  const std::size_t missing = kKindBytes - first_bytes.size();
  first_bytes += part.substr(0, missing);
  if (first_bytes.size() < kKindBytes) return true;
  return open() && (part.size() <= missing || pass_on(part.substr(missing)));
}

/// What the file is is known: a table as text, or one that is packed.
bool Importer::Impl::open() {
  const FileKind kind = find_file_kind(first_bytes);
  TableChoice how = choice.table;
  if (kind == FileKind::Workbook) {
    how.encoding = Encoding::Utf8;
    how.dialect.delimiter = ",";
    how.dialect.quote = '"';
  }
  reader.emplace(
      how, [this](const TableHead& head) { begin(head); },
      TableReader::OnRows([this](const RowBatch& batch) { take(batch); }));
  if (Unpacker::unpacks(kind)) {
    unpacker.emplace(kind, [this](std::string_view text) { return reader->feed(text) && wanted; });
  }
  const bool going_on = pass_on(first_bytes);
  first_bytes.clear();
  first_bytes.shrink_to_fit();
  return going_on;
}

bool Importer::Impl::pass_on(std::string_view part) {
  return unpacker ? unpacker->feed(part) : reader->feed(part) && wanted;
}

/// The last byte has come; whether the whole table was read.
bool Importer::Impl::end() {
  if (!reader) open();
  const bool unpacked = !unpacker || unpacker->finish() || !wanted;
  const bool read = (unpacked || !unpacker->error()) && reader->finish();
  return (unpacked && read) || !wanted;
}

/// The head is known: what the columns are, and what is made of them.
void Importer::Impl::begin(const TableHead& head) {
  plan = make_import_plan(head, choice);
  if (plan.kind == FactKind::Counts) {
    counts.emplace(choice.roles);
    return;
  }
  BuilderPlan building{.plan = plan, .rejections = rejections, .wanted = {}};
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    if (plan.columns[i].role != Role::Ignore) building.wanted.push_back(i);
  }
  reader->want(building.wanted);
  const std::optional<std::size_t> id = plan.column_of(Role::CustomerId);
  building.email_ids = id && are_emails(head, *id);
  if (plan.kind) builder = make_builder(*plan.kind, std::move(building));
}

void Importer::Impl::take(const RowBatch& batch) {
  rows += static_cast<std::int64_t>(batch.rows);
  if (batch.damaged) damaged += static_cast<std::int64_t>(batch.rows);
  if (counts) wanted = counts->take(batch) && wanted;
  if (builder) builder->take(batch);
}

void Importer::Impl::describe(ImportedFile& file) const {
  const TableHead& head = reader->head();
  const TableSummary& summary = reader->summary();
  ImportSummary& import = file.import;
  import.rows = summary.rows;
  import.blank = summary.blank;
  import.skipped = summary.skipped();
  import.rejected = summary.rejected;
  import.encoding = encoding_name(head.encoding.encoding);
  import.delimiter = delimiter_name(head.dialect.syntax);
  import.header = head.dialect.header;
  import.source = plan.source;
  for (const ColumnPlan& column : plan.columns) {
    import.columns.push_back(
        {.name = column.name, .role = column.role, .style = column.style, .suggestions = column.suggestions});
  }
  for (const TableRejection& rejection : summary.rejections) {
    file.rejected.push_back(
        {.row = rejection.row, .line = rejection.line, .column = {}, .code = rejection.code, .raw = rejection.raw});
  }
}

/// What reading the bytes as text and rows found, beyond the reader's own issues.
void Importer::Impl::note_text(ImportedFile& file) const {
  const TableSummary& summary = reader->summary();
  if (summary.invalid_bytes > 0) {
    Issue issue = counted(IssueCode::BytesInvalid, summary.invalid_bytes);
    issue.values = {{.name = "encoding", .value = std::string(encoding_name(reader->head().encoding.encoding))}};
    if (summary.first_invalid_byte) issue.byte = static_cast<std::int64_t>(*summary.first_invalid_byte);
    file.issues.push_back(std::move(issue));
  }
  if (summary.stray_quotes > 0) file.issues.push_back(counted(IssueCode::QuoteStray, summary.stray_quotes));
  if (summary.preamble > 0) file.issues.push_back(counted(IssueCode::PreambleSkipped, summary.preamble));
  if (summary.end_mark) file.issues.push_back(make_issue(IssueCode::EndMarkIgnored));
  if (!unpacker) return;
  for (const Issue& issue : unpacker->notes()) file.issues.push_back(issue);
  if (!unpacker->error()) return;
  file.issues.push_back(*unpacker->error());
  file.whole = false;
}

void Importer::Impl::finish_counts(ImportedFile& file) {
  CountTable table = counts->finish(reader->head(), reader->summary(), file.whole);
  file.import = table.import;
  file.rejected = table.rejected;
  file.issues = table.issues;
  file.facts.push_back({.kind = FactKind::Counts, .table = std::move(table)});
}

ImportedFile Importer::Impl::finish() {
  ImportedFile file;
  file.whole = end();
  if (counts) {
    finish_counts(file);
    note_text(file);
    return file;
  }
  describe(file);
  file.issues = reader->summary().issues;
  note_text(file);
  if (!file.whole) return file;
  file.blocked = plan.blocked || !plan.kind;
  file.issues.insert(file.issues.end(), plan.issues.begin(), plan.issues.end());
  file.import.accepted = reader->summary().delivered;
  if (!builder) return file;
  BuiltTables built = builder->finish();
  file.import.accepted = built.accepted;
  file.import.rejected += rejections.count();
  file.import.skipped += built.skipped;
  file.rejected.insert(file.rejected.end(), rejections.rows().begin(), rejections.rows().end());
  std::stable_sort(file.rejected.begin(), file.rejected.end(),
                   [](const RejectedRow& a, const RejectedRow& b) { return a.line < b.line; });
  if (file.rejected.size() > kMostRejectionsKept) file.rejected.resize(kMostRejectionsKept);
  for (std::vector<Issue>* more : {&rejections.issues(), &built.issues})
    file.issues.insert(file.issues.end(), more->begin(), more->end());
  file.facts = std::move(built.facts);
  return file;
}

Importer::Importer(ImportChoice choice) : impl_(std::make_unique<Impl>(std::move(choice))) {}
Importer::~Importer() = default;
Importer::Importer(Importer&&) noexcept = default;
Importer& Importer::operator=(Importer&&) noexcept = default;

bool Importer::feed(std::string_view bytes) { return impl_->feed(bytes); }

ImportedFile Importer::finish() { return impl_->finish(); }

ImportProgress Importer::progress() const {
  return {.bytes = impl_->bytes,
          .rows = impl_->rows,
          .rejected = impl_->rejections.count() + (impl_->reader ? impl_->reader->summary().rejected : 0)};
}

}  // namespace kirnu
