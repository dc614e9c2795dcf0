#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "facts/plan/column_facts.h"
#include "table/table_reader.h"

namespace kirnu {

/// Two columns of days that no name explains: every row has the first, some have the second, and never before it. So
/// look contracts that begin and may have ended.
struct SpellColumns {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Absent where not exactly two of `columns` hold days, or these do not look so.
std::optional<SpellColumns> find_spell_columns(const TableFacts& table, const TableHead& head,
                                               std::span<const std::size_t> columns);

}  // namespace kirnu
