#include <algorithm>
#include <utility>

#include "engine/choices.h"
#include "engine/engine_impl.h"
#include "engine/question.h"
#include "report/catalogue.h"
#include "report/facts_report.h"
#include "view/undo.h"

namespace kirnu {
namespace {

/// The first of these that says why there is no answer.
const Issue* first_refusal(const std::vector<Issue>& issues) {
  const auto found = std::find_if(issues.begin(), issues.end(), is_blocking);
  return found == issues.end() ? nullptr : &*found;
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
  std::optional<Issue> turned;
  report = build_files_report(data.in_order(turned), settings, figures, data.workings);
  if (turned) report.issues.push_back(std::move(*turned));
  if (!zone) report.issues.push_back(make_issue(IssueCode::TimeZoneUnknown, {}, {{"name", zone_name}}));
}

bool Engine::Impl::has_typed_counts() const {
  return std::any_of(kTypedCounts.begin(), kTypedCounts.end(),
                     [this](std::string_view id) { return !field_text(state, id).empty(); });
}

const Words& Engine::Impl::say() {
  if (!words || words_language != state.language) words = words_of(state.language);
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
  const std::optional<FactKind> kind = refused->facts.empty() ? std::nullopt : refused->facts[0].kind;
  if (kind && kind != FactKind::Counts) {
    report.kind = fact_kind_name(*kind);
    report.definition.clear();
  }
  report.import = refused->import;
  report.rejected = refused->rejected;
}

void Engine::Impl::forget_notices() {
  notices.clear();
  refused.reset();
}

}  // namespace kirnu
