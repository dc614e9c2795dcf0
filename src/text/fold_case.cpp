#include "text/fold_case.h"

#include "base/ascii.h"

namespace kirnu {

std::string fold_case(std::string_view text) {
  std::string folded(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char& c = folded[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool ascii = is_ascii_upper(c);
    const bool after_c3 = i > 0 && folded[i - 1] == '\xC3';  // À–Þ are C3 80–C3 9E; × between them is no letter
    const bool latin = after_c3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (ascii || latin) c = static_cast<char>(byte + 0x20U);
  }
  return folded;
}

}  // namespace kirnu
