#include "cli/usage_words.h"

#include <array>

namespace kirnu {
namespace {

struct Sentence {
  std::string_view en, de, fi;
};

/// In the order of UsageProblem; {} stands for what was found, in quotation marks, [] for what was expected.
constexpr auto kSentences = std::to_array<Sentence>({
    {"Say what to do: kirnu counts, kirnu report or kirnu --help.",
     "Bitte sagen, was zu tun ist: kirnu counts, kirnu report oder kirnu --help.",
     "Kerro, mitä tehdään: kirnu counts, kirnu report tai kirnu --help."},
    {"{} is not a command: counts, report or read.", "{} ist kein Befehl: counts, report oder read.",
     "{} ei ole komento: counts, report tai read."},
    {"{} is not a known option.", "Die Option {} gibt es nicht.", "Valitsinta {} ei ole."},
    {"{} needs a value.", "{} braucht einen Wert.", "{} vaatii arvon."},
    {"--lang takes en, de or fi, not {}.", "--lang nimmt en, de oder fi, nicht {}.",
     "--lang ottaa arvoksi en, de tai fi, ei {}."},
    {"--format takes text, json or csv, not {}.", "--format nimmt text, json oder csv, nicht {}.",
     "--format ottaa arvoksi text, json tai csv, ei {}."},
    {"--period takes day, week, month, quarter, half_year, year, fiscal_year, none or a number of days, not {}.",
     "--period nimmt day, week, month, quarter, half_year, year, fiscal_year, none oder eine Zahl von Tagen, nicht {}.",
     "--period ottaa arvoksi day, week, month, quarter, half_year, year, fiscal_year, none tai päivien määrän, ei {}."},
    {"--set takes KEY=VALUE, not {}.", "--set nimmt SCHLÜSSEL=WERT, nicht {}.",
     "--set vaatii muodon AVAIN=ARVO, ei {}."},
    {"{} is not a known setting.", "Die Einstellung {} gibt es nicht.", "Asetusta {} ei ole."},
    {"{} is not understood. Expected: [].", "{} ist nicht zu verstehen. Erwartet wird: [].",
     "Arvoa {} ei ymmärretä. Odotettu arvo: []."},
    {"{} is about a file, and there is none.", "{} betrifft eine Datei, und es gibt keine.",
     "{} koskee tiedostoa, eikä sellaista ole annettu."},
    {"{} is a count that is typed, and this file is no table of counts.",
     "{} ist eine getippte Anzahl, und diese Datei ist keine Tabelle mit Anzahlen.",
     "{} on kirjoitettu määrä, eikä tiedosto ole määrien taulukko."},
    {"{} cannot be read. Check the name and that you may read it.",
     "{} lässt sich nicht lesen. Bitte den Namen prüfen, und ob Sie die Datei lesen dürfen.",
     "Tiedostoa {} ei voi lukea. Tarkista nimi ja lukuoikeus."},
    {"No metric {} in this answer.", "Die Kennzahl {} kommt in dieser Antwort nicht vor.",
     "Tunnuslukua {} ei ole tässä vastauksessa."},
    {"A file is needed, or - for standard input.", "Es fehlt eine Datei, oder - für die Standardeingabe.",
     "Tiedosto puuttuu; - on vakiosyöte."},
    {"Too many files.", "Zu viele Dateien.", "Liian monta tiedostoa."},
});
static_assert(kSentences.size() == static_cast<std::size_t>(UsageProblem::TooManyFiles) + 1);

std::string_view in(const Sentence& sentence, Language language) {
  switch (language) {
    case Language::En: return sentence.en;
    case Language::De: return sentence.de;
    case Language::Fi: return sentence.fi;
  }
  return sentence.en;
}

}  // namespace

std::string usage_text(UsageProblem problem, Language language, std::string_view found, std::string_view expected) {
  constexpr Sentence kOpen{"“", "„", "”"}, kClose{"”", "“", "”"};
  constexpr Sentence kHelp{"\nSee kirnu --help.\n", "\nMehr: kirnu --help.\n", "\nOhje: kirnu --help.\n"};
  std::string text(in(kSentences[static_cast<std::size_t>(problem)], language));
  if (const std::size_t place = text.find("[]"); place != std::string::npos) text.replace(place, 2, expected);
  if (const std::size_t place = text.find("{}"); place != std::string::npos) {
    const std::string quoted =
        std::string(in(kOpen, language)) + std::string(found) + std::string(in(kClose, language));
    text.replace(place, 2, problem == UsageProblem::ValueNeeded ? std::string(found) : quoted);
  }
  return text + std::string(in(kHelp, language));
}

}  // namespace kirnu
