#include "table/cell_kind.h"

#include <array>
#include <cmath>

#include "text/number.h"

namespace kirnu {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits in groups with a separator of . / or - between them: 31.12.2024, 1/2/24, 2024-01-31, 2024-01. What follows a
/// space or T is a time.
bool looks_like_date(std::string_view text) {
  std::array<std::size_t, 3> lengths{};
  std::size_t groups = 0;
  char separator = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != ' ' && text[i] != 'T'; ++i) {
    if (is_digit(text[i])) {
      ++lengths[groups];
      continue;
    }
    const bool known = text[i] == '.' || text[i] == '/' || text[i] == '-';
    if (!known || (separator != 0 && text[i] != separator) || lengths[groups] == 0 || ++groups == lengths.size())
      return false;
    separator = text[i];
  }
  if (i < text.size() && text.find(':', i) == std::string_view::npos) return false;
  const bool month = groups == 1 && separator == '-' && lengths[0] == 4 && lengths[1] == 2;
  const bool year_first = lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2;
  const bool year_last = lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4);
  return month || (groups == 2 && lengths[2] > 0 && (year_first || year_last));
}

}  // namespace

CellKind find_cell_kind(std::string_view cell) {
  cell = trim(cell);
  if (looks_like_date(cell)) return CellKind::Date;
  const ReadNumber number = read_number(cell, NumberKind::Real);
  if (number.status == NumberStatus::Missing) return CellKind::Missing;
  if (number.status == NumberStatus::Unreadable) return CellKind::Text;
  const bool whole = std::trunc(number.value) == number.value && cell.size() == 4;
  return whole && number.value >= 1900 && number.value <= 2100 ? CellKind::Year : CellKind::Number;
}

}  // namespace kirnu
