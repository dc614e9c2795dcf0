#include "report/rates_of_rows.h"

#include "facts/build/count_notes.h"
#include "metrics/conversion.h"

namespace kirnu {
std::optional<CountTable> with_rates_of_rows(const CountTable& table) {
  const ImportColumn* column = rate_column(table.import.columns);
  if (!table.unit || !table.rate_unit || *table.unit == *table.rate_unit || column == nullptr) return std::nullopt;
  const Period from = period_of(*table.rate_unit), to = period_of(*table.unit);
  CountTable converted = table;
  const CountRow* last = nullptr;
  double printed = 0;
  for (CountRow& row : converted.rows) {
    if (row.known != CountsKnown::Rate) continue;
    printed = row.totals.lost;
    row.totals.lost = convert_share(printed, from, to);
    last = &row;
  }
  if (last == nullptr) return std::nullopt;
  const bool kept = column->role == Role::RetentionRate;
  const auto as_printed = [kept](double churn) { return kept ? 1 - churn : churn; };
  converted.issues.push_back(
      make_issue(IssueCode::RateConverted, {},
                 {{"column", column->name}, {"rate", as_printed(printed)}, {"share", as_printed(last->totals.lost)}}));
  return converted;
}

}  // namespace kirnu
