#include "facts/build/builder_choice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "facts/plan/period_columns.h"

namespace kirnu {
namespace {

std::unique_ptr<TableBuilder> make_spell_builder(BuilderPlan plan) {
  if (const std::optional<PeriodColumns> periods = period_columns(plan.plan))
    return make_period_table_builder(std::move(plan), *periods);
  if (!plan.plan.column_of(Role::Date) || plan.plan.column_of(Role::Start))
    return make_subscription_builder(std::move(plan));
  return plan.plan.column_of(Role::Event) ? make_event_row_builder(std::move(plan))
                                          : make_month_row_builder(std::move(plan));
}

}  // namespace

bool is_cohort_plan(const ImportPlan& plan) {
  const auto several = [&](Role role) {
    return std::count_if(plan.columns.begin(), plan.columns.end(),
                         [role](const ColumnPlan& column) { return column.role == role; }) > 1;
  };
  return plan.kind == FactKind::Retention &&
         (several(Role::Retained) || several(Role::Time) || plan.column_of(Role::Opening));
}

std::unique_ptr<TableBuilder> make_table_builder(FactKind kind, BuilderPlan plan) {
  switch (kind) {
    case FactKind::Lists: return make_list_builder(std::move(plan));
    case FactKind::Subscriptions: return make_spell_builder(std::move(plan));
    case FactKind::Transactions:
      if (const std::optional<PeriodColumns> periods = period_columns(plan.plan))
        return make_period_table_builder(std::move(plan), *periods);
      return plan.plan.column_of(Role::LastSeen) && plan.plan.column_of(Role::Date)
                 ? make_purchase_summary_builder(std::move(plan))
                 : make_transaction_builder(std::move(plan));
    case FactKind::Survival: return make_survival_builder(std::move(plan));
    case FactKind::Retention:
      return is_cohort_plan(plan.plan) ? make_cohort_builder(std::move(plan)) : make_retention_builder(std::move(plan));
    case FactKind::Reasons: return make_reason_builder(std::move(plan));
    case FactKind::Counts: return nullptr;
  }
  return nullptr;
}

}  // namespace kirnu
