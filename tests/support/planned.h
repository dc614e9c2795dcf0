#pragma once
#include <string>
#include <string_view>

#include "facts/plan/import_plan.h"

namespace kirnu {

/// What an import would make of a text.
inline ImportPlan plan_of(std::string_view bytes, const ImportChoice& choice = {}) {
  TableReader reader(
      choice.table, [](const TableHead&) {}, TableReader::OnRow([](const TableRow&) {}));
  reader.feed(bytes);
  reader.finish();
  return make_import_plan(reader.head(), choice);
}

/// "lists"; "?" while that is asked.
inline std::string kind_of(const ImportPlan& plan) { return plan.kind ? std::string(fact_kind_name(*plan.kind)) : "?"; }

/// "id = subscription_id; Amount = amount, decimal point": the columns that have a role.
inline std::string describe(const ImportPlan& plan) {
  std::string text;
  for (const ColumnPlan& column : plan.columns) {
    if (column.role == Role::Ignore) continue;
    text += (text.empty() ? "" : "; ") + column.name + " = " + std::string(role_name(column.role));
    if (!column.style.empty()) text += ", " + column.style;
    if (column.clock) text += ", clock";
    if (column.open) text += ", open";
  }
  return text;
}

/// The codes of its issues, in order.
inline std::string codes(const ImportPlan& plan) {
  std::string text;
  for (const Issue& issue : plan.issues) text += (text.empty() ? "" : " ") + std::string(issue_code_name(issue.code));
  return text;
}

/// "survival time event": the kind and every column's role.
inline std::string roles_of(const ImportPlan& plan) {
  std::string text = kind_of(plan);
  for (const ColumnPlan& column : plan.columns) text += " " + std::string(role_name(column.role));
  return text;
}

}  // namespace kirnu
