#include "facts/plan/event_value.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/period_columns.h"
#include "facts/plan/plan_question.h"
#include "facts/words/status_words.h"
#include "text/date_reader.h"
#include "text/fold_case.h"
#include "text/number.h"
#include "text/spaces.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostChoices = 8;
constexpr std::size_t kMostStates = 8;

/// Words that mean "left", whatever the column is called.
constexpr std::string_view kLeftWords =
    "churned|churn|left|lost|dead|died|exited|cancelled|canceled|attrited customer|gekündigt|abgewandert"
    "|verloren|gegangen|ausgeschieden|beendet|poistunut|lähtenyt|menetetty|irtisanottu|päättynyt|inactive"
    "|inaktiv|ended|terminated|ehemalig|ausgetreten|lopettanut|lopetettu|eronnut|epäaktiivinen|expired|lapsed"
    "|closed|unsubscribed|abgemeldet|abgelaufen|storniert|erloschen|peruttu|peruutettu|irtisanoutunut";

bool means_left(const ValueCount& value) { return is_one_of(kLeftWords, fold_case(value.text)); }

/// Under a name that asks whether somebody left.
bool means_yes(const ValueCount& value) {
  return read_presence(value.text).value_or(0) > 0 || is_one_of("1|1.0", value.text);
}
bool means_no(const ValueCount& value) {
  const std::string word = fold_case(value.text);
  return is_one_of(kNoWords, word) || is_one_of("0|0.0", word);
}

/// Who was censored had not left, but some programs mark by that name who was seen to leave.
bool may_say_censored(std::string_view column_name) {
  const std::string name = fold_case(column_name);
  return name == "c" || has_part(name, "cens|zensi|sensur");
}

/// The value that says "left", where words or 0 and 1 tell it. `of_lists`: "active: no" tells it too; on lifetimes it
/// may be of who was seen.
std::string value_told(const ColumnFacts& column, bool of_lists) {
  const std::vector<ValueCount>& values = column.profile.values;
  if (values.empty()) return "x";  // a mark that means nothing elsewhere
  for (const ValueCount& value : values) {
    if (means_left(value)) return value.text;
  }
  const auto yes_or_no = [](const ValueCount& value) { return means_yes(value) || means_no(value); };
  const bool contrary = asks_for_contrary(column.name);
  if ((contrary && !of_lists) || may_say_censored(column.name) || !std::all_of(values.begin(), values.end(), yes_or_no))
    return {};
  for (const ValueCount& value : values) {
    if (contrary ? means_no(value) : means_yes(value)) return value.text;
  }
  if (values.size() != 1) return {};
  if (contrary) return values[0].text.starts_with('1') ? "0" : "no";  // nobody left so far
  return values[0].text.starts_with('0') ? "1" : "yes";               // nobody left so far
}

/// "Aktiv": a mark beside some, and nothing beside the others.
bool marks_who_is_there(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  return asks_for_contrary(column.name) && !may_say_censored(column.name) && profile.filled < profile.cells &&
         std::all_of(profile.values.begin(), profile.values.end(), means_yes);
}

/// A word that contracts have for how they stand.
bool is_state_word(const ValueCount& value) {
  return means_left(value) || subscription_status(value.text) != SubscriptionStatus::Unknown;
}

}  // namespace

bool asks_for_contrary(std::string_view column_name) {
  return may_say_censored(column_name) || has_part(fold_case(column_name), "activ|aktiv|aktiiv|alive");
}

bool is_left_word(std::string_view word) { return is_one_of(kLeftWords, fold_case(trim(word))); }

bool tells_who_left(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  if (column.date || values.size() < 2 || values.size() > kMostStates) return false;
  const auto is_state = [](const NamedRole& named) { return named.role == Role::Status || named.role == Role::Event; };
  if (std::none_of(column.named.begin(), column.named.end(), is_state)) return false;  // "left" and "right" of a seat
  const bool left = std::any_of(values.begin(), values.end(), means_left);
  if (values.size() > 3) return left && std::all_of(values.begin(), values.end(), is_state_word);
  if (left) return true;
  const bool contrary = asks_for_contrary(column.name);
  const auto asks = [contrary](const NamedRole& named) {
    return (named.role == Role::Event && named.rank == 0) || (contrary && named.role == Role::Status);
  };
  return std::any_of(column.named.begin(), column.named.end(), asks) && !value_told(column, true).empty();
}

