#pragma once
#include "facts/count_sheet.h"
#include "facts/count_table.h"
#include "facts/role_assignment.h"
#include "table/table_reader.h"

/// A table's own rates beside its counts say of whom the lost are a share.
namespace kirnu {

/// "Active; Churned; Churn rate": where the rates are of both together, those there are the ones who stayed.
void settle_base(RoleAssignment& roles, const TableFacts& table, const TableHead& head);

/// Notes that rates have said so, and warns where they say otherwise than the lost and the start of their rows.
void check_told_rates(CountTable& table, const CountSheet& sheet);

}  // namespace kirnu
