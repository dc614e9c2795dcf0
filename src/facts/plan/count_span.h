#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "facts/tables/count_table.h"

/// What the names above counts say of time, where no column does: "Kunden am 01.01.2023; Kunden am 31.12.2023", "Kunden
/// Anfang 2023", "Asiakkaita vuoden alussa".
namespace kirnu {

/// The day or the period that a name tells.
struct NamedTime {
  std::int32_t first = 0, last = 0;     ///< days
  std::optional<PeriodUnit> unit = {};  ///< absent: a day
};
std::optional<NamedTime> time_in_name(std::string_view name);

/// The one period that all rows are of.
struct CountSpan {
  std::string label = {};  ///< empty where only the unit is told
  std::optional<LabelSpan> span = {};
  std::optional<PeriodUnit> unit = {};  ///< absent where the days make no unit of the calendar
};

/// From the columns with their roles; absent where their names say nothing, or contradict one another.
std::optional<CountSpan> span_of_names(std::span<const ImportColumn> columns);

}  // namespace kirnu
