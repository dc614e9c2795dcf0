#pragma once
#include <string>
#include <string_view>

/// Bytes of ASCII, whatever the locale. Characters beyond it are several bytes in UTF-8, none of them of ASCII.
namespace kirnu {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_lower(c) || is_ascii_upper(c); }
constexpr bool is_beyond_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }
constexpr bool may_be_letter(char c) { return is_ascii_letter(c) || is_beyond_ascii(c); }

constexpr char to_ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_ascii_upper(char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_ascii_lower(c);
  return lower;
}

inline std::string to_ascii_upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = to_ascii_upper(c);
  return upper;
}

}  // namespace kirnu
