#include "facts/words/column_profile.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/ascii.h"
#include "base/name_list.h"
#include "text/currency.h"
#include "text/date_words.h"
#include "text/fold_case.h"
#include "text/number_affixes.h"
#include "text/spaces.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan",    "jän",   "feb",   "mar",  "mär",   "mrz", "apr",  "may",  "mai",    "jun",
     "jul",    "aug",   "sep",   "oct",  "okt",   "nov", "dec",  "dez",  "tammi",  "helmi",
     "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"});

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
  const auto known = [](char c) { return is_digit(c) || is_ascii_letter(c); };
  return std::all_of(text.begin(), text.end(), known) && is(is_digit) && is(is_ascii_lower) && is(is_ascii_upper);
}

/// "10. Sep", "Sep 10", "9-Oct": a month's name beside one or two digits and nothing else.
bool is_day_of_month(std::string_view text) {
  std::string letters;
  std::size_t digits = 0;
  for (const char c : fold_case(text)) {
    if (is_digit(c)) ++digits;
    else if (may_be_letter(c)) letters += c;
    else if (c != '.' && c != ' ' && c != '-') return false;
  }
  if (digits == 0 || digits > 2 || letters.size() > 10) return false;
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view m) { return letters.starts_with(m); });
}

/// Whether a text may be a number or a day: words and addresses need not be read as such.
bool may_have_value(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos &&
         cell.find_first_of("_@") == std::string_view::npos;
}

void keep_first(std::string& first, std::string_view cell) {
  if (first.empty()) first = cell;
}

void add_number(ColumnProfile& profile, std::string_view cell, std::int64_t times) {
  NumberEvidence evidence;
  add_evidence(evidence, cell);
  profile.number.point += evidence.point * times;
  profile.number.comma += evidence.comma * times;
  profile.number.lone += evidence.lone * times;
  profile.number.plain += evidence.plain * times;
  profile.number.other += evidence.other * times;
  profile.number.missing += evidence.missing * times;
  if (evidence.lone > 0) keep_first(profile.first_lone, cell);
  if (evidence.other + evidence.missing + evidence.lone > 0) return;
  const ReadNumber number = read_number(cell, NumberKind::Real);
  if (number.status != NumberStatus::Ok) return;
  if (!number.currency.empty()) profile.currencies += times;
  if (number.percent) profile.percents += times;
  if (number.percent) keep_first(profile.first_percent, cell);
  else if (number.value != 0) keep_first(profile.first_plain_number, cell);
  if (std::all_of(cell.begin(), cell.end(), is_digit)) profile.whole += times;
  if (number.value >= 20000 && number.value <= 80000 && number.currency.empty()) profile.serial_like += times;
}

void add_date(ColumnProfile& profile, std::string_view cell, std::int64_t times) {
  const std::int64_t before = profile.date.calendar;
  for (std::int64_t i = 0; i < times; ++i) add_evidence(profile.date, cell);
  if (profile.date.calendar == before && !is_day_of_month(cell)) return;
  profile.day_like += times;
  keep_first(profile.first_day_like, cell);
}

void add_text(ColumnProfile& profile, std::string_view cell, std::int64_t times) {
  const auto has = [cell](std::string_view part) { return cell.find(part) != std::string_view::npos; };
  const bool digits = std::all_of(cell.begin(), cell.end(), is_digit);
  if (has("@") && has(".")) profile.emails += times;
  if (has(" ")) profile.with_space += times;
  if (std::any_of(cell.begin(), cell.end(), is_digit)) profile.with_digit += times;
  if (digits && cell.size() > 1 && cell[0] == '0') profile.leading_zero += times;
  if (cell[0] == '\'' || cell.starts_with("’")) profile.apostrophe += times;
  if (is_mixed_case_15(cell)) profile.mixed_case_15 += times;
  if (is_scientific(cell)) profile.scientific += times, keep_first(profile.first_scientific, cell);
  if (cell.size() > 12 || digits) return;
  const std::string word = fold_case(cell);
  if (is_one_of(kYesWords, word) || is_one_of(kNoWords, word)) profile.yes_no += times;
  if (cell.size() <= 4 && is_currency(cell)) profile.currencies += times;
}

void add_cell(ColumnProfile& profile, std::string_view cell, std::int64_t times) {
  add_text(profile, cell, times);
  if (!may_have_value(cell)) {
    profile.number.other += times;
    profile.date.cells += times;
    (says_never(fold_case(cell)) ? profile.date.missing : profile.date.other) += times;
    return;
  }
  add_number(profile, cell, times);
  add_date(profile, cell, times);
}

}  // namespace

ColumnProfile profile_column(std::span<const std::vector<std::string>> rows, std::size_t column) {
  ColumnProfile profile;
  std::map<std::string_view, std::size_t> known;
  for (const std::vector<std::string>& row : rows) {
    ++profile.cells;
    const std::string_view cell = column < row.size() ? trim(row[column]) : std::string_view();
    if (find_missing(cell) != MissingKind::None) continue;
    ++profile.filled;
    const auto [place, is_new] = known.emplace(cell, profile.values.size());
    if (is_new) profile.values.push_back({.text = std::string(cell), .count = 1});
    else ++profile.values[place->second].count;
  }
  for (const ValueCount& value : profile.values) add_cell(profile, value.text, value.count);
  profile.running = profile.each_once();
  for (std::size_t i = 0; profile.running && i < profile.values.size(); ++i)
    profile.running = profile.values[i].text == std::to_string(i + 1);
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
