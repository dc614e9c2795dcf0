#include "view/text_page.h"

#include <algorithm>
#include <type_traits>

#include "base/name_list.h"

namespace kirnu {
namespace {

/// Characters of a UTF-8 text: what columns are aligned by.
std::size_t text_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string_view text, std::size_t width, bool right) {
  const std::size_t own = text_width(text);
  const std::string space(width > own ? width - own : 0, ' ');
  return right ? space + std::string(text) : std::string(text) + space;
}

void write_line(std::string& out, std::string_view line) {
  const std::size_t end = line.find_last_not_of(' ');
  out += line.substr(0, end == std::string_view::npos ? 0 : end + 1);
  out += '\n';
}

void write_table(std::string& out, const TableNode& table) {
  std::vector<std::size_t> widths;
  for (const TableColumn& column : table.columns) widths.push_back(text_width(column.label));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
      widths[i] = std::max(widths[i], text_width(row[i].text));
  }
  const auto write_row = [&](const auto& text_at) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      line += (i > 0 ? "  " : "") + padded(text_at(i), widths[i], table.columns[i].numeric);
    }
    write_line(out, line);
  };
  write_row([&](std::size_t i) -> std::string_view { return table.columns[i].label; });
  for (const auto& row : table.rows) {
    write_row([&](std::size_t i) { return i < row.size() ? std::string_view(row[i].text) : std::string_view{}; });
  }
  out += '\n';
}

void write_metric(std::string& out, const MetricNode& metric) {
  std::string line = padded(metric.label, 34, false) + "  " +
                     padded((metric.sign.empty() ? "" : metric.sign + " ") + metric.text, 12, true);
  if (!metric.note.empty()) line += "  " + metric.note;
  write_line(out, line);
}

void write_text(std::string& out, const TextNode& text) {
  std::string line;
  for (const Span& span : text.spans) line += span.text;
  write_line(out, line);
  if (text.style == TextStyle::Lead) out += '\n';
}

void write_node(std::string& out, const Node& node);

void write_children(std::string& out, const Node& node) {
  for (const Node& child : node.children) write_node(out, child);
}

void write_section(std::string& out, const Node& node, const SectionNode& section) {
  if (is_left_out(node, section)) return;
  std::string inner;
  write_children(inner, node);
  if (inner.empty() && section.text.empty()) return;
  if (!section.title.empty() && section.role != SectionRole::Answer) out += section.title + "\n";
  if (!section.text.empty()) out += section.text + "\n";
  out += inner;
  if (section.role != SectionRole::Answer && (inner.size() < 2 || inner.substr(inner.size() - 2) != "\n\n"))
    out += '\n';
}

void write_chart(std::string& out, const ChartNode& chart) {
  if (!chart.title.empty() && !chart.titled) out += chart.title + "\n";
  if (!chart.summary.empty() && !chart.titled) out += chart.summary + "\n";
  if (!chart.summary.empty()) out += "\n";
  write_table(out, chart.table);
}

void write_message(std::string& out, const MessageNode& message) {
  const bool grave = message.level == MessageLevel::Error || message.level == MessageLevel::Warning;
  out += (grave ? "! " : "· ") + message.text + "\n";
}

void write_node(std::string& out, const Node& node) {
  std::visit(
      [&](const auto& body) {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, SectionNode>) write_section(out, node, body);
        if constexpr (std::is_same_v<Body, TextNode>) write_text(out, body);
        if constexpr (std::is_same_v<Body, MetricNode>) write_metric(out, body);
        if constexpr (std::is_same_v<Body, TableNode>) write_table(out, body);
        if constexpr (std::is_same_v<Body, ChartNode>) write_chart(out, body);
        if constexpr (std::is_same_v<Body, MessageNode>) write_message(out, body);
        if constexpr (std::is_same_v<Body, PageNode>) write_children(out, node);
      },
      node.body);
}

}  // namespace

bool is_left_out(const Node& node, const SectionNode& section) {
  const SectionRole role = section.role;
  constexpr std::string_view kResults = "import|revenue_more|reasons_fold";  // plain text cannot be unfolded
  if (role == SectionRole::Fold) return !section.open && !is_one_of(kResults, node.id);
  return role == SectionRole::Header || role == SectionRole::Form || role == SectionRole::Footer ||
         role == SectionRole::Tools;
}

std::string write_text_page(const View& view) {
  std::string out;
  write_node(out, view.page);
  while (out.size() > 1 && out.substr(out.size() - 2) == "\n\n") out.pop_back();
  return out;
}

const ChartNode* find_chart(const Node& node, std::string_view id) {
  if (node.id == id) return std::get_if<ChartNode>(&node.body);
  for (const Node& child : node.children) {
    if (const ChartNode* chart = find_chart(child, id)) return chart;
  }
  return nullptr;
}

}  // namespace kirnu
