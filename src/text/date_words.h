#pragma once
#include <optional>
#include <string_view>

namespace kirnu {

/// The month (1–12) that a word in small letters names in English, German or Finnish: a full name, a usual short form,
/// Austrian Jänner and Feber, or a Finnish case form such as tammikuuta.
std::optional<int> find_month(std::string_view lower_word);

/// Whether a word in small letters is a day of the week, in full or short, in the same languages.
bool is_weekday(std::string_view lower_word);

/// Whether a word in small letters says that there is no end: ongoing, laufend, toistaiseksi.
bool says_never(std::string_view lower_word);

/// Minutes east of UTC for a zone's name in small letters (utc, cet, mesz, est …), where the name says one offset
/// alone.
std::optional<int> find_zone(std::string_view lower_word);

}  // namespace kirnu
