#include "facts/words/status_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/name_list.h"

namespace kirnu {
namespace {

struct StatusWord {
  std::string_view word;
  SubscriptionStatus status;
};

using S = SubscriptionStatus;

// Stripe, Chargebee, Recurly, Paddle, WooCommerce, Razorpay, Patreon, Substack, Salesforce; then people's words.
constexpr std::array kSubscriptionWords{
    StatusWord{"active", S::Running},
    StatusWord{"live", S::Running},
    StatusWord{"open", S::Running},
    StatusWord{"paused", S::Running},
    StatusWord{"non_renewing", S::Running},
    StatusWord{"pending_cancel", S::Running},
    StatusWord{"pending_cancellation", S::Running},
    StatusWord{"activated", S::Running},
    StatusWord{"active_patron", S::Running},
    StatusWord{"running", S::Running},
    StatusWord{"subscribed", S::Running},
    StatusWord{"paid", S::Running},
    StatusWord{"renewed", S::Running},
    StatusWord{"aktiv", S::Running},
    StatusWord{"ungekündigt", S::Running},
    StatusWord{"nicht_gekündigt", S::Running},
    StatusWord{"verlängert", S::Running},
    StatusWord{"ei_irtisanottu", S::Running},
    StatusWord{"laufend", S::Running},
    StatusWord{"pausiert", S::Running},
    StatusWord{"aktiivinen", S::Running},
    StatusWord{"voimassa", S::Running},
    StatusWord{"tauolla", S::Running},
    StatusWord{"past_due", S::PastDue},
    StatusWord{"on_hold", S::PastDue},
    StatusWord{"declined_patron", S::PastDue},
    StatusWord{"grace_period", S::PastDue},
    StatusWord{"in_grace_period", S::PastDue},
    StatusWord{"billing_issue", S::PastDue},
    StatusWord{"in_dunning", S::PastDue},
    StatusWord{"delinquent", S::PastDue},
    StatusWord{"überfällig", S::PastDue},
    StatusWord{"erääntynyt", S::PastDue},
    StatusWord{"trialing", S::Trial},
    StatusWord{"trialling", S::Trial},
    StatusWord{"in_trial", S::Trial},
    StatusWord{"trial", S::Trial},
    StatusWord{"free_trial", S::Trial},
    StatusWord{"testphase", S::Trial},
    StatusWord{"probe", S::Trial},
    StatusWord{"probezeit", S::Trial},
    StatusWord{"kokeilu", S::Trial},
    StatusWord{"canceled", S::Ended},
    StatusWord{"cancelled", S::Ended},
    StatusWord{"expired", S::Ended},
    StatusWord{"ended", S::Ended},
    StatusWord{"terminated", S::Ended},
    StatusWord{"completed", S::Ended},
    StatusWord{"transferred", S::Ended},
    StatusWord{"switched", S::Ended},
    StatusWord{"churned", S::Ended},
    StatusWord{"closed", S::Ended},
    StatusWord{"inactive", S::Ended},
    StatusWord{"deactivated", S::Ended},
    StatusWord{"unsubscribed", S::Ended},
    StatusWord{"former_patron", S::Ended},
    StatusWord{"not_renewed", S::Ended},
    StatusWord{"gekündigt", S::Ended},
    StatusWord{"nicht_verlängert", S::Ended},
    StatusWord{"beendet", S::Ended},
    StatusWord{"abgelaufen", S::Ended},
    StatusWord{"inaktiv", S::Ended},
    StatusWord{"storniert", S::Ended},
    StatusWord{"irtisanottu", S::Ended},
    StatusWord{"päättynyt", S::Ended},
    StatusWord{"peruttu", S::Ended},
    StatusWord{"peruutettu", S::Ended},
    StatusWord{"unpaid", S::Unpaid},
    StatusWord{"halted", S::Unpaid},
    StatusWord{"incomplete", S::NotStarted},
    StatusWord{"incomplete_expired", S::NotStarted},
    StatusWord{"created", S::NotStarted},
    StatusWord{"authenticated", S::NotStarted},
    StatusWord{"pending", S::NotStarted},
    StatusWord{"draft", S::NotStarted},
    StatusWord{"in_approval_process", S::NotStarted},
    StatusWord{"failed", S::NotStarted},
    StatusWord{"trash", S::NotStarted},
    StatusWord{"future", S::Future},
    StatusWord{"scheduled", S::Future},
    StatusWord{"not_started", S::Future},
    StatusWord{"free", S::Free},
    StatusWord{"free_member", S::Free},
    StatusWord{"comp", S::Free},
    StatusWord{"sandbox", S::Test},
    StatusWord{"test", S::Test},
};

// Partly refunded orders are orders; pending, overdue and disputed ones may be paid yet. Offers and notes are none.
constexpr std::string_view kFailedOrders =
    "failed|canceled|cancelled|void|voided|declined|denied|rejected|expired|incomplete|requires_payment_method|"
    "requires_action|requires_confirmation|draft|trash|blocked|refunded|fully_refunded|charged_back|"
    "reversed|abandoned|uncollectible|written_off|lost|closed_lost|quote|proforma|"
    "storniert|annulliert|widerrufen|fehlgeschlagen|abgelehnt|verweigert|abgebrochen|erstattet|zurückerstattet|"
    "rückerstattet|retourniert|zurückgebucht|zurückgezogen|uneinbringlich|verloren|entwurf|"
    "angebot|lieferschein|mahnung|zahlungserinnerung|kostenvoranschlag|proforma_rechnung|proformarechnung|"
    "estimate|reminder|payment_reminder|delivery_note|packing_slip|statement|proforma_invoice|"
    "maksumuistutus|muistutus|lähete|lähetysluettelo|proformalasku|"
    "epäonnistunut|epäonnistui|peruttu|peruutettu|mitätöity|hylätty|keskeytetty|vanhentunut|luottotappio|hävitty|"
    "palautettu|hyvitetty|luonnos|tarjous|"
    "no_show|noshow|missed|did_not_attend|not_attended|did_not_show|absent|abgesagt|nicht_erschienen|ausgefallen|"
    "entfallen|versäumt|nicht_wahrgenommen|nicht_stattgefunden|"
    "ei_saapunut|ei_tullut|ei_toteutunut|jäi_saapumatta|perui|poissa";

/// The last of several words, "processor_declined", where none of them is a no, "nicht_storniert", and it is not the
/// giving back that failed: "refund_failed".
std::string_view last_word(std::string_view plain) {
  const std::string spaced = "_" + std::string(plain);
  const bool none =
      has_part(spaced,
               "_not_|_never_|_no_|_un_|_nicht_|_nie_|_kein_|_keine_|_ei_|partial|teil|osittain|refund|return|"
               "cancellation|chargeback|dispute|reversal|erstatt|rück|storno|kündig|palaut|hyvity|"
               "peruutu");
  const std::size_t end = plain.find_last_of('_');
  return none || end == std::string_view::npos ? plain : plain.substr(end + 1);
}

/// How an attempt to pay, to approve or to send ended, whatever it is called.
constexpr std::string_view kFailedAttempts =
    "failed|declined|denied|rejected|expired|voided|canceled|cancelled|lost|fehlgeschlagen|abgelehnt|storniert|"
    "abgebrochen|verloren|epäonnistui|epäonnistunut|hylätty|peruttu|abgesagt";

/// "cancelled" of "cancelled_by_client": who did it says nothing else.
std::string_view without_doer(std::string_view plain) {
  for (const std::string_view by : {"_by_", "_von_", "_vom_", "_durch_", "_asiakkaan_"}) {
    if (const std::size_t at = plain.find(by); at != std::string_view::npos) return plain.substr(0, at);
  }
  return plain;
}

/// Small letters (ASCII and the two-byte ones from À to Þ), underscores between words, no "wc-" in front.
std::string plain_word(std::string_view word) {
  while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
  while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
  std::string plain;
  unsigned char before = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool large_ascii = is_ascii_upper(c);
    const bool large_latin = before == 0xC3 && byte >= 0x80 && byte <= 0x9E;
    const bool space = c == ' ' || c == '-';
    plain += space ? '_' : static_cast<char>(byte + (large_ascii || large_latin ? 0x20 : 0));
    before = byte;
  }
  return plain.rfind("wc_", 0) == 0 ? plain.substr(3) : plain;
}

}  // namespace

