#include "facts/plan/plan_findings.h"

#include <algorithm>

#include "facts/plan/count_columns.h"
#include "facts/plan/event_value.h"
#include "facts/plan/period_columns.h"
#include "facts/plan/plan_question.h"
#include "facts/plan/reason_roles.h"
#include "facts/plan/role_assignment.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestNames = 400;

std::string names_of(const TableFacts& table) {
  std::string names;
  for (const ColumnFacts& column : table.columns) {
    if (names.size() > kLongestNames) return names + ", …";
    names += (names.empty() ? "" : ", ") + column.name.substr(0, 100);
  }
  return names;
}

/// Columns that could have the role by what stands in them, told apart by commas.
std::string columns_suggested_for(const ImportPlan& plan, Role role) {
  std::string names;
  for (const ColumnPlan& column : plan.columns) {
    const std::vector<Role>& roles = column.suggestions;
    if (std::find(roles.begin(), roles.end(), role) == roles.end() || names.size() > kLongestNames) continue;
    names += (names.empty() ? "" : ", ") + column.name.substr(0, 100);
  }
  return names;
}

/// Each row is a customer: it says when or whether somebody left, but not who.
bool are_rows_customers(const RoleAssignment& roles, FactKind kind, const TableFacts& table) {
  if (kind == FactKind::Lists) return roles.has(Role::Event) && !roles.has(Role::CustomerId);
  return kind == FactKind::Subscriptions && are_spells_of_rows(table, roles);
}

void ask_for_roles(ImportPlan& plan, const TableFacts& table) {
  const bool dated = plan.kind == FactKind::Transactions || plan.kind == FactKind::Subscriptions;
  if (dated && plan.column_of(Role::CustomerId) && period_columns(plan)) return;  // names tell the days
  RoleAssignment assignment;
  for (const ColumnPlan& column : plan.columns) assignment.roles.push_back(column.role);
  const std::optional<std::size_t> time = plan.column_of(Role::Time);
  const bool marked = time && has_censoring_marks(table.columns[*time].profile);
  const bool rows_are_customers = are_rows_customers(assignment, *plan.kind, table);
  if (rows_are_customers) plan.issues.push_back(make_issue(IssueCode::RowsAreCustomers));
  for (const Role role : missing_roles(assignment, *plan.kind)) {
    if ((role == Role::Event && marked) || (role == Role::CustomerId && rows_are_customers)) continue;
    const std::string columns = columns_suggested_for(plan, role);
    Issue issue = make_issue(IssueCode::ColumnNeeded, {},
                             {{"role", std::string(role_name(role))}, {"columns", columns.empty() ? "–" : columns}});
    issue.set = "column.NAME";
    issue.choices = {std::string(role_name(role))};
    plan.issues.push_back(std::move(issue));
    plan.blocked = true;
  }
}

/// A column called "Kündigungsdatum" in which stands "ja": nobody took it, and that is worth a word.
void warn_of_unfit(ImportPlan& plan, const TableFacts& table) {
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    if (plan.columns[c].role != Role::Ignore || column.chosen || column.profile.filled == 0) continue;
    for (const NamedRole& named : column.named) {
      const bool beside = named.role == Role::Segment || (named.role == Role::Reason && plan.kind == FactKind::Lists);
      const bool dates_of_orders = plan.kind == FactKind::Lists && named.role == Role::Date;  // with them no list
      const bool used = is_role_of(*plan.kind, named.role) || dates_of_orders;
      const bool wanted = named.rank == 0 && used && !beside;
      if (!wanted || plan.column_of(named.role) || may_have_role(column, named.role)) continue;
      plan.issues.push_back(
          column_issue(IssueCode::ColumnUnfit, column.name,
                       {{"role", std::string(role_name(named.role))}, {"found", column.profile.values.front().text}}));
      break;
    }
  }
}

void add_if(std::vector<Role>& roles, bool fits, Role role) {
  if (fits && std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
}

}  // namespace

void note_kind(ImportPlan& plan, const KindGuess& guess, const TableFacts& table) {
  if (!guess.kind) {
    Issue issue = make_issue(IssueCode::KindUnclear, {}, {{"columns", names_of(table)}});
    issue.set = "kind";
    for (const FactKind kind : guess.choices) issue.choices.emplace_back(fact_kind_name(kind));
    plan.issues.push_back(std::move(issue));
    plan.blocked = true;
    return;
  }
  if (guess.other) {
    Issue issue = make_issue(IssueCode::KindAssumed, {},
                             {{"kind", std::string(fact_kind_name(*guess.kind))},
                              {"other_kind", std::string(fact_kind_name(*guess.other))}});
    issue.set = "kind";
    issue.choices = {std::string(fact_kind_name(*guess.kind)), std::string(fact_kind_name(*guess.other))};
    plan.issues.push_back(std::move(issue));
  }
  if (guess.by_content) plan.issues.push_back(make_issue(IssueCode::RolesByContent));
  if (table.known != nullptr && plan.source == table.known->id && table.known->issue)
    plan.issues.push_back(make_issue(*table.known->issue));
}

void note_columns(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice) {
  for (const auto& [name, role] : choice.roles) {
    const auto has = [&wanted = name](const ColumnFacts& column) { return column.name == wanted; };
    if (std::any_of(table.columns.begin(), table.columns.end(), has)) continue;
    plan.issues.push_back(column_issue(IssueCode::ColumnUnknown, {}, {{"name", name}, {"columns", names_of(table)}}));
  }
  if (!plan.kind) return;
  ask_for_roles(plan, table);
  warn_of_unfit(plan, table);
}

