#include "engine/choices.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/date.h"
#include "state/field_value.h"
#include "text/encoding.h"
#include "text/number_format.h"

namespace kirnu {
namespace {

constexpr std::string_view kColumn = "column.";
constexpr auto kReadingKeys = std::to_array<std::string_view>(
    {"kind", "encoding", "delimiter", "quote", "header", "header_rows", "decimal", "date_order", "minor_units",
     "event_value", "check", "duplicates", "ids_trim", "ids_email_case", "ids_unicode"});

/// Fields of the page that are asked of files too.
constexpr auto kFileFields =
    std::to_array<std::string_view>({"arpa", "margin", "discount", "acquisition_cost", "threshold", "fit_periods",
                                     "horizon", "cohort_size", "inactive_days", "tau", "kept"});

constexpr auto kDays = std::to_array<std::string_view>({"from", "last_day", "as_of"});

/// The days of the two windows of an order file, as people name them: with the last one.
constexpr auto kWindowDays =
    std::to_array<std::string_view>({"before_from", "before_last", "after_from", "after_last"});

std::optional<std::int32_t> day_of(const State& state, std::string_view id) {
  const std::optional<double> day = read_field(*find_field(id), field_text(state, id), state.language).value;
  return day ? std::optional(static_cast<std::int32_t>(*day)) : std::nullopt;
}

/// "before_from" and "before_last" are the window "before" once both are there.
void take_windows(QuestionSettings& settings, const State& state) {
  for (std::size_t i = 0; i < kWindowDays.size(); i += 2) {
    const auto first = day_of(state, kWindowDays[i]), last = day_of(state, kWindowDays[i + 1]);
    if (first && last)
      take_setting(settings, kWindowDays[i].substr(0, kWindowDays[i].find('_')),
                   write_date({.days = *first}) + "/" + write_date({.days = *last + 1}));
  }
}

/// The value of one of a few words; absent for another word.
template <class Value, std::size_t N>
std::optional<Value> one_of(std::string_view word, const std::pair<std::string_view, Value> (&words)[N]) {
  for (const auto& [known, value] : words) {
    if (known == word) return value;
  }
  return std::nullopt;
}

/// Takes the value, or takes the choice back where nothing was said; false when something was said that is no choice.
template <class Value>
bool take(std::optional<Value>& place, std::string_view said, std::optional<Value> value) {
  if (!said.empty() && !value) return false;
  place = value;
  return true;
}

template <class Value>
bool take(Value& place, std::string_view said, std::optional<Value> value) {
  if (!said.empty() && !value) return false;
  place = value.value_or(Value{});
  return true;
}

/// The rule that a key switches; null for another key.
bool* id_rule(IdRules& rules, std::string_view key) {
  if (key == "ids_trim") return &rules.trim;
  if (key == "ids_email_case") return &rules.email_case;
  return key == "ids_unicode" ? &rules.unicode : nullptr;
}

bool take_role(ImportChoice& choice, std::string name, std::string_view value) {
  if (value.empty()) return choice.roles.erase(name), true;
  const std::optional<Role> role = find_role(value);
  if (role) choice.roles[std::move(name)] = *role;
  return role.has_value();
}

}  // namespace

bool is_reading_key(std::string_view key) {
  return key.starts_with(kColumn) || std::find(kReadingKeys.begin(), kReadingKeys.end(), key) != kReadingKeys.end();
}

bool take_reading_choice(ImportChoice& choice, std::string_view key, std::string_view value) {
  if (key.starts_with(kColumn)) return take_role(choice, std::string(key.substr(kColumn.size())), value);
  if (key == "kind") return take(choice.kind, value, find_fact_kind(value));
  if (key == "encoding") return take(choice.table.encoding, value, find_encoding(value));
  if (key == "delimiter") {
    return take(choice.table.dialect.delimiter, value,
                value.size() > 8 || value.empty() ? std::nullopt : std::optional(std::string(value)));
  }
  if (key == "event_value") return choice.event_value = value.substr(0, kLongestText), true;
  const auto yes_no = one_of<bool>(value, {{"yes", true}, {"no", false}});
  if (key == "header") return take(choice.table.dialect.header, value, yes_no);
  if (key == "header_rows")
    return take(choice.table.dialect.header_rows, value, one_of<int>(value, {{"1", 1}, {"2", 2}}));
  if (key == "quote")
    return take(choice.table.dialect.quote, value, one_of<char>(value, {{"\"", '"'}, {"'", '\''}, {"none", '\0'}}));
  if (key == "duplicates") {
    return take(choice.duplicates, value,
                one_of<Duplicates>(
                    value, {{"sum", Duplicates::Sum}, {"latest", Duplicates::Latest}, {"reject", Duplicates::Reject}}));
  }
  if (bool* rule = id_rule(choice.ids, key)) {
    if (!value.empty() && !yes_no) return false;
    *rule = yes_no.value_or(true);
    return true;
  }
  if (key == "check") return choice.table.count_fields = value == "fields", value.empty() || value == "fields";
  if (key == "minor_units") return take(choice.minor_units, value, yes_no);
  if (key == "decimal") {
    return take(choice.decimal, value,
                one_of<DecimalMark>(value, {{",", DecimalMark::Comma}, {".", DecimalMark::Point}}));
  }
  if (key == "date_order") {
    return take(choice.date_order, value,
                one_of<DateOrder>(value, {{"dmy", DateOrder::Dmy}, {"mdy", DateOrder::Mdy}, {"ymd", DateOrder::Ymd}}));
  }
  return false;
}

ImportChoice reading_choice(const State& state) {
  ImportChoice choice;
  for (const auto& [key, value] : state.choices) {
    if (key == "segment") choice.segment = value;
    take_reading_choice(choice, key, value);
  }
  return choice;
}

QuestionSettings question_settings(const State& state) {
  QuestionSettings settings;
  take_setting(settings, "time_zone", state.own_time_zone);
  for (const auto& [key, value] : state.choices) {
    if (!is_reading_key(key)) take_setting(settings, key, value);
  }
  take_setting(settings, "definition", state.definition);
  if (!settings.period && !settings.fiscal_year && state.period == "days") {
    const FieldValue days = read_field(*find_field("days"), field_text(state, "days"), state.language);
    if (days.value && *days.value > 0) settings.period = period_of_days(*days.value);
  } else if (!settings.period && !settings.fiscal_year && state.period != "none") {
    take_setting(settings, "period", state.period);
  }
  for (const std::string_view id : kFileFields) {
    const FieldSpec& field = *find_field(id);
    const FieldValue read = read_field(field, field_text(state, id), state.language);
    if (!read.value) continue;
    const bool share = field.kind == FieldKind::Share;
    take_setting(settings, id, shortest_real(share ? *read.value * 100 : *read.value) + (share ? "%" : ""));
  }
  for (const std::string_view id : kDays) {
    const std::optional<std::int32_t> day = day_of(state, id);
    if (!day) continue;
    const bool last = id == "last_day";  // people name the last day, settings the one after it
    take_setting(settings, last ? "to" : id, write_date({.days = *day + (last ? 1 : 0)}));
  }
  take_windows(settings, state);
  return settings;
}

std::vector<Issue> field_issues(const State& state) {
  std::vector<Issue> issues;
  const auto check_days = [&](const auto& ids) {
    for (const std::string_view id : ids) {
      FieldValue read = read_field(*find_field(id), field_text(state, id), state.language);
      for (Issue& issue : read.issues) issues.push_back(std::move(issue));
    }
  };
  check_days(kDays);
  check_days(kWindowDays);
  for (const std::string_view id : kFileFields) {
    FieldValue read = read_field(*find_field(id), field_text(state, id), state.language);
    for (Issue& issue : read.issues) issues.push_back(std::move(issue));
    QuestionSettings settings;
    if (!read.value || take_setting(settings, id, shortest_real(*read.value)) == SettingOutcome::Done) continue;
    if (find_field(id)->kind == FieldKind::Share) continue;
    issues.push_back(make_issue(IssueCode::SettingUnreadable, std::string(id),
                                {{"key", std::string(id)},
                                 {"found", std::string(field_text(state, id))},
                                 {"expected", std::string(setting_values(id))}}));
  }
  return issues;
}

}  // namespace kirnu
