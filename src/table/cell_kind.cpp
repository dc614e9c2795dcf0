#include "table/cell_kind.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "text/date_reader.h"
#include "text/number.h"

namespace kirnu {
namespace {

/// 2024-01, the one period that is written like a date.
bool is_month_of_year(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return false;
  return std::count_if(text.begin(), text.end(), is_digit) == 6;
}

}  // namespace

CellKind find_cell_kind(std::string_view cell) {
  cell = trim(cell);
  if (is_month_of_year(cell) || has_shape_of_date(cell)) return CellKind::Date;
  const ReadNumber number = read_number(cell, NumberKind::Real);
  if (number.status == NumberStatus::Missing) return CellKind::Missing;
  if (number.status == NumberStatus::Unreadable) return CellKind::Text;
  const bool whole = std::trunc(number.value) == number.value && cell.size() == 4;
  return whole && number.value >= 1900 && number.value <= 2100 ? CellKind::Year : CellKind::Number;
}

std::string_view text_of_formula(std::string_view cell) {
  if (!cell.starts_with("=\"") || cell.size() < 3 || cell.find('"', 2) != cell.size() - 1) return cell;
  return cell.substr(2, cell.size() - 3);
}

}  // namespace kirnu
