#include "table/comment_rows.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/name_list.h"
#include "text/date_reader.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::string_view kLineEnds = "\r\n";

/// The next line without its end, taken off `text` with it.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of(kLineEnds), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The line above the header of DATEV's files, which says who wrote them.
bool is_datev_head(std::string_view line) {
  return line.starts_with("EXTF;") || line.starts_with("\"EXTF\";") || line.starts_with("DTVF;") ||
         line.starts_with("\"DTVF\";");
}

constexpr std::size_t kLongestNote = 80;  ///< so much of a cell is looked at

constexpr auto kPages = std::to_array<std::string_view>({"seite", "page", "sivu", "s.", "p."});
constexpr auto kMade = std::to_array<std::string_view>(
    {"stand", "erstellt", "gedruckt", "ausgedruckt", "druckdatum", "exportiert", "aktualisiert", "created", "generated",
     "printed", "exported", "updated", "tulostettu", "luotu", "laadittu", "päivitetty", "tilanne"});
constexpr auto kSums =
    std::to_array<std::string_view>({"summe", "gesamt", "insgesamt", "anzahl", "yhteensä", "yht.", "lukumäärä"});

constexpr std::string_view kOf = "von|of|/";
constexpr std::string_view kLabels =
    "anzahl|quelle|datenquelle|source|count|lähde|hinweis|anmerkung|huom|huomautus|datum|date|päiväys|"
    "summe|gesamt|gesamtsumme|total|yhteensä|yht";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The next word and what separates it, taken off `text`.
std::string_view next_word(std::string_view& text) {
  text = trim(text);
  const std::size_t end = std::min(text.find_first_of(" /"), text.size());
  const std::string_view word = text.substr(0, std::max<std::size_t>(end, text.starts_with('/') ? 1 : 0));
  text.remove_prefix(word.size());
  return word;
}

/// "Anzahl Kunden: 8", "Asiakkaita yhteensä: 8", "Raportti luotu: 2.1.2024": few words, and one of them says what it
/// is.
bool begins_with_label(std::string_view text) {
  constexpr int kMostWords = 3;
  text = text.substr(0, text.find(':'));
  bool label = false;
  int words = 0;
  for (; !trim(text).empty(); ++words) {
    const std::string_view word = next_word(text);
    label = label || is_one_of(kLabels, word) || std::find(kMade.begin(), kMade.end(), word) != kMade.end();
  }
  return label && words <= kMostWords;
}

/// "5", "5 asiakasta" behind a word for a sum.
bool is_count(std::string_view text) {
  if (!is_number(next_word(text))) return false;
  next_word(text);
  return trim(text).empty();
}

/// "1", "1 von 2", "1/2"
bool are_pages(std::string_view text) {
  if (!is_number(next_word(text))) return false;
  return trim(text).empty() || (is_one_of(kOf, next_word(text)) && is_number(next_word(text)) && trim(text).empty());
}

/// A day, perhaps behind a word: "am 03.01.2024 von Petra".
bool begins_with_day(std::string_view text) {
  for (int words = 0; words < 2; ++words) {
    std::string_view word = next_word(text);
    while (word.ends_with(',') || word.ends_with(':')) word.remove_suffix(1);
    if (has_shape_of_date(word)) return true;
  }
  return false;
}

/// How long the word is with which a cell begins, in capitals or not; 0 where it is none of these.
std::size_t word_at_start(std::span<const std::string_view> words, std::string_view cell) {
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  for (const std::string_view word : words) {
    if (!same(word[0], cell[0]) || cell.size() <= word.size()) continue;
    const bool ends = cell[word.size()] == ' ' || cell[word.size()] == ':';
    if (ends && std::equal(word.begin(), word.end(), cell.begin(), same)) return word.size();
  }
  return 0;
}

/// Quick, since every row is asked: words, and a number or a colon behind them.
bool may_be_footnote(std::string_view cell) {
  bool words = false, said = false;
  for (const char c : cell.substr(0, kLongestNote)) {
    words = words || c == ' ' || c == ':';
    said = said || c == ':' || is_digit(c);
  }
  return words && said && (cell[0] < '0' || cell[0] > '9');
}

}  // namespace

