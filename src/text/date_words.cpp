#include "text/date_words.h"

#include <algorithm>
#include <array>

namespace kirnu {
namespace {

struct NumberedWord {
  std::string_view word;
  int number;
};

constexpr auto kMonths = std::to_array<NumberedWord>(
    {{"jan", 1},    {"january", 1},  {"januar", 1},   {"jän", 1},       {"jänner", 1}, {"jaenner", 1},
     {"feb", 2},    {"febr", 2},     {"february", 2}, {"februar", 2},   {"feber", 2},  {"mar", 3},
     {"march", 3},  {"mär", 3},      {"märz", 3},     {"mrz", 3},       {"maerz", 3},  {"marz", 3},
     {"apr", 4},    {"april", 4},    {"may", 5},      {"mai", 5},       {"jun", 6},    {"june", 6},
     {"juni", 6},   {"juno", 6},     {"jul", 7},      {"july", 7},      {"juli", 7},   {"aug", 8},
     {"august", 8}, {"sep", 9},      {"sept", 9},     {"september", 9}, {"oct", 10},   {"october", 10},
     {"okt", 10},   {"oktober", 10}, {"nov", 11},     {"november", 11}, {"dec", 12},   {"december", 12},
     {"dez", 12},   {"dezember", 12}});

constexpr auto kFinnishStems = std::to_array<NumberedWord>({{"tammi", 1},
                                                            {"helmi", 2},
                                                            {"maalis", 3},
                                                            {"huhti", 4},
                                                            {"touko", 5},
                                                            {"kesä", 6},
                                                            {"kesa", 6},
                                                            {"heinä", 7},
                                                            {"heina", 7},
                                                            {"elo", 8},
                                                            {"syys", 9},
                                                            {"loka", 10},
                                                            {"marras", 11},
                                                            {"joulu", 12}});

/// Of tammikuu: short forms, nominative, partitive, genitive, inessive, illative, elative.
constexpr auto kFinnishEndings =
    std::to_array<std::string_view>({"", "k", "kuu", "kuuta", "kuun", "kuussa", "kuuhun", "kuusta"});

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"mon",        "monday",    "tue",      "tues",     "tuesday",  "wed",         "wednesday", "thu",
     "thur",       "thurs",     "thursday", "fri",      "friday",   "sat",         "saturday",  "sun",
     "sunday",     "mo",        "montag",   "di",       "dienstag", "mi",          "mittwoch",  "do",
     "donnerstag", "fr",        "freitag",  "sa",       "samstag",  "sonnabend",   "so",        "sonntag",
     "ma",         "maanantai", "ti",       "tiistai",  "ke",       "keskiviikko", "to",        "torstai",
     "pe",         "perjantai", "la",       "lauantai", "su",       "sunnuntai"});

/// In minutes. Names that several zones share, such as IST, are left out.
constexpr auto kZones = std::to_array<NumberedWord>(
    {{"z", 0},       {"utc", 0},    {"gmt", 0},    {"wet", 0},    {"west", 60},  {"cet", 60},   {"cest", 120},
     {"mez", 60},    {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},  {"est", -300}, {"edt", -240},
     {"cst", -360},  {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540},
     {"akdt", -480}, {"hst", -600}, {"jst", 540},  {"aest", 600}, {"aedt", 660}});

/// What people write for the end of what still runs.
constexpr auto kNever = std::to_array<std::string_view>({"never",
                                                         "ongoing",
                                                         "present",
                                                         "current",
                                                         "currently",
                                                         "active",
                                                         "open",
                                                         "open-ended",
                                                         "open ended",
                                                         "running",
                                                         "until further notice",
                                                         "indefinite",
                                                         "indefinitely",
                                                         "no end",
                                                         "no end date",
                                                         "not ended",
                                                         "still active",
                                                         "still running",
                                                         "today",
                                                         "now",
                                                         "to date",
                                                         "laufend",
                                                         "läuft",
                                                         "läuft noch",
                                                         "läuft weiter",
                                                         "noch aktiv",
                                                         "unbefristet",
                                                         "unbegrenzt",
                                                         "ungekündigt",
                                                         "nicht gekündigt",
                                                         "offen",
                                                         "aktiv",
                                                         "aktuell",
                                                         "heute",
                                                         "bis heute",
                                                         "kein ende",
                                                         "auf unbestimmte zeit",
                                                         "unbestimmte zeit",
                                                         "bis auf weiteres",
                                                         "toistaiseksi",
                                                         "toistaiseksi voimassa",
                                                         "voimassa toistaiseksi",
                                                         "toistaiseksi voimassa oleva",
                                                         "voimassa",
                                                         "voimassa oleva",
                                                         "jatkuu",
                                                         "jatkuva",
                                                         "avoin",
                                                         "auki",
                                                         "aktiivinen",
                                                         "nykyinen",
                                                         "nykyhetki",
                                                         "tänään",
                                                         "ei päätöstä",
                                                         "ei päättynyt",
                                                         "ei irtisanottu",
                                                         "määräämätön",
                                                         "no",
                                                         "not yet",
                                                         "nein",
                                                         "noch nicht",
                                                         "ei",
                                                         "ei vielä"});

template <class List>
std::optional<int> find_number(const List& list, std::string_view word) {
  const auto found =
      std::find_if(list.begin(), list.end(), [word](const NumberedWord& known) { return known.word == word; });
  return found == list.end() ? std::nullopt : std::optional<int>(found->number);
}

}  // namespace

std::optional<int> find_month(std::string_view lower_word) {
  if (const auto month = find_number(kMonths, lower_word)) return month;
  for (const NumberedWord& stem : kFinnishStems) {
    if (!lower_word.starts_with(stem.word)) continue;
    const std::string_view ending = lower_word.substr(stem.word.size());
    if (std::find(kFinnishEndings.begin(), kFinnishEndings.end(), ending) != kFinnishEndings.end()) return stem.number;
  }
  return std::nullopt;
}

bool is_weekday(std::string_view lower_word) {
  for (const std::string_view ending : {"", "na"}) {  // maanantaina: on a Monday
    if (!lower_word.ends_with(ending)) continue;
    const std::string_view day = lower_word.substr(0, lower_word.size() - ending.size());
    if (std::find(kWeekdays.begin(), kWeekdays.end(), day) != kWeekdays.end()) return true;
  }
  return false;
}

bool says_never(std::string_view lower_word) {
  return std::find(kNever.begin(), kNever.end(), lower_word) != kNever.end();
}

std::optional<int> find_zone(std::string_view lower_word) { return find_number(kZones, lower_word); }

}  // namespace kirnu
