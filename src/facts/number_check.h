#pragma once
#include <optional>
#include <string_view>

#include "base/issue.h"

namespace kirnu {

/// Says why a number is no amount from 0 to kLargestNumber; absent when it is one. `negative` is the code for one
/// below 0, `field` the id of the input.
std::optional<Issue> number_issue(std::string_view field, double number, IssueCode negative);

}  // namespace kirnu
