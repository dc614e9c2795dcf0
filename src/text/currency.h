#pragma once
#include <string>
#include <string_view>

#include "base/language.h"

namespace kirnu {

/// How a language writes a currency of an ISO 4217 code, as Intl.NumberFormat does: "€", "CA$" in English, "CAD" in
/// Finnish. A code without a sign of its own stays as it is.
std::string currency_symbol(std::string_view code, Language);

/// Decimals that amounts of a currency are written with: 2, but 0 for the yen and 3 for the Kuwaiti dinar.
int currency_decimals(std::string_view code);

/// Whether the text is a currency as people write it beside an amount: an ISO code in any case, a sign, a short name
/// ("kr", "Fr.", "euroa").
bool is_currency(std::string_view text);

}  // namespace kirnu
