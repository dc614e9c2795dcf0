#pragma once
#include <map>
#include <memory>
#include <string>

#include "facts/count_table.h"
#include "table/row_batch.h"
#include "table/table_reader.h"

namespace kirnu {

/// Rows become a checked table of counts, one row a period.
class CountBuilder {
 public:
  /// `roles`: column name → role, as a person decided; the rest is guessed from names, else by arithmetic.
  explicit CountBuilder(std::map<std::string, Role> roles = {});
  ~CountBuilder();
  CountBuilder(CountBuilder&&) noexcept;
  CountBuilder& operator=(CountBuilder&&) noexcept;

  /// Takes rows with all their cells; false when there are more than any history of counts has.
  bool take(const RowBatch& batch);

  /// The table. Its rows are empty when there is none to be had; the issues say why. `whole`: the file was read to
  /// its end.
  CountTable finish(const TableHead& head, const TableSummary& summary, bool whole);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kirnu
