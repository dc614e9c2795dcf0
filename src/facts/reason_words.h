#pragma once
#include <string_view>

namespace kirnu {

/// What a reason for leaving is about: Stripe's codes and English, German and Finnish answers under one name.
/// "other": none of them.
std::string_view reason_group(std::string_view reason);

/// Whether customers of a group were lost without deciding to leave: their payment failed or was taken back.
bool is_involuntary(std::string_view group);

}  // namespace kirnu
