#include <algorithm>
#include <utility>
#include <variant>

#include "base/date.h"
#include "engine/choices.h"
#include "engine/engine_impl.h"
#include "engine/sample.h"
#include "facts/words/period_label.h"
#include "metrics/yearly_ends.h"
#include "report/history_text.h"
#include "report/list_metrics.h"
#include "state/field_value.h"

namespace kirnu {

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
  state.example = false;
  set_value(state, "paste", "");
  read_pasted();
}

namespace {

/// The period of rows; where they say none, that of their rates.
std::optional<PeriodUnit> unit_of_answer(const CountTable& table) { return table.unit ? table.unit : table.rate_unit; }

/// The period between the first two lists as they are compared, by their names.
std::optional<Period> period_between_lists(const Data& data) {
  std::optional<Issue> turned;
  std::vector<const CustomerList*> lists;
  for (const ImportedFile* file : data.in_order(turned)) {
    for (const Facts& facts : file->facts) {
      if (const auto* list = std::get_if<CustomerList>(&facts.table)) lists.push_back(list);
    }
  }
  if (lists.size() < 2) return std::nullopt;
  const std::optional<NamedPeriod> named = period_of_names(*lists[0], *lists[1]);
  return named ? std::optional(named->period) : std::nullopt;
}

/// The page has no place for the days of a table of counts: those that were chosen for a file before would hide rows.
void forget_days(State& state) {
  for (const std::string_view day : kQuestionDays) set_value(state, day, "");
  set_choice(state, "to", "");
}

}  // namespace

/// The newest input leads: data replace the counts that were typed, and the example as a whole.
void Engine::Impl::start_from(const Data& next) {
  for (const std::string_view id : kTypedCounts) set_value(state, id, "");
  state.example = false;
  period_chosen = false;
  const CountTable* table = next.counts();
  if (table != nullptr) forget_days(state);
  const bool facts = !next.files.empty() && !next.files[0].facts.empty();
  const auto* contracts = facts ? std::get_if<SubscriptionTable>(&next.files[0].facts[0].table) : nullptr;
  const std::optional<PeriodUnit> unit = table != nullptr ? unit_of_answer(*table) : next.series_unit();
  if (unit) state.period = period_unit_name(*unit);
  else if (contracts != nullptr) state.period = end_with_the_year(*contracts, ZoneOffsets{}) ? "year" : "month";
  else state.period = "none";
  const auto* orders = facts ? std::get_if<TransactionTable>(&next.files[0].facts[0].table) : nullptr;
  const bool seasons = orders != nullptr && orders->periods == PeriodUnit::Year && !orders->date.days.empty() &&
                       civil_date({orders->date.days[0]}).month == kSeasonMonth;
  if (seasons && set_choice(state, "fiscal_year_start", std::to_string(kSeasonMonth))) state.period = "fiscal_year";
  if (const std::optional<Period> between = period_between_lists(next)) take_period(*between);
}

void Engine::Impl::take_period(const Period& period) {
  state.period = period_unit_name(period.unit);
  if (period.unit == PeriodUnit::Days)
    set_value(state, "days", write_field(period.days, FieldKind::Days, state.language));
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

void Engine::Impl::open_file(std::string name, bool again) {
  // Choices that were made for other data say nothing about these.
  const bool chosen = again || data.source == DataSource::None || state.example;
  import.emplace(chosen ? reading_choice(state) : ImportChoice{}, std::move(name), again);
}

void Engine::Impl::forget_files() {
  data = Data{};
  state.sample.clear();
}

}  // namespace kirnu
