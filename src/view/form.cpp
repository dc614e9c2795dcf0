#include <array>
#include <optional>
#include <span>

#include "base/name_list.h"
#include "metrics/catalog.h"
#include "report/history_text.h"
#include "report/issue_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr auto kFinerFields = std::to_array<std::string_view>({"new_left", "left_and_returned", "returned"});
constexpr auto kMoneyFields = std::to_array<std::string_view>({"mrr_start", "mrr_churned", "mrr_contraction",
                                                               "mrr_expansion", "mrr_new", "mrr_reactivation", "arpa",
                                                               "margin", "discount", "acquisition_cost", "threshold"});

constexpr std::string_view kPeriods = "day|week|month|quarter|half_year|year|days|none";
constexpr std::string_view kRarePeriods = "day|week|half_year";

SelectNode choice(const ViewContext& context, std::string_view id, std::string_view value) {
  return {.label = context.words.say(std::string(id) + ".label"), .help = {}, .value = std::string(value)};
}

Node language_select(const ViewContext& context) {
  SelectNode select = choice(context, "language", language_code(context.state.language));
  for (const Language language : {Language::De, Language::En, Language::Fi}) {
    const std::string code(language_code(language));
    select.options.push_back({.value = code, .label = context.words.say("language." + code)});
  }
  return {.id = "language", .body = std::move(select), .children = {}};
}

Node theme_select(const ViewContext& context) {
  SelectNode select = choice(context, "theme", context.state.theme);
  for (const std::string theme : {"auto", "light", "dark"}) {
    select.options.push_back({.value = theme, .label = context.words.say("theme." + theme)});
  }
  return {.id = "theme", .body = std::move(select), .children = {}};
}

Node button(const ViewContext& context, std::string id, ButtonStyle style) {
  ButtonNode node{.label = context.words.say(id + ".label"), .help = {}, .style = style};
  if (context.words.has(id + ".help")) node.help = context.words.say(id + ".help");
  return {.id = std::move(id), .body = std::move(node), .children = {}};
}

FieldInput input_kind(FieldKind kind) {
  switch (kind) {
    case FieldKind::Count: return FieldInput::Count;
    case FieldKind::Money: return FieldInput::Money;
    case FieldKind::Share:
    case FieldKind::Days: return FieldInput::Number;
    case FieldKind::Date: return FieldInput::Date;
    case FieldKind::Text: return FieldInput::Lines;
  }
  return FieldInput::Count;
}

/// 1.500 read as 1500 surprises only where the dot is the decimal mark.
bool is_surprising(const Issue& issue, std::string_view text, Language language) {
  const char decimal_mark = language == Language::En ? '.' : ',';
  return issue.code != IssueCode::ThousandsAssumed || text.find(decimal_mark) != std::string_view::npos;
}

/// What the report has to say about this field: an error, or how its value was understood. What is asked of a table is
/// no error of it.
void add_issues(const ViewContext& context, std::string_view id, FieldNode& node) {
  for (const Issue& issue : context.report.issues) {
    if (issue.field != id || !is_surprising(issue, node.value, context.state.language)) continue;
    const bool of_table = id == "file" || id == "paste";
    if (id == "file" && issue.severity == Severity::Note) continue;  // stands among the messages
    if (of_table && issue.severity == Severity::Question) continue;  // is asked there
    const std::string sentence = issue_text_with_place(issue, context.words, context.state.language);
    const bool refused = issue.severity == Severity::Error || issue.severity == Severity::Question;
    std::string& place = refused ? node.error : node.note;
    if (place.empty()) place = sentence;
  }
}

Node period_select(const ViewContext& context) {
  // A table whose rows name their periods has said it already.
  const bool told = context.report.from_table && context.report.dates && context.report.period;
  const std::string period = told ? std::string(period_unit_name(context.report.period->unit)) : context.state.period;
  SelectNode select = choice(context, "period", period);
  select.segmented = true;
  const auto offer = [&](std::string_view unit) {
    select.options.push_back({.value = std::string(unit),
                              .label = context.words.say("period." + std::string(unit)),
                              .rare = is_one_of(kRarePeriods, unit)});
  };
  if (!is_one_of(kPeriods, period)) offer(period);
  for_each_name(kPeriods, offer);
  return {.id = "period", .body = std::move(select), .children = {}};
}

std::vector<Node> fields(const ViewContext& context, std::span<const std::string_view> ids) {
  std::vector<Node> nodes;
  for (const std::string_view id : ids) nodes.push_back(field_node(context, id, true));
  return nodes;
}

Node fold_of(const ViewContext& context, const std::string& id, std::vector<Node> children) {
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say(id + ".title")};
  if (context.words.has(id + ".text")) body.text = context.words.say(id + ".text");
  body.open = context.state.open.count(id) > 0;
  for (const Node& child : children) {
    const FieldNode* field = std::get_if<FieldNode>(&child.body);
    if (field != nullptr && !field->error.empty()) body.open = true;  // an error must not hide in a closed fold
  }
  return section(id, std::move(body), std::move(children));
}

Node paste_field(const ViewContext& context) {
  Node node = field_node(context, "paste", true);
  FieldNode& body = *std::get_if<FieldNode>(&node.body);
  body.help = context.words.say("paste.help");
  body.placeholder = context.words.say("paste.placeholder");
  return node;
}

