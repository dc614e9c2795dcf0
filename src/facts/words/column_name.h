#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// A name without what programs and people write differently: case, spaces, signs, umlauts in any spelling.
/// "Kündigung zum", "kuendigung_zum" and "KÜNDIGUNG-ZUM" are all "kundigungzum".
std::string plain_name(std::string_view name);

/// What a column's name says, apart from which role it has.
struct ColumnName {
  std::vector<std::string> plain = {};  ///< plain names to look up, the most exact first; empty: no letters in it
  bool minor_units = false;             ///< it says that amounts are cents
  bool money = false;                   ///< there is the sign of a currency in it
  double months = 0;  ///< it says of how many amounts are; 0: it does not. Of a year `plain` has the monthly name too
};

/// Whether a name says "ARR" or "annual recurring revenue".
bool says_yearly(std::string_view name);

/// "Created (UTC)" is created, "Betrag (EUR)" is betrag, "amount_cents" is amount in minor units,
/// "subscriptions.status" is status where the whole name says nothing. A clock under "(UTC)" needs no more: a clock
/// without a zone counts as UTC.
ColumnName read_column_name(std::string_view name);

}  // namespace kirnu
