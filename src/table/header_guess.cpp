#include "table/header_guess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/ascii.h"
#include "base/name_list.h"
#include "table/cell_kind.h"
#include "text/fold_case.h"
#include "text/number.h"
#include "text/spaces.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

using Row = std::vector<std::string>;

constexpr auto kKnownNames = std::to_array<std::string_view>(
    {"id",          "name",        "email",           "e-mail",        "mail",          "customer",   "customers",
     "customer id", "customer_id", "account",         "account id",    "account_id",    "user",       "user id",
     "user_id",     "company",     "kunde",           "kunden",        "kundenname",    "kunden-nr.", "kunden-nr",
     "kundennr",    "kundennr.",   "kd-nr.",          "kundennummer",  "debitor",       "firma",      "organisation",
     "asiakas",     "asiakkaat",   "asiakasnumero",   "asiakastunnus", "nimi",          "yritys",     "sähköposti",
     "reason",      "grund",       "kündigungsgrund", "syy",           "irtisanomissyy"});

std::string_view cell_of(const Row& row, std::size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

/// What the rows below the first say about a column's first cell.
struct Votes {
  int header = 0, values = 0, period_names = 0;
};

/// Names above values speak for a header, values above values against it. A year or date above plain numbers is the
/// name of a period.
Votes count_votes(std::span<const Row> rows) {
  Votes votes;
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    std::size_t values = 0, plain = 0, filled = 0;
    for (const Row& row : rows.subspan(1)) {
      const CellKind kind = find_cell_kind(cell_of(row, column));
      filled += kind != CellKind::Missing ? 1U : 0U;
      values += is_value(kind) ? 1U : 0U;
      plain += kind == CellKind::Number ? 1U : 0U;
    }
    if (values == 0 || values * 10 < filled * 6) continue;
    const CellKind top = find_cell_kind(rows[0][column]);
    const bool period_name = (top == CellKind::Year || top == CellKind::Date) && plain * 2 > values;
    if (top == CellKind::Text) ++votes.header;
    if (period_name) ++votes.period_names;
    if (is_value(top) && !period_name) ++votes.values;
  }
  return votes;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_yes_or_no(std::string_view cell) {
  const std::string word = fold_case(trim(cell));
  return is_one_of(kYesWords, word) || is_one_of(kNoWords, word);
}

/// Addresses, codes with digits, "Meier, Anna" or yes and no all the way down, and at the top a word that is none of
/// them.
bool has_other_shape(std::span<const Row> rows) {
  if (rows.size() < 3) return false;
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    const std::string& top = rows[0][column];
    if (trim(top).empty()) continue;
    const auto below = rows.subspan(1);
    const auto all = [&](auto test) {
      return std::all_of(below.begin(), below.end(), [&](const Row& row) { return test(cell_of(row, column)); });
    };
    const auto has = [](char sign) {
      return [sign](std::string_view cell) { return cell.find(sign) != std::string_view::npos; };
    };
    const auto only_below = [&](auto test) { return !test(top) && all(test); };
    if (only_below(has('@')) || only_below(has(',')) || only_below(has_digit) || only_below(is_yes_or_no)) return true;
  }
  return false;
}

/// "Status", "Attrition_Flag": one column in which a few words come again, below what only programs and forms call one.
bool names_states(std::span<const Row> rows) {
  if (rows.size() < 4 || rows[0].size() != 1) return false;
  const std::string name = fold_case(trim(rows[0][0]));
  std::set<std::string> below;
  for (const Row& row : rows.subspan(1)) below.insert(fold_case(trim(cell_of(row, 0))));
  const auto is_name = [](const std::string& cell) { return cell.find('_') != std::string::npos; };
  const bool shaped = is_name(name) && std::none_of(below.begin(), below.end(), is_name);
  const bool named = shaped || name.ends_with("status") || is_one_of("state|tila|churn|attrition", name);
  return named && below.count(name) == 0 && below.size() * 2 <= rows.size() - 1;
}

bool comes_again(std::span<const Row> rows) {
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    const std::string_view top = trim(rows[0][column]);
    if (top.empty()) continue;
    for (const Row& row : rows.subspan(1)) {
      if (trim(cell_of(row, column)) == top && row != rows[0]) return true;
    }
  }
  return false;
}

