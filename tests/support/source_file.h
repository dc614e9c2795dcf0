#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// Where a file of the repository lies, by its path in it: "tests/cases".
std::string source_path(std::string_view path);

/// All bytes of a file of the repository; none where it cannot be read.
std::string read_source(std::string_view path);

}  // namespace kirnu
