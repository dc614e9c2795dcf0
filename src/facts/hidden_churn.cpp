#include "facts/hidden_churn.h"

#include <cstdint>

namespace kirnu {

void note_hidden_churn(const SubscriptionTable& table, std::vector<Issue>& issues) {
  const std::size_t rows = table.customer.size();
  if (rows < 2) return;
  const auto day_of = [](const TimeColumn& column, std::size_t row) {
    return column.clock ? column.instants[row] : std::int64_t{column.days[row]};
  };
  bool one_day = !table.start.empty();
  for (std::size_t i = 1; i < rows && one_day; ++i) one_day = day_of(table.start, i) == day_of(table.start, 0);
  if (one_day) issues.push_back(make_issue(IssueCode::OneDateEverywhere));
  bool any_end = false;
  for (const TimeColumn* times : {&table.end, &table.canceled}) {
    const std::int64_t none = times->clock ? kNoInstant : kNoDay;
    for (std::size_t i = 0; i < times->size() && !any_end; ++i) any_end = day_of(*times, i) != none;
  }
  if (!any_end) issues.push_back(make_issue(IssueCode::NobodyLeft));
}

}  // namespace kirnu
