#include "facts/build/count_openings.h"

#include <algorithm>
#include <map>
#include <string>

#include "facts/words/period_label.h"

namespace kirnu {
namespace {

std::optional<std::size_t> column_of(const std::vector<CountColumnHabit>& habits, Role role) {
  for (std::size_t c = 0; c < habits.size(); ++c) {
    if (habits[c].role == role) return c;
  }
  return std::nullopt;
}

std::optional<double> end_of(const CountSheetRow& row, std::size_t column, const CountColumnHabit& habit) {
  CountRowInputs inputs;
  return take_count_cell(read_count_cell(row.cells[column]), habit, inputs) ? std::nullopt : inputs.mrr.end;
}

}  // namespace

std::vector<std::optional<double>> mrr_openings(const CountSheet& sheet, const std::vector<CountColumnHabit>& habits) {
  std::vector<std::optional<double>> openings(sheet.rows().size());
  const std::optional<std::size_t> closing = column_of(habits, Role::MrrEnd);
  if (!closing || column_of(habits, Role::MrrStart) || column_of(habits, Role::Segment)) return openings;
  std::map<std::string, std::optional<double>> ended;  // by the day on which the next period begins
  std::vector<std::string> starts;
  for (const CountSheetRow& row : sheet.rows()) {
    const std::optional<PeriodLabel> label = read_period_label(sheet.label_of(row));
    starts.push_back(label && label->span ? label->span->start : std::string());
    if (!label || !label->span) continue;
    const auto [place, first] = ended.emplace(label->span->end, end_of(row, *closing, habits[*closing]));
    if (!first) place->second.reset();  // two rows of one period
  }
  for (std::size_t i = 0; i < openings.size(); ++i) {
    const auto before = ended.find(starts[i]);
    if (before != ended.end()) openings[i] = before->second;
    else if (i > 0 && starts[i].empty() && starts[i - 1].empty())
      openings[i] = end_of(sheet.rows()[i - 1], *closing, habits[*closing]);
  }
  return openings;
}

void open_with(CountRowInputs& inputs, const std::optional<double>& opening) {
  const MrrInputs& said = inputs.mrr;
  const bool told = said.start || (said.new_ && said.expansion);
  if (!told) inputs.mrr.start = opening;
}

}  // namespace kirnu
