#include "facts/plan/import_plan.h"

#include <algorithm>
#include <set>

#include "facts/plan/column_facts.h"
#include "facts/plan/column_style.h"
#include "facts/plan/entry_column.h"
#include "facts/plan/event_value.h"
#include "facts/plan/kind_guess.h"
#include "facts/plan/plan_findings.h"
#include "facts/plan/plan_question.h"
#include "facts/plan/reason_roles.h"
#include "facts/plan/role_corrections.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// Several rows of one subscription, each with its time: a history, of which the newest row counts.
bool is_history(const ImportPlan& plan, const TableFacts& table) {
  const std::optional<std::size_t> id = plan.column_of(Role::SubscriptionId);
  if (!id || !plan.column_of(Role::UpdatedAt)) return false;
  if (table.known != nullptr && plan.source == table.known->id && table.known->newest_only) return true;
  const ColumnProfile& profile = table.columns[*id].profile;
  return profile.distinct() < profile.filled;
}

/// When a row changed says nothing where every subscription has one, but until when a file knows whether ends are past.
void drop_updates(ImportPlan& plan) {
  if (plan.kind == FactKind::Subscriptions && plan.column_of(Role::End)) return;
  for (ColumnPlan& column : plan.columns) {
    if (column.role == Role::UpdatedAt && !column.chosen) column.role = Role::Ignore;
  }
}

void take_known_export(ImportPlan& plan, const TableFacts& table) {
  if (table.known == nullptr || plan.kind != table.known->kind) return;
  plan.source = table.known->id;
  plan.skip_continuations = table.known->skip_continuations;
  plan.paid_until = table.known->paid_until;
  plan.ends_are_sure = !plan.paid_until;
}

/// Customers can be split by any column with few values, also by one whose name says nothing.
void take_segment(ImportPlan& plan, const TableFacts& table, std::string_view name) {
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    ColumnPlan& column = plan.columns[c];
    const bool free = column.name == name && column.role == Role::Ignore && !column.chosen;
    if (free && plan.kind && is_role_of(*plan.kind, Role::Segment) && may_have_role(table.columns[c], Role::Segment))
      column.role = Role::Segment;
  }
}

/// Of the questions of an export the one about reasons, beside whose rows the others are skipped.
void take_question(ImportPlan& plan, const TableFacts& table) {
  const std::optional<std::size_t> column = plan.column_of(Role::Segment);
  if (plan.kind != FactKind::Reasons || !column) return;
  const auto question = find_question(table.columns[*column].profile);
  if (!question) return;
  plan.question = *question;
  Issue issue = make_issue(IssueCode::QuestionTaken, {}, {{"found", plan.question}});
  issue.column = plan.columns[*column].name;
  plan.issues.push_back(std::move(issue));
}

/// Another list may name the customers otherwise: by an address where this one has a number.
void find_more_ids(ImportPlan& plan, const TableFacts& table) {
  constexpr std::size_t kMost = 3;
  const auto is_id = [](const ColumnPlan& column) { return column.role == Role::CustomerId; };
  const auto ids = std::find_if(plan.columns.begin(), plan.columns.end(), is_id);
  const bool one = std::count_if(plan.columns.begin(), plan.columns.end(), is_id) == 1;
  if (plan.kind != FactKind::Lists || !one || ids->chosen) return;
  std::size_t found = 0;
  for (std::size_t c = 0; c < plan.columns.size() && found < kMost; ++c) {
    const ColumnFacts& column = table.columns[c];
    const ColumnProfile& profile = column.profile;
    const bool named = std::any_of(column.named.begin(), column.named.end(), [](const NamedRole& name) {
      return name.role == Role::CustomerId && name.rank <= kNameRank;
    });
    const bool tells = profile.distinct() * 10 >= profile.filled * 9 && profile.filled * 10 >= profile.cells * 9;
    plan.columns[c].more_ids = plan.columns[c].role == Role::Ignore && !column.chosen && named && tells &&
                               profile.filled > 1 && may_have_role(column, Role::CustomerId);
    found += plan.columns[c].more_ids ? 1U : 0U;
  }
}

/// A report by customer: the id stands in the first of its rows alone, each once, and the others have all else.
void find_grouped_ids(ImportPlan& plan, const TableFacts& table, const TableHead& head) {
  const std::optional<std::size_t> id = plan.column_of(Role::CustomerId);
  const std::optional<std::size_t> day = plan.column_of(plan.kind == FactKind::Transactions ? Role::Date : Role::Start);
  if (!id || !day || !plan.source.empty()) return;
  if (const ColumnProfile& profile = table.columns[*id].profile; profile.filled == profile.cells) return;
  std::set<std::string_view> ids;
  std::size_t below = 0;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view cell = trim(row[*id]);
    if (cell.empty() ? ids.empty() || trim(row[*day]).empty() : !ids.insert(cell).second) return;
    below += cell.empty() ? 1U : 0U;
  }
  plan.ids_go_down = ids.size() > 1 && below * 4 >= head.sample.size();
}

