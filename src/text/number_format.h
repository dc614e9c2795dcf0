#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

/// Numbers as each language writes them, equal to Intl.NumberFormat of en-US, de-DE and fi-FI but for one thing: zero
/// never has a minus. What has no answer (absent, NaN, infinite) is "–".
namespace kirnu {

inline constexpr std::string_view kNoAnswer = "–";

/// Grouped, with exactly `decimals` (0–20) digits, halves rounded away from zero on the shortest decimal that reads
/// back as `value`: 1.005 with two decimals is 1.01.
std::string format_number(std::optional<double> value, int decimals, Language);

/// The same with + or minus before it; zero has none.
std::string format_signed(std::optional<double> value, int decimals, Language);

/// format_number without decimals.
std::string format_count(std::optional<double> value, Language);

/// A fraction as percent: 0.1667 is "16,67 %" with two decimals.
std::string format_percent(std::optional<double> fraction, int decimals, Language);

/// An amount with two decimals; with an ISO 4217 code as the language writes that currency, with its decimals. `whole`:
/// without decimals.
std::string format_money(std::optional<double> amount, std::string_view currency, Language, bool whole = false);

/// Fractions as "14,9–18,6 %": one percent sign. A negative bound takes spaces around the dash.
std::string format_interval(double low, double high, int decimals, Language);

/// Two numbers as "14,9–18,6".
std::string format_range(double low, double high, int decimals, Language);

/// `value` with `digits` significant digits as JSON and CSV write it ("0.166666666667"); empty when it is not finite.
std::string shortest_real(double value, int digits = 12);

/// `value` rounded to `digits` significant digits, so that every platform prints the same. -0 becomes 0.
double json_real(double value, int digits = 12);

}  // namespace kirnu
