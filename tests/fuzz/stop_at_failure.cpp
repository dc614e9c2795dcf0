#include <cstdio>
#include <cstdlib>

#include "fuzz/fuzz.h"

namespace kirnu::fuzz {

void check(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace kirnu::fuzz
