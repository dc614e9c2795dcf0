#include <algorithm>
#include <utility>

#include "report/issue_text.h"
#include "text/number_format.h"
#include "view/file_text.h"
#include "view/over_time.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

/// What the file holds; counts may be of groups, not of periods.
std::string kind_in_words(const ViewContext& context) {
  return context.words.say(are_of_groups(context.report) ? "kind.counts_of_groups" : "kind." + context.report.kind);
}

/// The words of a key, or the text as it stands.
std::string words_or(const ViewContext& context, const std::string& key, const std::string& text) {
  return context.words.has(key) ? context.words.say(key) : text;
}

/// Under which key the catalogue names a delimiter.
std::string delimiter_key(const std::string& delimiter) {
  return delimiter == "\t" ? "delimiter.tab" : "delimiter." + delimiter;
}

std::string counts_sentence(const ViewContext& context, const ImportSummary& import) {
  const auto count = [&](std::int64_t value) {
    return format_count(static_cast<double>(value), context.state.language);
  };
  return context.words.say("import.summary", {{"rows", count(import.rows)},
                                              {"accepted", count(import.accepted)},
                                              {"rejected", count(import.rejected)},
                                              {"blank", count(import.blank)},
                                              {"skipped", count(import.skipped)}});
}

/// Whose export it is: "stripe_subscriptions" is of Stripe.
std::string export_name(const ViewContext& context, const std::string& source) {
  return words_or(context, "export." + source.substr(0, source.find('_')), source);
}

bool asks_kind(const Report& report) {
  return std::any_of(report.issues.begin(), report.issues.end(),
                     [](const Issue& issue) { return issue.set == "kind" && issue.severity == Severity::Question; });
}

/// Kind, source, encoding and delimiter, in one line.
std::string understood_sentence(const ViewContext& context, const ImportSummary& import) {
  const std::string unknown = context.words.say("import.unknown");
  std::string line;
  if (!asks_kind(context.report)) line = context.words.say("import.kind", {{"kind", kind_in_words(context)}});
  if (!import.source.empty())
    line += " " + context.words.say("import.source", {{"source", export_name(context, import.source)}});
  return line + " " +
         context.words.say("import.bytes",
                           {{"encoding", import.encoding.empty() ? unknown : import.encoding},
                            {"delimiter", import.delimiter.empty()
                                              ? unknown
                                              : words_or(context, delimiter_key(import.delimiter), import.delimiter)}});
}

TableNode columns_table(const ViewContext& context, const ImportSummary& import) {
  bool styles = false;
  for (const ImportColumn& column : import.columns) styles = styles || !column.style.empty();
  TableNode table{.caption = context.words.say("import.columns"), .columns = {}, .rows = {}};
  table.columns = {{.label = context.words.say("column.name")}, {.label = context.words.say("column.role")}};
  if (styles) table.columns.push_back({.label = context.words.say("column.style")});
  for (const ImportColumn& column : import.columns) {
    const bool used = column.role != Role::Ignore;
    std::vector<Cell> row{cell(say_column(context.words, shown_text(column.name))),
                          cell(say_role(context.words, role_name(column.role)), used ? Tone::Plain : Tone::Muted)};
    if (styles) row.push_back(cell(style_text(context, column.style), Tone::Muted));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string assumption_value(const ViewContext& context, const IssueValue& value) {
  const double* number = std::get_if<double>(&value.value);
  if (number != nullptr && value.name == "percent") return share_in_words(*number, context.state.language);
  if (number != nullptr)
    return shown_number(*number, *number == static_cast<double>(static_cast<std::int64_t>(*number)) ? 0 : 2,
                        context.state.language);
  const std::string& text = *std::get_if<std::string>(&value.value);
  std::optional<Date> day = read_iso_date(text);
  if (day && value.name.ends_with("_end")) --day->days;  // people name the last day
  return day ? day_text(context, *day) : shown_text(text);
}

void add_assumptions(const ViewContext& context, const std::vector<Assumption>& assumptions,
                     std::vector<Node>& children) {
  int number = 0;
  for (const Assumption& assumption : assumptions) {
    const std::string key = "assumption." + assumption.code;
    WordValues values;
    for (const IssueValue& value : assumption.values) values.emplace_back(value.name, assumption_value(context, value));
    children.push_back(text("assumption." + std::to_string(++number), TextStyle::Note,
                            context.words.has(key) ? context.words.say(key, values) : assumption.code));
  }
}

/// What was understood, in one line: "Read as: subscriptions, 160 rows, 2 of them rejected".
std::string strip(const ViewContext& context, const ImportSummary& import) {
  std::string line = asks_kind(context.report) ? context.words.say("import.title")
                                               : context.words.say("import.strip", {{"kind", kind_in_words(context)}});
  const auto add = [&](std::string_view key, std::int64_t count) {
    line +=
        " · " + context.words.say_count(key, static_cast<double>(count),
                                        {{"count", format_count(static_cast<double>(count), context.state.language)}});
  };
  add("import.strip.rows", import.rows);
  if (import.rejected > 0) add("import.strip.rejected", import.rejected);
  return line;
}

/// Whether an answer waits for a choice about how the file is read that stands in here.
bool asks(const ViewContext& context) {
  const std::vector<Issue>& issues = context.report.issues;
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
    return issue.severity == Severity::Question && !issue.set.empty() && !is_asked_below(context, issue);
  });
}

}  // namespace

std::string style_text(const ViewContext& context, std::string_view style) {
  std::string out;
  while (!style.empty()) {  // "decimal comma, percent"
    const std::size_t comma = style.find(", ");
    const std::string part(style.substr(0, comma));
    std::string key = "style." + part;
    for (char& c : key) {
      if (c == ' ') c = '_';
    }
    out += (out.empty() ? "" : ", ") + words_or(context, key, part);
    style.remove_prefix(comma == std::string_view::npos ? style.size() : comma + 2);
  }
  return out;
}

std::vector<Node> build_import(const ViewContext& context) {
  if (!context.report.import) return {};
  const ImportSummary& import = *context.report.import;
  SectionNode body{
      .role = SectionRole::Fold, .title = strip(context, import), .text = counts_sentence(context, import)};
  body.open = context.state.open.count("import") > 0 || asks(context);
  std::vector<Node> children;
  const auto take = [&children](std::vector<Node> nodes) {
    for (Node& node : nodes) children.push_back(std::move(node));
  };
  const bool counts = context.report.kind == "counts" && import.source.empty();
  if (!counts) children.push_back(text("import_understood", TextStyle::Body, understood_sentence(context, import)));
  take(build_import_choices(context));
  children.push_back({.id = "table_import", .body = columns_table(context, import), .children = {}});
  add_assumptions(context, import.assumptions, children);
  take(build_import_roles(context));
  take(build_rejected(context));
  return {section("import", std::move(body), std::move(children))};
}

}  // namespace kirnu
