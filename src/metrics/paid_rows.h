#pragma once
#include <algorithm>
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
  void read(std::size_t row, PaidRow& paid) {
    const std::uint32_t code = by_interval_ ? interval_[row] : 0;
    const std::int64_t amount = amount_[row];
    const bool one =
        (table_.quantity.empty() || table_.quantity[row] == 1) && (!by_count_ || table_.interval_count[row] == 1);
    paid.currency = places_.front();
    if (places_.size() > 1) paid.currency = place_of_row(row);
    const bool usual = one && code < factors_.size() && factors_[code] > 0;
    if (usual && amount >= 0 && amount < kMostExact && paid.currency < currencies_.size()) {
      paid.mrr = amount * factors_[code];
      return;
    }
    read_unusual(row, paid);
  }

  const std::vector<std::string>& currencies() const { return currencies_; }

 private:
  static constexpr std::int64_t kMostExact = 1'000'000'000'000;  ///< times a factor it is whole in a double too

  std::uint32_t place_of_row(std::size_t row) {
    const std::size_t none = places_.size() - 1;
    return places_[std::min<std::size_t>(currency_[row], none)];
  }
  void read_unusual(std::size_t row, PaidRow& paid);

  const SubscriptionTable& table_;
  bool by_interval_, by_count_;  ///< a column says how often an amount is paid
  PackedReader<std::int64_t> amount_;
  PackedReader<std::uint32_t> interval_, currency_;
  RevenueGaps& gaps_;
  std::vector<std::int64_t> factors_;                      ///< by code: MRR of an amount of 1; 0: not whole
  std::vector<std::optional<BillingInterval>> intervals_;  ///< by code
  std::vector<std::uint32_t> places_;                      ///< by code of the currency, then of the empty cell
  std::vector<std::string> currencies_;
};

/// The rows of customers who have several: customer c has rows[first[c]] … rows[first[c + 1] - 1], by start. Over gaps
/// of at most gap_days their revenue goes on.
struct PaidRows {
  std::vector<std::uint32_t> first = {};
  std::vector<PaidRow> rows = {};
  RevenueGaps gaps = {};
};
PaidRows build_paid_rows(const SubscriptionTable&, const SpellOptions&, const Spells&);

/// Of the customers of one value of a column: their rows, and the spells that these make.
struct PartRows {
  PaidRows paid = {};
  Spells spells = {};
};

/// The parts of customers with several rows, by the code of the column: the table is gone through once for all. Who has
/// packed spells in `everybody` is in none.
std::vector<PartRows> build_part_rows(const SubscriptionTable&, const SpellOptions&, const CodeColumn& column,
                                      std::size_t parts, const Spells& everybody);

}  // namespace kirnu
