#include "engine/engine.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/assets.h"
#include "engine/choices.h"
#include "engine/data.h"
#include "engine/question.h"
#include "engine/sample.h"
#include "engine/taken_along.h"
#include "report/facts_report.h"
#include "report/history_text.h"
#include "state/field_value.h"
#include "view/explain.h"
#include "view/undo.h"
#include "view/view.h"

namespace kirnu {
namespace {

/// The fields that say what a table says too.
constexpr auto kTypedCounts =
    std::to_array<std::string_view>({"start", "lost", "new", "end", "new_left", "left_and_returned", "returned"});

/// A slider over a field has the field's id behind this.
constexpr std::string_view kSlide = "slide.";

std::string_view strings_of(Language language) {
  switch (language) {
    case Language::En: return assets::strings_en;
    case Language::De: return assets::strings_de;
    case Language::Fi: return assets::strings_fi;
  }
  return assets::strings_en;
}

Issue paste_too_long() {
  Issue issue =
      make_issue(IssueCode::PasteTooLong, {}, {{.name = "limit", .value = static_cast<double>(kLongestPaste)}});
  issue.field = "paste";
  return issue;
}

/// The first of these that says why there is no answer.
const Issue* first_refusal(const std::vector<Issue>& issues) {
  const auto found = std::find_if(issues.begin(), issues.end(), [](const Issue& issue) {
    return issue.severity == Severity::Error || issue.severity == Severity::Question;
  });
  return found == issues.end() ? nullptr : &*found;
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

/// What is wrong with a field that files are asked with; where it says nothing, there is no answer.
void add_field_issues(Report& report, std::vector<Issue> issues) {
  if (const Issue* refusal = first_refusal(issues); refusal != nullptr && !report.error) {
    report.error = *refusal;
    report.metrics.clear();
  }
  for (Issue& issue : issues) report.issues.push_back(std::move(issue));
}

}  // namespace

/// What is in place: the State, the tables, and what follows from them.
struct Engine::Impl {
  State state = example_state(Language::En);
  std::vector<Benchmark> figures = read_benchmarks(assets::benchmarks);
  std::optional<Words> words;  ///< of words_language
  Language words_language = Language::En;
  Data data;
  std::optional<DataImport> import;
  std::optional<ReadingProgress> progress;
  std::vector<Issue> notices;           ///< about the action just taken
  std::optional<ImportedFile> refused;  ///< how a file was read that gave no answer just now
  bool period_chosen = false;           ///< by somebody, not by what the data are
  std::string zone_name = "UTC";        ///< of zone
  std::optional<ZoneOffsets> zone = ZoneOffsets{};
  Report report;
  View view;
  bool report_due = true;  ///< they are made when somebody asks: of many changes in succession only the last counts
  bool view_due = true;
  HistoryAction history;  ///< what the surface can bring back
  bool paste_due = true;  ///< and so is the example's table read: mostly a file takes its place before

