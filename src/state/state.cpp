#include "state/state.h"

#include <algorithm>
#include <array>

#include "base/definition.h"
#include "base/json.h"
#include "base/utf8.h"
#include "state/field_value.h"

namespace kirnu {
namespace {

constexpr int kStateVersion = 1;
// A full paste box, of which JSON writes tabs, ends of lines and quotes as two characters and others as six; and the
// rest.
constexpr std::size_t kLongestStateJson = 6 * kLongestPaste + (1U << 17U);
constexpr std::size_t kMostOpen = 200;
constexpr std::size_t kMostChoices = 300, kLongestChoice = 400;

constexpr std::array<FieldSpec, 33> kFields{{{"start", FieldKind::Count},
                                             {"lost", FieldKind::Count},
                                             {"new", FieldKind::Count},
                                             {"end", FieldKind::Count},
                                             {"days", FieldKind::Days},
                                             {"new_left", FieldKind::Count},
                                             {"left_and_returned", FieldKind::Count},
                                             {"returned", FieldKind::Count},
                                             {"mrr_start", FieldKind::Money},
                                             {"mrr_churned", FieldKind::Money},
                                             {"mrr_contraction", FieldKind::Money},
                                             {"mrr_expansion", FieldKind::Money},
                                             {"mrr_new", FieldKind::Money},
                                             {"mrr_reactivation", FieldKind::Money},
                                             {"arpa", FieldKind::Money},
                                             {"margin", FieldKind::Share},
                                             {"discount", FieldKind::Share},
                                             {"acquisition_cost", FieldKind::Money},
                                             {"threshold", FieldKind::Money},
                                             {"from", FieldKind::Date},
                                             {"last_day", FieldKind::Date},
                                             {"as_of", FieldKind::Date},
                                             {"before_from", FieldKind::Date},
                                             {"before_last", FieldKind::Date},
                                             {"after_from", FieldKind::Date},
                                             {"after_last", FieldKind::Date},
                                             {"tau", FieldKind::Money},
                                             {"kept", FieldKind::Count},
                                             {"fit_periods", FieldKind::Count},
                                             {"horizon", FieldKind::Count},
                                             {"cohort_size", FieldKind::Count},
                                             {"inactive_days", FieldKind::Count},
                                             {"paste", FieldKind::Text}}};

constexpr std::array<std::string_view, 3> kThemes{"auto", "light", "dark"};
constexpr std::array<std::string_view, 3> kAudiences{"all", "b2b", "b2c"};
constexpr std::array<std::string_view, 3> kControls{"full", "min", "none"};
constexpr auto kJobs =
    std::to_array<std::string_view>({"all", "counts", "benchmark", "lists", "subscriptions", "transactions"});
constexpr auto kPeriods = std::to_array<std::string_view>(
    {"day", "week", "month", "quarter", "half_year", "year", "fiscal_year", "days", "none"});
constexpr auto kSamples =
    std::to_array<std::string_view>({"history", "lists", "subscriptions", "transactions", "reasons", "survival"});

template <std::size_t N>
bool is_one_of(std::string_view value, const std::array<std::string_view, N>& known) {
  return std::find(known.begin(), known.end(), value) != known.end();
}

void read_fields(const Json& fields, State& state) {
  if (!fields.is_object()) return;
  for (const Json& text : fields) {
    if (text.is_string()) set_value(state, text.name(), text.text());
  }
}

}  // namespace

const FieldSpec* find_field(std::string_view id) {
  for (const FieldSpec& field : kFields) {
    if (field.id == id) return &field;
  }
  return nullptr;
}

std::span<const FieldSpec> all_fields() { return kFields; }

std::span<const std::string_view> all_samples() { return kSamples; }

std::size_t longest_text(const FieldSpec& field) {
  return field.kind == FieldKind::Text ? kLongestPaste + 1 : kLongestText;
}

State empty_state(Language language) {
  State state;
  state.language = language;
  state.example = false;
  return state;
}

std::string_view field_text(const State& state, std::string_view id) {
  const auto found = state.fields.find(std::string(id));
  return found == state.fields.end() ? std::string_view{} : std::string_view(found->second);
}

bool set_value(State& state, std::string_view id, std::string_view value) {
  if (const FieldSpec* field = find_field(id)) {
    std::string text(cut_utf8(value, longest_text(*field)));
    if (text.empty()) {
      state.fields.erase(std::string(id));
    } else {
      state.fields[std::string(id)] = std::move(text);
    }
    return true;
  }
  if (id == "theme" && is_one_of(value, kThemes)) return state.theme = value, true;
  if (id == "controls" && is_one_of(value, kControls)) return state.controls = value, true;
  if (id == "job" && is_one_of(value, kJobs)) return state.job = value, true;
  if (id == "period" && is_one_of(value, kPeriods)) return state.period = value, true;
  if (id == "definition" && is_definition(value)) return state.definition = value, true;
  if (id == "audience" && is_one_of(value, kAudiences)) return state.audience = value, true;
  if (id == "industry" && value.size() <= kLongestText) return state.industry = value, true;
  if (id == "own_time_zone" && value.size() <= kLongestText) return state.own_time_zone = value, true;
  if (id == "benchmark" && value.size() <= kLongestText) return state.benchmark = value, true;
  return false;
}

bool set_choice(State& state, std::string_view key, std::string_view value) {
  const std::string name(key);
  if (value.empty()) return state.choices.erase(name), true;
  const bool room = state.choices.size() < kMostChoices || state.choices.count(name) > 0;
  if (!room || key.size() > kLongestChoice || value.size() > kLongestText) return false;
  state.choices[name] = value;
  return true;
}

void set_open(State& state, std::string_view id, bool open) {
  const std::string key(cut_utf8(id, kLongestText));
  if (!open) state.open.erase(key);
  else if (state.open.size() < kMostOpen) state.open.insert(key);
}

void change_language(State& state, Language language) {
  for (auto& [id, text] : state.fields) {
    const FieldSpec* field = find_field(id);
    if (field == nullptr || field->kind == FieldKind::Text) continue;
    const FieldValue read = read_field(*field, text, state.language);
    if (read.value) text = write_field(*read.value, field->kind, language);
  }
  if (state.example) state.fields["paste"] = field_text(example_state(language), "paste");
  state.language = language;
}

std::string write_state(const State& state) {
  Json json;
  json["v"] = kStateVersion;
  json["language"] = language_code(state.language);
  json["theme"] = state.theme;
  if (state.controls != "full") json["controls"] = state.controls;
  if (state.job != "all") json["job"] = state.job;
  json["example"] = state.example;
  if (!state.sample.empty()) json["sample"] = state.sample;
  Json fields = Json::object();
  for (const FieldSpec& field : kFields) {
    const std::string_view text = field_text(state, field.id);
    if (!text.empty()) fields.add(field.id, text);
  }
  json["fields"] = std::move(fields);
  json["period"] = state.period;
  json["definition"] = state.definition;
  json["benchmark"] = state.benchmark;
  if (state.audience != "all") json["audience"] = state.audience;
  if (state.industry != "all") json["industry"] = state.industry;
  if (!state.own_time_zone.empty()) json["own_time_zone"] = state.own_time_zone;
  Json open = Json::array();
  for (const std::string& id : state.open) open.push_back(id);
  json["open"] = std::move(open);
  for (const auto& [key, value] : state.choices) json["choices"].add(key, value);
  return write_json(json);
}

std::optional<State> read_state(std::string_view text) {
  const std::optional<Json> parsed = parse_json(text, kLongestStateJson);
  if (!parsed || !parsed->is_object()) return std::nullopt;
  const Json& json = *parsed;
  const Json* version = json.find("v");
  if (version == json.end() || !version->is_number_integer() || version->integer() != kStateVersion)
    return std::nullopt;

  State state = empty_state(Language::En);
  state.language = find_language(find_string(json, "language").value_or("en")).value_or(Language::En);
  for (const char* key :
       {"theme", "controls", "job", "period", "definition", "benchmark", "audience", "industry", "own_time_zone"}) {
    if (const auto value = find_string(json, key)) set_value(state, key, *value);
  }
  if (const Json* example = json.find("example"); example != json.end() && example->is_boolean()) {
    state.example = example->boolean();
  }
  if (const auto sample = find_string(json, "sample"); sample && is_one_of(*sample, kSamples)) state.sample = *sample;
  if (const Json* fields = json.find("fields"); fields != json.end()) read_fields(*fields, state);
  if (const Json* choices = json.find("choices"); choices != json.end() && choices->is_object()) {
    for (const Json& value : *choices) {
      if (!value.is_string()) continue;
      if (find_field(value.name()) != nullptr) set_value(state, value.name(), value.text());
      else set_choice(state, value.name(), value.text());
    }
  }
  if (const Json* open = json.find("open"); open != json.end() && open->is_array()) {
    for (const Json& id : *open) {
      if (id.is_string()) set_open(state, id.text(), true);
    }
  }
  return state;
}

}  // namespace kirnu
