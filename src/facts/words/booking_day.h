#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "facts/words/period_label.h"

/// "302" and "1503": the 3rd of February and the 15th of March of a year that stands above the table, as DATEV books.
namespace kirnu {

/// From when to when the bookings are, by the line above their names ("EXTF 700 21 … 20240101 20241231 …"); absent for
/// other titles.
std::optional<PeriodDays> read_booking_period(std::string_view title);

/// The day, counted from 1970-01-01; absent for what is none of that period.
std::optional<std::int32_t> read_booking_day(std::string_view cell, const PeriodDays& period);

}  // namespace kirnu
