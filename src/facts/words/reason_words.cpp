#include "facts/words/reason_words.h"

#include <array>
#include <string>

#include "base/name_list.h"
#include "facts/words/column_name.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kNoAnswers =
    "no answer|not answered|prefer not to say|n/a|na|none given|unanswered|keine angabe|keine angaben|k.a.|k. a.|ka|"
    "keine antwort|ohne angabe|weiß nicht|ei vastausta|ei vastannut|en halua vastata|ei tietoa|-|–|?";

/// Parts of words that tell a group, in small letters and between bars.
struct GroupWords {
  std::string_view group;
  std::string_view parts;
};

/// The first that fits is the group: payments before prices, a switch of service before service.
constexpr auto kGroups = std::to_array<GroupWords>({
    {"payment_disputed", "dispute|chargeback|rückbuch|rückbelast|rücklastschrift|takaisinperin|kiistet"},
    {"payment_failed",
     "payment_failed|not_paid|not paid|no_card|no card|payment fail|failed payment|billing issue|charge "
     "attempt|payment error|payment "
     "problem|nonpayment|non_payment|non-payment|unpaid|past due|declined|expired "
     "card|"
     "card expired|insufficient funds|dunning|zahlung fehl|fehlgeschlagene zahlung|nicht "
     "bezahlt|unbezahlt|zahlungsausfall|"
     "zahlungsverzug|karte abgelaufen|maksu epäonn|maksamat|kortti vanhen|maksuhäiri|luottotap"},
    {"switched_service",
     "switched|competitor|another provider|other provider|alternative|wechsel|gewechselt|konkurrenz|wettbewerb|"
     "anderer anbieter|anderen anbieter|kilpailij|vaihdoin|vaihto|toinen palvelu|toiseen palveluun|toisen toimittaj"},
    {"too_expensive",
     "expensive|price|pricing|cost|budget|teuer|preis|kosten|zu hohe gebühr|kallis|kallii|hinta|hinna|maksaa liikaa"},
    {"missing_features", "missing|feature|funktion|fehlt|fehlend|puuttu|ominaisuu|toiminto"},
    {"unused",
     "unused|not using|not used|don't use|do not use|no longer need|not need|no need|ungenutzt|nicht genutzt|"
     "wenig genutzt|selten genutzt|nutze ich nicht|nutze es nicht|brauche|kein bedarf|keinen bedarf|en käytä|ei käyt|"
     "vähän käyt|tarpeet|tarvetta|en tarvitse"},
    {"too_complex",
     "complex|complicated|difficult|hard to use|kompliziert|schwierig|umständlich|monimutka|vaikea|hankala"},
    {"low_quality",
     "quality|qualität|unreliable|buggy|bugs|defekt|fehlerhaft|unzuverlässig|laatu|laadu|viall|epäluotettav"},
    {"customer_service",
     "customer_service|service|support|kundendienst|betreuung|beratung|asiakaspalvel|tuki|tuen|palvelu"},
});

/// Without spaces and dots, as plain_name() writes them.
constexpr std::string_view kWhy =
    "why|reason|madeyou|ledyou|warum|weshalb|weswegen|wieso|grund|anlass|bewogen|ausschlaggebend|miksi|minkavuoksi|syy|"
    "mikasai";
constexpr std::string_view kLeft =
    "leav|left|cancel|quit|unsub|churn|youstop|tostop|kundig|verlass|gegang|abmeld|abgemeld|abwander|austret|austritt|"
    "ausgetret|"
    "beend|lopet|irtisan|peruut|peruit|perui|perua|lahd|lahte|erosit|erosyy|eronsyy|eroamis|poist";

/// Parts of words with which people in three languages say why they leave, told apart by |.
constexpr std::string_view kReasonParts =
    "expensiv|price|pricing|teuer|preis|kallis|hinta|service|palvelu|support|quality|qualit|laatu|"
    "competit|konkurr|kilpail|wechsel|switched|vaihto|feature|funktion|bedarf|tarve|tarpee|unused|"
    "not used|no need|budget|budjetti|satisf|zufrieden|tyytymä|complex|kompliz|vaikea|missing|fehlt|"
    "puuttu|sonstig|umzug|umgezogen|muutto|moved|geschäftsaufgabe|payment_failed|cancellation_requested";

}  // namespace

std::string_view reason_group(std::string_view reason) {
  const std::string small = fold_case(reason);
  for (const GroupWords& known : kGroups) {
    if (small == known.group || has_part(small, known.parts)) return known.group;
  }
  return "other";
}

bool asks_why(std::string_view question) { return has_part(plain_name(question), kWhy); }

bool asks_why_left(std::string_view question) {
  const std::string plain = plain_name(question);
  return has_part(plain, kWhy) && has_part(plain, kLeft);
}

std::int64_t count_reasons(const ColumnProfile& profile) {
  std::int64_t reasons = 0;
  for (const ValueCount& value : profile.values) {
    if (has_part(fold_case(value.text), kReasonParts)) reasons += value.count;
  }
  return reasons;
}

bool is_involuntary(std::string_view group) { return group == "payment_failed" || group == "payment_disputed"; }

bool is_no_answer(std::string_view text) { return is_one_of(kNoAnswers, fold_case(trim(text))); }

}  // namespace kirnu
