#include "fuzz/fuzz.h"

namespace kirnu::fuzz {

std::vector<std::string> split(std::string_view text) {
  std::uint64_t state = 1469598103934665603U;
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211U;
  const std::uint64_t longest = state % 4 == 0 ? 2 : state % 4 == 1 ? 8 : 65;
  std::vector<std::string> parts;
  while (!text.empty()) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const std::string_view part = text.substr(0, (state >> 33U) % longest);
    parts.emplace_back(part);
    text.remove_prefix(part.size());
  }
  return parts;
}

}  // namespace kirnu::fuzz
