#pragma once
#include <string_view>

#include "base/name_list.h"

/// Words of rows and columns that are no part but all parts together, in three languages and small letters.
namespace kirnu {

inline constexpr std::string_view kWordsOfSums =
    "total|totals|sum|sums|subtotal|summe|summen|gesamt|insgesamt|gesamtsumme|gesamtergebnis|zwischensumme|endsumme|"
    "yhteensä|yht|summa|loppusumma|välisumma|σ|Σ|∑";
inline constexpr std::string_view kWordsOfAll = "all|overall|alle|kaikki";
inline constexpr std::string_view kWordsOfMeans =
    "average|avg|mean|median|ø|durchschnitt|mittelwert|mittel|schnitt|keskiarvo|mediaani";

/// "summe", "yhteensä", "all".
inline bool is_sum_word(std::string_view word) { return is_one_of(kWordsOfSums, word) || is_one_of(kWordsOfAll, word); }

/// "average", "ø".
inline bool is_mean_word(std::string_view word) { return is_one_of(kWordsOfMeans, word); }

/// Whether a cell names a sum or mean of the rows: "Total", "Gesamt:", "Summe CHF", "Umsatz gesamt". Beside the word
/// for it stands at most a currency or a word for what is added up.
bool names_total(std::string_view cell);

}  // namespace kirnu
