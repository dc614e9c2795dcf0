#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kirnu {

/// What clocks of a time zone show; natively the C library's tz data say it, in wasm the host's Intl. One at a time.
class ZoneClock {
 public:
  /// An IANA name such as "Europe/Berlin".
  explicit ZoneClock(std::string_view name);
  ~ZoneClock();
  ZoneClock(const ZoneClock&) = delete;
  ZoneClock& operator=(const ZoneClock&) = delete;

  /// Seconds that clocks are ahead of UTC at an instant (seconds since 1970 in UTC); absent for an unknown name.
  std::optional<std::int32_t> offset(std::int64_t instant) const;

 private:
  std::string name_;
  std::optional<std::string> usual_;  ///< natively: what TZ was before
};

}  // namespace kirnu
