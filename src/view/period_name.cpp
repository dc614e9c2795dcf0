#include "view/period_name.h"

namespace kirnu {

std::optional<int> month_of(const SeriesPeriod& entry) {
  const bool month = entry.span && entry.span->days > 27 && entry.span->days < 32;
  if (!month) return std::nullopt;
  const std::string& start = entry.span->start;  // 2025-01-31
  return (start[5] - '0') * 10 + start[6] - '0';
}

std::string period_name(const ViewContext& context, const SeriesPeriod& entry) {
  const std::optional<int> month = month_of(entry);
  std::string name = entry.label;
  if (month) name = context.words.say("month." + std::to_string(*month)) + " " + entry.span->start.substr(0, 4);
  return entry.complete || name.empty() ? name : name + " *";
}

}  // namespace kirnu
