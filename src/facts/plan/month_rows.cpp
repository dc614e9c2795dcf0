#include "facts/plan/month_rows.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "base/name_list.h"
#include "facts/plan/column_facts.h"
#include "facts/words/period_label.h"
#include "facts/words/status_words.h"
#include "text/date_reader.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kFewestPairs = 5;   ///< rows of a customer that follow one of the month before
constexpr std::size_t kCutSample = 1000;  ///< so many rows are the beginning of more: then months may all be the first

/// Words of a status that tell a payment as well as a contract.
constexpr std::string_view kPaid = "paid|open|completed|complete|bezahlt|offen|maksettu|avoin";

/// The number of a month that a cell names, or whose first or last day it is.
std::optional<std::int32_t> month_in(std::string_view cell, const ColumnFacts& column) {
  std::optional<std::int32_t> day;
  if (const std::optional<PeriodLabel> label = read_period_label(trim(cell)); label && label->span) {
    if (label->unit != PeriodUnit::Month) return std::nullopt;
    day = days_of(*label->span).first;
  } else if (column.named_date) {
    const ReadDate date = read_date(cell, column.named_date->habit);
    if (date.status != DateStatus::Ok) return std::nullopt;
    const std::int32_t read = date.moment.day.days;
    if (civil_date({read}).day != 1 && civil_date({read + 1}).day != 1) return std::nullopt;
    day = read;
  }
  if (!day) return std::nullopt;
  const CivilDate date = civil_date({*day});
  return date.year * 12 + date.month - 1;
}

/// Whether all cells of a column name months.
bool are_months(const ColumnFacts& column) {
  if (!column.named_date || column.profile.values.empty()) return false;
  return std::all_of(column.profile.values.begin(), column.profile.values.end(),
                     [&](const ValueCount& value) { return month_in(value.text, column).has_value(); });
}

/// What a month's row says beside whose it is.
struct MonthRow {
  std::string amount = {};
};

/// Rows of the sample by customer and month.
struct MonthRows {
  std::map<std::pair<std::string, std::int32_t>, MonthRow> rows = {};
  std::size_t repeated = 0;  ///< of a customer and month that came before
  std::size_t pairs = 0, same = 0, running = 0, ended = 0, other = 0;
  std::int64_t months = 0;  ///< from each customer's first to its last

  /// Hardly anybody skips a month.
  bool are_unbroken() const { return static_cast<std::int64_t>(rows.size()) * 10 >= months * 8; }
};

MonthRows read_rows(const KindFits& fits, std::size_t customer, std::size_t month, std::optional<std::size_t> amount,
                    std::optional<std::size_t> status) {
  MonthRows found;
  for (const std::vector<std::string>& row : fits.head.sample) {
    const std::optional<std::int32_t> when = month_in(row[month], fits.table.columns[month]);
    if (!when) continue;
    MonthRow cells{.amount = amount ? std::string(trim(row[*amount])) : std::string()};
    if (status) {
      const SubscriptionStatus said = subscription_status(trim(row[*status]));
      const std::string word = fold_case(trim(row[*status]));
      const bool paid = any_name(kPaid, [&](std::string_view known) { return known == word; });
      if (said == SubscriptionStatus::Running && !paid) ++found.running;
      else if (said == SubscriptionStatus::Ended) ++found.ended;
      else if (said == SubscriptionStatus::Unknown || paid) ++found.other;
    }
    const bool first = found.rows.emplace(std::pair(std::string(trim(row[customer])), *when), std::move(cells)).second;
    found.repeated += first ? 0U : 1U;
  }
  const std::pair<std::string, std::int32_t>* first = nullptr;
  for (const auto& [key, cells] : found.rows) {
    if (first == nullptr || first->first != key.first) first = &key, ++found.months;
    else found.months += key.second - std::prev(found.rows.find(key))->first.second;
    const auto before = found.rows.find({key.first, key.second - 1});
    if (before == found.rows.end()) continue;
    ++found.pairs;
    found.same += before->second.amount == cells.amount ? 1U : 0U;
  }
  return found;
}

bool names_recurring(const ColumnFacts& column) {
  return std::any_of(column.key.plain.begin(), column.key.plain.end(), [](const std::string& name) {
    return name.find("mrr") != std::string::npos || name.find("recurring") != std::string::npos ||
           name.find("wiederkehrend") != std::string::npos || name.find("toistuva") != std::string::npos;
  });
}

}  // namespace

std::optional<RoleAssignment> find_month_rows(const KindFits& fits, bool chosen) {
  if (fits.has_end() || fits.transactions.has(Role::OrderId) || fits.transactions.has(Role::Units)) return std::nullopt;
  const std::optional<std::size_t> customer = fits.subscriptions.column_of(Role::CustomerId);
  if (!customer) return std::nullopt;
  std::optional<std::size_t> month;
  for (std::size_t c = 0; c < fits.table.columns.size(); ++c) {
    if (c == *customer || !are_months(fits.table.columns[c])) continue;
    if (month) return std::nullopt;
    month = c;
  }
  const bool cut = fits.head.sample.size() >= kCutSample;
  if (!month || (!fits.customers_repeat() && !cut)) return std::nullopt;
  const std::optional<std::size_t> amount = fits.subscriptions.column_of(Role::Amount),
                                   status = fits.subscriptions.column_of(Role::Status);
  const MonthRows rows = read_rows(fits, *customer, *month, amount, status);
  const bool recurring = amount && names_recurring(fits.table.columns[*amount]);
  const bool states = !amount && rows.running > 0 && rows.other == 0 && (rows.ended > 0 || cut) && rows.repeated == 0;
  const bool same =
      amount && rows.repeated == 0 && rows.pairs >= kFewestPairs && rows.same * 2 >= rows.pairs && rows.are_unbroken();
  const bool there = !amount && !status && rows.repeated == 0 && rows.pairs >= kFewestPairs && rows.are_unbroken();
  if (!recurring && !states && !same && !there && !chosen) return std::nullopt;
  RoleAssignment roles = fits.subscriptions;
  const std::size_t nowhere = roles.roles.size();
  const std::size_t amount_at = amount.value_or(nowhere), status_at = status.value_or(nowhere);
  for (std::size_t c = 0; c < roles.roles.size(); ++c) {
    const Role role = roles.roles[c];
    const bool kept = role == Role::CustomerId || role == Role::Segment || role == Role::Plan ||
                      role == Role::Currency || c == amount_at || (c == status_at && rows.other == 0);
    if (!kept) roles.roles[c] = Role::Ignore;
  }
  roles.roles[*month] = Role::Date;
  return roles;
}

}  // namespace kirnu
