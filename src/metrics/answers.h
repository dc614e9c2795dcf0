#pragma once
#include <optional>

#include "facts/tables/tables.h"

namespace kirnu {

/// A column of answers in which the same answer in other letters is one ("Zu teuer", "zu teuer"), and "no answer", "k.
/// A." and their like are none. Absent where that changes nothing.
std::optional<CodeColumn> tidy_answers(const CodeColumn& reason);

}  // namespace kirnu
