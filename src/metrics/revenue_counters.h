#pragma once
#include <cstdint>
#include <vector>

#include "metrics/paid_rows.h"
#include "metrics/start_end_sums.h"

namespace kirnu {

/// Adds up movements by currency and period; like Flow's, with a place before the grid and one behind it.
class MovementCounter {
 public:
  MovementCounter(const PeriodGrid& grid, std::size_t currencies)
      : place_(grid.lookup()), periods_(static_cast<std::size_t>(grid.size())), movements_(currencies) {}

  void add(const PayingCustomer&);

  /// Customers of one row each, between the periods of two places.
  void add_rows(std::uint32_t currency, std::int32_t start, std::int32_t end, const RevenueSum&);

  /// Of one currency, for every period of the grid.
  std::vector<MrrMovement> take(std::size_t currency);

 private:
  /// A change of what a customer pays, in the period of a place.
  struct Change {
    std::uint32_t currency;
    std::int32_t place;
    std::int64_t delta;
  };

  void add_changes(std::vector<Change>::const_iterator begin, std::vector<Change>::const_iterator end);
  MrrMovement& at(std::uint32_t currency, std::int32_t place);

  PlaceOfDay place_;
  std::size_t periods_;
  std::vector<std::vector<MrrMovement>> movements_;           ///< by currency; empty: nobody pays in it
  std::vector<Change> changes_;                               ///< of one customer
  std::vector<std::pair<std::int32_t, std::int32_t>> there_;  ///< places of its spells' starts and ends
};

/// Adds up what cohorts bring; a cohort is a period of the grid.
class RevenueCohortCounter {
 public:
  RevenueCohortCounter(const PeriodGrid& grid, std::size_t currencies)
      : grid_(grid), place_(grid.lookup()), changes_(currencies) {}

  void add(const PayingCustomer&);
  void add_rows(std::uint32_t currency, std::int32_t start, std::int32_t end, const RevenueSum&);
  std::vector<RevenueCohort> take(std::size_t currency, std::int32_t as_of) const;

 private:
  std::size_t width() const { return static_cast<std::size_t>(grid_.size()) + 2; }

  const PeriodGrid& grid_;
  PlaceOfDay place_;
  /// By currency, cohort and boundary + 1; before a cohort's own period: what it began with.
  std::vector<std::vector<MrrSum>> changes_;
};

}  // namespace kirnu
