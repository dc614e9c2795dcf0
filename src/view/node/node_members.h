#pragma once
#include <array>

#include "view/node/node.h"

/// The members of every struct of the View with their JSON keys, named once for writing and reading. Defaults are
/// those of the structs themselves.
namespace kirnu::members {

constexpr auto words(Tone) { return std::array{"plain", "good", "bad", "unsure", "muted"}; }
constexpr auto words(TextStyle) { return std::array{"lead", "heading", "body", "note"}; }
constexpr auto words(FieldInput) { return std::array{"count", "money", "number", "date", "slider", "lines", "file"}; }
constexpr auto words(ButtonStyle) { return std::array{"plain", "primary", "quiet", "faint"}; }
constexpr auto words(MessageLevel) { return std::array{"note", "warning", "question", "error"}; }
constexpr auto words(SectionRole) {
  return std::array{"header",    "form", "answer",   "figures", "cards", "card",
                    "wide_card", "fold", "messages", "footer",  "row",   "tools"};
}
constexpr auto words(Ink) { return std::array{"ink", "data", "own", "reference", "band", "own_band"}; }
constexpr auto words(ShapeKind) {
  return std::array{"area", "line", "step", "dashed", "dot", "big_dot", "diamond", "interval", "bar", "ticks"};
}
constexpr auto words(LabelPlace) { return std::array{"end_of_line", "callout", "right_of", "above"}; }

/// Kinds of node, in the order of NodeBody.
inline constexpr std::array kKinds{"page",   "section", "text",  "field", "select",  "toggle",
                                   "button", "metric",  "table", "chart", "message", "progress"};
static_assert(kKinds.size() == std::variant_size_v<NodeBody>);

template <class Io>
void list(const Tick*, Io io) {
  io("at", &Tick::at);
  io("label", &Tick::label);
  io("below", &Tick::below);
}

template <class Io>
void list(const Axis*, Io io) {
  io("low", &Axis::low);
  io("high", &Axis::high);
  io("ticks", &Axis::ticks);
  io("names_last", &Axis::names_last);
}

template <class Io>
void list(const Shape*, Io io) {
  io("kind", &Shape::kind);
  io("ink", &Shape::ink);
  io("points", &Shape::points);
  io("dash", &Shape::dash);
}

template <class Io>
void list(const ChartLabel*, Io io) {
  io("place", &ChartLabel::place);
  io("ink", &ChartLabel::ink);
  io("at", &ChartLabel::at);
  io("text", &ChartLabel::text);
  io("strong", &ChartLabel::strong);
  io("small", &ChartLabel::small);
}

template <class Io>
void list(const Stop*, Io io) {
  io("at", &Stop::at);
  io("text", &Stop::text);
}

template <class Io>
void list(const Chart*, Io io) {
  io("x", &Chart::x);
  io("y", &Chart::y);
  io("rows", &Chart::rows);
  io("strong_rows", &Chart::strong_rows);
  io("shapes", &Chart::shapes);
  io("labels", &Chart::labels);
  io("stops", &Chart::stops);
}

template <class Io>
void list(const Span*, Io io) {
  io("text", &Span::text);
  io("marked", &Span::marked);
}

template <class Io>
void list(const TextNode*, Io io) {
  io("style", &TextNode::style);
  io("spans", &TextNode::spans);
  io("tone", &TextNode::tone);
}

template <class Io>
void list(const FieldNode*, Io io) {
  io("label", &FieldNode::label);
  io("hint", &FieldNode::hint);
  io("help", &FieldNode::help);
  io("value", &FieldNode::value);
  io("placeholder", &FieldNode::placeholder);
  io("error", &FieldNode::error);
  io("note", &FieldNode::note);
  io("input", &FieldNode::input);
  io("slider", &FieldNode::slider);
}

template <class Io>
void list(const SliderRange*, Io io) {
  io("low", &SliderRange::low);
  io("high", &SliderRange::high);
  io("step", &SliderRange::step);
  io("at", &SliderRange::at);
  io("unit", &SliderRange::unit);
}

template <class Io>
void list(const Option*, Io io) {
  io("value", &Option::value);
  io("label", &Option::label);
  io("rare", &Option::rare);
}

template <class Io>
void list(const SelectNode*, Io io) {
  io("label", &SelectNode::label);
  io("help", &SelectNode::help);
  io("value", &SelectNode::value);
  io("options", &SelectNode::options);
  io("segmented", &SelectNode::segmented);
  io("error", &SelectNode::error);
}

template <class Io>
void list(const ToggleNode*, Io io) {
  io("label", &ToggleNode::label);
  io("help", &ToggleNode::help);
  io("on", &ToggleNode::on);
}

template <class Io>
void list(const ButtonNode*, Io io) {
  io("label", &ButtonNode::label);
  io("help", &ButtonNode::help);
  io("style", &ButtonNode::style);
  io("copy", &ButtonNode::copy);
  io("download", &ButtonNode::download);
  io("copies", &ButtonNode::copies);
}

template <class Io>
void list(const Explanation*, Io io) {
  io("title", &Explanation::title);
  io("formula", &Explanation::formula);
  io("inserted", &Explanation::inserted);
  io("definition", &Explanation::definition);
  io("source", &Explanation::source);
  io("open", &Explanation::open);
}

template <class Io>
void list(const MetricNode*, Io io) {
  io("label", &MetricNode::label);
  io("text", &MetricNode::text);
  io("value", &MetricNode::value);
  io("note", &MetricNode::note);
  io("sign", &MetricNode::sign);
  io("tone", &MetricNode::tone);
  io("large", &MetricNode::large);
  io("word", &MetricNode::word);
  io("how", &MetricNode::how);
}

template <class Io>
void list(const Cell*, Io io) {
  io("text", &Cell::text);
  io("tone", &Cell::tone);
  io("observed", &Cell::observed);
  io("shade", &Cell::shade);
}

template <class Io>
void list(const TableColumn*, Io io) {
  io("label", &TableColumn::label);
  io("numeric", &TableColumn::numeric);
}

template <class Io>
void list(const TableNode*, Io io) {
  io("caption", &TableNode::caption);
  io("columns", &TableNode::columns);
  io("rows", &TableNode::rows);
  io("step", &TableNode::step);
  io("left_out", &TableNode::left_out);
}

template <class Io>
void list(const MessageNode*, Io io) {
  io("level", &MessageNode::level);
  io("text", &MessageNode::text);
}

template <class Io>
void list(const ProgressNode*, Io io) {
  io("label", &ProgressNode::label);
  io("fraction", &ProgressNode::fraction);
  io("text", &ProgressNode::text);
}

template <class Io>
void list(const ChartNode*, Io io) {
  io("title", &ChartNode::title);
  io("summary", &ChartNode::summary);
  io("chart", &ChartNode::chart);
  io("table", &ChartNode::table);
  io("titled", &ChartNode::titled);
}

template <class Io>
void list(const SectionNode*, Io io) {
  io("role", &SectionNode::role);
  io("title", &SectionNode::title);
  io("text", &SectionNode::text);
  io("open", &SectionNode::open);
}

template <class Io>
void list(const PageNode*, Io io) {
  io("title", &PageNode::title);
  io("subtitle", &PageNode::subtitle);
  io("language", &PageNode::language);
  io("link", &PageNode::link);
}

}  // namespace kirnu::members
