#pragma once
#include <array>
#include <cstdint>
#include <cstring>

#include "text/date_reader.h"

namespace kirnu {

/// Reads days of the months that came lately: files have many days and few months, so nearly every day is a lookup of
/// its month and two digits.
class RecentMonths {
 public:
  /// YYYY-MM-DD as read_iso_day() reads it.
  bool read_year_first(const char* ten_bytes, std::int32_t& day) {
    if (ten_bytes[4] != '-' || ten_bytes[7] != '-') return false;
    const Month& month = month_of(ten_bytes, [ten_bytes](char* iso) { std::memcpy(iso, ten_bytes, kKeyBytes); });
    return find_day(month, ten_bytes + kKeyBytes, day);
  }

  /// DD.MM.YYYY of an existing day, with dots, slashes or hyphens.
  bool read_day_first(const char* ten_bytes, std::int32_t& day) {
    const char* const t = ten_bytes;
    if (t[2] != t[5] || (t[2] != '.' && t[2] != '/' && t[2] != '-')) return false;
    const Month& month = month_of(t + 2, [t](char* iso) {
      const std::array<char, kKeyBytes> parts{t[6], t[7], t[8], t[9], '-', t[3], t[4], '-'};
      std::memcpy(iso, parts.data(), kKeyBytes);
    });
    return find_day(month, t, day);
  }

 private:
  static constexpr std::size_t kKeyBytes = 8, kMonths = 256;

  struct Month {
    std::uint64_t key = 0;     ///< eight bytes as they stand in the file, without the day
    std::int32_t before = 0;   ///< the day before its first
    std::uint32_t length = 0;  ///< days; 0 of what is no month
  };

  /// `write_iso` writes the key as "YYYY-MM-".
  template <class WriteIso>
  const Month& month_of(const char* key_bytes, WriteIso write_iso) {
    std::uint64_t key = 0;
    std::memcpy(&key, key_bytes, sizeof key);
    Month& month = months_[static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 56U)];
    if (month.key != key) {
      std::array<char, kKeyBytes + 2> iso;
      write_iso(iso.data());
      month = read_month(iso);
      month.key = key;
    }
    return month;
  }

  static Month read_month(std::array<char, kKeyBytes + 2>& iso) {
    Month month;
    for (std::uint32_t length = 31; length >= 28; --length) {
      iso[8] = static_cast<char>('0' + length / 10);
      iso[9] = static_cast<char>('0' + length % 10);
      std::int32_t last = 0;
      if (!read_iso_day(iso.data(), last)) continue;
      month.length = length;
      month.before = last - static_cast<std::int32_t>(length);
      break;
    }
    return month;
  }

  static bool find_day(const Month& month, const char* two_bytes, std::int32_t& day) {
    const std::uint32_t tens = static_cast<std::uint32_t>(two_bytes[0]) - std::uint32_t{'0'};
    const std::uint32_t ones = static_cast<std::uint32_t>(two_bytes[1]) - std::uint32_t{'0'};
    const std::uint32_t of_month = tens * 10 + ones;
    day = month.before + static_cast<std::int32_t>(of_month);
    return (tens <= 9) & (ones <= 9) & (of_month - 1 < month.length);
  }

  std::array<Month, kMonths> months_ = {};
};

}  // namespace kirnu
