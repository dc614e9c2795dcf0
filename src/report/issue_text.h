#pragma once
#include <string>
#include <string_view>

#include "base/issue.h"
#include "base/language.h"
#include "text/words.h"

namespace kirnu {

/// What a column is: a role of report columns in the reader's words.
std::string say_role(const Words& words, std::string_view role);

/// The name of a column; "column 2", which has none in the file, in the reader's words.
std::string say_column(const Words& words, std::string_view name);

/// The issue as a sentence in the language of `words`, with its numbers in that language's habit.
std::string issue_text(const Issue&, const Words& words, Language language);

/// The same with line, column and number of times where they are known.
std::string issue_text_with_place(const Issue&, const Words& words, Language language);

}  // namespace kirnu
