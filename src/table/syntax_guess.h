#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table/delimiter_score.h"
#include "table/dialect.h"

/// By what a text's fields are separated and how they are quoted.
namespace kirnu {

/// The best way to quote with a delimiter: " unless ' or backslashes explain the sample better. `whole`: the sample
/// ends where the file does.
SyntaxScore score_delimiter(std::string_view sample, bool whole, CsvSyntax syntax, std::optional<char> quote);

/// The syntax that explains the sample best; `scores` gets what each that was tried is worth.
SyntaxScore find_syntax(std::string_view sample, bool whole, std::optional<char> quote,
                        std::vector<DelimiterScore>& scores);

}  // namespace kirnu
