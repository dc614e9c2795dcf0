#pragma once
#include "metrics/spells.h"

namespace kirnu {

struct PaidRows;
struct StartEndSums;
struct StartEndTable;

/// Everybody, or the customers of one value of a column: who came and went when. Told by spells; where `sums` is there,
/// by these sums of customers with one row, made for all periods that are asked about, and the spells of the others.
struct CustomerGroup {
  const SubscriptionTable* table = nullptr;  ///< needed for revenue alone
  SpellOptions options = {};
  const Spells* spells = nullptr;
  const StartEndTable* starts_and_ends = nullptr;
  const StartEndSums* sums = nullptr;
  const PaidRows* paid = nullptr;  ///< of the spells, where somebody has them

  /// Calls visit(customer, begin, end) for everybody whom the sums do not hold.
  template <typename Visit>
  void visit(Visit visit) const {
    spells->visit(visit, sums != nullptr);
  }
};

}  // namespace kirnu
