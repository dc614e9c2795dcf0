#pragma once
#include <nlohmann/json.hpp>

namespace kirnu {

/// JSON as somebody else reads it: what tests compare our own with.
using TestJson = nlohmann::ordered_json;

}  // namespace kirnu
