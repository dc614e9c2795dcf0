#pragma once
#include <optional>
#include <string_view>

#include "base/period.h"

/// Columns of rates that stand in a table beside the numbers they are of, or alone.
namespace kirnu {

/// The period of which a rate is by its name: "Monthly churn rate", "Churn p. a.", "Kuukausipoistuma"; of twelve
/// months by "Rolling 12-month churn" or "LTM". Absent where the name says none, or has other digits ("Churn 2024").
std::optional<PeriodUnit> unit_of_rate(std::string_view column_name);

/// Whether a rate's name says that it is of another length than its row, but of none that is a unit: "Rolling churn",
/// "Churn 18 months", "Churn rate YTD".
bool is_of_unknown_length(std::string_view column_name);

enum class ToldRateKind { Churn, Retention };

/// Whether a column is a rate of customers lost or kept in its row's period; absent for means, plans, sums and revenue.
std::optional<ToldRateKind> told_rate_kind(std::string_view column_name);

/// A churn rate as it is printed.
struct ToldRate {
  double churn = 0;
  double rounding = 0;  ///< so far may the exact rate be from it
};

/// Reads a cell of such a column; plain numbers are percent where the column is in `hundreds`.
std::optional<ToldRate> read_told_rate(std::string_view cell, ToldRateKind kind, bool hundreds);

}  // namespace kirnu
