#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace kirnu {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t kDeepestJson = 32;
inline constexpr std::size_t kLongestJson = 4U << 20U;

/// Parses JSON from outside; absent when it is no JSON, nested deeper than 32 or longer than `longest` bytes.
std::optional<Json> parse_json(std::string_view text, std::size_t longest = kLongestJson);

/// A member that is a string; absent when it is missing or something else.
std::optional<std::string> find_string(const Json& object, const char* key);

/// JSON in one line; invalid UTF-8 becomes U+FFFD.
std::string write_json(const Json& json);

}  // namespace kirnu
