#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "metrics/revenue.h"
#include "metrics/spell_rows.h"

/// Rows with what they bring a month: the inner loop of build_revenue().
namespace kirnu {

/// Days [start, end) of one row that counts.
struct PaidRow {
  std::int32_t start = 0;
  std::int32_t end = Spell::kOpen;
  std::uint32_t currency = 0;  ///< a place in PriceReader::currencies()
  std::int64_t mrr = 0;        ///< 0: counts as a customer only
};

/// A customer's rows by start, and the spells they make.
struct PayingCustomer {
  std::span<const PaidRow> rows;
  std::span<const Spell> spells;
};

/// Reads what the rows of a table bring.
class PriceReader {
 public:
  PriceReader(const SubscriptionTable& table, RevenueGaps& gaps);

  /// The MRR and currency of row `row`.
  void read(std::size_t row, PaidRow& paid);

  const std::vector<std::string>& currencies() const { return currencies_; }

 private:
  const SubscriptionTable& table_;
  RevenueGaps& gaps_;
  std::vector<std::optional<BillingInterval>> intervals_;  ///< by code
  std::vector<std::uint32_t> places_;                      ///< by code of the currency, then of the empty cell
  std::vector<std::string> currencies_;
};

/// Sorts a customer's rows, lets revenue go on over gaps of at most `gap_days`, and writes the merged spells.
void arrange_rows(std::span<PaidRow> rows, std::int64_t gap_days, std::vector<Spell>& spells);

}  // namespace kirnu
