#pragma once
#include <array>
#include <string_view>

#include "facts/tables/role.h"

/// The words behind read_count_name(): what stands over counts and movements in English, German and Finnish.
namespace kirnu {

struct CountWords {
  Role role;               ///< Amount, ChurnRate, CustomerId: what is counted, beside what becomes of it
  std::string_view stems;  ///< in small letters, told apart by |; each begins or ends a word
};

/// In the order in which they are tried: "new at end" is new, "lost at end" is lost.
inline constexpr auto kCountWords = std::to_array<CountWords>({
    {Role::Amount, "mrr|umsatz|erlös|revenue|liikevaih|expan"},
    {Role::ChurnRate, "rate|quote|prosentti|prozent|anteil|osuus|percent|pct|hazard|ratio|aste"},
    {Role::CustomerId,
     "customer|kunde|kunden|asiak|subscriber|abonnent|tilaaj|member|account|user|mitglied|mitglieder|jäsen|"
     "subscription|contracts|client|empfänger|vertrag|verträge|mandant|nutzer|sopimu|käyttäj|liittymä|liittymiä|"
     "liittymien|abos|"
     "abonnement|bestand"},
    {Role::Ignore, "sales|myyn|betrag|amount|summa|net|netto"},
    {Role::MrrExpansion, "expan|erweiter|laajen|upgrade|upsell|lisämyy"},
    {Role::MrrContraction, "contraction|kontraktion|downgrade|downsell|reduz|schrumpf|supist|vähen"},
    {Role::RetentionRate, "retention|bindung|bleibe|haltequote|halterate|pysyvyys"},
    {Role::Retained,
     "retained|kept|remained|remaining|stayed|geblieben|gebliebene|verblieben|verbliebene|verbleibend|verbleibende|"
     "gehalten|gehaltene|"
     "säilyneet|säilyneitä|säilynyt|pysyneet|pysyneitä|pysynyt|jäljellä"},
    {Role::Reactivated, "return|reactiv|zurück|rückkehr|reaktiv|wieder|palan|palau"},
    {Role::Churned,
     "lost|churn|cancel|left|leave|leaving|depart|attrition|loss|terminat|lapsed|expired|exits|drop|unsub|quit|"
     "verlor|verlust|abgang|abgäng|abwander|kündig|gekündigt|abmeld|abgemeldet|ausgetret|beendet|storn|"
     "abgewandert|austritt|verstorben|todesf|sterbef|bestattung|died|deceased|deaths|"
     "ausschluss|ausschlüss|ausgeschlossen|abgelaufen|widerruf|resigned|expelled|"
     "menet|poistu|poistuma|lähte|lopetta|irtisan|eronn|erot|päätty|lähtij|peruut|eroami|kuolleet|kuolleita|erotet|"
     "fluktuation|fluctuation|vaihtuvuu|vaihtuvuus"},
    {Role::Ignore, "price|preis|hinta"},
    {Role::New,
     "new|acquired|added|adds|addition|gained|won|hinzu|hankit|uusas|join|signup|neu|zugang|zugäng|gewonn|anmeld|"
     "eintritt|"
     "beitritt|aufnahme|aufnahmen|taufe|kastet|uude|uusi|liittymis|liittyn|liittyj|liittyi|tulle"},
    {Role::Ignore, "lifetime|tenure|laufzeit|verweildauer|elinik"},
    {Role::Opening, "start|vormonat|bop|begin|open|anfang|alussa|alku|alun"},
    {Role::Closing, "end|clos|ende|schluss|lopussa|loppu|lopun"},
    {Role::Time,
     "month|period|quarter|year|date|week|time|"
     "monat|zeit|quartal|jahr|datum|woche|"
     "kuukau|jakso|neljänn|vuosi|pvm|päivä|viikko|aika"},
});

}  // namespace kirnu
