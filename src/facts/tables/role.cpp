#include "facts/tables/role.h"

#include <array>
#include <utility>

namespace kirnu {
namespace {

constexpr auto kKinds =
    std::to_array<std::pair<FactKind, std::string_view>>({{FactKind::Counts, "counts"},
                                                          {FactKind::Lists, "lists"},
                                                          {FactKind::Subscriptions, "subscriptions"},
                                                          {FactKind::Transactions, "transactions"},
                                                          {FactKind::Survival, "survival"},
                                                          {FactKind::Retention, "retention"},
                                                          {FactKind::Reasons, "reasons"}});

constexpr auto kRoles =
    std::to_array<std::pair<Role, std::string_view>>({{Role::Ignore, "ignore"},
                                                      {Role::CustomerId, "customer_id"},
                                                      {Role::GivenName, "given_name"},
                                                      {Role::Start, "start"},
                                                      {Role::End, "end"},
                                                      {Role::Canceled, "canceled"},
                                                      {Role::TrialStart, "trial_start"},
                                                      {Role::TrialEnd, "trial_end"},
                                                      {Role::Date, "date"},
                                                      {Role::LastSeen, "last_seen"},
                                                      {Role::UpdatedAt, "updated_at"},
                                                      {Role::Amount, "amount"},
                                                      {Role::Quantity, "quantity"},
                                                      {Role::Interval, "interval"},
                                                      {Role::IntervalCount, "interval_count"},
                                                      {Role::Currency, "currency"},
                                                      {Role::Status, "status"},
                                                      {Role::Plan, "plan"},
                                                      {Role::Reason, "reason"},
                                                      {Role::Segment, "segment"},
                                                      {Role::SubscriptionId, "subscription_id"},
                                                      {Role::OrderId, "order_id"},
                                                      {Role::Units, "units"},
                                                      {Role::Sandbox, "sandbox"},
                                                      {Role::Void, "void"},
                                                      {Role::Trial, "trial"},
                                                      {Role::Free, "free"},
                                                      {Role::Time, "time"},
                                                      {Role::Event, "event"},
                                                      {Role::Entry, "entry"},
                                                      {Role::Opening, "opening"},
                                                      {Role::New, "new"},
                                                      {Role::Churned, "churned"},
                                                      {Role::Closing, "closing"},
                                                      {Role::Reactivated, "reactivated"},
                                                      {Role::MrrStart, "mrr_start"},
                                                      {Role::MrrNew, "mrr_new"},
                                                      {Role::MrrChurned, "mrr_churned"},
                                                      {Role::MrrEnd, "mrr_end"},
                                                      {Role::MrrReactivation, "mrr_reactivation"},
                                                      {Role::MrrExpansion, "mrr_expansion"},
                                                      {Role::MrrContraction, "mrr_contraction"},
                                                      {Role::ChurnRate, "customer_churn_rate"},
                                                      {Role::RetentionRate, "customer_retention_rate"},
                                                      {Role::Retained, "retained"}});

template <class List>
auto name_in(const List& list, decltype(list[0].first) wanted) {
  for (const auto& [value, name] : list) {
    if (value == wanted) return name;
  }
  return std::string_view();
}

}  // namespace

bool is_count_role(Role role) {
  return role == Role::Opening || role == Role::New || role == Role::Churned || role == Role::Closing ||
         role == Role::Reactivated;
}

bool is_money_role(Role role) {
  return role == Role::MrrStart || role == Role::MrrNew || role == Role::MrrChurned || role == Role::MrrEnd ||
         role == Role::MrrReactivation || role == Role::MrrExpansion || role == Role::MrrContraction;
}

bool is_rate_role(Role role) { return role == Role::ChurnRate || role == Role::RetentionRate; }

bool is_figure_role(Role role) {
  return is_count_role(role) || is_money_role(role) || is_rate_role(role) || role == Role::Retained;
}

std::string_view fact_kind_name(FactKind kind) { return name_in(kKinds, kind); }
std::string_view role_name(Role role) { return name_in(kRoles, role); }

std::optional<FactKind> find_fact_kind(std::string_view name) {
  for (const auto& [kind, known] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::optional<Role> find_role(std::string_view name) {
  for (const auto& [role, known] : kRoles) {
    if (known == name) return role;
  }
  return std::nullopt;
}

}  // namespace kirnu
