#include "text/total_words.h"

#include <algorithm>
#include <string>

#include "text/currency.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// Totals whose words are none alone.
constexpr std::string_view kPhrases =
    "grand total|sub total|total general|kaikki yhteensä|weighted average|weighted avg|weighted avg.|weighted "
    "mean|gewichteter durchschnitt|"
    "gewichtetes mittel|painotettu keskiarvo|gesamtumsatz|kokonaismyynti|yht.|ges.|insg.|ka.";

/// What is added up.
constexpr std::string_view kAdded =
    "revenue|sales|amount|value|turnover|mrr|arr|customers|users|clients|accounts|subscribers|members|orders|"
    "subscriptions|contracts|umsatz|umsätze|betrag|wert|kunden|nutzer|mitglieder|abonnenten|bestellungen|verträge|abos|"
    "myynti|liikevaihto|summa|arvo|asiakkaat|asiakkaita|käyttäjät|jäsenet|tilaajat|tilaukset|sopimukset";

constexpr std::string_view kBetweenWords = " ():\t";

bool is_of_all(std::string_view word) {
  const std::string folded = fold_case(word);
  return is_sum_word(folded) || is_mean_word(folded);
}

bool is_added(std::string_view word) { return is_one_of(kAdded, fold_case(word)) || is_currency(word); }

/// Taken off the text; empty when there is none.
std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBetweenWords), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBetweenWords));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

bool names_total(std::string_view cell) {
  std::string_view rest = trim(cell);
  if (rest.ends_with(':')) rest = trim(rest.substr(0, rest.size() - 1));
  if (is_one_of(kPhrases, fold_case(rest))) return true;
  const std::string_view one = next_word(rest), other = next_word(rest);
  if (!next_word(rest).empty()) return false;
  if (is_of_all(one)) return other.empty() || is_of_all(other) || is_added(other);
  return is_of_all(other) && is_added(one);
}

}  // namespace kirnu