bool begins_footnote(std::string_view cell) {
  cell = trim(cell).substr(0, kLongestNote);
  if (cell.starts_with('*')) return cell.size() > 2 && (cell[1] == ' ' || cell[1] == ')');
  if (!may_be_footnote(cell)) return false;
  const bool colon = cell.find(':') != std::string_view::npos;
  if (const std::size_t word = word_at_start(kPages, cell)) return are_pages(cell.substr(word));
  if (const std::size_t word = word_at_start(kMade, cell)) return colon || begins_with_day(cell.substr(word));
  if (const std::size_t word = word_at_start(kSums, cell)) return colon || is_count(cell.substr(word));
  return colon && begins_with_label(fold_case(cell));
}

bool is_footnote(std::span<const std::string_view> cells) {
  const auto is_empty = [](std::string_view cell) { return trim(cell).empty(); };
  const auto first = std::find_if_not(cells.begin(), cells.end(), is_empty);
  if (first == cells.end()) return false;
  const auto more = std::count_if(first + 1, cells.end(), [&](std::string_view cell) { return !is_empty(cell); });
  const bool label = trim(*first).ends_with(':');
  return more <= (label ? 1 : 0) && begins_footnote(*first);
}

bool begins_comment(std::string_view text) {
  constexpr std::string_view kAfter = " #!-=*";
  return text.starts_with('#') && (text.size() == 1 || kAfter.find(text[1]) != std::string_view::npos);
}

bool is_comment(std::span<const std::string_view> cells) {
  return !cells.empty() && begins_comment(cells[0]) &&
         std::all_of(cells.begin() + 1, cells.end(), [](std::string_view cell) { return trim(cell).empty(); });
}

namespace {

/// Units, kinds of values and whether they must be there, each between spaces.
constexpr std::string_view kColumnWords =
    " stück stk stk. anzahl kpl kappaletta pcs pieces units eur euro € usd $ chf gbp sek % prozent percent prosenttia "
    "monate months kuukautta kk tage days päivää text string str varchar char nvarchar object date datetime timestamp "
    "number numeric integer int bigint float double decimal boolean bool int64 float64 datum zahl ganzzahl dezimalzahl "
    "dezimal teksti merkkijono päivämäärä pvm luku numero kokonaisluku desimaaliluku pflichtfeld pflicht pflichtangabe "
    "optional required mandatory freiwillig pakollinen valinnainen vapaaehtoinen ja/nein yes/no kyllä/ei ";

/// "TT.MM.JJJJ", "yyyy-mm-dd hh:mm", "pp.kk.vvvv".
bool is_pattern_of_days(std::string_view small) {
  const bool months = small.find("mm") != std::string_view::npos || small.find("kk") != std::string_view::npos;
  return months && small.size() > 6 && small.find_first_not_of("tmjdypkvhs.-/: ") == std::string_view::npos;
}

bool explains_column(std::string_view cell) {
  const std::string small = fold_case(cell.substr(0, kLongestNote));
  std::string_view word = trim(small);
  if (word.starts_with('(') || word.starts_with('[')) word = trim(word.substr(1, word.size() - 2));
  for (const std::string_view example : {"z. b. ", "z.b. ", "e.g. ", "esim. ", "bsp. ", "beispiel: ", "example: "}) {
    if (word.starts_with(example)) return true;
  }
  word = word.substr(0, word.find('('));  // varchar(20)
  return is_pattern_of_days(word) || (!word.empty() && word.find(' ') == std::string_view::npos &&
                                      kColumnWords.find(" " + std::string(word) + " ") != std::string_view::npos);
}

}  // namespace

bool explains_columns(std::span<const std::string> cells) {
  std::size_t filled = 0;
  for (const std::string& cell : cells) {
    if (trim(cell).empty()) continue;
    if (!explains_column(cell)) return false;
    ++filled;
  }
  return filled > 1;
}

CommentsAbove find_comments_above(std::string_view sample) {
  CommentsAbove comments;
  for (std::string_view rest = sample; !rest.empty();) {
    const std::string_view line = next_line(rest);
    if (trim(line).empty()) continue;
    if (!begins_comment(line) && !is_datev_head(line)) break;
    ++comments.rows;
    comments.last = line;
    comments.bytes = sample.size() - rest.size();
  }
  return comments;
}

bool has_comments(std::string_view sample) {
  std::size_t lines = 0, comments = 0;
  while (!sample.empty()) {
    const std::string_view line = next_line(sample);
    lines += trim(line).empty() ? 0U : 1U;
    comments += begins_comment(line) ? 1U : 0U;
  }
  return comments > 0 && comments * 2 < lines;
}

}  // namespace kirnu
