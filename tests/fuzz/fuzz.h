#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the fuzzing targets share. A target is one file with LLVMFuzzerTestOneInput: libFuzzer feeds it while it
/// searches (scripts/test long), the replay test with tests/fuzz/corpus and mutations of it (scripts/test unit).

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace kirnu::fuzz {

/// Says what must hold for every input. When it does not: libFuzzer stops and keeps the input, the replay test fails.
void check(bool holds, std::string_view what);

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes the first byte of an input, by which a target chooses how to read the rest; 0 of an empty one.
inline std::size_t take_choice(std::string_view& input) {
  if (input.empty()) return 0;
  const auto choice = static_cast<unsigned char>(input[0]);
  input.remove_prefix(1);
  return choice;
}

/// Cuts a text into parts of 0–64 bytes, always the same ones for the same text. Each is a copy of its own, so that a
/// sanitizer sees who reads beyond its end.
std::vector<std::string> split(std::string_view text);

}  // namespace kirnu::fuzz
