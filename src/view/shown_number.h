#pragma once
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

/// Numbers as people read them on the page: those of text/number_format.h, with a true minus (U+2212).
namespace kirnu {

std::string shown_number(std::optional<double> value, int decimals, Language);

/// With how many decimals amounts stand in one table or sentence: none where all of them are whole, else two.
class MoneyDecimals {
 public:
  void add(std::optional<double> amount) {
    constexpr double kHalfCent = 0.005;  // sums of cents are rarely whole to the last bit
    whole_ = whole_ && (!amount || std::fabs(*amount - std::round(*amount)) < kHalfCent);
  }
  bool whole() const { return whole_; }
  int count() const { return whole_ ? 0 : 2; }

 private:
  bool whole_ = true;
};

/// A length of time: one decimal, none where it would be a zero.
std::string shown_length(double length, Language);
std::string shown_signed(std::optional<double> value, int decimals, Language);
std::string shown_percent(std::optional<double> fraction, int decimals, Language);

/// An amount by itself, with the currency where it is known; and one among others that stand with the same decimals.
std::string shown_money(std::optional<double> amount, std::string_view currency, Language);
std::string shown_money(std::optional<double> amount, std::string_view currency, Language, const MoneyDecimals&);

std::string shown_interval(double low, double high, int decimals, Language);
std::string shown_range(double low, double high, int decimals, Language);

/// What a test says, behind its p: "= 0.024"; "< 0.001" of what three digits would show as nothing.
std::string shown_p(double p, Language);

}  // namespace kirnu
