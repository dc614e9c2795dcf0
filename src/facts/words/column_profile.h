#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/date_reader.h"
#include "text/number.h"

namespace kirnu {

/// A text of a column and how often it stands there.
struct ValueCount {
  std::string text = {};  ///< trimmed
  std::int64_t count = 0;
};

/// What the first rows say about one column.
struct ColumnProfile {
  std::int64_t cells = 0, filled = 0;  ///< filled: neither empty nor a marker for nothing
  NumberEvidence number = {};
  DateEvidence date = {};
  std::vector<ValueCount> values = {};  ///< all distinct texts, in the order of the file
  std::int64_t emails = 0, yes_no = 0, percents = 0, currencies = 0, with_digit = 0, with_space = 0;
  std::int64_t whole = 0;          ///< whole numbers without any mark
  std::int64_t serial_like = 0;    ///< whole or .5-like numbers from 20000 to 80000: a day from 1954 to 2119 in Excel
  std::int64_t scientific = 0;     ///< 7,21045E+12
  std::int64_t leading_zero = 0;   ///< digits only, the first a 0
  std::int64_t apostrophe = 0;     ///< a leading one
  std::int64_t mixed_case_15 = 0;  ///< 15 letters and digits: ids that differ by case alone
  std::int64_t day_like = 0;       ///< cells that look like a day, or like "10. Sep", which Excel makes of 9.10
  std::string first_scientific = {}, first_day_like = {}, first_lone = {}, first_percent = {}, first_plain_number = {};
  bool running = false;  ///< 1, 2, 3 … all the way down: numbers of rows, no ids

  std::int64_t distinct() const { return static_cast<std::int64_t>(values.size()); }
  bool each_once() const { return filled > 1 && distinct() == filled; }  ///< of two cells or more
  std::int64_t numbers() const { return number.point + number.comma + number.lone + number.plain; }
  bool only_numbers() const { return number.other == 0 && numbers() > 0; }
};

/// Profile of column `column` of rows that are all equally long.
ColumnProfile profile_column(std::span<const std::vector<std::string>> rows, std::size_t column);

/// Whether most of what stands there are numbers; a column without any says nothing against it.
bool may_be_numbers(const ColumnProfile&);

/// How its dates are written, absent when most are none. `named`: its name says that it holds dates, so that numbers
/// may be Excel's days or seconds since 1970.
std::optional<DateStyle> date_style_of(const ColumnProfile&, bool named);

}  // namespace kirnu
