#pragma once
#include <optional>
#include <string_view>

namespace kirnu {

/// The languages Kirnu speaks. Numbers follow de-DE, fi-FI and en-US.
enum class Language { En, De, Fi };

/// The two-letter code: "en", "de" or "fi".
std::string_view language_code(Language);

/// Finds the language of a code as browsers give it ("de", "de-AT", "FI"); absent when Kirnu does not speak it.
std::optional<Language> find_language(std::string_view code);

}  // namespace kirnu
