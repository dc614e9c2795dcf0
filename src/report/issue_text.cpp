#include "report/issue_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "base/minus.h"
#include "text/number_format.h"
#include "text/shown_day.h"

namespace kirnu {
namespace {

/// Values that are fractions and read as percent; every other number is an amount or a count.
constexpr auto kShares =
    std::to_array<std::string_view>({"wrong", "right", "with_gross_new", "retention", "hidden_rate", "percent",
                                     "rate_before", "rate_after", "rate", "share"});

/// Values that are days, as programs write them.
constexpr auto kDays = std::to_array<std::string_view>({"date", "last", "dmy", "mdy"});

/// The number of a column that has no name in the file, "column 2"; empty for others.
std::string_view number_of_nameless(std::string_view name) {
  constexpr std::string_view kNameless = "column ", kDigits = "0123456789";
  if (!name.starts_with(kNameless)) return {};
  const std::string_view number = name.substr(kNameless.size());
  return number.find_first_not_of(kDigits) == std::string_view::npos ? number : std::string_view();
}

template <class List>
bool is_named(const List& list, const IssueValue& value) {
  return std::find(list.begin(), list.end(), value.name) != list.end();
}

/// Names of roles and kinds are said in the reader's words, days in the reader's way of writing.
std::string text_of(const IssueValue& value, const Words& words, Language language) {
  const std::string& text = *std::get_if<std::string>(&value.value);
  const std::optional<Date> day = is_named(kDays, value) ? read_iso_date(text) : std::nullopt;
  if (day) return shown_day(*day, words, language);
  if (value.name == "role") return say_role(words, text);
  std::string key = value.name.ends_with("kind") ? "kind." : "";
  if (value.name == "model") key = "choice.model.";
  if (key.empty()) return say_column(words, text);
  key += text;
  return words.has(key) ? words.say(key) : text;
}

std::string value_text(const IssueValue& value, const Words& words, Language language) {
  const double* number = std::get_if<double>(&value.value);
  if (number == nullptr) return text_of(value, words, language);
  if (is_named(kShares, value)) return with_minus(format_percent(*number, 2, language));
  const bool whole = std::trunc(*number) == *number;
  return with_minus(format_number(*number, whole ? 0 : 2, language));
}

}  // namespace

/// Roles that are fields or metrics too have their names.
std::string say_role(const Words& words, std::string_view role) {
  const std::string name(role);
  for (const std::string& key : {"role." + name, name + ".label", "metric." + name}) {
    if (words.has(key)) return words.say(key);
  }
  return name;
}

std::string say_column(const Words& words, std::string_view name) {
  const std::string_view number = number_of_nameless(name);
  return number.empty() ? std::string(name) : words.say("column.nameless", {{"number", std::string(number)}});
}

std::string issue_text(const Issue& issue, const Words& words, Language language) {
  WordValues values;
  for (const IssueValue& value : issue.values) values.emplace_back(value.name, value_text(value, words, language));
  std::string key = "issue." + std::string(issue_code_name(issue.code));
  // The same in a field that somebody types is no row that could be left out.
  if (!issue.line && !issue.field.empty() && words.has(key + ".typed")) key += ".typed";
  for (const IssueValue& value : issue.values) {  // the same in a table of another kind
    const std::string* kind = value.name == "kind" ? std::get_if<std::string>(&value.value) : nullptr;
    if (kind != nullptr && words.has(key + "." + *kind)) key += "." + *kind;
  }
  const double* rows = issue.values.empty() ? nullptr : std::get_if<double>(&issue.values.front().value);
  return words.say_count(key, rows != nullptr ? *rows : 0, values);
}

std::string issue_text_with_place(const Issue& issue, const Words& words, Language language) {
  std::string text = issue_text(issue, words, language);
  if (issue.line) {
    const WordValues place{{"text", text},
                           {"line", format_count(static_cast<double>(*issue.line), language)},
                           {"column", say_column(words, issue.column)}};
    const bool nameless = !number_of_nameless(issue.column).empty();  // "column 2" says itself that it is one
    const std::string_view key = issue.column.empty() ? "issue.at" : nameless ? "issue.at.nameless" : "issue.at.column";
    text = words.say(key, place);
  }
  if (issue.count > 1) {
    text =
        words.say("issue.times", {{"text", text}, {"count", format_count(static_cast<double>(issue.count), language)}});
  }
  return text;
}

}  // namespace kirnu
