#include "view/text_page.h"

namespace kirnu {
namespace {

/// The text without anything that Markdown or HTML would take for markup; a line break would end a row.
std::string plain(std::string_view text) {
  constexpr std::string_view kMarkup = "\\`*_[]<>|#~&";
  std::string out;
  for (const char c : text) {
    if (kMarkup.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

void end_block(std::string& out) {
  if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
}

/// A block of its own; nothing for no text.
void write_block(std::string& out, std::string_view before, std::string_view text) {
  if (text.empty()) return;
  end_block(out);
  out += std::string(before) + plain(text) + "\n\n";
}

void write_table(std::string& out, const TableNode& table) {
  write_block(out, {}, table.caption);
  end_block(out);
  std::string rule;
  for (const TableColumn& column : table.columns) {
    out += "| " + plain(column.label) + " ";
    rule += column.numeric ? "| ---: " : "| --- ";
  }
  out += "|\n" + rule + "|\n";
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) out += "| " + plain(cell.text) + " ";
    out += "|\n";
  }
  out += '\n';
}

void write_item(std::string& out, const MetricNode& metric) {
  out +=
      "- " + plain(metric.label) + ": **" + plain((metric.sign.empty() ? "" : metric.sign + " ") + metric.text) + "**";
  if (!metric.note.empty()) out += " (" + plain(metric.note) + ")";
  out += '\n';
}

void write_text(std::string& out, const TextNode& text) {
  std::string line;
  for (const Span& span : text.spans) line += span.text;
  write_block(out, text.style == TextStyle::Lead ? "# " : text.style == TextStyle::Heading ? "### " : "", line);
}

void write_node(std::string& out, const Node& node);

void write_section(std::string& out, const Node& node, const SectionNode& section) {
  std::string inner;
  for (const Node& child : node.children) write_node(inner, child);
  if (inner.empty() && section.text.empty()) return;
  if (section.role != SectionRole::Answer) write_block(out, "## ", section.title);
  write_block(out, {}, section.text);
  end_block(out);
  out += inner;
}

void write_node(std::string& out, const Node& node) {
  if (const auto* section = std::get_if<SectionNode>(&node.body)) {
    if (!is_left_out(node, *section)) write_section(out, node, *section);
  } else if (const auto* text = std::get_if<TextNode>(&node.body)) {
    write_text(out, *text);
  } else if (const auto* metric = std::get_if<MetricNode>(&node.body)) {
    write_item(out, *metric);
  } else if (const auto* table = std::get_if<TableNode>(&node.body)) {
    write_table(out, *table);
  } else if (const auto* message = std::get_if<MessageNode>(&node.body)) {
    write_block(out, "> ", message->text);
  } else if (const auto* chart = std::get_if<ChartNode>(&node.body)) {
    if (!chart->titled) write_block(out, "## ", chart->title);  // else its card has said both
    if (!chart->titled) write_block(out, {}, chart->summary);
    if (!chart->table.columns.empty()) write_table(out, chart->table);
  } else if (std::holds_alternative<PageNode>(node.body)) {
    for (const Node& child : node.children) write_node(out, child);
  }
}

}  // namespace

std::string write_markdown_page(const View& view) {
  std::string out;
  write_node(out, view.page);
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace kirnu
