#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// A label without words that only say that a number is of the end of the period, or that it is no plan: "Ende Jan
/// 2024", "per 31.01.2024", "Jan 2024 (Ist)".
std::string bare_label(std::string_view label);

/// Whether a label or a name says that its numbers are planned: "Jan 2024 (Plan)".
bool says_plan(std::string_view label);

}  // namespace kirnu
