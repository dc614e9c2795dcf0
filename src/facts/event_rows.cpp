#include "facts/event_rows.h"

#include <algorithm>
#include <map>
#include <string>

#include "facts/name_list.h"
#include "text/date_reader.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::int64_t kMostEvents = 30;  ///< different ones

/// Parts of words in small letters. Who leaves is asked first: "unsubscribed" has "subscribed" in it.
constexpr std::string_view kLeft =
    "cancel|churn|unsubscri|expire|terminat|delete|deactivat|ended|lapsed|quit|leave|left|"
    "kündig|abgemeldet|abmeldung|austritt|ausgetreten|beendet|storn|"
    "peru|irtisan|päätty|lopett|eronn|erosi|poistu";
constexpr std::string_view kCame =
    "subscri|start|signup|sign_up|sign up|signed up|create|activat|resum|renew|join|"
    "angemeldet|anmeldung|beitritt|eintritt|abgeschlossen|abschluss|beginn|reaktivier|aktiviert|verlänger|"
    "aloit|liitty|tilasi|aktivoi|uusi";

bool has_part(std::string_view text, std::string_view parts) {
  return any_name(parts, [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// Texts of events, some of coming and some of leaving.
bool are_events(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  if (column.date || profile.numbers() > 0 || profile.distinct() > kMostEvents) return false;
  const auto any = [&](EventKind kind) {
    return std::any_of(profile.values.begin(), profile.values.end(),
                       [kind](const ValueCount& value) { return event_kind(value.text) == kind; });
  };
  return any(EventKind::Came) && any(EventKind::Left);
}

/// Whether four of five who leave had come before, whatever the order of the rows.
bool follow_one_another(const KindFits& fits, std::size_t customer, std::size_t date, std::size_t event) {
  std::map<std::string, std::int32_t> came;
  const auto day_of = [&](const std::vector<std::string>& row) {
    return read_date(row[date], fits.table.columns[date].named_date->habit).moment.day.days;
  };
  for (const std::vector<std::string>& row : fits.head.sample) {
    if (event_kind(row[event]) != EventKind::Came) continue;
    const auto [entry, first] = came.emplace(trim(row[customer]), day_of(row));
    if (!first) entry->second = std::min(entry->second, day_of(row));
  }
  std::size_t left = 0, known = 0;
  for (const std::vector<std::string>& row : fits.head.sample) {
    if (event_kind(row[event]) != EventKind::Left) continue;
    ++left;
    const auto before = came.find(std::string(trim(row[customer])));
    known += before != came.end() && before->second <= day_of(row) ? 1U : 0U;
  }
  return left > 0 && known * 5 >= left * 4;
}

}  // namespace

EventKind event_kind(std::string_view event) {
  const std::string small = fold_case(event);
  if (has_part(small, kLeft)) return EventKind::Left;
  return has_part(small, kCame) ? EventKind::Came : EventKind::Other;
}

std::optional<RoleAssignment> find_event_rows(const KindFits& fits) {
  const std::optional<std::size_t> customer = fits.transactions.column_of(Role::CustomerId),
                                   date = fits.transactions.column_of(Role::Date);
  if (!customer || !date || fits.has_end() || !fits.table.columns[*date].named_date) return std::nullopt;
  for (std::size_t c = 0; c < fits.table.columns.size(); ++c) {
    if (c == *customer || !are_events(fits.table.columns[c])) continue;
    if (!follow_one_another(fits, *customer, *date, c)) continue;
    RoleAssignment roles = fits.subscriptions;
    for (Role& role : roles.roles) {
      const bool kept = role == Role::Segment || role == Role::Plan || role == Role::Currency || role == Role::Amount;
      if (!kept) role = Role::Ignore;
    }
    roles.roles[*customer] = Role::CustomerId;
    roles.roles[*date] = Role::Date;
    roles.roles[c] = Role::Event;
    return roles;
  }
  return std::nullopt;
}

}  // namespace kirnu
