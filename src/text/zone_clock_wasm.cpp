#include <cmath>

#include "text/zone_clock.h"

/// Seconds that the zone's clocks are ahead of UTC; NaN for an unknown name.
extern "C" __attribute__((import_module("env"), import_name("kirnu_zone_offset"))) double kirnu_zone_offset(
    const char* name, std::size_t size, double instant);

namespace kirnu {

ZoneClock::ZoneClock(std::string_view name) : name_(name) {}
ZoneClock::~ZoneClock() = default;

std::optional<std::int32_t> ZoneClock::offset(std::int64_t instant) const {
  const double seconds = kirnu_zone_offset(name_.data(), name_.size(), static_cast<double>(instant));
  if (std::isnan(seconds)) return std::nullopt;
  return static_cast<std::int32_t>(seconds);
}

}  // namespace kirnu
