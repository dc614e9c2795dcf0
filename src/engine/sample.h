#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace kirnu {

/// Invented files, one set a job, as somebody would export them: in the reader's words, and the same every time.
/// Empty for an unknown id. Two lists are two files, the earlier first.
std::vector<std::string> sample_files(std::string_view id, const Words& words);

}  // namespace kirnu
