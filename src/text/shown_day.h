#pragma once
#include <string>

#include "base/date.h"
#include "base/language.h"
#include "text/words.h"

namespace kirnu {

/// A day as the language writes it: 31 Jan 2025 · 31.1.2025.
std::string shown_day(Date day, const Words&, Language);

/// The short name of a day's month.
std::string month_name(Date day, const Words&);

}  // namespace kirnu
