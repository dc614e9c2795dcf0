#include "facts/words/count_name.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/name_list.h"
#include "facts/words/bare_label.h"
#include "facts/words/column_name.h"
#include "facts/words/count_words_table.h"
#include "facts/words/name_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

/// Words that stand by themselves; those of several words are parts of the name.
constexpr std::string_view kOtherYear =
    "vorjahr|vj|py|ly|previous year|prior year|last year|letztes jahr|letzten jahr|vormonat|previous month|prior month|"
    "last month|edellinen vuosi|edellisvuosi|viime vuosi|edellinen kuukausi|viime kuukausi";
constexpr std::string_view kSummed =
    "kum|cum|ytd|aufgelaufen|aufgelaufene|laufend|lfd|laufende summe|seit jahresbeginn|seit jahresanfang|bis dato|"
    "running total|running sum|to date|year-to-date|vuoden alusta|tähän mennessä";
constexpr std::string_view kSummedStems = "kumul|cumul|kertym";

constexpr std::string_view kMean = "average|durchschnitt|keskimäär|keskiarvo|mittelwert|median";
constexpr std::string_view kMeanWords = "avg|mean|ø|mittel|schnitt";
constexpr std::string_view kAside =
    "max|maximum|min|minimum|peak|record|highest|lowest|rekord|maximal|minimal|höchstwert|tiefstwert|suurin|pienin|"
    "change|variance|difference|diff|delta|abweichung|abw|differenz|veränderung|muutos|erotus|"
    "expected|potential|request|requests|requested|pending|erwartet|erwartete|vorgemerkt|beantragt|"
    "odotettu|"
    "days|tage|päivää|duration|length|dauer|kesto|cost|costs|kosten|kustannus|kustannukset|benchmark";

/// "Churn risk" is of what may come, "Cost per churn" of money: neither counts who left.
constexpr std::string_view kNobody =
    "risk|score|probability|propensity|likelihood|risiko|wahrscheinlichkeit|riski|todennäköisyys|pistemäärä|"
    "cost|costs|kosten|kustannus|kustannukset|hinta";

/// Words for movements of revenue that mean something else in other tables: whole words, so that "Laskutus" is none.
constexpr std::string_view kMore =
    "zuwachs|zuwächse|kasvu|erhöhung|erhöhungen|preiserhöhung|preiserhöhungen|aufstockung|aufstockungen|korotus|"
    "korotukset|hinnankorotus|hinnankorotukset|increase|increases|uplift|crosssell|cross sell|cross-sell|ristiinmyynti";
constexpr std::string_view kLess =
    "rückgang|rückgänge|lasku|reduktion|reduktionen|reduction|reductions|senkung|senkungen|preissenkung|"
    "preissenkungen|decrease|decreases|hinnanalennus|hinnanalennukset|alennukset";
constexpr std::string_view kBack = "winback|winbacks|win back|win-back|wiedergewonnen|wiedergewonnene|takaisin";

bool has_word(std::string_view folded, const std::vector<std::string>& words, std::string_view known) {
  return any_name(known, [&](std::string_view word) {
    const bool several = word.find_first_of(" -") != std::string_view::npos;
    return several ? folded.find(word) != std::string_view::npos
                   : std::find(words.begin(), words.end(), word) != words.end();
  });
}

/// "Retained after 3 months" and "geblieben nach einem Jahr" are of cohorts, not of the period.
bool says_after(const std::vector<std::string>& words, std::string_view name) {
  return name.find_first_of("0123456789") != std::string_view::npos ||
         has_word({}, words, "after|since|nach|seit|jälkeen|kuluttua");
}

/// "Austritte je 1.000 Mitglieder" is a rate.
bool says_per_thousand(const std::vector<std::string>& words, std::string_view name) {
  std::string digits;
  for (const char c : name) {
    if (is_digit(c)) digits += c;
  }
  return is_one_of("100|1000|10000", digits) && has_word({}, words, "per|pro|je|auf|kohti|kohden");
}

