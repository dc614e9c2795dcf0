#pragma once
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "base/language.h"

namespace kirnu {

/// Everything a person has chosen, as small as a link: what was typed (as typed), what was selected, what is open.
/// Rows of a file are never part of it.
struct State {
  Language language = Language::En;
  std::string theme = "auto";                 ///< auto, light, dark
  std::string controls = "full";              ///< full, min, none: how much of the form is shown
  std::string job = "all";                    ///< what the page is for: all, or one question and what belongs to it
  bool example = true;                        ///< still the worked example, untouched
  std::string sample = {};                    ///< id of the sample whose files are the data; empty: none is
  std::map<std::string, std::string> fields;  ///< input id → text as typed, in the language's habit
  std::string period = "year";                ///< day … year, "days" (the field says how many) or "none"
  std::string definition = "start_base";
  std::string benchmark = {};      ///< id of the published figure to compare with; empty: the usual one of the facts
  std::string audience = "all";    ///< of the figures to choose from: all, b2b, b2c
  std::string industry = "all";    ///< of these, "all" or one of the figures' industries
  std::string own_time_zone = {};  ///< where the reader is, as the surface says; files are read by it
  std::set<std::string> open;      ///< ids of the disclosures that are open
  std::map<std::string, std::string>
      choices;  ///< other keys of --set → value: how files are read, what is asked of them
};

/// What kind of number a field takes.
enum class FieldKind { Count, Money, Share, Days, Date, Text };

struct FieldSpec {
  std::string_view id;
  FieldKind kind;
};

/// Every field of the page that State keeps, in reading order.
std::span<const FieldSpec> all_fields();

/// The field of an id; null when State keeps none of that name.
const FieldSpec* find_field(std::string_view id);

/// Sets a field or a choice (theme, controls, job, period, definition, benchmark,
/// audience, industry, own_time_zone). False for an unknown id or a value
/// that is none of the choices; State is then unchanged. Text longer than the field takes is cut.
bool set_value(State&, std::string_view id, std::string_view value);

/// Keeps a choice about files; an empty value takes it back. False when there are too many, or it is too long.
bool set_choice(State&, std::string_view key, std::string_view value);

/// The longest text State keeps for the paste box, in bytes; other fields keep 200.
inline constexpr std::size_t kLongestPaste = 1'000'000;
inline constexpr std::size_t kLongestText = 200;

/// The fields that say what a table of counts says too.
inline constexpr auto kTypedCounts =
    std::to_array<std::string_view>({"start", "lost", "new", "end", "new_left", "left_and_returned", "returned"});

/// The fields of the days that a question about files is of: its first, its last, and where the data end.
inline constexpr auto kQuestionDays = std::to_array<std::string_view>({"from", "last_day", "as_of"});

/// The worked example that the page opens on, in the language's habit: a year of a shop, and its twelve months.
State example_state(Language);

/// The ids of all samples of files, in the order in which they are offered.
std::span<const std::string_view> all_samples();

/// A State with nothing typed.
State empty_state(Language);

/// Opens or closes a disclosure.
void set_open(State&, std::string_view id, bool open);

/// The field's text, empty when nothing was typed.
std::string_view field_text(const State&, std::string_view id);

/// State as JSON of version 1, keys in a fixed order.
std::string write_state(const State&);

/// Reads write_state()'s JSON. Unknown keys and values out of range are left out; absent when it is no State at all:
/// not JSON, another version, deeper than 32 or longer than 6.1 MB.
std::optional<State> read_state(std::string_view json);

/// The fragment of a link, "#v1;start=1500;lost=250;period=year": numbers with a decimal point, whatever the language.
/// The paste box and what is open stay out.
std::string write_link(const State&);

/// Reads a link's fragment into a new State in `language`. Unknown keys beside known ones and anything after a second
/// '#' are left out. Absent for another version, bad percent escapes, more than 4 kB, a part that is no key with a
/// value, an unreadable value of a known key, and where there are parts but no known key.
std::optional<State> read_link(std::string_view fragment, Language language);

/// Writes the texts of all readable numbers anew in the habit of `language`, and selects it.
void change_language(State&, Language language);

}  // namespace kirnu
