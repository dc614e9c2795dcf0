#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace kirnu {

/// JSON as somebody else reads it: what tests compare our own with.
using TestJson = nlohmann::ordered_json;

/// The value at a JSON pointer; null when there is none.
inline const TestJson* find_at(const TestJson& json, const std::string& pointer) {
  const TestJson::json_pointer at(pointer);
  return json.contains(at) ? &json[at] : nullptr;
}

}  // namespace kirnu
