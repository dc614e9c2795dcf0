#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// Why a table was taken to have a header, or not to.
enum class HeaderReason {
  Chosen,           ///< a person said so
  WordsOverValues,  ///< names above columns of numbers or dates
  KnownName,        ///< a name that headers use, such as "Kunde" or "email"
  OtherShape,       ///< the first row looks unlike the column below
  DistinctNames,    ///< several columns of words, and none of the first row's words comes again
  ValuesOnTop,      ///< the first row holds numbers or dates as the rows below do
  ComesAgain,       ///< a word of the first row comes again in its column
  NothingSaysSo,
};

/// "words_over_values", "known_name", …
std::string_view header_reason_name(HeaderReason);

struct HeaderGuess {
  bool header = false;
  HeaderReason reason = HeaderReason::NothingSaysSo;
};

/// Whether a cell of the row is what columns of customers or reasons are often called.
bool has_header_name(std::span<const std::string> row);

/// Whether the first of these rows names the columns.
HeaderGuess guess_header(std::span<const std::vector<std::string>> rows);

}  // namespace kirnu
