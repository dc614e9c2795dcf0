#include "text/nfc.h"

#include <algorithm>

namespace kirnu {

bool may_need_nfc(std::string_view text) {
  constexpr unsigned char kLeadOfU0300 = 0xCC;
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= kLeadOfU0300; });
}

}  // namespace kirnu
