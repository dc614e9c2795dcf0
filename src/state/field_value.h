#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "state/state.h"

namespace kirnu {

/// What a field's text says. Neither value nor issues: nothing was typed, or a word that means "not known".
struct FieldValue {
  std::optional<double> value = {};
  std::vector<Issue> issues = {};  ///< with the field's id
};

/// Reads a field's text in the language's habit: counts and money as numbers, shares as fractions ("80 %", "0,8" and
/// "80" are 0.8; "1" is 0.01, "1,0" is 1), days above 0, dates as days since 1970-01-01.
FieldValue read_field(const FieldSpec& field, std::string_view text, Language language);

inline constexpr int kMostDecimals = 20;  ///< that numbers are written with

/// Writes a value as a person of that language would type it; read_field() gives it back.
std::string write_field(double value, FieldKind kind, Language language);

}  // namespace kirnu
