#pragma once
#include <optional>
#include <string_view>

#include "base/issue.h"

namespace kirnu {

/// Says why a number is no amount from 0 to kLargestNumber; absent when it is one. `negative` is the code for one
/// below 0, `field` the id of the input.
std::optional<Issue> number_issue(std::string_view field, double number, IssueCode negative);

/// Why a number counts nothing that comes in wholes from 0 to `most`; absent when it does.
std::optional<IssueCode> count_flaw(double number, double most);

}  // namespace kirnu
