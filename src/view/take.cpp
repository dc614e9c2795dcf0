#include "base/minus.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

/// Tabs and line breaks would move a cell; a spreadsheet wants a hyphen before its numbers.
std::string tsv_cell(std::string_view text) {
  std::string cell = with_hyphen(std::string(text));
  for (char& c : cell) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return cell;
}

void collect_metrics(const Node& node, std::string& out) {
  if (const MetricNode* metric = std::get_if<MetricNode>(&node.body)) {
    out += tsv_cell(metric->label) + "\t" + tsv_cell(metric->text) + "\t" + tsv_cell(metric->note) + "\n";
  }
  for (const Node& child : node.children) collect_metrics(child, out);
}

void write_row(const std::vector<Cell>& row, std::string& out) {
  for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "\t" : "") + tsv_cell(row[i].text);
  out += "\n";
}

/// The tables of answers that have no metrics: reasons, cohorts, groups.
void collect_tables(const Node& node, std::string& out) {
  if (const TableNode* table = std::get_if<TableNode>(&node.body)) {
    std::vector<Cell> head;
    for (const TableColumn& column : table->columns) head.push_back(cell(column.label));
    write_row(head, out);
    for (const std::vector<Cell>& row : table->rows) write_row(row, out);
  }
  for (const Node& child : node.children) collect_tables(child, out);
}

Node button(const ViewContext& context, const std::string& id, ButtonNode body) {
  body.label = context.words.say(id + ".label");
  return {.id = id, .body = std::move(body), .children = {}};
}

}  // namespace

bool fits_in_link(const Report& report) { return report.kind == "counts" && !report.from_table; }

std::string results_as_tsv(const ViewContext& context) {
  std::string out;
  for (const ReportMetric& entry : context.report.metrics) collect_metrics(metric_node(context, entry.metric.id), out);
  for (const ReportMetric& entry : context.report.span) collect_metrics(metric_node(context, entry.metric.id), out);
  if (!out.empty()) return out;
  for (const auto build : {build_segments, build_reasons, build_survival, build_cohorts}) {
    for (const Node& card : build(context)) collect_tables(card, out);
  }
  return out;
}

Node build_take(const ViewContext& context) {
  std::vector<Node> copy{button(context, "copy_text", {.copies = true}),
                         button(context, "copy_results", {.copy = results_as_tsv(context)}),
                         button(context, "copy_markdown", {.copies = true})};
  if (fits_in_link(context.report)) copy.push_back(button(context, "copy_link", {.copy = write_link(context.state)}));
  std::vector<Node> save{
      button(context, "save_csv", {.download = "kirnu.csv"}), button(context, "save_json", {.download = "kirnu.json"}),
      button(context, "save_scenario", {.download = "kirnu-scenario.json"}), button(context, "print", {})};
  SectionNode body{.role = SectionRole::Tools, .title = context.words.say("take.title")};
  body.open = context.state.open.count("take") > 0;
  return section(
      "take", std::move(body),
      {section("take_copy", {.role = SectionRole::Row, .title = context.words.say("take.copy")}, std::move(copy)),
       section("take_save", {.role = SectionRole::Row, .title = context.words.say("take.save")}, std::move(save))});
}

}  // namespace kirnu
