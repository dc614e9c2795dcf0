#pragma once
#include "base/language.h"
#include "text/words.h"

namespace kirnu {

/// The sentences of a language, from assets/strings.
Words words_of(Language language);

}  // namespace kirnu
