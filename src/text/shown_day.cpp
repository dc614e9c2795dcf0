#include "text/shown_day.h"

namespace kirnu {

std::string shown_day(Date day, const Words& words, Language language) {
  const CivilDate civil = civil_date(day);
  const std::string year = std::to_string(civil.year), number = std::to_string(civil.day);
  if (language == Language::En) return number + " " + month_name(day, words) + " " + year;
  return number + "." + std::to_string(civil.month) + "." + year;
}

std::string month_name(Date day, const Words& words) {
  return words.say("month." + std::to_string(civil_date(day).month));
}

}  // namespace kirnu