SubscriptionStatus subscription_status(std::string_view word) {
  const std::string plain = plain_word(word);
  for (const StatusWord& known : kSubscriptionWords) {
    if (known.word == plain) return known.status;
  }
  return SubscriptionStatus::Unknown;
}

bool order_failed(std::string_view word) {
  const std::string plain = plain_word(word);
  const bool named = plain.ends_with("_no_show") || plain.ends_with("_mahnung");
  return named || is_one_of(kFailedOrders, without_doer(plain)) || is_one_of(kFailedAttempts, last_word(plain));
}

std::vector<std::uint8_t> failed_orders(const CodeColumn& column) {
  constexpr std::string_view kInvoices =
      "invoice|sales_invoice|tax_invoice|rechnung|ausgangsrechnung|faktura|lasku|myyntilasku";
  constexpr std::string_view kOfInvoices =
      "payment|payment_received|order|sales_order|order_confirmation|zahlung|zahlungseingang|bestellung|auftrag|"
      "auftragsbestätigung|suoritus|maksu|maksusuoritus|tilaus|tilausvahvistus";
  constexpr std::string_view kWon = "won|closed_won|closedwon|gewonnen|abgeschlossen_gewonnen|voitettu|voitto";
  std::vector<std::string> words;
  for (std::uint32_t code = 0; code < column.words.size(); ++code) words.push_back(plain_word(column.words.text(code)));
  const auto any = [&words](std::string_view list) {
    return std::any_of(words.begin(), words.end(), [list](const std::string& word) { return is_one_of(list, word); });
  };
  const bool invoices = any(kInvoices), won = any(kWon);
  std::vector<std::uint8_t> failed;
  for (const std::string& word : words) {
    const bool beside = (invoices && is_one_of(kOfInvoices, word)) || (won && !is_one_of(kWon, word));
    failed.push_back(beside || order_failed(word) ? 1 : 0);
  }
  return failed;
}

