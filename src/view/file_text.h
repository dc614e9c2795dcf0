#pragma once
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/language.h"

namespace kirnu {

/// Text from a file as a reader may see it: one line, at most 200 bytes, with control characters and direction marks
/// written out as <U+202E>.
std::string shown_text(std::string_view text);

/// A day as the language writes it: 31 Jan 2025 · 31.1.2025. `month` is the short name of the month.
std::string shown_day(Date day, std::string_view month, Language);

/// The month of a day, 1–12.
int month_of(Date day);

}  // namespace kirnu
