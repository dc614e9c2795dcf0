#pragma once
#include <optional>
#include <string_view>

#include "text/number.h"

namespace kirnu {

/// A number without what stands around it; the views point into the text.
struct BareNumber {
  std::string_view body;
  std::string_view currency;
  std::string_view per;
  bool negative = false;
  bool percent = false;
  int scale = 0;  ///< powers of ten that a word behind the number tells: "1,2 Mio." has 6
};

/// Takes sign, parentheses, currency, percent sign and words such as "k", "tsd." and "Mio." off a trimmed text; absent
/// when one of them comes twice or what stands before or after the number is none of them.
std::optional<BareNumber> find_bare_number(std::string_view text);

/// Which marker for a missing value a trimmed text is; None when it is none.
MissingKind find_missing(std::string_view text);

/// Bytes of the minus sign at the start of a text (- − – ‐ ‑), 0 when there is none.
std::size_t minus_at_start(std::string_view text);

}  // namespace kirnu
