#pragma once
#include <optional>
#include <string_view>

#include "text/billing_interval.h"

/// The words of which billing intervals are made, in small letters.
namespace kirnu {

/// A unit of time somewhere in a word: the "monat" of "zweimonatlich".
struct UnitInWord {
  std::size_t at = 0;
  std::string_view stem = {};
  BillingInterval interval = {};
};
std::optional<UnitInWord> find_unit(std::string_view word);

/// A unit that stands alone or behind a number: the "m" of "12m".
std::optional<BillingInterval> find_unit_letter(std::string_view word);

/// "drei", "kolmen", "other", "half"; they also stand in front of a unit in one word.
std::optional<double> find_numeral(std::string_view word);

/// How many times: "twice", "zweimal", "kahdesti".
std::optional<double> find_times(std::string_view word);

/// Whether a word begins with one of a number, whatever follows.
bool begins_with_numeral(std::string_view word);

}  // namespace kirnu
