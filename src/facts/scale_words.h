#pragma once
#include <string_view>

namespace kirnu {

/// By what the numbers under a name are to be multiplied: 1000 for "Mitglieder (in Tsd.)", "(in thousands)", "(1 000)",
/// a million for "(millions)", "Mio."; else 1. "Je 1.000 Kunden" is a rate.
double scale_in(std::string_view name);

}  // namespace kirnu
