#pragma once
#include <array>
#include <string_view>

#include "facts/tables/role.h"
#include "facts/words/role_names.h"

/// The words behind RoleNames: names as people write them, one line a language, told apart by |.
namespace kirnu {

struct RoleWords {
  Role role;
  int rank;
  std::string_view names;
};

/// What kind of row it is: a sale or a refund.
inline constexpr std::string_view kRowKindNames =
    "type|tx type|txn type|trx type|trans type|order type|payment type|transaction kind|kind|record type|event type|"
    "typ|art|vorgang|transaktionsart|transaktionstyp|umsatzart|zahlungsart typ|tyyppi|tapahtumatyyppi|"
    "tapahtuman tyyppi|laji|tapahtumalaji";

inline constexpr std::string_view kDocumentKindNames =
    "document type|transaction type|doc type|document kind|belegart|belegtyp|vorgangsart|dokumentart|dokumenttyp|"
    "buchungsart|tositelaji|tosite";

inline constexpr auto kRoleWords = std::to_array<RoleWords>({
    {Role::CustomerId, 0,
     "customer id|customer no|customer number|customer nr|customer code|customer key|cust id|cust no|"
     "client id|client number|client no|account id|account code|account number|account no|member id|member number|"
     "member no|membership number|membership no|membership id|msno|subscriber id|user id|user number|contact id|"
     "company id|organization id|workspace id|tenant id|customer unique id|"
     "shopper id|buyer id|patron id|household id|app user id|associated company id|associated company "
     "ids|clientnum|customers.id|customer.id|"
     "kundennummer|kunden-nr|kundennummern|kunden-id|kd-nr|kdnr|kd-nummer|kundnr|kunde nr|kundenkonto|kundenkennung|"
     "kundenschlüssel|debitor|debitorennummer|debitor-nr|debitoren-nr|debitorenkonto|mitgliedsnummer|mitglieds-nr|"
     "mitglied nr|mitgliednr|mitgl.-nr|mitgl-nr|mitglnr|m-nr|mnr|"
     "mitglied-id|abonnentennummer|abonnenten-nr|benutzer-id|nutzer-id|"
     "asiakasnumero|asiakastunnus|asiakas "
     "nro|asiakasnro|asiakas-id|asiakaskoodi|asiakasnumerot|jäsennumero|jäsennro|jäsen nro|as.nro|"
     "jäsentunnus|käyttäjätunnus|tilaajanumero|tilaajatunnus|asiakkaan tunnus|asiakkaan numero|tilin tunnus"},
    {Role::CustomerId, 1,
     "customer|customers|client|account|member|subscriber|user|patron|debtor|buyer|shopper|"
     "buyer username|buyer user id|"
     "kunde|kunden|kundin|mitglied|abonnent|käufer|besteller|nutzer|benutzer|vertragspartner|auftraggeber|"
     "versicherungsnehmer|policyholder|policy "
     "holder|vakuutuksenottaja|mandant|klient|patient|gast|teilnehmer|rechnungsempfänger|kontakt|empfänger|contact|"
     "recipient|guest|"
     "vastapuoli|liikekumppani|kontaktname|maksaja|saaja/maksaja|maksaja/saaja|"
     "asiakas|asiakkaat|jäsen|tilaaja|käyttäjä|ostaja"},
    {Role::CustomerId, 2,
     "email|e-mail|mail|email address|e-mail address|customer email|account email|billing email|user email|"
     "contact email|customer_email|from email address|absender e-mail-adresse|von e-mail-adresse|"
     "lähettäjän sähköpostiosoite|e-mail-adresse|mailadresse|kunden-email|kunden e-mail|"
     "sähköposti|sähköpostiosoite|asiakkaan sähköposti"},
    {Role::CustomerId, 3, "id|uuid|guid|key|nr|nummer|number|no|numero|tunnus|kennung|code|koodi"},
    {Role::CustomerId, kNameRank,
     "name|customer name|company|company name|account name|client name|full name|business name|"
     "organization|associated "
     "company|"
     "organisation|kundenname|firma|firmenname|unternehmen|accountname|"
     "nimi|asiakkaan nimi|asiakasnimi|yritys|yrityksen nimi|tilin nimi"},

    {Role::CustomerId, kNameRank + 2, "username|user name|benutzername|consumer name|payer|payer name|zahler|mieter"},
    {Role::CustomerId, kNameRank + 1,
     "surname|last name|lastname|family name|nachname|familienname|zuname|sukunimi|contact person|contact name|"
     "ansprechpartner|ansprechpartnerin|kontaktperson|yhteyshenkilö"},
    {Role::GivenName, 0, "first name|firstname|given name|forename|vorname|rufname|etunimi"},
    {Role::Start, 0,
     "start|start date|started|started at|started on|start at|start time|starts at|subscription start|"
     "subscription start date|subscription started at|contract start|contract start date|contract begin|begin|"
     "begin date|begins|from|valid from|customer since|client since|member since|subscriber since|user since|"
     "account since|activated|activated at|activated on|activation date|active since|active from|joined|join date|"
     "joined at|joined on|date joined|onboarded|onboarded at|onboarding date|enrolled|enrolled at|enrolled "
     "on|entry date|registration init time|enrollment "
     "date|enrolment date|began|customer from|signup date|sign-up date|signed up|signed up at|signup|signup "
     "at|subscribed at|"
     "subscribed on|subscription date|patronage since date|effective date|opened at|membership start|"
     "beginn|startdatum|startet am|vertrag von|vertragsbeginn|vertragsstart|vertragsanfang|abobeginn|abostart|"
     "abo seit|kunde seit|"
     "kundin seit|kunden seit|mitglied seit|mitgliedsbeginn|eintritt|eintritt am|eintrittsdatum|aktiviert|"
     "aktiviert am|aktiv seit|"
     "beigetreten|beigetreten am|beitritt|beitrittsdatum|eingetreten am|begonnen|begonnen am|kunde ab|vertrag vom|"
     "gültig ab|gültig von|ab|von|seit|laufzeitbeginn|laufzeit von|beginndatum|vertragsabschluss|"
     "aufnahmedatum|zugang|opt-in date|optin date|optin time|subscribe date|anlagedatum|became customer|sopimus "
     "alkanut|vertrag seit|vertrag ab|anfang|"
     "aloituspäivä|aloituspäivämäärä|aloituspvm|aloitus|aloitettu|alkaen|alkamispäivä|alkamispäivämäärä|alkamispvm|"
     "alkupäivä|alkupvm|alku|alkoi|alkaa|alkanut|sopimus alkaa|sopimus alkoi|sopimuksen alku|sopimuksen alkupäivä|"
     "sopimuksen alkamispäivä|asiakas alkaen|asiakkuus alkoi|asiakkuus alkaen|asiakkuuden alku|"
     "asiakkuuden alkamispäivä|tilaus alkaa|jäsenyys alkaa|jäsenyys alkoi|tilaus alkoi|tilauksen alku|tilauksen "
     "alkamispäivä|liittymispäivä|liittymispvm|liittynyt|liittyi|"
     "aloitti|aloittanut|tuli asiakkaaksi|asiakkaaksi|"
     "jäsen alkaen|voimassa alkaen|asiakas vuodesta"},
    {Role::Start, 2,
     "created|created at|created on|created date|create date|date created|creation date|creation "
     "time|registered|registered at|registered on|date registered|"
     "registration date|angelegt|angelegt am|erstellt|erstellt am|erstelldatum|erstellungsdatum|erfasst am|"
     "registriert am|registrierung|registrierungsdatum|anmeldedatum|anmeldung|angemeldet am|"
     "luotu|luontipäivä|luontipvm|rekisteröity|rekisteröitynyt|rekisteröintipäivä"},
    {Role::Start, 4,
     "first order|first order date|first ordered|first payment|first payment date|first seen|first purchase|"
     "first purchase date|first billed at|first invoice|first invoice date|first visit|first visit date|"
     "first transaction|first transaction date|first sale|first sale date|"
     "erste bestellung|erster kauf|erstkauf|erstbestellung|erster einkauf|erster besuch|erstbesuch|erster auftrag|"
     "erste rechnung|erste zahlung|erstes kaufdatum|erstes bestelldatum|"
     "ensimmäinen tilaus|ensiosto|ensimmäinen osto|ensimmäinen ostopäivä|ensimmäinen käynti|ensimmäinen lasku|"
     "ensimmäinen maksu"},
    {Role::LastSeen, 0,
     "last order|last order date|last ordered|last purchase|last purchase date|last purchased|last visit|"
     "last visit date|last transaction|last transaction date|last payment|last payment date|last invoice|"
     "last invoice date|last sale|last sale date|most recent order|"
     "most recent purchase|latest order|latest purchase|"
     "letzter kauf|letzte bestellung|letzter einkauf|letzter besuch|letzter termin|letzter auftrag|letzte rechnung|"
     "letzte zahlung|letzter umsatz|letztes kaufdatum|letztes bestelldatum|letztes rechnungsdatum|zuletzt gekauft|"
     "zuletzt bestellt|"
     "viimeinen osto|viimeisin osto|viimeinen ostopäivä|viimeisin ostopäivä|viimeinen tilaus|viimeisin tilaus|"
     "viimeinen käynti|viimeisin käynti|viimeinen lasku|viimeisin lasku|viimeinen maksu|viimeksi ostanut"},
    {Role::LastSeen, 1, "last active|last activity|last seen|zuletzt aktiv|viimeksi nähty"},

    {Role::End, 0,
     "end|end date|end time|ended|ended at|ended on|ends at|ends on|effective end time|subscription end|"
     "subscription end date|subscription ended at|contract end|contract end date|expires|expires at|"
     "expires on|expiry|"
     "expiry date|expiration|expiration date|expiration time|expired at|expired on|to|until|valid until|valid to|"
     "left|left at|left on|date left|leave date|leaving date|stopped|stopped at|stopped on|stop date|stop|quit|quit "
     "on|quit date|exit "
     "date|"
     "offboarded|offboarded at|last day|churn date|churned at|churned on|churned date|deactivated at|terminated|"
     "terminated at|termination date|closed at|lost date|lost on|access expiration|access until|membership end|"
     "cancellation effective date|"
     "ende|enddatum|endet|endet am|vertragsende|vertragsenddatum|vertragsablauf|laufzeitende|laufzeit "
     "bis|aboende|ablauf|"
     "ablaufdatum|läuft ab am|läuft aus am|läuft aus|gültig bis|bis|austritt|austritt "
     "am|austrittsdatum|ausgetreten|ausgetreten "
     "am|ausgeschieden am|"
     "gegangen am|letzter tag|vertrag bis|beendet|beendet am|kündigung zum|gekündigt zum|"
     "kündigung per|gekündigt per|kündigungstermin|kunde bis|mitglied bis|abgemeldet "
     "am|abmeldedatum|abmeldung|abgang|abgangsdatum|löschdatum|ende der mitgliedschaft|"
     "lieferende|gelöscht am|deaktiviert am|abbestellt am|auszug|läuft bis|inaktiv seit|deactivated|"
     "deactivated on|end of contract|opt-out date|optout date|aktiv bis|verloren am|abgewandert am|"
     "päättymispäivä|päättymispäivämäärä|päättymispvm|päättymisaika|päättyy|päättyi|päättynyt|loppupäivä|loppupvm|"
     "loppu|loppuu|loppui|lopetuspäivä|lopetuspvm|lopetettu|lopettanut|sopimus päättyy|sopimus päättyi|"
     "sopimuksen päättymispäivä|sopimuksen loppu|asiakkuus päättyi|asiakkuus päättynyt|asiakkuuden päättymispäivä|"
     "asiakkuuden loppu|päättyminen|jäsenyys päättyy|jäsenyys päättyi|tilaus päättyy|tilaus päättyi|tilauksen "
     "päättymispäivä|voimassa asti|voimassa päättyen|asti|poistumispäivä|"
     "poistunut|poistui|lähtöpäivä|lähti|lähtenyt|lopetti|erosi|eronnut|eropäivä|eroamispäivä|viimeinen päivä"},
    {Role::End, kDeletedRank, "deleted|deleted at|deleted on|date deleted"},
    {Role::Canceled, 0,
     "canceled|cancelled|canceled at|cancelled at|canceled on|cancelled on|cancel at|cancel date|canceled date|"
     "cancelled date|cancellation|cancellation date|cancelation date|date canceled|date cancelled|"
     "cancellation requested at|unsubscribed|unsubscribed at|unsubscribe date|unsubscription date|unsub "
     "time|unsubscribe detected at|"
     "kündigung|kündigungsdatum|kündigung am|kündigung vom|gekündigt|gekündigt am|kündigungseingang|"
     "kündigung eingegangen|kündigungstag|storniert|storniert am|storno|storno am|stornodatum|stornierung|widerrufen "
     "am|"
     "irtisanottu|irtisanottu pvm|irtisanomispäivä|irtisanomispvm|irtisanominen|irtisanoutui|irtisanonut|peruttu|"
     "peruutettu|peruutuspäivä|peruutuspvm|perumispäivä|perunut"},
    {Role::TrialStart, 0,
     "trial start|trial start date|trial started at|trial starts at|testbeginn|beginn testphase|testphase beginn|"
     "probebeginn|kokeilu alkaa|kokeilu alkoi|kokeilun alku|kokeilujakso alkaa"},
    {Role::TrialEnd, 0,
     "trial end|trial end date|trial ended at|trial ends at|trial expires|trial expires at|testende|ende testphase|"
     "testphase ende|probeende|probezeit bis|kokeilu päättyy|kokeilu päättyi|kokeilun loppu|kokeilujakso päättyy"},
    {Role::Date, 0,
     "date|day|order date|ordered at|ordered on|date ordered|order time|order created at|purchase date|purchased at|"
     "purchased on|purchase time|invoice date|invoiced at|invoiced on|transaction date|transaction time|payment date|"
     "paid at|paid on|paid date|billing date|billed at|charge date|charged at|sale date|sales date|document date|"
     "posting date|booking date|close date|visit date|timestamp|datetime|date time|processed at|placed at|"
     "completed at|"
     "datum|tag|bestellzeit|termin|besuch|booked on|sold at|sold on|bestelldatum|bestellt am|"
     "bestellung am|bestelltag|kaufdatum|gekauft am|rechnungsdatum|rechnung vom|"
     "rechnungstag|re-datum|belegdatum|buchungsdatum|buchungstag|valuta|wertstellung|leistungsdatum|zahlungsdatum|"
     "zahldatum|bezahlt am|verkaufsdatum|auftragsdatum|umsatzdatum|zeitpunkt|zeitstempel|schließdatum|abschlussdatum|"
     "päivä|pvm|päivämäärä|päiväys|tilauspäivä|tilauspvm|tilauspäivämäärä|tilausaika|tilauksen päivä|"
     "tilauksen päivämäärä|tilattu|ostopäivä|ostopvm|ostettu|laskun päivä|laskun päivämäärä|laskun pvm|laskupäivä|"
     "laskutuspäivä|laskutuspvm|laskutettu|maksupäivä|maksupvm|maksettu|myyntipäivä|myyntipvm|kirjauspäivä|"
     "tositepäivä|tapahtumapäivä|tapahtumapvm|aikaleima|sulkemispäivä|schlusstermin|won time|won at|gewonnen am"},
    {Role::Date, 2,
     "created|created at|created on|created date|date created|creation date|time|when|erstellt|"
     "erstellt am|angelegt am|"
     "luotu|luontipäivä|luontipvm"},
    {Role::Date, kLeftRank,
     "canceled|cancelled|canceled at|cancelled at|cancellation date|churn date|churned at|left at|end date|ended at|"
     "kündigung|kündigungsdatum|gekündigt am|kündigung zum|irtisanottu|irtisanomispäivä|päättymispäivä"},
    {Role::UpdatedAt, 0,
     "updated|updated at|updated on|last updated|last updated at|modified|modified at|last modified|"
     "last modified date|geändert|geändert am|aktualisiert|aktualisiert am|letzte änderung|änderungsdatum|"
     "päivitetty|muokattu|muutettu"},

    {Role::Amount, 0,
     "amount|total|order total|order value|order amount|total price|total amount|total paid|grand total|amount "
     "paid|actual amount paid|"
     "net|net amount|gross|gross amount|revenue|sales|sales amount|net sales|gross sales|value|"
     "dollar value|price|unit "
     "amount|unit price|"
     "plan amount|subtotal|pledge amount|invoice amount|transaction amount|payment amount|subscription amount|"
     "subscription price|recurring amount|monthly price|monthly fee|fee|spend|spent|total spent|total spend|"
     "monetary value|price in usd|recurring discount mrr|"
     "betrag|summe|gesamt|gesamtbetrag|gesamtsumme|gesamtpreis|netto|nettobetrag|nettoumsatz|nettosumme|netto-umsatz|"
     "brutto|bruttobetrag|bruttosumme|bruttoumsatz|umsatz|umsatz netto|umsatz brutto|jahresumsatz|erlös|"
     "rechnungsbetrag|rechnungssumme|bestellwert|bestellsumme|auftragswert|warenwert|zahlbetrag|wert|preis|abo-preis|"
     "monatspreis|monatsrate|monatsbeitrag|mitgliedsbeitrag|jahresbeitrag|prämie|entgelt|miete|monatlicher "
     "beitrag|monatliche gebühr|beitrag|grundgebühr|gebühr|vorzbetrag|"
     "umsatz (ohne soll/haben-kz)|"
     "summa|hinta|liikevaihto|myynti|loppusumma|yhteensä|veroton summa|verollinen summa|laskun summa|tilauksen summa|"
     "tilauksen "
     "arvo|arvo|kuukausihinta|kuukausimaksu|kk-maksu|€/"
     "kk|jäsenmaksu|laskutus|veroton|verollinen|maksu|ostot|netto|brutto|hinta kuukaudessa"},
    {Role::Amount, 2,
     "mrr|monthly recurring revenue|monthly revenue|mrr amount|monatsumsatz|wiederkehrender umsatz|"
     "kuukausittainen liikevaihto|toistuva liikevaihto"},
    {Role::Amount, 3, "arr"},
    {Role::Quantity, 0,
     "quantity|qty|seats|licenses|licences|plan quantity|users count|menge|anzahl|lizenzen|plätze|anzahl lizenzen|"
     "määrä|lukumäärä|kpl|lisenssit|paikat"},
    {Role::Units, 0,
     "units|pieces|items|item count|number of items|number of cds|total items|quantity|qty|lineitem quantity|"
     "stück|stückzahl|menge|anzahl|anzahl artikel|artikelanzahl|"
     "määrä|lukumäärä|kpl|kappaletta|tuotteita|kappalemäärä"},
    {Role::Interval, 0,
     "interval unit|plan interval unit|order interval unit|billing interval unit|billing period unit|billing cycle "
     "unit|period unit|intervalleinheit"},
    {Role::Interval, 1,
     "interval|plan interval|billing period|billing interval|billing cycle|billing frequency|frequency|"
     "charge frequency|product duration|payment interval|"
     "intervall|abrechnungszeitraum|abrechnungsintervall|abrechnungsperiode|zahlungsintervall|"
     "zahlungsweise|zahlweise|"
     "zahlungsrhythmus|turnus|abrechnungsturnus|"
     "laskutusväli|laskutusjakso|maksuväli|laskutusrytmi"},
    {Role::Interval, 1,
     "plan days|payment plan days|plan length days|plan duration days|interval days|billing interval days|term days|"
     "laufzeit tage|laufzeit in tagen|intervall in tagen|laskutusväli päivinä|kausi päivinä"},
    {Role::Interval, kWordsOnlyRank,
     "billing|billed|payment|payment frequency|payment cycle|payment terms|payment schedule|term|cycle|period|"
     "abrechnung|laufzeit|zahlung|zahlungsart|zahlungsfrequenz|rhythmus|"
     "maksutapa|laskutus|maksurytmi|laskutuskausi|maksukausi|maksujakso|jakso|maksu"},
    {Role::IntervalCount, 0,
     "interval count|plan interval count|billing interval count|interval length|plan interval length|billing interval "
     "length|interval frequency|order interval frequency|charge interval frequency|intervallanzahl"},
    {Role::IntervalCount, 2, "interval|plan interval|billing interval|billing period|billing cycle|intervall"},
    {Role::Currency, 0,
     "currency|currency code|order currency|plan currency|iso currency|währung|währungscode|wkz|whg|"
     "wkz umsatz|valuutta|valuuttakoodi"},
    {Role::Status, 0,
     "status|state|order state|subscription status|subscription state|order status|payment status|financial status|"
     "transaction status|payment state|invoice status|customer status|account status|patron status|membership "
     "status|contract status|active subscription|"
     "vertragsstatus|abostatus|kundenstatus|mitgliedsstatus|bestellstatus|auftragsstatus|zahlungsstatus|zahlstatus|"
     "rechnungsstatus|zustand|"
     "tila|tilauksen tila|sopimuksen tila|asiakkuuden tila|asiakkaan tila|laskun tila"},
    {Role::Status, 1, "active|is active|aktiv|ist aktiv|aktiivinen|on aktiivinen|enabled"},
    {Role::Status, 3, "stage|phase|vaihe|lifecycle stage|deal stage"},
    {Role::Status, 3, kDocumentKindNames},
    {Role::Status, kRowKindRank, kRowKindNames},
    {Role::Void, kRowKindRank + 1, kDocumentKindNames},  // beside a status
    {Role::Void, kRowKindRank + 1, kRowKindNames},
    {Role::Void, kRowKindRank + 2,
     "status|state|order status|payment status|financial status|transaction status|payment state|order state|"
     "invoice status|delivery status|fulfillment status|bestellstatus|zahlungsstatus|zahlstatus|rechnungsstatus|"
     "auftragsstatus|lieferstatus|tila|tilauksen tila|laskun tila|maksun tila|toimitustila"},
    {Role::Plan, 0,
     "plan|plan type|plan name|plan id|plan code|current plan|subscription plan|pricing plan|plan price id|price id|"
     "product|product name|product identifier|product id|tier|package|membership|membership type|membership level|"
     "tarif|tarifname|abo|abonnement|abotyp|abo-art|aboname|paket|produkt|produktname|vertragsart|mitgliedschaft|"
     "liittymä|liittymätyyppi|tilaustyyppi|paketti|tuote|palvelu|sopimustyyppi|taso|tariffi"},
    {Role::Plan, 3, "tilaus|edition|level|subscription|subscription type|subscription name|sku"},
    {Role::Reason, 0,
     "reason|reasons|churn reason|cancellation reason|cancelation reason|cancel reason|reason for leaving|"
     "reason for cancellation|reason for churn|reason code|leaving reason|exit reason|cancellation feedback|"
     "expiration reason|stop reason|why did you cancel|why did you leave|loss reason|lost reason|closed lost reason|"
     "grund|gründe|kündigungsgrund|kündigungsgründe|abwanderungsgrund|austrittsgrund|grund der kündigung|"
     "grund für die kündigung|stornogrund|verlustgrund|"
     "syy|syyt|irtisanomissyy|lähtösyy|poistumissyy|peruutussyy|päättymissyy|irtisanomisen syy|lähdön syy|"
     "peruutuksen syy"},
    {Role::Reason, 3, "answer|answers|response|feedback|why|antwort|antworten|warum|vastaus|vastaukset|miksi|palaute"},
    {Role::Segment, 0,
     "segment|group|customer group|customer type|customer segment|country|region|market|channel|sales channel|"
     "acquisition channel|category|industry|arm|treatment|rx|x|sex|gender|"
     "gruppe|kundengruppe|kundentyp|kundenart|kundensegment|land|bundesland|kanal|vertriebskanal|kategorie|branche|"
     "markt|herkunft|geschlecht|"
     "segmentti|ryhmä|asiakasryhmä|asiakastyyppi|asiakassegmentti|maa|alue|kanava|myyntikanava|kategoria|toimiala|"
     "sukupuoli"},
    {Role::SubscriptionId, 0,
     "subscription id|subscription code|subscription number|subscription no|contract id|contract number|contract no|"
     "subscriptions.id|abo-id|abo-nr|abonummer|abonnement-nr|vertragsnummer|vertrags-nr|vertrag-nr|vertrags-id|"
     "sopimusnumero|sopimustunnus|sopimus-id"},
    {Role::SubscriptionId, 4, "subscription|contract|vertrag|sopimus|uuid|id|tilausnumero|tilaustunnus"},
    {Role::OrderId, 0,
     "order id|order number|order no|order name|amazon order id|order|invoice id|invoice number|invoice "
     "no|invoice|transaction id|"
     "payment id|charge id|receipt number|document number|"
     "bestellnummer|bestell-nr|bestell-id|bestellung|auftragsnummer|auftrags-nr|auftrag|rechnungsnummer|rechnungs-nr|"
     "rechnr|re-nr|rg-nr|rechnung|belegnummer|beleg-nr|beleg|belegfeld 1|transaktions-id|transaktionsnummer|"
     "tilausnumero|tilaustunnus|tilausnro|laskunumero|laskun numero|laskunro|lasku|tositenumero|tosite|kuittinumero|"
     "tilauksen numero|tapahtumatunnus"},
    {Role::OrderId, 4, "id|nr|nummer|number|no|numero|tunnus|receipt|tilaus"},
    {Role::Void, 0,
     "canceled|cancelled|is canceled|is cancelled|canceled at|cancelled at|canceled on|cancelled on|cancel date|"
     "canceled date|cancelled date|cancellation date|date canceled|date cancelled|void|voided|voided at|refunded|"
     "is refunded|fully refunded|reversed|charged back|"
     "storniert|storniert am|stornodatum|stornierung|storno|annulliert|erstattet|zurückerstattet|widerrufen|"
     "widerrufen am|"
     "peruttu|peruutettu|peruutuspäivä|peruutuspvm|mitätöity|hyvitetty|palautettu|"
     "no-show|no show|noshow|no shows|missed|did not attend|nicht erschienen|abgesagt|abgesagt am|ausgefallen|"
     "ei saapunut|ei tullut|perui"},
    {Role::Void, 0, kTookPlaceNames},
    {Role::Sandbox, 0,
     "is sandbox|sandbox|test mode|testmode|is test|testmodus|testitila|test "
     "account|testkonto|testkunde|testitili|testiasiakas"},
    {Role::Trial, 0, "is trial period|is trial|trial|free trial|in trial|on trial|probeabo|testphase|kokeilu"},
    {Role::Free, 0,
     "is free member|free member|is free|free|free user|free account|is free user|free plan|"
     "kostenlos|kostenfrei|gratis|beitragsfrei|kostenloses mitglied|gratismitglied|"
     "ilmainen|maksuton|ilmaisjäsen|ilmaiskäyttäjä|ilmaistilaus"},

    {Role::Time, 0,
     "time|t|stime|duration|tenure|tenure in months|tenure in days|tenure in years|tenure months|tenure days|tenure "
     "years|lifetime|lifetime days|months on book|"
     "subscription length|subscription duration|length of subscription|subscribed months|months subscribed|"
     "months with company|months as customer|months in service|customer months|years at company|time spend "
     "company|account "
     "length|survival "
     "time|time to event|"
     "customer lifetime|days active|months active|days|months|weeks|futime|stop|tstop|survtime|surv time|os time|"
     "os months|os days|pfs time|pfs months|dfs time|dfs months|rfs time|rfstime|follow up time|followup time|edrel|"
     "membership months|membership in months|membership years|membership in years|membership duration|"
     "membership length|months of membership|years of membership|months as member|years as member|"
     "mitgliedschaft in monaten|mitgliedschaft in jahren|mitgliedschaft monate|mitgliedschaft jahre|"
     "mitgliedschaftsdauer|mitgliedsdauer|mitgliedsmonate|mitgliedsjahre|dauer der mitgliedschaft|monate mitglied|"
     "jahre mitglied|jäsenyys kuukausina|jäsenyys vuosina|jäsenyyden kesto|jäsenyyskuukaudet|jäsenyysvuodet|"
     "kuukausia jäsenenä|vuosia jäsenenä|"
     "dauer|dauer in monaten|dauer in tagen|dauer in jahren|kundendauer|vertragsdauer|laufzeit|laufzeit in "
     "monaten|zugehörigkeit|verweildauer|zeit|tage|"
     "monate|wochen|"
     "kesto|kesto kk|kesto kuukausina|asiakkuuden kesto|aika|päivää|kuukautta|päivät|kuukaudet"},
    {Role::Time, 3, "week|month|day|years|jahre|vuotta|vuodet"},
    {Role::Event, 0,
     "event|e|churn|churned|event observed|observed|left|lost|attrition|attrition flag|churn flag|has churned|is "
     "churned|is churn|has churn|churned flag|has left|is lost|churn label|exited|"
     "died|death|dead|arrest|fustat|fstat|relapse|relapsed|rel|recurrence|censored|censor|cens|os status|os event|"
     "pfs status|pfs event|dfs status|dfs event|rfs status|rfs event|broken|"
     "ereignis|abgewandert|gekündigt|gegangen|verloren|ausgeschieden|zensiert|"
     "ausgetreten|resigned|eronnut|lopettanut|tapahtuma|poistunut|lähtenyt|menetetty|irtisanottu|irtisanoutunut|"
     "sensuroitu"},
    {Role::Event, 2, "status|cancelled|canceled|state|tila|churn value|default|delta|failure|failed"},
    {Role::Event, 4, "c|d"},
    {Role::Retained, 0,
     "retained|retained customers|retention|retention rate|survival|survival rate|survivors|surviving|remaining|"
     "still active|still there|customers retained|s(t)|retained %|retention pct|retention percent|"
     "geblieben|gebliebene kunden|verblieben|verbleibend|kundenbindungsrate|bleiberate|haltequote|bindungsrate|"
     "überlebende|noch aktiv|noch da|"
     "säilyneet|säilynyt|säilyneitä|jäljellä|pysyvyys|asiakaspysyvyys|yhä asiakkaita|pysyneet"},
    {Role::Retained, 3,
     "n customers|n users|cust|num customers|num users|number of customers|number of users|customer count|user count|"
     "active|active customers|customers|subscribers|users|active users|active accounts|active subscribers|"
     "active members|customers active|users active|accounts active|percent|share|aktiv|aktive "
     "kunden|kunden|bestand|anteil|prozent|"
     "aktiiviset|aktiivisia|asiakkaat|asiakkaita|osuus|prosentti"},
});

/// Parts of plain names: they count only where the cells agree, and nothing else names the column.
inline constexpr auto kRoleStems = std::to_array<RoleWords>({
    {Role::CustomerId, kStemRank + 1,
     "kundennr|kundennummer|kundenid|customerid|customerno|customernumber|custid|asiakasnumero|asiakastunnus|"
     "debitornr|debitorennr|accountid|accountcode|accountnumber|memberid|mitgliedsn|userid|clientid|subscriberid"},
    {Role::CustomerId, kStemRank + 3, "email|sahkoposti"},
    {Role::Start, kStemRank + 1,
     "vertragsbeginn|vertragsstart|startdat|startedat|kundeseit|mitgliedseit|since|alkamis|aloitus|"
     "alkupaiv|activated|"
     "signup|beginn|contractstart"},
    {Role::End, kStemRank + 1,
     "vertragsende|enddat|endedat|laufzeitende|paattymis|paattyy|paattyi|lopetus|expir|ablauf|kundigungzum|"
     "gekundigtzum|gultigbis|churndat|terminat|contractend"},
    {Role::Canceled, kStemRank + 2, "kundig|cancel|irtisano|peruut|storn"},
    {Role::Date, kStemRank + 1,
     "bestelldat|rechnungsdat|belegdat|buchungsdat|kaufdat|zahlungsdat|orderdat|purchasedat|invoicedat|"
     "transactiondat|paymentdat|tilauspaiv|tilauspvm|laskunpaiv|laskupaiv|laskutuspaiv|ostopaiv|maksupaiv|"
     "myyntipaiv"},
    {Role::Date, kDayRank, "date|datum|pvm|paiva"},
    {Role::Amount, kStemRank + 1,
     "betrag|umsatz|revenue|amount|netto|summa|hinta|preis|price|mrr|liikevaihto|myynti|ostot|bestellwert|"
     "ordervalue|ordertotal"},
    {Role::Reason, kStemRank + 1, "reason|grund|grunde|syy"},
    {Role::Status, kStemRank + 1, "status"},
    {Role::Currency, kStemRank + 1, "currency|wahrung|valuutta"},
    {Role::Plan, kStemRank + 1, "tarif|planname|produktname|productname"},
});

/// Names with these parts mean something else: the next payment, a birthday, a tax.
inline constexpr auto kForeignParts = std::to_array<std::string_view>(
    {"current period", "current term", "billing period", "next",     "nächst",  "seuraav", "last",         "letzt",
     "viimei",         "updated",      "birth",          "geburt",   "syntym",  "average", "durchschnitt", "keskim",
     "discount",       "rabatt",       "alennus",        "tax",      "steuer",  "mwst",    "shipping",     "versand",
     "refund",         "erstattung",   "trial",          "reminder", "password"});

}  // namespace kirnu
