#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "text/zone_clock.h"

namespace kirnu {
namespace {

/// The C library takes an unknown name for UTC, so the file is looked for.
bool has_zone(const std::string& name) {
  const char* folder = std::getenv("TZDIR");
  const std::string path = std::string(folder != nullptr ? folder : "/usr/share/zoneinfo") + "/" + name;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  char mark[4] = {};
  const bool is_zone = file != nullptr && std::fread(mark, 1, 4, file) == 4 && std::string_view(mark, 4) == "TZif";
  if (file != nullptr) std::fclose(file);
  return is_zone;
}

}  // namespace

ZoneClock::ZoneClock(std::string_view name) : name_(name) {
  if (!has_zone(name_)) {
    name_.clear();
    return;
  }
  if (const char* usual = std::getenv("TZ")) usual_ = usual;
  setenv("TZ", (":" + name_).c_str(), 1);
  tzset();
}

ZoneClock::~ZoneClock() {
  if (name_.empty()) return;
  if (usual_) setenv("TZ", usual_->c_str(), 1);
  else unsetenv("TZ");
  tzset();
}

std::optional<std::int32_t> ZoneClock::offset(std::int64_t instant) const {
  if (name_.empty()) return std::nullopt;
  const auto time = static_cast<std::time_t>(instant);
  std::tm local = {};
  if (localtime_r(&time, &local) == nullptr) return std::nullopt;
  return static_cast<std::int32_t>(local.tm_gmtoff);
}

}  // namespace kirnu
