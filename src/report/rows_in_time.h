#pragma once
#include <optional>

#include "report/report.h"

namespace kirnu {

/// The table with those of its rows alone that lie within a question's days; where none does, a question. Where rows do
/// not all name their dates, the table as it is and a warning. Absent: the question names no days.
std::optional<CountTable> with_rows_in_time(const CountTable& table, const Question& question);

}  // namespace kirnu