  bool understands(std::string_view id, std::string_view value) const;
  bool set(std::string_view id, std::string_view value);
  void open_file(std::string name, bool again);
  void press(std::string_view id);
  void append_period();
  void restore(std::optional<State> read, bool keep_files);
  void open_link(std::string_view fragment);
  void open_scenario(std::string_view text);
  void replace_state(State next);
  void open_sample(std::string_view id);
  void show_history(const HistoryAction& now, int revision);
  void forget_files();
  void keep_known_figure();
  void leave_example();
  void start_from(const Data& next);
  void choose_reading(std::string_view key, std::string_view value);
  void forget_reading_choices();
  void answer();
  void answer_from_files();
  const Words& say();
  bool has_typed_counts() const;
  bool place(Data next, bool again);
  void take_paste();
  void read_pasted();
  void settle();
  void add_notices();
  void forget_notices();
  void refresh() { report_due = view_due = true; }
  void show() { view_due = true; }
  const Report& answered();
  const View& shown();
  ViewContext context();
};

const Report& Engine::Impl::answered() {
  if (report_due) {
    settle();
    answer();
    add_notices();
  }
  report_due = false;
  return report;
}

const View& Engine::Impl::shown() {
  if (view_due) {
    const ViewContext now = context();
    view.page = build_page(now);
    add_undo_buttons(now.words, history.undo, history.redo, view.page);
  }
  view_due = false;
  return view;
}

/// Files of anything but counts answer by themselves; else the counts that were typed, or a table of them.
void Engine::Impl::answer() {
  const bool other = !data.empty() && data.counts() == nullptr;
  if (other && (data.answers() || !has_typed_counts())) {
    answer_from_files();
    add_field_issues(report, field_issues(state));
    return;
  }
  ReadQuestion read = read_question(state);
  report = build_report(read.question, data.counts(), figures, std::move(read.issues));
  if (!other) return;  // what was pasted is no answer: it is told, and takes nothing away
  report.issues.insert(report.issues.end(), data.files[0].issues.begin(), data.files[0].issues.end());
}

void Engine::Impl::answer_from_files() {
  QuestionSettings settings = question_settings(state);
  if (settings.time_zone != zone_name) {
    zone_name = settings.time_zone;
    zone = zone_name == "UTC" ? ZoneOffsets{} : read_zone_offsets(zone_name);
  }
  settings.zone = zone.value_or(ZoneOffsets{});
  if (settings.from && settings.to && !period_chosen) settings.period.reset();  // these days are the period
  report = build_files_report(data.pointers(), settings, figures);
  if (!zone)
    report.issues.push_back(make_issue(IssueCode::TimeZoneUnknown, {}, {{.name = "name", .value = zone_name}}));
}

bool Engine::Impl::has_typed_counts() const {
  return std::any_of(kTypedCounts.begin(), kTypedCounts.end(),
                     [this](std::string_view id) { return !field_text(state, id).empty(); });
}

const Words& Engine::Impl::say() {
  if (!words || words_language != state.language) words = read_words(assets::string_keys, strings_of(state.language));
  words_language = state.language;
  return *words;
}

ViewContext Engine::Impl::context() {
  return {.state = state,
          .report = answered(),
          .figures = figures,
          .words = say(),
          .file_name = data.title(),
          .progress = progress};
}

/// What was refused just now comes first; where there are no other data it is the reason for having no answer.
void Engine::Impl::add_notices() {
  report.issues.insert(report.issues.begin(), notices.begin(), notices.end());
  const bool nothing_else = report.error && report.error->code == IssueCode::StartNeeded;
  const Issue* refusal = first_refusal(notices);
  if (!nothing_else || refusal == nullptr) return;
  report.error = *refusal;
  if (!refused) return;
  report.import = refused->import;
  report.rejected = refused->rejected;
}

void Engine::Impl::forget_notices() {
  notices.clear();
  refused.reset();
}

/// What is pasted is the data, unless files are, or a sample.
void Engine::Impl::read_pasted() {
  paste_due = false;
  if (data.source == DataSource::Files) return;
  data = Data{};
  if (!state.sample.empty()) {
    std::vector<std::string> files = sample_files(state.sample, say());
    if (files.empty()) files.emplace_back(field_text(example_state(state.language), "paste"));
    data = read_sample_data(files, reading_choice(state));
    place_issues(data, "file");
    return;
  }
  const std::string_view text = field_text(state, "paste");
  if (text.empty()) return;
  data = read_pasted_data(text, reading_choice(state));
  place_issues(data, "paste");
}

/// A sample takes the place of everything that was typed, pasted or read.
void Engine::Impl::open_sample(std::string_view id) {
  replace_state(empty_state(state.language));
  state.sample = id;
  data = Data{};
  read_pasted();
  start_from(data);
}

void Engine::Impl::settle() {
  if (paste_due) read_pasted();
}

/// The first own number takes the example's history away: it is not theirs.
void Engine::Impl::leave_example() {
  if (!state.example) return;
  state.example = false;
  set_value(state, "paste", "");
  read_pasted();
}

/// The newest input leads: data replace the counts that were typed, and the example as a whole.
void Engine::Impl::start_from(const Data& next) {
  for (const std::string_view id : kTypedCounts) set_value(state, id, "");
  state.example = false;
  period_chosen = false;
  const CountTable* table = next.counts();
  const bool subscriptions =
      !next.files.empty() && !next.files[0].facts.empty() && next.files[0].facts[0].kind == FactKind::Subscriptions;
  const std::optional<PeriodUnit> unit = table != nullptr ? table->unit : next.series_unit();
  if (unit) state.period = period_unit_name(*unit);
  else state.period = subscriptions ? "month" : "none";
}

/// The pasted text is the only data now; it leads when it has rows.
void Engine::Impl::take_paste() {
  forget_files();
  read_pasted();
  if (data.answers()) start_from(data);
}

/// Reading choices belong to the data that they were made for.
void Engine::Impl::forget_reading_choices() {
  std::erase_if(state.choices, [](const auto& choice) { return is_reading_key(choice.first); });
}

void Engine::Impl::choose_reading(std::string_view key, std::string_view value) {
  if (!set_choice(state, key, value)) return;
  if (data.source == DataSource::Files) view.reread = true;
  else if (!paste_due) read_pasted();
}

/// Puts files that were read in place, if anything can be said about them; else what was there stays.
bool Engine::Impl::place(Data next, bool again) {
  forget_notices();
  place_issues(next, "file");
  const auto bad = std::find_if(next.files.begin(), next.files.end(), [](const ImportedFile& file) {
    const CountTable* table = file.facts.empty() ? nullptr : std::get_if<CountTable>(&file.facts[0].table);
    return !file.whole || file.import.accepted == 0 || (table != nullptr && table->rows.empty());
  });
  if (bad != next.files.end()) {
    notices = bad->issues;
    refused = std::move(*bad);
    return false;
  }
  state.sample.clear();
  if (!again) start_from(next);
  if (!again && (paste_due || !data.empty())) forget_reading_choices();
  set_value(state, "paste", "");
  paste_due = false;
  data = std::move(next);
  return true;
}

/// Nothing was done: what was said about the last action stays.
void Engine::Impl::show_history(const HistoryAction& now, int revision) {
  history = now;
  view.revision = revision;
  view.reread = false;
  show();
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
  if (id.starts_with(kSlide) && find_field(id.substr(kSlide.size())) != nullptr) id.remove_prefix(kSlide.size());
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
    set_value(state, "days", write_field(period->days, FieldKind::Days, state.language));
    value = "days";
  }
  if (id == "last_day") set_choice(state, "to", "");  // two names of one end: the newest leads
  if (id == "to") set_value(state, "last_day", "");
  if (id == "period" || id == "days") period_chosen = true;
  const bool own_number = find_field(id) != nullptr && field_text(state, id) != value;
  if (own_number) settle();
  if (own_number) leave_example();
  const bool count = std::find(kTypedCounts.begin(), kTypedCounts.end(), id) != kTypedCounts.end();
  const bool others = data.counts() == nullptr || data.source == DataSource::Sample;
  if (own_number && count && !data.empty() && others) forget_files();  // the newest input leads
  if (!set_value(state, id, value)) return set_choice(state, id, value);
  if (id == "paste") take_paste();
  return true;
}

/// The typed counts become the last row of the history, which is pasted text from now on.
void Engine::Impl::append_period() {
  const Words& say = context().words;
  const std::optional<std::string> history =
      write_history(answered(), say.say("paste.placeholder"), say.say("column.returned"));
  if (!history || state.example || history->size() > kLongestPaste) return;
  forget_files();
  set_value(state, "paste", *history);
  take_paste();
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

void Engine::Impl::open_file(std::string name, bool again) {
  // Choices that were made for other data say nothing about these.
  const bool chosen = again || data.source == DataSource::None || state.example;
  import.emplace(chosen ? reading_choice(state) : ImportChoice{}, std::move(name), again);
}

void Engine::Impl::forget_files() {
  data = Data{};
  state.sample.clear();
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

void Engine::Impl::open_link(std::string_view fragment) {
  std::optional<State> read = read_link(fragment, state.language);
  if (!read) {
    notices.push_back(make_issue(IssueCode::LinkUnreadable));
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

Engine::Engine() : impl_(std::make_unique<Impl>()) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

void Engine::apply(const Action& action) {
  if (const auto* history = std::get_if<HistoryAction>(&action.body))
    return impl_->show_history(*history, action.revision);
  impl_->settle();
  impl_->forget_notices();
  impl_->view.revision = action.revision;
  impl_->view.reread = false;
  if (const auto* set = std::get_if<SetAction>(&action.body)) impl_->set(set->id, set->value);
  if (const auto* press = std::get_if<PressAction>(&action.body)) impl_->press(press->id);
  if (const auto* fold = std::get_if<FoldAction>(&action.body)) {
    set_open(impl_->state, fold->id, fold->open);
    if (fold->id.starts_with("card.")) set_open(impl_->state, "folded." + fold->id, !fold->open);  // some begin open
  }
  if (const auto* restore = std::get_if<RestoreAction>(&action.body))
    impl_->restore(read_state(restore->state), restore->keep_files);
  if (const auto* link = std::get_if<LinkAction>(&action.body)) impl_->open_link(link->fragment);
  if (const auto* saved = std::get_if<ScenarioAction>(&action.body)) impl_->open_scenario(saved->text);
  impl_->refresh();
}

bool Engine::set(std::string_view key, std::string_view value) {
  impl_->forget_notices();
  const bool known = impl_->understands(key, value) && impl_->set(key, value);
  impl_->refresh();
  return known;
}

bool Engine::understands(std::string_view key, std::string_view value) const { return impl_->understands(key, value); }

void Engine::open_file(std::string name) { impl_->open_file(std::move(name), false); }
void Engine::reopen_file(std::string name) { impl_->open_file(std::move(name), true); }

void Engine::next_file(std::string name) {
  if (impl_->import) impl_->import->next(std::move(name));
}

bool Engine::feed_file(std::string_view bytes) { return impl_->import && impl_->import->feed(bytes); }

bool Engine::step_file() { return impl_->import && impl_->import->step(); }

bool Engine::finish_file() {
  if (!impl_->import) return false;
  const bool again = impl_->import->again();
  Data next = impl_->import->finish();
  impl_->import.reset();
  impl_->progress.reset();
  impl_->view.reread = false;
  const bool done = impl_->place(std::move(next), again);
  impl_->refresh();
  return done;
}

void Engine::cancel_file() {
  impl_->import.reset();
  impl_->progress.reset();
  impl_->show();
}

void Engine::show_progress(double read, std::optional<double> whole, double seconds) {
  if (!impl_->import) return;
  const ImportProgress now = impl_->import->progress();
  impl_->progress = {.read = read, .whole = whole, .seconds = seconds, .rows = now.rows, .rejected = now.rejected};
  impl_->show();
}

std::optional<std::string> Engine::download(std::string_view id) const {
  return taken_along(id, impl_->state, report(), view());
}

const State& Engine::state() const { return impl_->state; }
const Report& Engine::report() const { return impl_->answered(); }
const View& Engine::view() const { return impl_->shown(); }
std::optional<Explanation> Engine::explain(std::string_view id) const { return kirnu::explain(impl_->context(), id); }

}  // namespace kirnu
