#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// Whether a text in UTF-8 may be another one in Unicode's composed form (NFC). False for all below U+0300: ASCII and
/// Latin letters with their marks are composed already.
bool may_need_nfc(std::string_view text);

/// The text in Unicode's composed form: "u" and a combining diaeresis become "ü". Natively libutf8proc does it, in wasm
/// the host's String.prototype.normalize. A text that is no UTF-8 stays as it is.
std::string to_nfc(std::string_view text);

}  // namespace kirnu
