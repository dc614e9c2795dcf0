#include "facts/column_profile.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "table/cell_kind.h"
#include "text/currency.h"
#include "text/fold_case.h"
#include "text/number_affixes.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr auto kYesNo =
    std::to_array<std::string_view>({"yes", "no", "y", "n", "true", "false", "t", "f", "ja", "nein", "j", "wahr",
                                     "falsch", "kyllä", "ei", "k", "e", "tosi", "epätosi"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan",   "feb",   "mar",  "mär",   "mrz", "apr",  "may",  "mai",    "jun",   "jul",
     "aug",   "sep",   "oct",  "okt",   "nov", "dec",  "dez",  "tammi",  "helmi", "maalis",
     "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// 7,21045E+12: what a spreadsheet shows of a number that is too long for its column.
bool is_scientific(std::string_view text) {
  const std::size_t sign = text.find("E+");
  if (sign == std::string_view::npos || sign == 0 || text.size() - sign < 4) return false;
  const auto digits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), is_digit); };
  const std::string_view front = text.substr(0, sign);
  return digits(text.substr(sign + 2)) && is_digit(front[0]) &&
         (front.size() == 1 || ((front[1] == '.' || front[1] == ',') && digits(front.substr(2))));
}

/// Letters and digits, 15 of them, in both cases: ids of Salesforce reports differ by case alone.
bool is_mixed_case_15(std::string_view text) {
  if (text.size() != 15) return false;
  const auto is = [&](auto test) { return std::any_of(text.begin(), text.end(), test); };
  const auto known = [](char c) { return is_digit(c) || is_letter(c); };
  return std::all_of(text.begin(), text.end(), known) && is(is_digit) &&
         is([](char c) { return c >= 'a' && c <= 'z'; }) && is([](char c) { return c >= 'A' && c <= 'Z'; });
}

/// "10. Sep", "Sep 10", "9-Oct": a month's name beside one or two digits and nothing else.
bool is_day_of_month(std::string_view text) {
  std::string letters;
  std::size_t digits = 0;
  for (const char c : fold_case(text)) {
    if (is_digit(c)) ++digits;
    else if (is_letter(c) || (c & 0x80) != 0) letters += c;
    else if (c != '.' && c != ' ' && c != '-') return false;
  }
  if (digits == 0 || digits > 2 || letters.size() > 10) return false;
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view m) { return letters.starts_with(m); });
}

void keep_first(std::string& first, std::string_view cell) {
  if (first.empty()) first = cell;
}

void add_number(ColumnProfile& profile, std::string_view cell) {
  const ReadNumber number = read_number(cell, NumberKind::Real);
  if (number.status == NumberStatus::Ambiguous) keep_first(profile.first_lone, cell);
  if (number.status != NumberStatus::Ok) return;
  if (!number.currency.empty()) ++profile.currencies;
  if (number.percent) ++profile.percents, keep_first(profile.first_percent, cell);
  else if (number.value != 0) keep_first(profile.first_plain_number, cell);
  if (std::all_of(cell.begin(), cell.end(), is_digit)) ++profile.whole;
  if (number.value >= 20000 && number.value <= 80000 && number.currency.empty()) ++profile.serial_like;
}

void add_text(ColumnProfile& profile, std::string_view cell) {
  const std::string folded = fold_case(cell);
  if (cell.find('@') != std::string_view::npos && cell.find('.') != std::string_view::npos) ++profile.emails;
  if (std::find(kYesNo.begin(), kYesNo.end(), folded) != kYesNo.end()) ++profile.yes_no;
  if (cell.size() <= 4 && is_currency(cell)) ++profile.currencies;
  if (std::any_of(cell.begin(), cell.end(), is_digit)) ++profile.with_digit;
  if (cell.find(' ') != std::string_view::npos) ++profile.with_space;
  if (is_scientific(cell)) ++profile.scientific, keep_first(profile.first_scientific, cell);
  const bool digits = std::all_of(cell.begin(), cell.end(), is_digit);
  if (digits && cell.size() > 1 && cell[0] == '0') ++profile.leading_zero;
  if (cell[0] == '\'' || cell.starts_with("’")) ++profile.apostrophe;
  if (is_mixed_case_15(cell)) ++profile.mixed_case_15;
  if (find_cell_kind(cell) == CellKind::Date || is_day_of_month(cell))
    ++profile.day_like, keep_first(profile.first_day_like, cell);
}

}  // namespace

ColumnProfile profile_column(std::span<const std::vector<std::string>> rows, std::size_t column) {
  ColumnProfile profile;
  std::map<std::string_view, std::size_t> known;
  profile.running = true;
  for (const std::vector<std::string>& row : rows) {
    ++profile.cells;
    const std::string_view cell = column < row.size() ? trim(row[column]) : std::string_view();
    if (find_missing(cell) != MissingKind::None) continue;
    ++profile.filled;
    if (cell != std::to_string(profile.filled)) profile.running = false;
    const auto [place, is_new] = known.emplace(cell, profile.values.size());
    if (!is_new) {
      ++profile.values[place->second].count;
    } else {
      profile.values.push_back({.text = std::string(cell), .count = 1});
    }
    add_evidence(profile.number, cell);
    add_evidence(profile.date, cell);
    add_number(profile, cell);
    add_text(profile, cell);
  }
  profile.running = profile.running && profile.filled > 1;
  return profile;
}

bool may_be_numbers(const ColumnProfile& profile) {
  const std::int64_t said = profile.numbers() + profile.number.other;
  return profile.numbers() * 10 >= said * 6;
}

std::optional<DateStyle> date_style_of(const ColumnProfile& profile, bool named) {
  std::optional<DateStyle> style = find_date_style(profile.date, named);
  if (!style) return std::nullopt;
  const bool serial = style->habit.form == DateForm::Excel1900 || style->habit.form == DateForm::Excel1904;
  if (serial && profile.serial_like * 2 < profile.filled) return std::nullopt;  // amounts, days of life, counts
  return style;
}

}  // namespace kirnu
