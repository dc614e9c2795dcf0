#include <algorithm>
#include <array>
#include <utility>

#include "engine/choices.h"
#include "engine/engine_impl.h"
#include "engine/question.h"
#include "engine/sample.h"
#include "state/field_value.h"

namespace kirnu {
namespace {

/// A slider over a field, and a field whose id is a metric's, has the field's id behind one of these.
constexpr auto kFieldNodes = std::to_array<std::string_view>({"slide.", "input."});

Issue paste_too_long() {
  Issue issue = make_issue(IssueCode::PasteTooLong, {}, {{"limit", static_cast<double>(kLongestPaste)}});
  issue.field = "paste";
  return issue;
}

bool is_day(std::string_view id) {
  const FieldSpec* field = find_field(id);
  return field != nullptr && field->kind == FieldKind::Date;
}

/// What says how files are read.
std::vector<std::pair<std::string, std::string>> reading_choices(const State& state) {
  std::vector<std::pair<std::string, std::string>> choices;
  for (const auto& [key, value] : state.choices) {
    if (is_reading_key(key)) choices.emplace_back(key, value);
  }
  return choices;
}

}  // namespace

void Engine::Impl::take(const FoldAction& fold) {
  set_open(state, fold.id, fold.open);
  if (fold.id.starts_with("card.")) set_open(state, "folded." + fold.id, !fold.open);  // some begin open
}

void Engine::Impl::take(const HistoryAction& now) {
  history = now;
  show();
}

void Engine::Impl::choose_reading(std::string_view key, std::string_view value) {
  if (set_choice(state, key, value)) read_again();
}

void Engine::Impl::read_again() {
  if (data.source == DataSource::Files) view.reread = true;
  else if (!paste_due) read_pasted();
}

/// Another State with this one's looks: colours, what is shown, and what is open.
void Engine::Impl::replace_state(State next) {
  next.theme = state.theme;
  next.controls = state.controls;
  next.job = state.job;
  next.open = state.open;
  next.own_time_zone = state.own_time_zone;
  state = std::move(next);
}

bool Engine::Impl::understands(std::string_view id, std::string_view value) const {
  if (id == "language") return find_language(value).has_value();
  if (id == "benchmark") return find_benchmark(figures, value) != nullptr;
  if (id == "industry") return value == "all" || !filter_benchmarks(figures, "all", value).empty();
  if (is_reading_key(id)) {
    ImportChoice choice;
    return take_reading_choice(choice, id, value);
  }
  if (is_day(id)) return value.empty() || read_field(*find_field(id), value, state.language).value;
  State none;
  if (set_value(none, id, value)) return true;
  QuestionSettings settings;
  return take_setting(settings, id, value) == SettingOutcome::Done;
}

bool Engine::Impl::set(std::string_view id, std::string_view value) {
  for (const std::string_view node : kFieldNodes) {
    if (id.starts_with(node) && find_field(id.substr(node.size())) != nullptr) id.remove_prefix(node.size());
  }
  if (!is_day(id) && !understands(id, value)) return false;  // a date is typed bit by bit
  if (id == "language") {
    change_language(state, *find_language(value));
    if (state.example || !state.sample.empty()) read_pasted();
    return true;
  }
  if (is_reading_key(id)) {
    choose_reading(id, value);
    return true;
  }
  if (id == "paste" && value.size() > kLongestPaste) {  // what was there stays
    notices.push_back(paste_too_long());
    return true;
  }
  if (const std::optional<Period> period = read_period(value);
      id == "period" && period && period->unit == PeriodUnit::Days) {
    take_period(*period);
    value = state.period;
  }
  if (id == "last_day") set_choice(state, "to", "");  // two names of one end: the newest leads
  if (id == "to") set_value(state, "last_day", "");
  if (id == "period" || id == "days") period_chosen = true;
  const bool own_number = find_field(id) != nullptr && field_text(state, id) != value;
  if (own_number && state.example) leave_example();
  else if (own_number) settle();
  const bool others = data.counts() == nullptr || data.source == DataSource::Sample;
  if (own_number && is_typed_count(id) && !data.empty() && others) forget_files();  // the newest input leads
  if (!set_value(state, id, value)) {
    if (!set_choice(state, id, value)) return false;
    if (id == "segment" && data.leaves_out(value)) read_again();
    return true;
  }
  if (id == "paste") take_paste();
  return true;
}

void Engine::Impl::press(std::string_view id) {
  if (id == "append_period") return append_period();
  constexpr std::string_view kSample = "sample.";
  const auto samples = all_samples();
  if (id.starts_with(kSample) && std::find(samples.begin(), samples.end(), id.substr(kSample.size())) != samples.end())
    return open_sample(id.substr(kSample.size()));
  if (id != "example" && id != "clear") return;
  replace_state(id == "example" ? example_state(state.language) : empty_state(state.language));
  forget_files();
  read_pasted();
}

void Engine::Impl::restore(std::optional<State> read, bool keep_files) {
  if (!read) {
    notices.push_back(make_issue(IssueCode::StateUnreadable));
    return;
  }
  const bool kept = keep_files && data.source == DataSource::Files && read->sample.empty();
  const auto before = reading_choices(state);
  state = std::move(*read);
  period_chosen = state.period != "month";
  keep_known_figure();
  if (kept) {
    view.reread = before != reading_choices(state);
    return;
  }
  data = Data{};
  read_pasted();
}

void Engine::Impl::open_link(std::string_view fragment, bool quiet) {
  std::optional<State> read = read_link(fragment, state.language);
  if (!read) {
    if (!quiet) notices.push_back(make_issue(IssueCode::LinkUnreadable));
    return;
  }
  replace_state(std::move(*read));
  keep_known_figure();
  forget_files();
  read_pasted();
}

void Engine::Impl::open_scenario(std::string_view text) {
  std::optional<State> read = read_state(text);
  if (!read) {
    notices.push_back(make_issue(IssueCode::StateUnreadable));
    return;
  }
  const Language language = state.language;
  replace_state(std::move(*read));
  change_language(state, language);
  period_chosen = state.period != "month";
  keep_known_figure();
  forget_files();
  read_pasted();
}

/// A figure that is no longer shipped, or never was, is no choice.
void Engine::Impl::keep_known_figure() {
  if (find_benchmark(figures, state.benchmark) == nullptr) state.benchmark = State{}.benchmark;
}

}  // namespace kirnu
