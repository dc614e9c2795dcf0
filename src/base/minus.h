#pragma once
#include <string>
#include <string_view>

namespace kirnu {

inline constexpr std::string_view kMinus = "\u2212";

/// A written number, amount or interval with the minus that is as wide as a plus in place of the hyphen, for people.
/// What programs read keeps the hyphen.
inline std::string with_minus(std::string number) {
  for (std::size_t at = number.find('-'); at != std::string::npos; at = number.find('-', at + kMinus.size()))
    number.replace(at, 1, kMinus);
  return number;
}

/// The same the other way round, for a spreadsheet.
inline std::string with_hyphen(std::string text) {
  for (std::size_t at = text.find(kMinus); at != std::string::npos; at = text.find(kMinus, at + 1))
    text.replace(at, kMinus.size(), 1, '-');
  return text;
}

}  // namespace kirnu
