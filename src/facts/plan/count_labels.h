#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/tables/count_table.h"

/// What the labels of a table of counts say together.
namespace kirnu {

/// Four digits and nothing else, as years are written.
bool is_four_digits(std::string_view text);

/// Whether each label is one of the table's periods: where nearly all are months, "Summe 2024", "Ø" and "Q1 2024" are
/// of no month. All are where most are no periods.
std::vector<bool> are_of_periods(std::span<const std::string_view> labels);

/// Months that stand three, six or twelve apart are what quarters, half-years or years end with, or begin with where
/// the labels are the first days of months (`days`: empty where they are no days): gives their rows these spans, and
/// answers the unit. Absent for all else.
std::optional<PeriodUnit> widen_months(std::vector<CountRow>& rows, std::span<const std::int32_t> days);

}  // namespace kirnu
