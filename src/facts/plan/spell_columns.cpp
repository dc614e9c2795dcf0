#include "facts/plan/spell_columns.h"

#include <vector>

#include "text/date_reader.h"

namespace kirnu {
namespace {

std::optional<std::int32_t> day_in(const ColumnFacts& column, const std::string& cell) {
  const ReadDate date = read_date(cell, column.date->habit);
  const bool read = date.status == DateStatus::Ok || date.status == DateStatus::Ambiguous;
  return read ? std::optional(date.moment.day.days) : std::nullopt;
}

}  // namespace

std::optional<SpellColumns> find_spell_columns(const TableFacts& table, const TableHead& head,
                                               std::span<const std::size_t> columns) {
  std::vector<std::size_t> dated;
  for (const std::size_t c : columns) {
    if (table.columns[c].date) dated.push_back(c);
  }
  if (dated.size() != 2) return std::nullopt;
  SpellColumns spells{.start = dated[0], .end = dated[1]};
  const auto is_full = [&](std::size_t c) { return table.columns[c].profile.filled == table.columns[c].profile.cells; };
  if (is_full(spells.end) && !is_full(spells.start)) std::swap(spells.start, spells.end);
  if (!is_full(spells.start) || is_full(spells.end)) return std::nullopt;
  for (const std::vector<std::string>& row : head.sample) {
    const std::optional<std::int32_t> start = day_in(table.columns[spells.start], row[spells.start]),
                                      end = day_in(table.columns[spells.end], row[spells.end]);
    if (start && end && *end < *start) return std::nullopt;
  }
  return spells;
}

}  // namespace kirnu
