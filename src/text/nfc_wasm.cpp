#include <cstddef>

#include "text/nfc.h"

/// The host writes the composed text, and tells its bytes: 0 when it did not, because it is longer than `capacity` or
/// no UTF-8.
extern "C" __attribute__((import_module("env"), import_name("kirnu_to_nfc"))) std::size_t kirnu_to_nfc(
    const char* text, std::size_t size, char* composed, std::size_t capacity);

namespace kirnu {

std::string to_nfc(std::string_view text) {
  constexpr std::size_t kMostGrowth = 3;  // of UTF-8 in NFC, says Unicode
  std::string composed(text.size() * kMostGrowth, '\0');
  const std::size_t size = kirnu_to_nfc(text.data(), text.size(), composed.data(), composed.size());
  if (size == 0 || size > composed.size()) return std::string(text);
  composed.resize(size);
  return composed;
}

}  // namespace kirnu