/// "Mitglieder am 31.12.", of every year: those at its end. A name with a year is read with the others of its table.
std::optional<Role> role_of_day(std::string_view folded) {
  if (folded.find("20") != std::string_view::npos || folded.find("19") != std::string_view::npos) return std::nullopt;
  if (has_part(folded, "31.12|31. dez|31 dec|dec 31|december 31|31. joulu")) return Role::Closing;
  return has_part(folded, "01.01.| 1.1.| 1. jan| 1 jan| 1. tammi") ? std::optional(Role::Opening) : std::nullopt;
}

bool has_stem(const std::vector<std::string>& words, std::string_view stems) {
  return any_name(stems, [&](std::string_view stem) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return begins_or_ends(word, stem); });
  });
}

/// What a name says in a table of revenue alone; Ignore where nothing.
Role role_in_revenue(std::string_view folded, const std::vector<std::string>& words) {
  if (has_word(folded, words, kBack)) return Role::Reactivated;
  if (has_word(folded, words, kMore)) return Role::MrrExpansion;
  return has_word(folded, words, kLess) ? Role::MrrContraction : Role::Ignore;
}

}  // namespace

CountName read_count_name(std::string_view column_name) {
  const auto has = [&](std::string_view sign) { return column_name.find(sign) != std::string_view::npos; };
  CountName name{.money = has("$") || has("€") || has("£") || says_yearly(column_name), .rate = has("%")};
  const std::vector<std::string> words = small_words(column_name, Digits::EndWords);
  const std::string folded = fold_case(column_name);
  name.planned = std::any_of(words.begin(), words.end(), says_plan) || has_word(folded, words, kOtherYear);
  name.summed = has_word(folded, words, kSummed) || has_stem(words, kSummedStems);
  name.mean = has_stem(words, kMean) || has_word({}, words, kMeanWords);
  name.aside = name.mean || has_word({}, words, kAside);
  name.people = words.size() == 1 && has_word({}, words, "active|actives|aktiv|aktive|aktiiviset|aktiivisia");
  const bool lone = words.size() == 1 || has_word({}, words, "davon|still|noch|yhä|edelleen");
  for (const CountWords& known : kCountWords) {
    if (!has_stem(words, known.stems)) continue;
    if (known.role == Role::Retained && (says_after(words, column_name) || !(name.people || lone))) continue;
    if (known.role == Role::Amount) name.money = true;
    else if (known.role == Role::ChurnRate) name.rate = true;
    else if (known.role == Role::CustomerId) name.people = true;
    else if (!name.named) name.role = known.role, name.named = true;
  }
  if (const Role role = role_in_revenue(folded, words); role != Role::Ignore && name.role == Role::Ignore) {
    name.role = role;
    name.only_of_revenue = name.named = true;
  }
  const bool nobody =
      name.role == Role::Churned && (has_word({}, words, kNobody) || says_per_thousand(words, column_name));
  if (nobody || (name.mean && name.role == Role::Time)) name.role = Role::Ignore;
  if (const auto role = role_of_day(folded); role && name.people && !name.named) name.role = *role, name.named = true;
  constexpr std::string_view kYears = "gj|wj|fy|saison|season|kausi|tilikausi|geschäftsjahr|wirtschaftsjahr";
  if (words.size() == 1 && has_word({}, words, kYears)) name = {.role = Role::Time, .named = true};
  return name;
}

std::optional<Role> find_count_role(std::string_view column_name) {
  const CountName name = read_count_name(column_name);
  if (name.money || name.rate) return Role::Ignore;
  if (name.only_of_revenue) return std::nullopt;
  return name.named && name.role != Role::RetentionRate && name.role != Role::Retained ? std::optional(name.role)
                                                                                       : std::nullopt;
}

}  // namespace kirnu