bool are_distinct_names(const Row& row) {
  std::set<std::string> names;
  for (const std::string& cell : row) {
    if (trim(cell).empty()) continue;
    if (find_cell_kind(cell) != CellKind::Text || !names.insert(fold_case(trim(cell))).second) return false;
  }
  return names.size() >= 2 && names.size() * 2 >= row.size();
}

bool is_year(std::string_view cell) { return find_cell_kind(cell) == CellKind::Year; }

/// 2023 and 2024 side by side, perhaps behind names, and no year below: lists of two years, or what each customer did.
bool names_years(std::span<const Row> rows) {
  if (rows.size() < 3) return false;
  const Row& top = rows[0];
  const auto first = static_cast<std::size_t>(std::find_if(top.begin(), top.end(), is_year) - top.begin());
  if (top.size() < first + 2) return false;
  for (std::size_t column = 0; column < top.size(); ++column) {
    if (column < first) {
      if (find_cell_kind(top[column]) != CellKind::Text) return false;
      continue;
    }
    const double year = read_number(top[column], NumberKind::Count).value;
    if (!is_year(top[column])) return false;
    if (column > first && std::abs(year - read_number(top[column - 1], NumberKind::Count).value) != 1) return false;
    const auto below = rows.subspan(1);
    if (std::any_of(below.begin(), below.end(), [&](const Row& row) { return is_year(cell_of(row, column)); }))
      return false;
  }
  return true;
}

/// Behind a name or two 0, 1, 2 … or 1, 2, 3 …, and not so in the next row: ages above a table of cohorts.
bool names_ages(std::span<const Row> rows) {
  const auto counts_up = [](const Row& row) {
    std::size_t ages = 0;
    double before = 0;
    for (const std::string& cell : row) {
      const ReadNumber number = read_number(cell, NumberKind::Count);
      const bool plain = number.status == NumberStatus::Ok && !number.percent;
      if (ages == 0 && !plain) continue;
      if (!plain || (ages == 0 ? number.value != 0 && number.value != 1 : number.value != before + 1)) return false;
      before = number.value;
      ++ages;
    }
    return ages >= 3 && ages < row.size();
  };
  return rows.size() > 1 && counts_up(rows[0]) && !counts_up(rows[1]);
}

}  // namespace

bool has_header_name(std::span<const std::string> row) {
  return std::any_of(row.begin(), row.end(), [](const std::string& cell) {
    return std::find(kKnownNames.begin(), kKnownNames.end(), fold_case(trim(cell))) != kKnownNames.end();
  });
}

std::string_view header_reason_name(HeaderReason reason) {
  switch (reason) {
    case HeaderReason::Chosen: return "chosen";
    case HeaderReason::WordsOverValues: return "words_over_values";
    case HeaderReason::KnownName: return "known_name";
    case HeaderReason::OtherShape: return "other_shape";
    case HeaderReason::DistinctNames: return "distinct_names";
    case HeaderReason::ValuesOnTop: return "values_on_top";
    case HeaderReason::ComesAgain: return "comes_again";
    case HeaderReason::NothingSaysSo: return "nothing_says_so";
  }
  return "";
}

HeaderGuess guess_header(std::span<const Row> rows) {
  if (rows.empty()) return {};
  const Votes votes = count_votes(rows);
  const bool named = votes.header + votes.period_names > votes.values;
  if (named && (votes.header > 0 || find_cell_kind(rows[0][0]) == CellKind::Text || trim(rows[0][0]).empty())) {
    return {true, HeaderReason::WordsOverValues};
  }
  if (names_years(rows) || names_ages(rows)) return {true, HeaderReason::WordsOverValues};
  const bool any_value = std::any_of(rows[0].begin(), rows[0].end(),
                                     [](const std::string& cell) { return is_value(find_cell_kind(cell)); });
  if (votes.values > 0 || any_value) return {false, HeaderReason::ValuesOnTop};
  if (has_header_name(rows[0])) return {true, HeaderReason::KnownName};
  if (has_other_shape(rows) || names_states(rows)) return {true, HeaderReason::OtherShape};
  if (comes_again(rows)) return {false, HeaderReason::ComesAgain};
  if (are_distinct_names(rows[0])) return {true, HeaderReason::DistinctNames};
  return {};
}

}  // namespace kirnu
