#pragma once
#include <string>
#include <vector>

#include "facts/build/table_builder.h"

namespace kirnu {

/// Why customers left, in one column or in several: then an answer is all that a row names, one a line.
class ReasonCells {
 public:
  explicit ReasonCells(const BuilderPlan& plan);
  void take(const RowBatch& batch, const GoodRows& good);
  CodeColumn& column() { return several() ? column_ : one_.column(); }
  void note(std::vector<Issue>& issues) const;

 private:
  bool several() const { return cells_.size() > 1; }

  std::vector<std::size_t> cells_;    ///< one a reason; a single one has them all
  std::vector<std::string> options_;  ///< of cells_
  bool numbered_ = false;             ///< cells_ hold the answers themselves
  CodeBuilder one_;
  CodeColumn column_;
};

}  // namespace kirnu
