#include "engine/engine.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/assets.h"
#include "engine/question.h"
#include "facts/count_reader.h"
#include "facts/count_roles.h"
#include "text/encoding.h"
#include "view/explain.h"
#include "view/view.h"

namespace kirnu {
namespace {

/// The fields that say what a table says too.
constexpr auto kTypedCounts =
    std::to_array<std::string_view>({"start", "lost", "new", "end", "new_left", "left_and_returned", "returned"});

const CountTable* pointer_to(const std::optional<CountTable>& table) { return table ? &*table : nullptr; }

std::string_view strings_of(Language language) {
  switch (language) {
    case Language::En: return assets::strings_en;
    case Language::De: return assets::strings_de;
    case Language::Fi: return assets::strings_fi;
  }
  return assets::strings_en;
}

/// Issues of a pasted table belong to the paste box, those of a file to the file field.
void place_issues(CountTable& table, std::string_view field) {
  for (Issue& issue : table.issues) issue.field = field;
}

/// A key of --set that says how files are read; false for any other key or a role that is none.
bool set_reader_option(CountReaderOptions& options, std::string_view key, std::string_view value) {
  constexpr std::string_view kColumn = "column.";
  if (key.substr(0, kColumn.size()) == kColumn) {
    const std::optional<Role> role = find_role(value);
    if (role) options.roles[std::string(key.substr(kColumn.size()))] = *role;
    return role.has_value();
  }
  if (key == "encoding" && find_encoding(value)) return options.encoding = value, true;
  if (key == "delimiter") return options.delimiter = value, true;
  if (key == "header" && (value == "yes" || value == "no")) return options.header = value, true;
  return false;
}

Issue paste_too_long() {
  Issue issue =
      make_issue(IssueCode::PasteTooLong, {}, {{.name = "limit", .value = static_cast<double>(kLongestPaste)}});
  issue.field = "paste";
  return issue;
}

CountTable read_paste(std::string_view text) {
  if (text.size() > kLongestPaste) {
    CountTable table;
    table.issues.push_back(paste_too_long());
    return table;
  }
  CountReader reader;
  reader.feed(text);
  return reader.finish();
}

}  // namespace

/// What is in place: the State, the tables, and what follows from them.
struct Engine::Impl {
  State state = example_state(Language::En);
  std::vector<Benchmark> figures = read_benchmarks(assets::benchmarks);
  std::optional<Words> words;  ///< of words_language
  Language words_language = Language::En;
  std::optional<CountTable> pasted;
  std::optional<CountTable> file;
  std::string file_name;
  CountReaderOptions reader_options;
  std::optional<CountReader> import;
  std::string import_name;
  bool import_again = false;  ///< the file was in place before
  std::optional<ReadingProgress> progress;
  std::vector<Issue> notices;         ///< about the action just taken
  std::optional<CountTable> refused;  ///< how a file was read that gave no answer just now
  Report report;
  View view;

