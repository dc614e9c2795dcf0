#pragma once
#include <string>

#include "facts/plan/count_sheet.h"
#include "facts/plan/role_assignment.h"
#include "facts/tables/count_table.h"
#include "table/table_reader.h"

/// A table's own rates beside its counts say of whom the lost are a share.
namespace kirnu {

/// "Active; Churned; Churn rate": where the rates are of both together, those there are the ones who stayed.
void settle_base(RoleAssignment& roles, const TableFacts& table, const TableHead& head);

/// The name of the column that settle_base() has made those who stayed; empty where none, or where a person or its name
/// says so.
std::string settled_base(const ImportPlan& plan);

/// Notes that rates have said so of the column `settled`, and warns where they say otherwise than the lost and the
/// start of their rows.
void check_told_rates(CountTable& table, const CountSheet& sheet, const std::string& settled);

}  // namespace kirnu
