#pragma once
#include <cstdint>
#include <string_view>

#include "facts/words/column_profile.h"

namespace kirnu {

/// What a reason for leaving is about: Stripe's codes and English, German and Finnish answers under one name.
/// "other": none of them.
std::string_view reason_group(std::string_view reason);

/// What people and forms write who give no answer: "keine Angabe", "n/a".
bool is_no_answer(std::string_view text);

/// Whether a question, or the name of a column, asks for reasons; and whether for those of leaving: "Why did you choose
/// us?" does not.
bool asks_why(std::string_view question);
bool asks_why_left(std::string_view question);

/// How many cells of a column say why somebody left, in words that people use for that.
std::int64_t count_reasons(const ColumnProfile& profile);

/// Whether customers of a group were lost without deciding to leave: their payment failed or was taken back.
bool is_involuntary(std::string_view group);

}  // namespace kirnu
