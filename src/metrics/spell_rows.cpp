#include "metrics/spell_rows.h"

#include "facts/words/status_words.h"

namespace kirnu {
namespace {

using Status = SubscriptionStatus;

/// The reason why a status is no customer's; null when it may be one's.
std::int64_t LeftOut::*refusal_of(Status status, const SpellOptions& options) {
  switch (status) {
    case Status::Unknown:
    case Status::Running:
    case Status::Ended: return nullptr;
    case Status::PastDue: return options.past_due ? nullptr : &LeftOut::past_due;
    case Status::Trial: return options.trials ? nullptr : &LeftOut::trial;
    case Status::Unpaid: return &LeftOut::unpaid;
    case Status::NotStarted: return &LeftOut::not_started;
    case Status::Future: return &LeftOut::future;
    case Status::Free: return &LeftOut::free;
    case Status::Test: return &LeftOut::test;
  }
  return nullptr;
}

}  // namespace

SpellRules::SpellRules(const SubscriptionTable& table, const SpellOptions& options) : options_(options) {
  const bool by_cancellation = options.churn_date == ChurnDate::Cancellation;
  for (const Status status : subscription_statuses(table.status)) {
    const bool runs = status == Status::Running || status == Status::PastDue || status == Status::Trial;
    by_code_.push_back(
        {.refusal = refusal_of(status, options), .runs = runs && !by_cancellation, .ended = status == Status::Ended});
  }
  by_code_.emplace_back();  // for empty cells
}

}  // namespace kirnu
