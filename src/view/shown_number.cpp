#include "view/shown_number.h"

#include "base/minus.h"
#include "text/number_format.h"

namespace kirnu {

std::string shown_number(std::optional<double> value, int decimals, Language language) {
  return with_minus(format_number(value, decimals, language));
}

std::string shown_length(double length, Language language) {
  constexpr double kHalfTenth = 0.05;
  return shown_number(length, std::fabs(length - std::round(length)) < kHalfTenth ? 0 : 1, language);
}

std::string shown_signed(std::optional<double> value, int decimals, Language language) {
  return with_minus(format_signed(value, decimals, language));
}

std::string shown_percent(std::optional<double> fraction, int decimals, Language language) {
  return with_minus(format_percent(fraction, decimals, language));
}

std::string shown_money(std::optional<double> amount, std::string_view currency, Language language) {
  MoneyDecimals decimals;
  decimals.add(amount);
  return shown_money(amount, currency, language, decimals);
}

std::string shown_money(std::optional<double> amount, std::string_view currency, Language language,
                        const MoneyDecimals& decimals) {
  return with_minus(format_money(amount, currency, language, decimals.whole()));
}

std::string shown_interval(double low, double high, int decimals, Language language) {
  return with_minus(format_interval(low, high, decimals, language));
}

std::string shown_range(double low, double high, int decimals, Language language) {
  return with_minus(format_range(low, high, decimals, language));
}

std::string shown_p(double p, Language language) {
  constexpr double kSmallest = 0.001;
  return (p < kSmallest ? "< " : "= ") + shown_number(p < kSmallest ? kSmallest : p, 3, language);
}

}  // namespace kirnu
