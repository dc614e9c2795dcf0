#include "facts/one_column.h"

#include <algorithm>

#include "facts/column_numbers.h"
#include "facts/event_value.h"
#include "facts/name_list.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// Parts of words with which people in three languages say why they leave, told apart by |.
constexpr std::string_view kReasonParts =
    "expensiv|price|pricing|teuer|preis|kallis|hinta|service|palvelu|support|quality|qualit|laatu|"
    "competit|konkurr|kilpail|wechsel|switched|vaihto|feature|funktion|bedarf|tarve|tarpee|unused|"
    "not used|no need|budget|budjetti|satisf|zufrieden|tyytymä|complex|kompliz|vaikea|missing|fehlt|"
    "puuttu|sonstig|umzug|umgezogen|muutto|moved|geschäftsaufgabe|payment_failed|cancellation_requested";

/// Cells that say why somebody left.
std::int64_t count_reasons(const ColumnProfile& profile) {
  std::int64_t reasons = 0;
  for (const ValueCount& value : profile.values) {
    const std::string folded = fold_case(value.text);
    const auto said = [&](std::string_view part) { return folded.find(part) != std::string::npos; };
    if (any_name(kReasonParts, said)) reasons += value.count;
  }
  return reasons;
}

bool is_series(const ColumnFacts& column, const ColumnNumbers& numbers) {
  return is_numeric(column) && is_falling(numbers) && begins_whole(numbers);
}

/// Of texts, customers have digits or addresses, or come once each; reasons come again.
void guess_texts(KindGuess& guess, const ColumnProfile& profile, std::size_t column) {
  const auto decide = [&](FactKind kind, Role role, std::optional<FactKind> other = {}) {
    guess.kind = kind;
    guess.other = other;
    guess.roles.roles[column] = role;
  };
  const bool ids = profile.emails * 10 >= profile.filled * 6 || profile.with_digit * 10 >= profile.filled * 9;
  if (ids) decide(FactKind::Lists, Role::CustomerId);
  else if (count_reasons(profile) * 10 >= profile.filled * 3) decide(FactKind::Reasons, Role::Reason);
  else if (profile.distinct() == profile.filled) decide(FactKind::Lists, Role::CustomerId, FactKind::Reasons);
  else if (profile.distinct() * 2 <= profile.filled) decide(FactKind::Reasons, Role::Reason, FactKind::Lists);
}

}  // namespace

KindGuess guess_one_column(const TableFacts& table, const TableHead& head, std::size_t column) {
  KindGuess guess{.roles = no_roles(table), .by_content = true};
  const ColumnFacts& facts = table.columns[column];
  if (is_series(facts, numbers_of(head, column))) {
    guess.kind = FactKind::Retention;
    guess.roles.roles[column] = Role::Retained;
  } else if (has_censoring_marks(facts.profile)) {
    guess.kind = FactKind::Survival;
    guess.roles.roles[column] = Role::Time;
  } else {
    guess.choices = {FactKind::Lists, FactKind::Reasons};
    if (may_have_role(facts, Role::CustomerId)) guess_texts(guess, facts.profile, column);
  }
  return guess;
}

}  // namespace kirnu
