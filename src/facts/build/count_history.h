#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "facts/plan/count_roles.h"
#include "facts/tables/count_table.h"

/// What the rows of a table of counts say to one another.
namespace kirnu {

/// The unit that every label names; absent where labels differ.
std::optional<PeriodUnit> unit_of(const std::vector<CountRow>& rows);

/// What rows of groups come to together; what one of them does not say, nobody knows of all.
PeriodTotals sum_of(std::span<const CountRow> rows);

/// Each period's rows as one, where every period has the same named parts and they hold the same kind of counts;
/// answers how many parts. A part that is the sum of the others is left out. Absent where they are no parts: then
/// nothing has changed.
std::optional<std::size_t> add_parts(std::vector<CountRow>& rows, std::span<const std::string> names);

/// Rows whose labels name their dates come in the order of time; bare months that run backwards are turned round.
void order_by_time(std::vector<CountRow>& rows);

/// Customers at the end of a period are there when the next one opens. Who was lost on the way is not told by that.
void connect_ends(std::vector<CountRow>& rows);

/// A warning for all rows whose start is not what the movements lead to, by more than `rounding`. Where rows tell no
/// start of their own, it is the end before, and their new customers are not told.
std::optional<Issue> start_where_ended(std::vector<CountRow>& rows, const CountsTold& told, double rounding);

/// A warning where two rows are of the same period, or where none has dates under the same label.
std::optional<Issue> repeated_periods(const std::vector<CountRow>& rows);

}  // namespace kirnu
