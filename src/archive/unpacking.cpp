#include "archive/unpacking.h"

#include <string>

namespace kirnu {
namespace {

const char* value_name(IssueCode code) {
  if (code == IssueCode::ArchiveTooLarge) return "limit";
  if (code == IssueCode::ArchiveManyFiles) return "files";
  if (code == IssueCode::ArchiveMethodUnknown) return "method";
  if (code == IssueCode::WorkbookDamaged) return "part";
  return code == IssueCode::WorkbookWithoutSheet ? "sheets" : "found";
}

}  // namespace

bool Unpacking::fail(IssueCode code, std::string_view value) {
  if (error_) return false;
  error_ = make_issue(code);
  if (!value.empty()) error_->values.push_back({value_name(code), std::string(value)});
  return false;
}

bool Unpacking::fail_beyond(std::uint64_t limit) {
  const char* const units[] = {" B", " KiB", " MiB", " GiB"};
  std::size_t unit = 0;
  for (; unit < 3 && limit > 0 && limit % 1024 == 0; ++unit) limit /= 1024;
  return fail(IssueCode::ArchiveTooLarge, std::to_string(limit) + units[unit]);
}

bool Unpacking::count(std::size_t packed, std::size_t unpacked) {
  packed_ += packed;
  unpacked_ += unpacked;
  if (unpacked_ > most_) return fail_beyond(most_);
  if (unpacked_ <= limits_.ratio_from || unpacked_ / limits_.ratio <= packed_) return true;
  return fail(IssueCode::ArchiveTooLarge, std::to_string(limits_.ratio) + ":1");
}

}  // namespace kirnu