LeftCells::LeftCells(const ImportPlan& plan, const ColumnPlan& column)
    : day_(plan.event_is_day ? std::optional(column.date) : std::nullopt),
      value_(fold_case(trim(plan.event_value))),
      by_words_(is_left_word(value_)),
      by_blank_(plan.event_is_blank),
      mark_(read_presence(value_)) {}

bool LeftCells::says_left(std::string_view cell) const {
  if (day_) return read_date(cell, *day_).status == DateStatus::Ok;
  if (by_blank_) return read_presence(cell).value_or(trim(cell).empty() ? 0 : 1) <= 0;
  return fold_case(trim(cell)) == value_ || (by_words_ && is_left_word(cell)) ||
         (mark_ && read_presence(cell) == mark_);
}

bool tells_states(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  return !column.date && !values.empty() && values.size() <= kMostStates &&
         std::all_of(values.begin(), values.end(), is_state_word);
}

bool is_there(std::string_view word) {
  const SubscriptionStatus said = subscription_status(trim(word));
  return said == SubscriptionStatus::Running || said == SubscriptionStatus::PastDue;
}

std::string_view without_mark(std::string_view time) {
  return time.size() > 1 && time.ends_with('+') ? trim(time.substr(0, time.size() - 1)) : time;
}

bool has_censoring_marks(const ColumnProfile& times) {
  bool marked = false;
  for (const ValueCount& value : times.values) {
    const std::string_view number = without_mark(value.text);
    if (read_number(number, NumberKind::Count).status != NumberStatus::Ok) return false;
    marked = marked || number.size() < value.text.size();
  }
  return marked;
}

Issue event_value_issue(IssueCode code, const ImportPlan& plan) {
  Issue issue = make_issue(code);
  issue.column = plan.columns[*plan.column_of(Role::Event)].name;
  issue.set = "event_value";
  issue.choices = plan.event_values;
  return issue;
}

void choose_event_value(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice) {
  const bool told_by_years = std::count_if(plan.columns.begin(), plan.columns.end(),
                                           [](const ColumnPlan& column) { return column.role == Role::Event; }) > 1;
  const bool asked = plan.kind == FactKind::Survival || plan.kind == FactKind::Lists || plan.kind == FactKind::Reasons;
  if (!asked || told_by_years) return;
  plan.event_value = choice.event_value;
  const std::optional<std::size_t> column = plan.column_of(Role::Event);
  if (!column) return;
  const ColumnFacts& facts = table.columns[*column];
  plan.event_is_day = plan.kind != FactKind::Survival && facts.date.has_value();
  if (plan.event_is_day) return;
  for (const ValueCount& value : facts.profile.values) {
    if (plan.event_values.size() < kMostChoices) plan.event_values.push_back(value.text);
  }
  sort_items(plan.event_values, std::less<>());
  if (!plan.event_value.empty()) return;
  plan.event_is_blank = plan.kind != FactKind::Survival && marks_who_is_there(facts);
  if (plan.event_is_blank) {
    Issue issue = column_issue(IssueCode::UnmarkedLeft, facts.name, {{"column", facts.name}});
    issue.set = "column.NAME";
    issue.choices = {std::string(role_name(Role::Ignore))};
    return plan.issues.push_back(std::move(issue));
  }
  plan.event_value = value_told(facts, plan.kind != FactKind::Survival);
  const bool told = !plan.event_value.empty();
  Issue issue = event_value_issue(told ? IssueCode::EventValueAssumed : IssueCode::EventValueNeeded, plan);
  if (told) issue.values = {{"value", plan.event_value}};
  plan.blocked = plan.blocked || !told;
  plan.issues.push_back(std::move(issue));
}

}  // namespace kirnu