  bool understands(std::string_view id, std::string_view value) const;
  bool set(std::string_view id, std::string_view value);
  void open_file(std::string name, bool again);
  void press(std::string_view id);
  void restore(std::optional<State> read);
  void open_link(std::string_view fragment);
  void replace_state(State next);
  void forget_file();
  void keep_known_figure();
  void leave_example();
  void start_from_table(const CountTable& table);
  void take_paste();
  void read_pasted();
  void add_notices();
  void forget_notices();
  void refresh();
  void show();
  ViewContext context() const;
};

void Engine::Impl::refresh() {
  ReadQuestion read = read_question(state);
  report = build_report(read.question, file ? pointer_to(file) : pointer_to(pasted), figures, std::move(read.issues));
  add_notices();
  if (!words || words_language != state.language) words = read_words(strings_of(state.language));
  words_language = state.language;
  show();
}

void Engine::Impl::show() { view.page = build_page(context()); }

ViewContext Engine::Impl::context() const {
  return {.state = state,
          .report = report,
          .figures = figures,
          .words = *words,
          .file_name = file_name,
          .progress = progress};
}

/// What was refused just now comes first; where there are no other data it is the reason for having no answer.
void Engine::Impl::add_notices() {
  report.issues.insert(report.issues.begin(), notices.begin(), notices.end());
  const bool nothing_else = report.error && report.error->code == IssueCode::StartNeeded;
  const auto refusal = std::find_if(notices.begin(), notices.end(), [](const Issue& issue) {
    return issue.severity == Severity::Error || issue.severity == Severity::Question;
  });
  if (!nothing_else || refusal == notices.end()) return;
  report.error = *refusal;
  if (!refused) return;
  report.import = refused->import;
  report.rejected = refused->rejected;
}

void Engine::Impl::forget_notices() {
  notices.clear();
  refused.reset();
}

void Engine::Impl::read_pasted() {
  const std::string_view text = field_text(state, "paste");
  pasted.reset();
  if (text.empty()) return;
  pasted = read_paste(text);
  place_issues(*pasted, "paste");
}

/// The first own number takes the example's history away: it is not theirs.
void Engine::Impl::leave_example() {
  if (!state.example) return;
  state.example = false;
  set_value(state, "paste", "");
  read_pasted();
}

/// The newest input leads: a table replaces the counts that were typed, and the example as a whole.
void Engine::Impl::start_from_table(const CountTable& table) {
  for (const std::string_view id : kTypedCounts) set_value(state, id, "");
  state.example = false;
  state.period = table.unit ? period_unit_name(*table.unit) : "none";
}

/// The pasted text is the only table now; it leads when it has rows.
void Engine::Impl::take_paste() {
  forget_file();
  read_pasted();
  if (pasted && !pasted->rows.empty()) start_from_table(*pasted);
}

/// Another State with this one's looks: colours, and what is open.
void Engine::Impl::replace_state(State next) {
  next.theme = state.theme;
  next.open = state.open;
  state = std::move(next);
}

bool Engine::Impl::understands(std::string_view id, std::string_view value) const {
  if (id == "language") return find_language(value).has_value();
  if (id == "benchmark") return find_benchmark(figures, value) != nullptr;
  CountReaderOptions options;
  State none;
  return set_reader_option(options, id, value) || set_value(none, id, value);
}

bool Engine::Impl::set(std::string_view id, std::string_view value) {
  if (!understands(id, value)) return false;
  if (id == "language") {
    change_language(state, *find_language(value));
    if (state.example) read_pasted();
    return true;
  }
  if (set_reader_option(reader_options, id, value)) return true;
  if (id == "paste" && value.size() > kLongestPaste) {  // what was there stays
    notices.push_back(paste_too_long());
    return true;
  }
  const bool own_number = find_field(id) != nullptr && field_text(state, id) != value;
  if (own_number) leave_example();
  set_value(state, id, value);
  if (id == "paste") take_paste();
  return true;
}

void Engine::Impl::press(std::string_view id) {
  if (id != "example" && id != "clear") return;
  replace_state(id == "example" ? example_state(state.language) : empty_state(state.language));
  forget_file();
  read_pasted();
}

void Engine::Impl::open_file(std::string name, bool again) {
  import.emplace(reader_options);
  import_name = std::move(name);
  import_again = again;
}

void Engine::Impl::forget_file() {
  file.reset();
  file_name.clear();
}

void Engine::Impl::restore(std::optional<State> read) {
  if (!read) {
    notices.push_back(make_issue(IssueCode::StateUnreadable));
    return;
  }
  state = std::move(*read);
  keep_known_figure();
  forget_file();
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
  forget_file();
  read_pasted();
}

/// A figure that is no longer shipped, or never was, is no choice.
void Engine::Impl::keep_known_figure() {
  if (find_benchmark(figures, state.benchmark) == nullptr) state.benchmark = State{}.benchmark;
}

Engine::Engine() : impl_(std::make_unique<Impl>()) {
  impl_->read_pasted();
  impl_->refresh();
}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

void Engine::apply(const Action& action) {
  impl_->forget_notices();
  impl_->view.revision = action.revision;
  if (const auto* set = std::get_if<SetAction>(&action.body)) impl_->set(set->id, set->value);
  if (const auto* press = std::get_if<PressAction>(&action.body)) impl_->press(press->id);
  if (const auto* fold = std::get_if<FoldAction>(&action.body)) set_open(impl_->state, fold->id, fold->open);
  if (const auto* restore = std::get_if<RestoreAction>(&action.body)) impl_->restore(read_state(restore->state));
  if (const auto* link = std::get_if<LinkAction>(&action.body)) impl_->open_link(link->fragment);
  impl_->refresh();
}

bool Engine::set(std::string_view key, std::string_view value) {
  impl_->forget_notices();
  const bool known = impl_->set(key, value);
  impl_->refresh();
  return known;
}

bool Engine::understands(std::string_view key, std::string_view value) const { return impl_->understands(key, value); }

void Engine::open_file(std::string name) { impl_->open_file(std::move(name), false); }
void Engine::reopen_file(std::string name) { impl_->open_file(std::move(name), true); }

bool Engine::feed_file(std::string_view bytes) { return impl_->import && impl_->import->feed(bytes); }

bool Engine::finish_file() {
  if (!impl_->import) return false;
  CountTable table = impl_->import->finish();
  impl_->import.reset();
  impl_->progress.reset();
  place_issues(table, "file");
  impl_->forget_notices();
  const bool done = !table.rows.empty();
  if (done) {
    if (!impl_->import_again) impl_->start_from_table(table);
    set_value(impl_->state, "paste", "");
    impl_->pasted.reset();
    impl_->file = std::move(table);
    impl_->file_name = std::exchange(impl_->import_name, {});
  } else {
    impl_->notices = std::move(table.issues);
    impl_->refused = std::move(table);
  }
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
  impl_->progress = {.read = read, .whole = whole, .seconds = seconds, .rows = impl_->import->rows()};
  impl_->show();
}

const State& Engine::state() const { return impl_->state; }
const Report& Engine::report() const { return impl_->report; }
const View& Engine::view() const { return impl_->view; }
std::optional<Explanation> Engine::explain(std::string_view id) const { return kirnu::explain(impl_->context(), id); }

}  // namespace kirnu
