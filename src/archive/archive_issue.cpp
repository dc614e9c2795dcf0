#include "archive/archive_issue.h"

namespace kirnu {

std::string write_bytes(std::uint64_t bytes) {
  const char* const units[] = {" B", " KiB", " MiB", " GiB"};
  int unit = 0;
  while (unit < 3 && bytes > 0 && bytes % 1024 == 0) {
    bytes /= 1024;
    ++unit;
  }
  return std::to_string(bytes) + units[unit];
}

Issue too_large(std::uint64_t limit) {
  return make_issue(IssueCode::ArchiveTooLarge, {}, {{"limit", write_bytes(limit)}});
}

Issue ratio_too_large(std::uint64_t ratio) {
  return make_issue(IssueCode::ArchiveTooLarge, {}, {{"limit", std::to_string(ratio) + ":1"}});
}

}  // namespace kirnu