bool is_credit(std::string_view word) {
  return is_one_of(
      "credit_note|credit_memo|refund|refunds|return|reversal|chargeback|gutschrift|storno|stornorechnung|"
      "rechnungskorrektur|retoure|rücksendung|erstattung|rückerstattung|rückzahlung|rückbuchung|rücklastschrift|"
      "hyvitys|hyvityslasku|palautus|maksunpalautus|takaisinmaksu",
      plain_word(word));
}

bool is_account_side(std::string_view word) { return is_one_of("s|soll", plain_word(word)) || is_credit_side(word); }

bool is_credit_side(std::string_view word) { return is_one_of("h|haben", plain_word(word)); }

std::vector<SubscriptionStatus> subscription_statuses(const CodeColumn& column) {
  const std::string name = plain_word(column.name);
  const bool active = has_part(name, "activ|aktiv|aktiiv") && !has_part(name, "inact|inakt|deact|deakt|epä|passiv");
  std::vector<SubscriptionStatus> statuses;
  for (std::uint32_t code = 0; code < column.words.size(); ++code) {
    const std::string_view word = column.words.text(code);
    const bool no = active && is_one_of("false|no|n|0|nein|falsch|ei", plain_word(word));
    statuses.push_back(no ? SubscriptionStatus::Ended : subscription_status(word));
  }
  return statuses;
}

}  // namespace kirnu
