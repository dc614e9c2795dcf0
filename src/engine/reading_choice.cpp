// The keys of --set that say how files are read.
#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "engine/choices.h"
#include "state/field_value.h"
#include "text/encoding.h"

namespace kirnu {
namespace {

using V = std::string_view;

constexpr V kColumn = "column.";

/// The value of one of a few words; absent for another word.
template <class Value, std::size_t N>
std::optional<Value> one_of(std::string_view word, const std::pair<std::string_view, Value> (&words)[N]) {
  for (const auto& [known, value] : words) {
    if (known == word) return value;
  }
  return std::nullopt;
}

std::optional<bool> yes_no(std::string_view word) { return one_of<bool>(word, {{"yes", true}, {"no", false}}); }

/// Takes what was found, or takes the choice back where nothing was said; false when something was said that is no
/// choice.
template <class Value>
bool take(std::optional<Value>& place, std::string_view said, std::optional<Value> found) {
  if (!said.empty() && !found) return false;
  place = found;
  return true;
}

template <class Value>
bool take(Value& place, std::string_view said, std::optional<Value> found, Value usual = {}) {
  if (!said.empty() && !found) return false;
  place = found.value_or(usual);
  return true;
}

/// One or two characters, or a word for them.
bool take_delimiter(std::optional<std::string>& place, std::string_view said) {
  const std::optional<V> named = one_of<V>(said, {{"comma", ","},
                                                  {"semicolon", ";"},
                                                  {"colon", ":"},
                                                  {"pipe", "|"},
                                                  {"tab", "tab"},
                                                  {"\\t", "tab"},
                                                  {"space", "spaces"},
                                                  {"spaces", "spaces"},
                                                  {"aligned", "aligned"},
                                                  {"none", "none"}});
  const auto characters = std::count_if(said.begin(), said.end(), [](char c) { return (c & 0xC0) != 0x80; });
  if (!named && characters > 2) return false;
  place = said.empty() ? std::nullopt : std::optional(std::string(named.value_or(said)));
  return true;
}

bool take_role(ImportChoice& choice, std::string name, std::string_view said) {
  if (said.empty()) return choice.roles.erase(name), true;
  const std::optional<Role> role = find_role(said);
  if (role) choice.roles[std::move(name)] = *role;
  return role.has_value();
}

using C = ImportChoice;

constexpr V kYesNo = "yes or no";

struct ReadingKey {
  V key;
  V values;  ///< what it understands
  bool (*take)(C&, V);
};

constexpr auto kReadingKeys = std::to_array<ReadingKey>({
    {"kind", "counts, lists, subscriptions, transactions, survival, retention or reasons",
     [](C& c, V v) { return take(c.kind, v, find_fact_kind(v)); }},
    {"encoding", "utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15 or macintosh",
     [](C& c, V v) { return take(c.table.encoding, v, find_encoding(v)); }},
    {"delimiter", "one or two characters, or comma, semicolon, colon, pipe, tab, spaces, aligned or none",
     [](C& c, V v) { return take_delimiter(c.table.dialect.delimiter, v); }},
    {"quote", "\", ' or none",
     [](C& c, V v) {
       return take(c.table.dialect.quote, v, one_of<char>(v, {{"\"", '"'}, {"'", '\''}, {"none", '\0'}}));
     }},
    {"header", kYesNo, [](C& c, V v) { return take(c.table.dialect.header, v, yes_no(v)); }},
    {"header_rows", "1 or 2",
     [](C& c, V v) {
       return take(c.table.dialect.header_rows, v, one_of<int>(v, {{"1", 1}, {"2", 2}}));
     }},
    {"decimal", ", or .",
     [](C& c, V v) {
       return take(c.decimal, v, one_of<DecimalMark>(v, {{",", DecimalMark::Comma}, {".", DecimalMark::Point}}));
     }},
    {"date_order", "dmy, mdy or ymd",
     [](C& c, V v) {
       return take(c.date_order, v,
                   one_of<DateOrder>(v, {{"dmy", DateOrder::Dmy}, {"mdy", DateOrder::Mdy}, {"ymd", DateOrder::Ymd}}));
     }},
    {"minor_units", kYesNo, [](C& c, V v) { return take(c.minor_units, v, yes_no(v)); }},
    {"event_value", "a value of the column", [](C& c, V v) { return c.event_value = cut_utf8(v, kLongestText), true; }},
    {"check", "fields", [](C& c, V v) { return c.table.count_fields = v == "fields", v.empty() || v == "fields"; }},
    {"duplicates", "sum, latest or reject",
     [](C& c, V v) {
       return take(c.duplicates, v,
                   one_of<Duplicates>(
                       v, {{"sum", Duplicates::Sum}, {"latest", Duplicates::Latest}, {"reject", Duplicates::Reject}}));
     }},
    {"ids_trim", kYesNo, [](C& c, V v) { return take(c.ids.trim, v, yes_no(v), true); }},
    {"ids_email_case", kYesNo, [](C& c, V v) { return take(c.ids.email_case, v, yes_no(v), true); }},
    {"ids_unicode", kYesNo, [](C& c, V v) { return take(c.ids.unicode, v, yes_no(v), true); }},
});

const ReadingKey* find_key(std::string_view key) {
  for (const ReadingKey& known : kReadingKeys) {
    if (known.key == key) return &known;
  }
  return nullptr;
}

}  // namespace

bool is_reading_key(std::string_view key) { return key.starts_with(kColumn) || find_key(key) != nullptr; }

std::string_view reading_values(std::string_view key) {
  if (key.starts_with(kColumn)) return "a role such as customer_id, start, end, date, amount, plan or ignore";
  const ReadingKey* known = find_key(key);
  return known != nullptr ? known->values : V();
}

bool take_reading_choice(ImportChoice& choice, std::string_view key, std::string_view value) {
  if (key.starts_with(kColumn)) return take_role(choice, std::string(key.substr(kColumn.size())), value);
  const ReadingKey* known = find_key(key);
  return known != nullptr && known->take(choice, value);
}

ImportChoice reading_choice(const State& state) {
  ImportChoice choice;
  for (const auto& [key, value] : state.choices) {
    if (key == "segment") choice.segment = value;
    take_reading_choice(choice, key, value);
  }
  return choice;
}

}  // namespace kirnu
