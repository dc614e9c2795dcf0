#pragma once
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

/// Numbers as people read them on the page: those of text/number_format.h, with a true minus (U+2212).
namespace kirnu {

std::string shown_number(std::optional<double> value, int decimals, Language);

/// With how many decimals amounts stand in one table: none where all of them are whole, else two.
class MoneyDecimals {
 public:
  void add(std::optional<double> amount) { whole_ = whole_ && (!amount || *amount == std::trunc(*amount)); }
  int count() const { return whole_ ? 0 : 2; }

 private:
  bool whole_ = true;
};
std::string shown_signed(std::optional<double> value, int decimals, Language);
std::string shown_percent(std::optional<double> fraction, int decimals, Language);
std::string shown_money(std::optional<double> amount, std::string_view currency, Language);
std::string shown_interval(double low, double high, int decimals, Language);
std::string shown_range(double low, double high, int decimals, Language);

/// What a test says, behind its p: "= 0.024"; "< 0.001" of what three digits would show as nothing.
std::string shown_p(double p, Language);

}  // namespace kirnu
