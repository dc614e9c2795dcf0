#include "report/rows_in_time.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kirnu {
namespace {

bool lies_within(const LabelSpan& span, const Question& question) {
  const auto ends_by = [&span](const std::optional<Date>& end) { return !end || span.end <= write_date(*end); };
  const std::optional<Date> known = question.as_of ? std::optional(Date{question.as_of->days + 1}) : std::nullopt;
  const bool begun = !question.from || span.start >= write_date(*question.from);
  return begun && ends_by(question.to) && ends_by(known);
}

}  // namespace

std::optional<CountTable> with_rows_in_time(const CountTable& as_read, const Question& question) {
  const std::array<std::pair<const char*, std::optional<Date>>, 3> days{
      {{"from", question.from}, {"to", question.to}, {"as_of", question.as_of}}};
  const bool asked = std::any_of(days.begin(), days.end(), [](const auto& day) { return day.second.has_value(); });
  if (!asked || as_read.rows.empty()) return std::nullopt;
  CountTable table = as_read;
  const bool dated = std::all_of(table.rows.begin(), table.rows.end(), [](const CountRow& row) { return row.span; });
  if (!dated) {
    for (const auto& [key, day] : days) {
      if (day) table.issues.push_back(make_issue(IssueCode::RowsWithoutDates, {}, {{"key", std::string(key)}}));
    }
    return table;
  }
  std::erase_if(table.rows, [&question](const CountRow& row) { return !lies_within(*row.span, question); });
  if (table.rows.empty())
    table.issues.push_back(make_issue(IssueCode::NoWholePeriod, "period", {{"kind", std::string("counts")}}));
  return table;
}

}  // namespace kirnu
