#include "facts/number_check.h"

#include <cmath>
#include <string>

#include "facts/counts.h"

namespace kirnu {

std::optional<Issue> number_issue(std::string_view field, double number, IssueCode negative) {
  const std::string id(field);
  if (std::isnan(number)) return make_issue(IssueCode::NumberUnreadable, id, {{"found", "NaN"}});
  if (std::isinf(number)) return make_issue(IssueCode::NumberTooLarge, id, {{"found", "∞"}});
  if (number < 0) return make_issue(negative, id, {{"found", number}});
  if (number > kLargestNumber) return make_issue(IssueCode::NumberTooLarge, id, {{"found", number}});
  return std::nullopt;
}

}  // namespace kirnu
