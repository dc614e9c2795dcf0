#pragma once
#include <optional>

#include "facts/plan/column_facts.h"
#include "text/number.h"

/// "Revenue churn" of 4.5 or 0.045 beside an MRR of 11000: percent without a sign, and no money.
namespace kirnu {

/// The plain numbers of a column so far.
class NumberRange {
 public:
  void add(const ReadNumber& number);
  double most() const { return most_; }  ///< 0 without any
  /// Whether these are shares of what others, never less than `revenue`, come to: as amounts they would be next to
  /// nothing.
  bool are_rates_of(const NumberRange& revenue) const;

 private:
  bool any_ = false, others_ = false, whole_ = true;  ///< others: something that is no number
  double least_ = 0, most_ = 0;
};

/// Whether a column is called lost revenue and holds rates of another one's.
bool is_rate_of_revenue(const TableFacts& table, const ColumnFacts& column);

}  // namespace kirnu
