#pragma once
#include "facts/plan/kind_fits.h"
#include "facts/plan/kind_guess.h"

namespace kirnu {

/// One day a row and a customer, but no end: orders, or contracts that all still run.
KindGuess guess_order_or_contract(const KindFits& fits);

/// A first day, no end and no day of an order: contracts where a status tells who left, else a list.
KindGuess guess_contract_without_end(const KindFits& fits);

}  // namespace kirnu
