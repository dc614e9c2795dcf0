#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

enum class Digits { EndWords, AreInWords };

/// The words of a name or a cell in small letters; whatever is no letter ends one.
std::vector<std::string> small_words(std::string_view text, Digits digits);

/// Whether a word has a stem. Stems of three letters only begin words: "end" is in "Endbestand", not in "spend".
bool begins_or_ends(std::string_view word, std::string_view stem);

}  // namespace kirnu
