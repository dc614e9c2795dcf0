#pragma once
#include <cstdint>

#include "text/encoding.h"

namespace kirnu {

/// The character of a byte in Windows-1252, ISO-8859-15 or Mac Roman.
char16_t single_byte_character(Encoding encoding, std::uint8_t byte);

}  // namespace kirnu
