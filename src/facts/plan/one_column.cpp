#include "facts/plan/one_column.h"

#include <algorithm>

#include "facts/plan/column_numbers.h"
#include "facts/plan/event_value.h"
#include "facts/plan/left_flags.h"
#include "facts/words/reason_words.h"

namespace kirnu {
namespace {

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
  if (table.header && (tells_who_left(facts) || are_left_flags(facts, head, column))) {  // a row a customer
    guess.kind = FactKind::Lists;
    guess.roles.roles[column] = Role::Event;
    guess.by_content = false;
  } else if (is_series(facts, numbers_of(head, column))) {
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