/// Columns that would tell customers sooner, and in which nothing stands, or little.
void note_empty_ids(ImportPlan& plan, const TableFacts& table) {
  const std::optional<std::size_t> ids = plan.column_of(Role::CustomerId);
  if (!ids || plan.columns[*ids].chosen || table.columns[*ids].profile.filled == 0) return;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool few = column.profile.filled * 2 < table.columns[*ids].profile.filled;
    if (c == *ids || !few || column.profile.cells == 0 || column.chosen) continue;
    const bool named = std::any_of(column.named.begin(), column.named.end(), [](const NamedRole& role) {
      return role.role == Role::CustomerId && role.rank < 3;
    });
    if (named)
      plan.issues.push_back(column_issue(IssueCode::CustomersByOther, column.name,
                                         {{"column", column.name}, {"name", plan.columns[*ids].name}}));
  }
}

void note_taken_roles(ImportPlan& plan, const TableFacts& table, const TableHead& head) {
  const bool any =
      std::any_of(plan.columns.begin(), plan.columns.end(), [](const ColumnPlan& one) { return one.chosen; });
  if (plan.kind != FactKind::Counts || !any) return;
  TableFacts untouched = table;
  for (ColumnFacts& column : untouched.columns) column.chosen.reset();
  const RoleAssignment before = find_count_columns(untouched, head);
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    const Role role = before.roles[c];
    const bool adds_up = role == Role::New || role == Role::Churned || role == Role::Reactivated || is_money_role(role);
    if (!adds_up || plan.columns[c].role != Role::Ignore || plan.columns[c].chosen) continue;
    for (std::size_t taker = 0; taker < plan.columns.size(); ++taker) {
      if (!plan.columns[taker].chosen || plan.columns[taker].role != role) continue;
      plan.issues.push_back(column_issue(IssueCode::RoleTakenOver, table.columns[c].name,
                                         {{"column", table.columns[c].name},
                                          {"role", std::string(role_name(role))},
                                          {"name", plan.columns[taker].name}}));
      break;
    }
  }
}

void note_ids(ImportPlan& plan, const TableFacts& table) {
  note_empty_ids(plan, table);
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (plan.columns[c].role != Role::CustomerId) continue;
    const ColumnProfile& profile = table.columns[c].profile;
    const auto add = [&](IssueCode code, std::int64_t count, std::initializer_list<IssueValue> values) {
      Issue issue = column_issue(code, plan.columns[c].name, values);
      issue.count = count;
      plan.issues.push_back(std::move(issue));
    };
    if (profile.scientific > 0) {
      add(IssueCode::IdsLostPrecision, profile.scientific, {{"found", profile.first_scientific}});
      plan.blocked = plan.blocked || !plan.columns[c].chosen;
    }
    if (profile.apostrophe * 2 > profile.filled) {
      plan.apostrophe_ids = true;
      add(IssueCode::IdsApostrophes, profile.apostrophe, {});
    }
    const std::vector<NamedRole>& named = table.columns[c].named;
    const auto is_name = [](const NamedRole& role) { return role.role == Role::CustomerId && role.rank == kNameRank; };
    if (std::any_of(named.begin(), named.end(), is_name)) add(IssueCode::CustomersByName, 1, {});
    if (profile.leading_zero > 0) add(IssueCode::IdsLeadingZeros, profile.leading_zero, {});
    if (profile.mixed_case_15 * 2 > profile.filled) add(IssueCode::IdsCaseSensitive, profile.mixed_case_15, {});
  }
}

std::vector<Role> suggest_roles(const ColumnFacts& column, const ImportPlan& plan) {
  std::vector<Role> roles;
  const ColumnProfile& profile = column.profile;
  if (profile.filled == 0) return roles;
  const auto wanted = [&](Role role) { return !plan.kind || is_role_of(*plan.kind, role); };
  for (const NamedRole& named : column.named)
    add_if(roles, wanted(named.role) && may_have_role(column, named.role), named.role);
  const auto wanted_still = [&](Role role) { return wanted(role) && !(plan.kind && plan.column_of(role)); };
  const bool full = profile.filled == profile.cells;
  if (column.date) {
    for (const Role role : {Role::Start, Role::Date, Role::End, Role::Canceled}) {
      const bool fits = full || (role != Role::Start && role != Role::Date);
      add_if(roles, fits && wanted_still(role), role);
    }
    return roles;
  }
  const bool ids = may_have_role(column, Role::CustomerId) && profile.distinct() * 2 >= profile.filled;
  const bool text = profile.numbers() * 2 < profile.filled;
  add_if(roles, ids && (text || profile.whole == profile.filled) && wanted_still(Role::CustomerId), Role::CustomerId);
  if (profile.numbers() > 0 && may_be_numbers(profile)) {
    for (const Role role : {Role::Amount, Role::Time, Role::Opening, Role::New, Role::Churned, Role::Closing,
                            Role::Retained, Role::Units})
      add_if(roles, wanted_still(role), role);
  }
  add_if(roles, profile.distinct() == 2 && wanted_still(Role::Event), Role::Event);
  const bool few = text && profile.distinct() <= 50 && profile.distinct() * 2 <= profile.filled;
  for (const Role role : {Role::Status, Role::Plan, Role::Reason, Role::Segment})
    add_if(roles, few && (role == Role::Segment ? wanted(role) : wanted_still(role)), role);
  return roles;
}

}  // namespace kirnu
