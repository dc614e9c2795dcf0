#pragma once
#include <optional>
#include <string_view>

#include "base/period.h"

/// Words of periods in three languages.
namespace kirnu {

/// Where a word stands: beside an age ("M3", "7 days"), or beside a part of the calendar's year too ("KW 12", "H1").
enum class UnitPlace { Age, Calendar };

/// The unit that a word names, in lower case. "Half", "KW" and the like count parts of a year and are no ages.
std::optional<PeriodUnit> find_unit_word(std::string_view word, UnitPlace place);

/// The unit that a name has somewhere in it: "Months", "Laufzeit in Tagen".
std::optional<PeriodUnit> find_unit_in(std::string_view name);

}  // namespace kirnu
