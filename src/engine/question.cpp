#include "engine/question.h"

#include <utility>

#include "engine/choices.h"
#include "facts/tables/number_check.h"
#include "state/field_value.h"

namespace kirnu {
namespace {

/// Where a field's number goes; null for the fields that are no number of the question.
std::optional<double>* place_of(Question& question, std::string_view id) {
  const std::pair<std::string_view, std::optional<double>*> places[] = {
      {"start", &question.counts.start},
      {"lost", &question.counts.lost},
      {"new", &question.counts.new_kept},
      {"end", &question.counts.end},
      {"new_left", &question.counts.new_left},
      {"left_and_returned", &question.counts.left_and_returned},
      {"returned", &question.counts.returned},
      {"mrr_start", &question.mrr.start},
      {"mrr_churned", &question.mrr.churned},
      {"mrr_contraction", &question.mrr.contraction},
      {"mrr_expansion", &question.mrr.expansion},
      {"mrr_new", &question.mrr.new_},
      {"mrr_reactivation", &question.mrr.reactivation},
      {"arpa", &question.value.arpa},
      {"margin", &question.value.margin},
      {"discount", &question.value.discount},
      {"acquisition_cost", &question.value.acquisition_cost},
      {"kept", &question.value.what_if_kept},
  };
  for (const auto& [known, place] : places) {
    if (known == id) return place;
  }
  return nullptr;
}

/// The chosen period; absent for "none", and for a number of days that was not typed yet.
std::optional<Period> read_chosen_period(const State& state, std::vector<Issue>& issues) {
  if (state.period == "fiscal_year") return period_of(PeriodUnit::Year);
  if (state.period != "days") return read_period(state.period);
  const FieldSpec* days = find_field("days");
  FieldValue read = read_field(*days, field_text(state, "days"), state.language);
  for (Issue& issue : read.issues) issues.push_back(std::move(issue));
  if (!read.value) return std::nullopt;
  return period_of_days(*read.value);
}

}  // namespace

ReadQuestion read_question(const State& state) {
  ReadQuestion read;
  for (const FieldSpec& field : all_fields()) {
    std::optional<double>* place = place_of(read.question, field.id);
    if (place == nullptr) continue;
    FieldValue value = read_field(field, field_text(state, field.id), state.language);
    *place = value.value;
    const bool kept = field.id == "kept";
    if ((field.id == "arpa" || field.id == "acquisition_cost" || kept) && value.value) {
      std::optional<Issue> issue =
          number_issue(field.id, *value.value, kept ? IssueCode::CountNegative : IssueCode::AmountNegative);
      if (issue) value.issues.push_back(std::move(*issue));
    }
    for (Issue& issue : value.issues) read.issues.push_back(std::move(issue));
  }
  read.question.period = read_chosen_period(state, read.issues);
  read.question.definition = state.definition;
  const QuestionSettings settings = question_settings(state);
  read.question.from = settings.from;
  read.question.to = settings.to;
  read.question.as_of = settings.as_of;
  return read;
}

}  // namespace kirnu
