#include <type_traits>

#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

/// Tabs and line breaks would move a cell.
std::string tsv_cell(std::string_view text) {
  std::string cell(text);
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

}  // namespace

std::string results_as_tsv(const ViewContext& context) {
  std::string out;
  for (const ReportMetric& entry : context.report.metrics) collect_metrics(metric_node(context, entry.metric.id), out);
  for (const ReportMetric& entry : context.report.span) collect_metrics(metric_node(context, entry.metric.id), out);
  return out;
}

Node build_page(const ViewContext& context) {
  PageNode page{.title = context.words.say("page.title"),
                .subtitle = context.words.say("page.subtitle"),
                .language = std::string(language_code(context.state.language)),
                .link = write_link(context.state)};
  Node footer = section("footer", {.role = SectionRole::Footer},
                        {text("footer_text", TextStyle::Note, context.words.say("footer.text"), Tone::Muted)});
  Node node{.id = "page",
            .body = std::move(page),
            .children = {build_header(context), build_form(context), build_answer(context), std::move(footer)}};
  leave_out(context.state, node);
  return node;
}

}  // namespace kirnu