/// Beside firms stand persons: who has no firm is one. First names belong to surnames then.
void find_surnames(ImportPlan& plan, const TableFacts& table) {
  const std::optional<std::size_t> firm = plan.column_of(Role::CustomerId);
  if (!firm || plan.columns[*firm].chosen || !is_named_customer(table.columns[*firm], kNameRank)) return;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (!is_spare_name(table.columns[c], plan.columns[c].role, kNameRank + 1)) continue;
    plan.columns[c].surname = true;
    const ColumnProfile& profile = table.columns[*firm].profile;
    const std::optional<std::size_t> given = plan.column_of(Role::GivenName);
    const std::string name = (given ? plan.columns[*given].name + " " : "") + plan.columns[c].name;
    if (profile.filled < profile.cells)
      plan.issues.push_back(column_issue(IssueCode::FirmsAndPersons, plan.columns[*firm].name,
                                         {{"column", plan.columns[*firm].name}, {"name", name}}));
    return;
  }
}

/// A master file of ids, days, pieces and dollars in aligned columns without names.
bool is_cdnow(const ImportPlan& plan, const TableHead& head) {
  const bool spaces = head.dialect.syntax.delimiter == " " || delimiter_name(head.dialect.syntax) == "aligned" ||
                      delimiter_name(head.dialect.syntax) == "spaces";
  const std::optional<std::size_t> date = plan.column_of(Role::Date);
  return spaces && !head.dialect.header && plan.kind == FactKind::Transactions && plan.column_of(Role::Units) && date &&
         plan.columns[*date].date.form == DateForm::Compact;
}

/// "UnitPrice" or "Preis" beside a number of pieces; "total price" and "Gesamtpreis" are of all of them.
void find_price_each(ImportPlan& plan) {
  const std::optional<std::size_t> amount = plan.column_of(Role::Amount), units = plan.column_of(Role::Units);
  if (plan.kind != FactKind::Transactions || !amount || !units) return;
  const std::string name = plain_name(plan.columns[*amount].name);
  const auto has = [&name](std::string_view part) { return name.find(part) != std::string::npos; };
  const bool price = has("price") || has("preis") || has("hinta") || has("unitamount");
  if (!price || has("total") || has("gesamt") || has("kokonais") || has("order")) return;
  const auto of_amazon = [](const ColumnPlan& column) { return plain_name(column.name).starts_with("amazonorder"); };
  if (std::any_of(plan.columns.begin(), plan.columns.end(), of_amazon)) return;  // its "item-price" is of all pieces
  plan.price_each = true;
  plan.columns[*amount].style += ", each";
}

}  // namespace

std::optional<std::size_t> ImportPlan::column_of(Role role) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [role](const ColumnPlan& column) { return column.role == role; });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

ImportPlan make_import_plan(const TableHead& head, const ImportChoice& choice) {
  const TableFacts table = table_facts(head, choice);
  const KindGuess guess = guess_kind(table, head, choice);
  ImportPlan plan{.kind = guess.kind, .title = scale_in_title(head.title), .parts_of_whole = guess.parts_of_whole};
  plan.paid_terms = guess.paid_terms;
  if (plan.parts_of_whole != 0) plan.issues.push_back(make_issue(IssueCode::SharesAlone));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    plan.columns.push_back(
        {.name = table.columns[c].name, .role = guess.roles.roles[c], .chosen = table.columns[c].chosen.has_value()});
  }
  take_known_export(plan, table);
  take_segment(plan, table, choice.segment);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ColumnPlan& column = plan.columns[c];
    if (column.role == Role::Ignore && !column.chosen) column.suggestions = suggest_roles(table.columns[c], plan);
  }
  note_kind(plan, guess, table);
  note_columns(plan, table, choice);
  note_taken_roles(plan, table, head);
  warn_of_likely_entry(plan, table, head);
  choose_styles(plan, table, choice);
  choose_event_value(plan, table, choice);
  find_price_each(plan);
  find_more_ids(plan, table);
  find_surnames(plan, table);
  find_grouped_ids(plan, table, head);
  take_question(plan, table);
  note_ids(plan, table);
  plan.newest_only = plan.kind == FactKind::Subscriptions && is_history(plan, table);
  if (plan.newest_only) plan.issues.push_back(make_issue(IssueCode::NewestRowCounts));
  else drop_updates(plan);
  if (plan.source.empty() && is_cdnow(plan, head)) plan.source = "cdnow";
  return plan;
}

}  // namespace kirnu
