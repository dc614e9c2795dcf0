#include "facts/plan/event_rows.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/name_list.h"
#include "facts/words/name_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::int64_t kMostEvents = 60;  ///< different ones

constexpr std::string_view kNames =
    "event|eventtype|eventname|type|transactiontype|movementtype|action|activity|change|changetype|movement|status "
    "change|"
    "ereignis|ereignistyp|vorgang|aktion|art|typ|bewegung|anderung|"
    "tapahtuma|tapahtumatyyppi|toiminto|muutos|tyyppi";

constexpr std::string_view kLeft =
    "cancel|cancelled|canceled|cancellation|cancelation|churn|churned|unsubscribe|unsubscribed|unsubscription|expired|"
    "expire|expiration|terminated|termination|deleted|deactivated|ended|end|lapsed|quit|left|leave|lost|closed|stopped|"
    "gekündigt|kündigung|abgang|weggang|abgemeldet|abmeldung|austritt|ausgetreten|beendet|beendigung|storniert|"
    "stornierung|"
    "deaktiviert|"
    "abgelaufen|"
    "perui|peruttu|peruutus|peruutettu|irtisanottu|irtisanominen|irtisanoutui|irtisanoutuminen|päättyi|päättynyt|"
    "päättyminen|lopetti|lopetettu|lopettanut|lopetus|erosi|eronnut|ero|poistui|poistunut|deaktivoitu";
constexpr std::string_view kCame =
    "subscribe|subscribed|resubscribe|resubscribed|start|started|signup|signed|created|create|activated|activation|"
    "reactivated|reactivation|resumed|renewed|renewal|joined|join|new|initial|first|opened|enrolled|enrollment|"
    "registered|registration|converted|conversion|rejoined|returned|won|winback|"
    "angemeldet|anmeldung|beitritt|beigetreten|eintritt|eingetreten|neuabschluss|abschluss|abgeschlossen|begonnen|"
    "beginn|"
    "aktiviert|reaktiviert|verlängert|verlängerung|zugang|registriert|registrierung|neukunde|rückkehr|"
    "aloitti|aloitettu|aloitus|liittyi|liittynyt|tilasi|aktivoitu|uusittu|jatkettu|rekisteröityi|palasi|alkoi";
constexpr std::string_view kChanged =
    "upgrade|upgraded|downgrade|downgraded|changed|change|updated|update|expansion|contraction|"
    "geändert|änderung|wechsel|tarifwechsel|muutettu|muutos|päivitetty|vaihto";

/// What else may stand beside these: whose event it is.
constexpr std::string_view kBeside =
    "subscription|subscriptions|subscriber|customer|business|biz|account|user|member|membership|contract|plan|up|was|"
    "has|been|again|"
    "abo|abonnement|abonnent|kunde|kunden|vertrag|mitglied|mitgliedschaft|tarif|neu|wieder|"
    "tilaus|tilauksen|asiakas|asiakkuus|jäsen|jäsenyys|sopimus|sopimuksen|uusi|uudelleen";

/// Words for leaving that are said of no order.
constexpr std::string_view kLeftForGood =
    "churn|churned|unsubscribe|unsubscribed|gekündigt|kündigung|austritt|ausgetreten|irtisanottu|irtisanominen|eronnut";

bool has(const ColumnFacts& column, EventKind kind) {
  return std::any_of(column.profile.values.begin(), column.profile.values.end(),
                     [kind](const ValueCount& value) { return event_kind(value.text) == kind; });
}

/// A few words under a name of events.
bool may_be_events(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  if (column.date || profile.numbers() > 0 || profile.distinct() > kMostEvents) return false;
  return std::any_of(column.key.plain.begin(), column.key.plain.end(),
                     [](const std::string& name) { return is_one_of(kNames, name); });
}

bool are_events(const ColumnFacts& column, bool chosen) {
  if (!may_be_events(column)) return false;
  const bool came = has(column, EventKind::Came), left = has(column, EventKind::Left);
  return chosen ? came || left : came && left;
}

}  // namespace

EventKind event_kind(std::string_view event) {
  EventKind kind = EventKind::Other;
  for (const std::string& word : small_words(event, Digits::EndWords)) {
    const EventKind said = is_one_of(kLeft, word)      ? EventKind::Left
                           : is_one_of(kCame, word)    ? EventKind::Came
                           : is_one_of(kChanged, word) ? EventKind::Changed
                                                       : EventKind::Other;
    if (said == EventKind::Other && !is_one_of(kBeside, word)) return EventKind::Other;
    if (said == EventKind::Other) continue;
    if (kind != EventKind::Other && kind != said) return EventKind::Other;
    kind = said;
  }
  return kind;
}

std::optional<RoleAssignment> find_event_rows(const KindFits& fits, bool chosen) {
  const std::optional<std::size_t> customer = fits.transactions.column_of(Role::CustomerId),
                                   date = fits.transactions.column_of(Role::Date);
  const bool orders = fits.transactions.has(Role::OrderId) || fits.transactions.has(Role::Units);
  if (!customer || !date || orders || fits.has_end() || !(chosen || fits.customers_repeat())) return std::nullopt;
  for (std::size_t c = 0; c < fits.table.columns.size(); ++c) {
    if (c == *customer || !are_events(fits.table.columns[c], chosen)) continue;
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

bool may_be_event_rows(const KindFits& fits) {
  if (!fits.transactions.has(Role::CustomerId) || !fits.transactions.has(Role::Date) || fits.has_end()) return false;
  return std::any_of(fits.table.columns.begin(), fits.table.columns.end(), [](const ColumnFacts& column) {
    const std::vector<ValueCount>& values = column.profile.values;
    return may_be_events(column) && std::any_of(values.begin(), values.end(), [](const ValueCount& value) {
             return is_one_of(kLeftForGood, fold_case(trim(value.text)));
           });
  });
}

}  // namespace kirnu
