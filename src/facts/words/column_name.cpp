#include "facts/words/column_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "text/billing_interval.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

struct Spelling {
  std::string_view written, plain;
};

/// Letters that people also write without their marks.
constexpr auto kLetters = std::to_array<Spelling>(
    {{"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"ß", "ss"}, {"å", "a"}, {"é", "e"}, {"è", "e"}, {"á", "a"}, {"ñ", "n"}});

/// Ends of the plain name that tell the unit of an amount.
constexpr auto kMinorEnds =
    std::to_array<std::string_view>({"incents", "cents", "incent", "cent", "minorunits", "minor", "paise", "inpaise",
                                     "pence", "inpence", "sentteina", "sentit", "sentti"});
constexpr auto kCurrencyEnds = std::to_array<std::string_view>(
    {"ineur", "inusd", "ingbp", "inchf", "ineuro", "eur", "usd", "gbp", "chf", "euro", "euros", "euroa", "sek", "inr"});

bool is_kept(char c) { return is_ascii_lower(c) || is_digit(c); }

/// Combining marks (U+0300–U+036F), and signs and spaces that are no letters (U+0080–U+00BF, U+2000–U+2BFF).
bool is_sign(std::string_view letter) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(letter[i]); };
  if (letter.size() == 2) return byte(0) == 0xC2 || byte(0) == 0xCC || (byte(0) == 0xCD && byte(1) < 0xB0);
  return letter.size() == 3 && byte(0) == 0xE2 && byte(1) < 0xB0;
}

std::size_t letter_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

void add_letter(std::string& out, std::string_view letter) {
  if (letter.size() == 1) {
    if (is_kept(letter[0])) out += letter[0];
    return;
  }
  const auto known =
      std::find_if(kLetters.begin(), kLetters.end(), [&](const Spelling& s) { return s.written == letter; });
  if (known != kLetters.end()) out += known->plain;
  else if (!is_sign(letter)) out += letter;
}

/// The name without brackets and what they hold.
std::string without_brackets(std::string_view name) {
  std::string out;
  int depth = 0;
  for (const char c : name) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

template <class List>
std::string_view end_in(const List& ends, std::string_view plain) {
  for (const std::string_view end : ends) {
    if (plain.size() > end.size() + 2 && plain.ends_with(end)) return end;
  }
  return {};
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

}  // namespace

std::string plain_name(std::string_view name) {
  const std::string folded = fold_case(name);
  std::string plain;
  plain.reserve(folded.size());
  for (std::string_view rest = folded; !rest.empty();) {
    const std::size_t size = letter_size(rest);
    add_letter(plain, rest.substr(0, size));
    rest.remove_prefix(size);
  }
  // What is left of "ae", "oe" and "ue" is their first letter, as of "ä", "ö" and "ü".
  std::size_t kept = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[kept++] = plain[i];
    const bool may_pair = c == 'a' || c == 'o' || c == 'u';
    if (may_pair && i + 1 < plain.size() && plain[i + 1] == 'e') ++i;
  }
  plain.resize(kept);
  return plain;
}

bool says_yearly(std::string_view name) {
  const std::string folded = fold_case(name);
  const auto is_letter = [&](std::size_t i) { return i < folded.size() && is_ascii_lower(folded[i]); };
  for (std::size_t at = folded.find("arr"); at != std::string::npos; at = folded.find("arr", at + 1)) {
    if (!is_letter(at - 1) && !is_letter(at + 3)) return true;
  }
  constexpr std::string_view kYearly[] = {"annual",  "yearly",     "peryear",  "projahr",   "jejahr",
                                          "imjahr",  "jahresbeit", "jahrespr", "jahresgeb", "jahresums",
                                          "vuosima", "vuosihin",   "vuodessa"};
  const std::string plain = plain_name(name);
  return std::any_of(std::begin(kYearly), std::end(kYearly),
                     [&](std::string_view part) { return plain.find(part) != std::string::npos; });
}

namespace {

/// Of how many months an amount is: "MRR", "Preis/Monat", "vuosimaksu", "Preis pro Quartal"; 0 where nobody says.
double months_in(std::string_view name) {
  if (says_yearly(name)) return 12;
  if (name.find_first_of("0123456789") != std::string_view::npos) return 0;
  if (plain_name(name).find("mrr") != std::string::npos) return 1;
  const std::optional<BillingInterval> interval = read_billing_interval(name);
  const bool said = interval && (interval->months < 12 || name.find('/') != std::string_view::npos);
  return said ? interval->months : 0;
}

}  // namespace

ColumnName read_column_name(std::string_view name) {
  ColumnName out{.months = months_in(name)};
  for (const std::string_view sign : {"€", "$", "£"})
    out.money = out.money || name.find(sign) != std::string_view::npos;
  add_once(out.plain, plain_name(name));
  const std::string bare = plain_name(without_brackets(name));
  add_once(out.plain, bare);
  const std::string whole = out.plain.empty() ? std::string() : out.plain.front();
  out.minor_units = !end_in(kMinorEnds, whole).empty();
  for (const std::string& plain : {whole, bare}) {
    std::string_view end = end_in(kMinorEnds, plain);
    if (end.empty()) end = end_in(kCurrencyEnds, plain);
    if (!end.empty()) add_once(out.plain, plain.substr(0, plain.size() - end.size()));
  }
  for (const std::string_view end : {"timestamp", "datetime", "ts", "dt"}) {  // start_ts, order_timestamp
    if (whole.size() > end.size() + 2 && whole.ends_with(end) && name.find_first_of("_ -.") != std::string_view::npos)
      add_once(out.plain, whole.substr(0, whole.size() - end.size()) + "date");
  }
  for (const std::string_view joint : {" / ", " - "}) {  // of a header of two rows; "Deal - Value"
    const std::size_t group = name.rfind(joint);
    if (group != std::string_view::npos) add_once(out.plain, plain_name(name.substr(group + joint.size())));
  }
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot + 2 < name.size()) {
    const std::string last = plain_name(name.substr(dot + 1));
    if (last != "time") add_once(out.plain, last);  // "diag.time" is the time of something else
  }
  if (out.months == 12) add_once(out.plain, "arr");
  return out;
}

}  // namespace kirnu
