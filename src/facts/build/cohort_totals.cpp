#include "facts/build/cohort_totals.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/name_list.h"
#include "facts/plan/cohort_cells.h"
#include "facts/plan/period_columns.h"
#include "text/fold_case.h"
#include "text/total_words.h"

namespace kirnu {
namespace {

constexpr std::string_view kBesides =
    "weighted|simple|of|cohorts|users|customers|active|gewichteter|gewichtetes|gewichtet|kohorten|kunden|nutzer|aller|"
    "aktive|painotettu|kohortit|asiakkaat|käyttäjät|aktiiviset";

struct LabelWords {
  bool all = false, beside = false, other = false;
};

LabelWords words_of_label(std::string_view label) {
  LabelWords words;
  const std::string folded = fold_case(label);
  for (std::string_view word : words_of_name(folded)) {
    if (word.starts_with('$')) word.remove_prefix(1);
    if (word.ends_with('.')) word.remove_suffix(1);
    const bool all = is_sum_word(word) || is_mean_word(word), beside = is_one_of(kBesides, word);
    words.all = words.all || all;
    words.beside = words.beside || beside;
    words.other = words.other || (!all && !beside);
  }
  return words;
}

/// What the other rows say about one column.
struct Others {
  double sum = 0, least = kEmptyCell, most = -kEmptyCell;
  std::size_t filled = 0;

  void add(double value) {
    if (!is_filled(value)) return;
    sum += value;
    least = std::min(least, value);
    most = std::max(most, value);
    ++filled;
  }
  bool make(double value, bool shares) const {
    if (!is_filled(value)) return true;
    return shares ? least <= value && value <= most : std::fabs(sum - value) < 1e-6;
  }
};

/// Numbers up to 100 with decimals or percent signs.
bool are_shares(const SheetCells& sheet) {
  bool parts = sheet.percent;
  for (const SheetRow& row : sheet.rows) {
    for (const double cell : row.cells) {
      if (!is_filled(cell)) continue;
      if (cell > 100) return false;
      parts = parts || cell != std::floor(cell);
    }
  }
  return parts;
}

}  // namespace

bool names_all_cohorts(std::string_view label) {
  const LabelWords words = words_of_label(label);
  return words.all && !words.other;
}

bool may_name_all_cohorts(std::string_view label) {
  const LabelWords words = words_of_label(label);
  return words.beside && !words.all && !words.other;
}

bool is_row_of_all(const SheetCells& sheet, std::size_t row) {
  if (sheet.rows.size() < 3) return false;
  const bool shares = are_shares(sheet);
  std::size_t told = 0;
  for (std::size_t c = 0; c < sheet.names.size(); ++c) {
    Others others;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      if (i != row) others.add(sheet.rows[i].cells[c]);
    }
    if (!others.make(sheet.rows[row].cells[c], shares)) return false;
    told += is_filled(sheet.rows[row].cells[c]) && others.filled > 0 ? 1U : 0U;
  }
  return told > 1;
}

}  // namespace kirnu
