#pragma once
#include <string>

#include "base/issue.h"
#include "base/language.h"
#include "text/words.h"

namespace kirnu {

/// The issue as a sentence in the language of `words`, with its numbers in that language's habit.
std::string issue_text(const Issue&, const Words& words, Language language);

/// The same with line, column and number of times where they are known.
std::string issue_text_with_place(const Issue&, const Words& words, Language language);

}  // namespace kirnu