/// Where a file is dropped; `first` on the form, it is for another one.
Node file_field(const ViewContext& context, bool first) {
  const bool other = first && context.state.job == "all";
  FieldNode node{.label = other ? context.words.say("file.label.other") : say_for_job(context, "file.label")};
  node.help = say_for_job(context, "file.help");
  node.value = context.file_name;
  node.input = FieldInput::File;
  add_issues(context, "file", node);
  return {.id = "file", .body = std::move(node), .children = {}};
}

/// A file with one list waits for the later one, as the answer says.
std::optional<Node> second_file_field(const ViewContext& context) {
  const std::optional<Issue>& error = context.report.error;
  if (!error || error->code != IssueCode::SecondListNeeded || context.file_name.empty()) return std::nullopt;
  FieldNode node{.label = context.words.say("file2.label")};
  node.input = FieldInput::File;
  return Node{.id = "file2", .body = std::move(node), .children = {}};
}

/// Counts that were typed beside a history may become its next row.
std::optional<Node> append_button(const ViewContext& context) {
  if (context.state.example) return std::nullopt;
  const std::optional<std::string> label = next_period_label(context.report);
  if (!label) return std::nullopt;
  Node node = button(context, "append_period", ButtonStyle::Plain);
  if (!label->empty())
    std::get_if<ButtonNode>(&node.body)->label = context.words.say("append_period.named", {{"period", *label}});
  return node;
}

/// Whether the answer is a file's or a sample's: then nobody looks for empty fields first.
bool leads_with_file(const ViewContext& context) {
  const bool history = context.report.series.size() > 1 && field_text(context.state, "paste").empty();
  return context.state.controls == "full" && (context.report.kind != "counts" || history);
}

/// Where customers are counted by hand.
std::vector<Node> typed_fields(const ViewContext& context) {
  std::vector<Node> nodes{field_node(context, "start", false), field_node(context, "lost", false),
                          field_node(context, "new", true), field_node(context, "end", true)};
  if (!asks_of_files(context)) {
    nodes.push_back(period_select(context));
    if (context.state.period == "days") nodes.push_back(field_node(context, "days", false));
  }
  nodes.push_back(fold_of(context, "finer", fields(context, kFinerFields)));
  if (leads_with_file(context)) nodes.push_back(paste_field(context));
  return nodes;
}

/// One press opens invented data; a page that is for one job offers the sample of that job.
Node sample_buttons(const ViewContext& context) {
  const std::string& job = context.state.job;
  const bool counts = job == "all" || job == "counts" || job == "benchmark";
  std::vector<Node> buttons;
  if (counts) buttons.push_back(button(context, "example", ButtonStyle::Quiet));
  for (const std::string_view sample : all_samples()) {
    if (job == "all" || job == sample || (counts && sample == "history"))
      buttons.push_back(button(context, "sample." + std::string(sample), ButtonStyle::Quiet));
  }
  return section("samples", {.role = SectionRole::Row, .text = context.words.say("samples.title")}, std::move(buttons));
}

}  // namespace

Node field_node(const ViewContext& context, std::string_view id, bool optional) {
  const FieldSpec* spec = find_field(id);
  FieldNode node{.label = context.words.say(std::string(id) + ".label")};
  node.input = spec == nullptr ? FieldInput::Count : input_kind(spec->kind);
  node.value = field_text(context.state, id);
  if (optional) node.hint = context.words.say("optional");
  if (spec != nullptr && spec->kind == FieldKind::Share)
    node.placeholder = context.words.say(id == "discount" ? "discount.placeholder" : "share.placeholder");
  if (spec != nullptr && spec->kind == FieldKind::Date) node.placeholder = context.words.say("date.placeholder");
  add_issues(context, id, node);
  const std::string own = find_formula(id) == nullptr ? "" : "input.";  // a metric has that id
  return {.id = own + std::string(id), .body = std::move(node), .children = {}};
}

Node build_header(const ViewContext& context) {
  std::vector<Node> tools{language_select(context), theme_select(context),
                          button(context, "as_text", ButtonStyle::Plain)};
  if (fits_in_link(context.report)) {
    tools.push_back(button(context, "share", ButtonStyle::Plain));
    std::get_if<ButtonNode>(&tools.back().body)->copy = write_link(context.state);
  }
  return section("header", {.role = SectionRole::Header}, std::move(tools));
}

Node build_form(const ViewContext& context) {
  std::vector<Node> children;
  const auto take = [&children](std::vector<Node> nodes) {
    for (Node& node : nodes) children.push_back(std::move(node));
  };
  const bool files_lead = leads_with_file(context);
  const auto take_file = [&] {
    if (std::optional<Node> second = second_file_field(context)) children.push_back(std::move(*second));
    children.push_back(file_field(context, files_lead));
    take(build_progress(context));
  };
  if (files_lead) take_file();
  if (files_lead) children.push_back(fold_of(context, "type_counts", typed_fields(context)));
  else take(typed_fields(context));
  children.push_back(fold_of(context, "money", fields(context, kMoneyFields)));
  if (std::optional<Node> append = append_button(context)) children.push_back(std::move(*append));
  if (!files_lead) children.push_back(paste_field(context));
  if (!files_lead) take_file();
  children.push_back(sample_buttons(context));
  children.push_back(
      section("form_buttons", {.role = SectionRole::Row}, {button(context, "clear", ButtonStyle::Plain)}));
  return section("form", {.role = SectionRole::Form, .title = context.words.say("form.title")}, std::move(children));
}

}  // namespace kirnu
