#include "engine/choices.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/date.h"
#include "state/field_value.h"

namespace kirnu {
namespace {

/// Fields of the page that are asked of files too.
constexpr auto kFileFields =
    std::to_array<std::string_view>({"arpa", "margin", "discount", "acquisition_cost", "threshold", "fit_periods",
                                     "horizon", "cohort_size", "inactive_days", "tau", "kept"});

/// The days of the two windows of an order file, as people name them: with the last one.
constexpr auto kWindowDays =
    std::to_array<std::string_view>({"before_from", "before_last", "after_from", "after_last"});

/// What is asked of typed counts too.
constexpr auto kAskedOfCounts =
    std::to_array<std::string_view>({"period", "definition", "margin", "discount", "arpa", "acquisition_cost", "kept"});

template <class List>
bool is_in(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

std::optional<std::int32_t> day_of(const State& state, std::string_view id) {
  const std::optional<double> day = read_field(*find_field(id), field_text(state, id), state.language).value;
  return day ? std::optional(static_cast<std::int32_t>(*day)) : std::nullopt;
}

/// "before_from" and "before_last" are the window "before" once both are there.
void take_windows(QuestionSettings& settings, const State& state) {
  for (std::size_t i = 0; i < kWindowDays.size(); i += 2) {
    const auto first = day_of(state, kWindowDays[i]), last = day_of(state, kWindowDays[i + 1]);
    if (first && last && *first <= *last)
      (i == 0 ? settings.before : settings.after) = DaySpan{.start = {.days = *first}, .end = {.days = *last + 1}};
  }
}

}  // namespace

bool is_file_key(std::string_view key) {
  if (is_reading_key(key) || is_in(kQuestionDays, key) || is_in(kWindowDays, key)) return true;
  return !setting_values(key).empty() && !is_in(kAskedOfCounts, key);
}

bool is_typed_count(std::string_view key) { return is_in(kTypedCounts, key); }

std::string_view key_values(std::string_view key) {
  if (is_reading_key(key)) return reading_values(key);
  if (key == "benchmark") return "the id of a published figure";
  return setting_values(is_in(kQuestionDays, key) || is_in(kWindowDays, key) ? "from" : key);
}

QuestionSettings question_settings(const State& state) {
  QuestionSettings settings;
  take_setting(settings, "time_zone", state.own_time_zone);
  for (const auto& [key, value] : state.choices) {
    if (!is_reading_key(key)) take_setting(settings, key, value);
  }
  take_setting(settings, "definition", state.definition);
  if (!settings.period && !settings.fiscal_year && state.period == "days") {
    const std::optional<double> days = read_field(*find_field("days"), field_text(state, "days"), state.language).value;
    if (days && std::trunc(*days) == *days) settings.period = period_of_days(*days);
  } else if (!settings.period && !settings.fiscal_year && state.period != "none") {
    take_setting(settings, "period", state.period);
  }
  for (const std::string_view id : kFileFields) {
    const FieldSpec& field = *find_field(id);
    const FieldValue read = read_field(field, field_text(state, id), state.language);
    if (!read.value) continue;
    take_setting(settings, id, *read.value);
  }
  if (const auto day = day_of(state, "from")) settings.from = Date{.days = *day};
  if (const auto day = day_of(state, "last_day")) settings.to = Date{.days = *day + 1};  // the one after it
  if (const auto day = day_of(state, "as_of")) settings.as_of = Date{.days = *day};
  take_windows(settings, state);
  return settings;
}

namespace {

/// The number of days that is chosen as the period: of files a whole one.
std::vector<Issue> days_issues(const State& state) {
  if (state.period != "days") return {};
  FieldValue days = read_field(*find_field("days"), field_text(state, "days"), state.language);
  if (days.value && std::trunc(*days.value) != *days.value)
    days.issues.push_back(
        make_issue(IssueCode::PeriodUnreadable, "days",
                   {{"found", std::string(field_text(state, "days"))}, {"kind", std::string("files")}}));
  return std::move(days.issues);
}

}  // namespace

std::vector<Issue> field_issues(const State& state) {
  std::vector<Issue> issues = days_issues(state);
  const auto check_days = [&](const auto& ids) {
    for (const std::string_view id : ids) {
      FieldValue read = read_field(*find_field(id), field_text(state, id), state.language);
      for (Issue& issue : read.issues) issues.push_back(std::move(issue));
    }
  };
  check_days(kQuestionDays);
  check_days(kWindowDays);
  for (const std::string_view id : kFileFields) {
    FieldValue read = read_field(*find_field(id), field_text(state, id), state.language);
    for (Issue& issue : read.issues) issues.push_back(std::move(issue));
    QuestionSettings settings;
    if (!read.value || take_setting(settings, id, *read.value) == SettingOutcome::Done) continue;
    issues.push_back(make_issue(IssueCode::SettingUnreadable, std::string(id),
                                {{"key", std::string(id)},
                                 {"found", std::string(field_text(state, id))},
                                 {"expected", std::string(setting_values(id))}}));
  }
  return issues;
}

}  // namespace kirnu
