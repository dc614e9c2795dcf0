#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// By what the numbers under a name are to be multiplied: 1000 for "Mitglieder (in Tsd.)", "(in thousands)", "(1 000)",
/// a million for "(millions)", "Mio."; else 1. "Je 1.000 Kunden" is a rate.
double scale_in(std::string_view name);

/// What a title says about the numbers below it.
struct TitleScale {
  double factor = 1;
  bool money = false;     ///< about amounts alone
  std::string line = {};  ///< that says it
};

/// "Angaben in Tausend", "Umsatz in Tsd. EUR", "tuhatta euroa"; "Tausend Dank" says nothing.
TitleScale scale_in_title(std::string_view title);

}  // namespace kirnu
