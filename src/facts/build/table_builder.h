#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "facts/build/cell_reader.h"
#include "facts/build/id_reader.h"
#include "facts/build/rejections.h"
#include "facts/plan/import_plan.h"
#include "facts/plan/period_columns.h"
#include "facts/tables/tables.h"
#include "facts/words/recent_words.h"
#include "table/row_batch.h"
#include "table/table_reader.h"

namespace kirnu {

/// What a builder has made of the rows it took.
struct BuiltTables {
  std::vector<Facts> facts = {};  ///< one; two where two lists stand side by side
  std::int64_t accepted = 0;      ///< rows
  std::int64_t skipped = 0;       ///< rows that continue or were superseded by another
  std::vector<Issue> issues = {};
  bool blocked = false;  ///< one of them is a question that must be answered before the facts are right
};

/// Turns rows into the typed columns of one kind of facts, batch by batch.
class TableBuilder {
 public:
  virtual ~TableBuilder() = default;
  virtual void take(const RowBatch& batch) = 0;
  virtual BuiltTables finish() = 0;
};

/// What builders need to know. Both references outlive the builder.
struct BuilderPlan {
  const ImportPlan& plan;
  Rejections& rejections;
  std::vector<std::size_t> wanted;  ///< the plan's columns that a batch's cells are, in order
  bool email_ids = false;           ///< ids are e-mail addresses
  IdRules id_rules = {};
  Duplicates duplicates = Duplicates::Sum;
  std::uint64_t file_bytes = 0;  ///< 0: nobody says

  /// How many ids the file has if it goes on as it began: `ids` came before the batch.
  std::size_t expected_ids(std::size_t ids, const RowBatch& batch) const;

  /// The cell of the first column with a role; absent when there is none.
  std::optional<std::size_t> cell_of(Role role) const;
  std::vector<std::size_t> cells_of(Role role) const;
  const ColumnPlan& column(std::size_t cell) const { return plan.columns[wanted[cell]]; }
  IdReader id_reader() const;
};

std::unique_ptr<TableBuilder> make_subscription_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_transaction_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_period_table_builder(BuilderPlan plan, const PeriodColumns& columns);
std::unique_ptr<TableBuilder> make_purchase_summary_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_month_row_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_event_row_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_list_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_survival_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_retention_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_cohort_builder(BuilderPlan plan);
std::unique_ptr<TableBuilder> make_reason_builder(BuilderPlan plan);

/// The rows of a batch that have no flaw; those that have one are told to `rejections`.
class GoodRows {
 public:
  GoodRows(const RowBatch& batch, const BatchFlaws& flaws, const BuilderPlan& plan);

  std::size_t size() const { return size_; }
  std::int64_t skipped() const { return skipped_; }

  /// The row of the batch that good row `i` is.
  std::size_t row(std::size_t i) const { return size_ == rows_ ? i : good_[i]; }

  /// Moves the values of good rows to the front.
  template <class T>
  std::span<T> keep(BatchValues<T>& values) const {
    if (size_ != rows_) {
      for (std::size_t i = 0; i < size_; ++i) values[i] = values[good_[i]];
    }
    return {values.data(), size_};
  }

 private:
  std::size_t rows_;
  std::size_t size_ = 0;
  std::int64_t skipped_ = 0;
  std::array<std::uint16_t, kMostBatchRows> good_;
};

/// A column of words as numbers of a dictionary, for the cells of one column of the file.
class CodeBuilder {
 public:
  CodeBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell);
  void take(const RowBatch& batch, const GoodRows& good);
  CodeColumn& column() { return column_; }

 private:
  std::optional<std::size_t> cell_;
  bool large_ = false;  ///< words are kept in capitals
  CodeColumn column_;
  RecentWords recent_;
};

/// Dates of one column of the file; nothing where the file has no such column.
class TimeBuilder {
 public:
  TimeBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell);
  void read(const RowBatch& batch, BatchFlaws& flaws);
  void require(const RowBatch& batch, BatchFlaws& flaws) const;  ///< an empty cell is a flaw
  void keep(const GoodRows& good);
  void note_markers(std::vector<Issue>& issues) const;
  bool exists() const { return cell_.has_value(); }
  std::optional<std::size_t> cell() const { return cell_; }
  std::int64_t value(std::size_t row) const { return values_[row]; }
  TimeColumn& column() { return column_; }
  const TimeColumn& column() const { return column_; }

 private:
  std::optional<std::size_t> cell_;
  const ColumnPlan* plan_ = nullptr;
  TimeColumn column_;
  RecentMonths months_;
  BatchValues<std::int64_t> values_;
  NothingMarkers markers_;
};

/// Amounts of one column of the file, with the currencies that stand beside the numbers.
class MoneyBuilder {
 public:
  MoneyBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell);
  void read(const RowBatch& batch, BatchFlaws& flaws);
  void keep(const GoodRows& good);
  void note_markers(std::vector<Issue>& issues) const;
  PackedColumn<std::int64_t>& column() { return column_; }
  BatchValues<std::int64_t>& values() { return values_; }

 private:
  std::optional<std::size_t> cell_;
  const ColumnPlan* plan_ = nullptr;
  PackedColumn<std::int64_t> column_;
  BatchValues<std::int64_t> values_;
  std::string currency_;
  NothingMarkers markers_;
};

/// Numbers of one column of the file.
class RealBuilder {
 public:
  RealBuilder(const BuilderPlan& plan, std::optional<std::size_t> cell, double absent);
  void read(const RowBatch& batch, BatchFlaws& flaws);
  void keep(const GoodRows& good);
  void note_markers(std::vector<Issue>& issues) const;
  Column<double>& column() { return column_; }
  BatchValues<double>& values() { return values_; }

 private:
  std::optional<std::size_t> cell_;
  const ColumnPlan* plan_ = nullptr;
  double absent_;
  Column<double> column_;
  BatchValues<double> values_;
  NothingMarkers markers_;
};

/// Rows one of whose cells says yes, or when, are left out: test purchases, trials, cancelled orders.
class MarkedRows {
 public:
  /// `code` is the note that tells of them.
  MarkedRows(const BuilderPlan& plan, Role role, IssueCode code);
  void skip(const RowBatch& batch, BatchFlaws& flaws);
  /// Of orders with amounts, what a row says to be given back stays, and counts below 0.
  void turn_credits(const RowBatch& batch, BatchValues<std::int64_t>& amounts) const;
  void note(std::vector<Issue>& issues) const;

 private:
  std::vector<std::size_t> cells_, took_place_;  ///< where a yes leaves out, and where a no does
  bool of_orders_ = false, credits_count_ = false;
  Issue issue_;
};

/// A column of one code a row of the file as one of a code for each row of a table; `rows` says which that is of.
CodeColumn repeated(CodeColumn column, std::span<const std::uint32_t> rows);

/// Of the rows without a flaw, those whose id is in the pool already get one; the other ids go into the pool.
void reject_repeated(const RowBatch& batch, std::size_t cell, const BatchValues<std::string_view>& ids, IdPool& pool,
                     BatchFlaws& flaws);

/// An issue that `duplicates` answers.
Issue duplicates_issue(IssueCode code);

/// Warns where a column of currencies holds more than one, and says whether it does: sums are never made of both.
bool note_currencies(const CodeColumn& currency, std::vector<Issue>& issues);

}  // namespace kirnu
