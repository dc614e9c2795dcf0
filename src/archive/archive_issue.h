#pragma once
#include <cstdint>
#include <string>

#include "base/issue.h"

namespace kirnu {

/// "8 GiB", "512 MiB", "20 B": the largest unit that divides.
std::string write_bytes(std::uint64_t bytes);

/// ArchiveTooLarge with a limit in bytes, or as a ratio such as "1000:1".
Issue too_large(std::uint64_t limit);
Issue ratio_too_large(std::uint64_t ratio);

}  // namespace kirnu
