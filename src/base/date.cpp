#include "base/date.h"

#include "base/decimal_digits.h"

namespace kirnu {

Date date_of(int year, int month, int day) {
  const int shifted_year = month <= 2 ? year - 1 : year;
  const int era = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
  const int year_of_era = shifted_year - era * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

// Inverse of date_of. The year is taken to begin in March, so that the leap day is its last.
CivilDate civil_date(Date date) {
  const int z = date.days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Date first_of_month(int year, int month) {
  const int months = month - 1;
  const int years = months >= 0 ? months / 12 : (months - 11) / 12;
  return date_of(year + years, months - years * 12 + 1, 1);
}

std::string write_date(Date date) {
  const CivilDate civil = civil_date(date);
  return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::optional<Date> read_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int numbers[3] = {};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    numbers[part] = numbers[part] * 10 + (text[i] - '0');
  }
  const bool in_range = numbers[0] >= 1000 && numbers[0] <= 9998 && numbers[1] >= 1 && numbers[1] <= 12 &&
                        numbers[2] >= 1 && numbers[2] <= 31;
  if (!in_range) return std::nullopt;
  const Date date = date_of(numbers[0], numbers[1], numbers[2]);
  if (write_date(date) != text) return std::nullopt;
  return date;
}

}  // namespace kirnu
