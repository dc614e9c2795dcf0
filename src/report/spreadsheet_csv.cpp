#include "report/spreadsheet_csv.h"

#include <algorithm>

#include "base/ascii.h"

namespace kirnu {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The length of the cell that `csv` begins with, its quotation marks among it.
std::size_t cell_size(std::string_view csv) {
  if (!csv.starts_with('"')) return std::min(csv.find_first_of(",\r\n"), csv.size());
  std::size_t at = 1;
  for (; at < csv.size(); ++at) {
    if (csv[at] != '"') continue;
    if (at + 1 < csv.size() && csv[at + 1] == '"') ++at;
    else return at + 1;
  }
  return at;
}

}  // namespace

bool is_csv_real(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const std::size_t point = cell.find('.'), exponent = cell.find('e');
  const auto digits = [](std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  };
  if (point == std::string_view::npos || !digits(cell.substr(0, point))) return false;
  if (exponent == std::string_view::npos) return digits(cell.substr(point + 1));
  std::string_view power = exponent > point ? cell.substr(exponent + 1) : std::string_view();
  if (power.starts_with('-') || power.starts_with('+')) power.remove_prefix(1);
  return digits(power) && digits(cell.substr(point + 1, exponent - point - 1));
}

std::string spreadsheet_csv(std::string_view csv, Language language) {
  std::string out(kByteOrderMark);
  if (language == Language::En) return out += csv;
  while (!csv.empty()) {
    const std::string_view cell = csv.substr(0, cell_size(csv));
    const std::size_t begin = out.size();
    out += cell;
    if (is_csv_real(cell)) std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '.', ',');
    csv.remove_prefix(cell.size());
    if (csv.empty()) break;
    out += csv.front() == ',' ? ';' : csv.front();
    csv.remove_prefix(1);
  }
  return out;
}

}  // namespace kirnu
