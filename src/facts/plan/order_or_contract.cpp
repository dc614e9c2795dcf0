#include "facts/plan/order_or_contract.h"

#include <algorithm>
#include <utility>

#include "base/name_list.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// Words of a status that tell a contract, and words that tell a payment; in small letters, told apart by |.
constexpr std::string_view kContractWords =
    "active|trialing|in_trial|trial|canceled|cancelled|past_due|past due|unpaid|paused|expired|non_renewing|incomplete|"
    "future|inactive|churned|ended|wc-active|wc-cancelled|"
    "aktiv|inaktiv|gekündigt|beendet|abgelaufen|pausiert|ruhend|"
    "aktiivinen|päättynyt|irtisanottu|tauolla|voimassa|lopetettu";
constexpr std::string_view kPaymentWords =
    "paid|refunded|succeeded|failed|pending|fulfilled|shipped|completed|complete|processing|voided|partially_refunded|"
    "authorized|open|"
    "bezahlt|offen|storniert|versendet|versandt|geliefert|abgeschlossen|überfällig|erstattet|"
    "maksettu|avoin|toimitettu|hyvitetty|erääntynyt";

std::int64_t count_words(const ColumnProfile& profile, std::string_view words) {
  std::int64_t cells = 0;
  for (const ValueCount& value : profile.values) {
    const std::string folded = fold_case(value.text);
    if (any_name(words, [&](std::string_view word) { return word == folded; })) cells += value.count;
  }
  return cells;
}

/// The days are both first days and days of orders: what the status says, else whether customers come again.
KindGuess guess_by_status(const KindFits& fits) {
  std::int64_t contract = 0, payment = 0;
  if (const std::optional<std::size_t> status = fits.subscriptions.column_of(Role::Status)) {
    contract = count_words(fits.table.columns[*status].profile, kContractWords);
    payment = count_words(fits.table.columns[*status].profile, kPaymentWords);
  }
  const bool has_plan = fits.subscriptions.has(Role::Plan) || fits.subscriptions.has(Role::Interval);
  if (payment > contract || (contract == 0 && fits.customers_repeat() && fits.transactions.has(Role::Amount)))
    return {.kind = FactKind::Transactions, .other = FactKind::Subscriptions, .roles = fits.transactions};
  if (contract > payment || (has_plan && fits.subscriptions.has(Role::Status)))
    return {.kind = FactKind::Subscriptions, .other = FactKind::Transactions, .roles = fits.subscriptions};
  return {.choices = {FactKind::Transactions, FactKind::Subscriptions, FactKind::Lists}};
}

/// A log of payments, each with the day until which it pays: terms, of which a customer has one after the other.
std::optional<RoleAssignment> paid_terms(const KindFits& fits) {
  const std::optional<std::size_t> paid = fits.transactions.column_of(Role::Date);
  const std::optional<std::size_t> until = fits.subscriptions.column_of(Role::End);
  if (!paid || !until || fits.subscriptions.has(Role::Start) || !fits.customers_repeat()) return std::nullopt;
  const ColumnProfile& ends = fits.table.columns[*until].profile;
  if (ends.filled < ends.cells) return std::nullopt;
  RoleAssignment roles = fits.subscriptions;
  std::replace(roles.roles.begin(), roles.roles.end(), Role::Date, Role::Ignore);
  roles.roles[*paid] = Role::Start;
  return roles;
}

}  // namespace

KindGuess guess_order_or_contract(const KindFits& fits) {
  const bool same_column = fits.subscriptions.column_of(Role::Start) == fits.transactions.column_of(Role::Date);
  const bool order = fits.transactions.rank_of(Role::OrderId) < 4 || fits.transactions.has(Role::Units);
  const bool began = fits.subscriptions.rank_of(Role::Start) == 0 && fits.transactions.rank_of(Role::Date) > 0;
  if (began && !same_column && !order && !fits.customers_repeat())  // signed up then, and written down later
    return guess_contract_without_end(fits);
  if (fits.subscriptions.has(Role::Start) && !order && same_column) return guess_by_status(fits);
  if (auto terms = order ? std::nullopt : paid_terms(fits))
    return {.kind = FactKind::Subscriptions,
            .other = FactKind::Transactions,
            .roles = std::move(*terms),
            .paid_terms = true};
  const bool told = fits.transactions.rank_of(Role::Date) < kDayRank;
  return {.kind = FactKind::Transactions,
          .other = told ? std::nullopt : std::optional(FactKind::Lists),
          .roles = fits.transactions};
}

KindGuess guess_contract_without_end(const KindFits& fits) {
  if (fits.subscriptions.rank_of(Role::Status) <= kStemRank + 1 || fits.has_unfit_end())
    return {.kind = FactKind::Subscriptions, .roles = fits.subscriptions};
  if (fits.subscriptions.has(Role::Plan) || fits.subscriptions.has(Role::Interval))
    return {.kind = FactKind::Subscriptions, .other = FactKind::Lists, .roles = fits.subscriptions};
  return {.kind = FactKind::Lists, .other = FactKind::Subscriptions, .roles = fits.lists};
}

}  // namespace kirnu
