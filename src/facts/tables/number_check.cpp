#include "facts/tables/number_check.h"

#include <cmath>
#include <string>

#include "facts/tables/counts.h"

namespace kirnu {

std::optional<Issue> number_issue(std::string_view field, double number, IssueCode negative) {
  const std::string id(field);
  if (std::isnan(number)) return make_issue(IssueCode::NumberUnreadable, id, {{"found", "NaN"}});
  if (std::isinf(number)) return make_issue(IssueCode::NumberTooLarge, id, {{"found", "∞"}});
  if (number < 0) return make_issue(negative, id, {{"found", number}});
  if (number > kLargestNumber) return make_issue(IssueCode::NumberTooLarge, id, {{"found", number}});
  return std::nullopt;
}

std::optional<IssueCode> count_flaw(double number, double most) {
  if (number < 0) return IssueCode::CountNegative;
  if (number != std::floor(number)) return IssueCode::CountFractional;
  if (number > most) return IssueCode::NumberTooLarge;
  return std::nullopt;
}

}  // namespace kirnu
