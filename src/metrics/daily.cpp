#include "metrics/daily.h"

#include "metrics/flows.h"

namespace kirnu {

void add_daily(Letters& letters, const Spells& spells, const DayWindow& window) {
  std::vector<std::int32_t> days;
  for (std::int32_t day = window.from; day <= window.to; ++day) days.push_back(day);
  double opening = 0, present = 0;
  for (const Flow& day : build_flows(spells, grid_of(std::move(days)))) {
    letters.daily.push_back({.lost = static_cast<double>(day.churned), .start = static_cast<double>(day.opening)});
    opening += static_cast<double>(day.opening);
    present += static_cast<double>(day.closing);  // whoever is there when a day ends was there on it
  }
  letters.D = window.days();
  letters.C_days = opening;
  letters.T_days = present;
}

}  // namespace kirnu
