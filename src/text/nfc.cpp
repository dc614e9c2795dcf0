#include "text/nfc.h"

#include <algorithm>

#include "base/utf8.h"

namespace kirnu {

bool may_need_nfc(std::string_view text) {
  constexpr unsigned char kLeadOfU0300 = 0xCC;
  text.remove_prefix(ascii_at_start(text));
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= kLeadOfU0300; });
}

}  // namespace kirnu
