#pragma once
#include <sstream>
#include <string>
#include <type_traits>
#include <variant>

#include "facts/build/importer.h"

/// All that was made of a file as text: two imports are the same when their texts are.
namespace kirnu {

class ImportText {
 public:
  std::string of(const ImportedFile& file) {
    add(file.whole, file.blocked, file.import);
    for (const RejectedRow& row : file.rejected) add(row.row, row.line, row.column, issue_code_name(row.code), row.raw);
    for (const Issue& issue : file.issues) add(issue);
    for (const Facts& facts : file.facts) std::visit([this](const auto& table) { add(table); }, facts.table);
    return out_.str();
  }

 private:
  template <class... Values>
  void add(const Values&... values) {
    (put(values), ...);
    out_ << '\n';
  }

  template <class Value>
  void put(const Value& value) {
    if constexpr (requires { out_ << value; }) out_ << value << ' ';
    else add_parts(value);
  }

  template <class Value>
  void put(const std::optional<Value>& value) {
    if (value) put(*value);
    else out_ << "- ";
  }

  template <class Value>
  void put(const Column<Value>& column) {
    for (std::size_t i = 0; i < column.size(); ++i) out_ << +column[i] << ' ';
  }
  template <class Value>
  void put(const PackedColumn<Value>& column) {
    for (std::size_t i = 0; i < column.size(); ++i) out_ << +column[i] << ' ';
  }

  void add_parts(const ImportSummary& import) {
    add(import.rows, import.accepted, import.rejected, import.blank, import.skipped, import.encoding, import.delimiter,
        import.header, import.source);
    for (const ImportColumn& column : import.columns) add(column.name, role_name(column.role), column.style);
  }
  void add_parts(const Issue& issue) {
    add(issue_code_name(issue.code), issue.count, issue.row, issue.line, issue.byte, issue.column, issue.set);
    for (const IssueValue& value : issue.values) {
      out_ << value.name << '=';
      std::visit([this](const auto& one) { put(one); }, value.value);
    }
  }
  void add_parts(const IdPool& pool) {
    for (std::uint32_t i = 0; i < pool.size(); ++i) out_ << pool.text(i) << '|';
  }
  void add_parts(const TimeColumn& column) { add(column.clock, column.days, column.instants); }
  void add_parts(const CodeColumn& column) { add(column.name, column.words, column.codes); }
  void add_parts(const std::vector<CodeColumn>& columns) {
    for (const CodeColumn& column : columns) add(column);
  }
  void add_parts(std::monostate) {}
  void add_parts(const CountTable& table) {
    for (const CountRow& row : table.rows) add(row.row, row.line, row.label, row.totals.start, row.totals.lost);
    for (const Issue& issue : table.issues) add(issue);
  }
  void add_parts(const CustomerList& list) {
    add(list.customers, list.value, list.first_seen, list.left, list.repeated);
  }
  void add_parts(const SubscriptionTable& table) {
    add(table.customers, table.customer, table.start, table.end, table.canceled, table.trial_end, table.amount,
        table.quantity, table.interval, table.interval_count, table.currency, table.status, table.plan, table.reason,
        table.segments, table.known_until);
  }
  void add_parts(const TransactionTable& table) {
    add(table.customers, table.customer, table.date, table.amount, table.units, table.orders, table.order,
        table.currency, table.status, table.segments, table.periods.has_value(), table.known_until);
  }
  void add_parts(const SurvivalTable& table) {
    add(table.time, table.left, table.groups, table.entry, table.customer, table.before);
  }
  void add_parts(const RetentionSeries& series) {
    for (const std::string& label : series.labels) add(label);
    for (const double value : series.retained) add(value);
    add(series.percent);
  }
  void add_parts(const CohortSheet& sheet) {
    for (const CohortRow& row : sheet.rows) {
      add(row.label);
      for (const double value : row.retained) add(value);
    }
    add(sheet.shares);
  }
  void add_parts(const ReasonTable& table) { add(table.reason, table.value, table.customers); }

  std::ostringstream out_;
};

}  // namespace kirnu
