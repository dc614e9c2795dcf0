#pragma once
#include <optional>
#include <vector>

#include "base/issue.h"
#include "facts/plan/count_roles.h"
#include "facts/plan/count_row.h"
#include "facts/tables/count_table.h"
#include "facts/tables/import_summary.h"

namespace kirnu {

/// Says what columns of a table of counts say beside their numbers: that they count thousands, that the lost follow
/// from who was kept, and which columns do not count beside the actual ones.
void add_count_notes(const std::vector<ImportColumn>& columns, const std::vector<CountColumnHabit>& habits,
                     std::vector<Issue>& issues);

/// The column of the rates that somebody worked out; null where a table has none.
const ImportColumn* rate_column(const std::vector<ImportColumn>& columns);

/// The period of which a table's rates are by their names.
std::optional<PeriodUnit> unit_of_rates(const std::vector<ImportColumn>& columns);

/// A note that the lost of each row were computed from its rate.
void add_note_of_shares(CountTable& table);

/// Rates of groups weigh by their customers; where nobody says how many, none is of all.
void add_notes_of_group_rates(CountTable& table, const CountsTold& told);

}  // namespace kirnu
