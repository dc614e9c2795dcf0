#include "metrics/daily.h"

namespace kirnu {
namespace {

/// The count of a day; 0 for days outside.
std::int64_t count_at(const std::vector<std::int32_t>& counts, std::int64_t place) {
  return place >= 0 && place < static_cast<std::int64_t>(counts.size()) ? counts[static_cast<std::size_t>(place)] : 0;
}

}  // namespace

void add_daily(Letters& letters, const DayCounts& counts, const DayWindow& window) {
  const auto place_of = [&](std::int32_t day) { return std::int64_t{day} - counts.first; };
  const auto change = [&](std::int64_t place) { return count_at(counts.starts, place) - count_at(counts.ends, place); };
  std::int64_t there = 0, openings = 0;
  for (std::int64_t place = 0; place < place_of(window.from); ++place) there += change(place);
  const std::int64_t opening = there;
  for (std::int64_t place = place_of(window.from); place < place_of(window.to); ++place) {
    letters.daily.push_back(
        {.lost = static_cast<double>(count_at(counts.ends, place)), .start = static_cast<double>(there)});
    openings += there;
    there += change(place);
  }
  letters.D = window.days();
  letters.C_days = static_cast<double>(openings);
  // whoever is there when a day ends was there on it: all openings but the first, and the one after the last day
  letters.T_days = static_cast<double>(openings - opening + there);
}

}  // namespace kirnu
