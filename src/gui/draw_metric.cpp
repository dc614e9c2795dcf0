#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

std::string value_words(const MetricNode& metric) {
  return metric.sign.empty() ? metric.text : metric.sign + " " + metric.text;
}

/// Words are set smaller than numbers, and a little smaller still where they then stand in one line.
TextLook value_look(const Screen& screen, const MetricNode& metric, double width) {
  TextLook look = metric.large ? kLargeFigure : kFigure;
  if (metric.word) look = screen.canvas.width_of(value_words(metric), kWord) <= width ? kWord : kNarrowWord;
  return look.in(tone_colour(metric.tone));
}

/// Where letters stand in their line: capitals are about 0.73 high, and in its middle.
double baseline(const TextLook& look) { return look.line / 2 + look.size * 0.364; }

/// What a row of numbers has in common, so that numbers and folds stand level; 0: nothing beside it.
struct Level {
  double label = 0;   ///< height of the highest label
  double base = 0;    ///< from there to the baseline of all numbers
  double height = 0;  ///< of the highest of all
};

/// Label, number, note, and the line that unfolds how it was computed, at the foot.
double draw_face(Screen& screen, const Node& node, const MetricNode& metric, const Area& area, const Level& level) {
  double y = area.y + std::max(draw_paragraph(screen, metric.label, area, kLabel), level.label);
  const TextLook look = value_look(screen, metric, area.width);
  y += std::max(level.base - baseline(look), 0.0);
  y += draw_paragraph(screen, value_words(metric), {area.x, y, area.width}, look);
  y += draw_paragraph(screen, metric.note, {area.x, y, area.width}, kLabel);
  if (metric.how) {
    const double words = screen.canvas.width_of(metric.how->title, kLabel) + 20;
    const double header_height = screen.phone() ? 44 : 28;
    y = std::max(y, area.y + level.height - header_height);
    const Rect header{area.x, y, std::min(words, area.width), header_height};
    draw_fold_header(screen, "how." + node.id, metric.how->title, metric.how->open, header, kLabel);
    y += header.height;
  }
  place(screen, node.id, {area.x, area.y, area.width, y - area.y});
  return y - area.y;
}

/// Formula, the reader's own numbers in it, definition and source, beside each other where there is room.
double draw_explanation(Screen& screen, const MetricNode& metric, const Area& area) {
  constexpr double kPadding = 16;
  const Explanation& how = *metric.how;
  const bool beside = area.width >= 560;
  const double inner = area.width - 2 * kPadding;
  const double column = beside ? (inner - 32) / 2 : inner;
  const auto draw_words = [&] {
    const double x = area.x + kPadding, top = area.y + kPadding - 2;
    double left = top + draw_paragraph(screen, metric.label, {x, top, column}, kLabel.in(Colour::Ink).bold()) + 4;
    left += draw_paragraph(screen, how.formula, {x, left, column}, kBody.in(Colour::Soft));
    left += draw_paragraph(screen, how.inserted, {x, left, column}, kBody);
    const double second = beside ? x + column + 32 : x;
    double right = beside ? top + 24 : left + 8;
    right += draw_paragraph(screen, how.definition, {second, right, column}, kLabel.in(Colour::Ink));
    right += draw_paragraph(screen, how.source, {second, right, column}, kLabel);
    return std::max(left, right) + kPadding - 2 - area.y;
  };
  const Rect box{area.x, area.y, area.width, measured(screen, draw_words)};
  screen.canvas.fill(box, Colour::Data, kFieldRadius, 0.06);
  draw_words();
  return box.height;
}

/// How the numbers of a row of figures stand. `alone`: the large one has a row of its own.
struct Grid {
  std::size_t columns = 1;
  double gap = 32;
  bool alone = false;
};

/// Widths of one row's columns: the large number gets a quarter more. A row that is not full keeps the columns of
/// the one above, unless it is a single number.
std::vector<double> column_widths(const std::vector<const Node*>& row, const Grid& grid, double width) {
  std::vector<double> weights;
  for (const Node* node : row) weights.push_back(std::get<MetricNode>(node->body).large ? 1.25 : 1);
  if (row.size() > 1) weights.resize(std::max(weights.size(), grid.columns), 1);
  double sum = 0;
  for (const double weight : weights) sum += weight;
  const double room = width - grid.gap * static_cast<double>(weights.size() - 1);
  for (double& weight : weights) weight *= room / sum;
  return weights;
}

std::vector<std::vector<const Node*>> metric_rows(const Node& section, const Grid& grid) {
  std::vector<std::vector<const Node*>> rows;
  bool full = true;
  for (const Node& child : section.children) {
    const auto* metric = std::get_if<MetricNode>(&child.body);
    if (!metric) continue;
    const bool alone = metric->large && grid.alone;
    if (full || alone || rows.back().size() == grid.columns) rows.emplace_back();
    rows.back().push_back(&child);
    full = alone;
  }
  return rows;
}

/// Whether a number stands in one line of this width, and its words without being broken. `level`: words stand in one
/// line too, as the numbers beside them do.
bool fits(const Screen& screen, const MetricNode& metric, double width, bool level) {
  const std::string value = value_words(metric);
  const TextLook look = value_look(screen, metric, width);
  const bool broken = metric.word && !level;
  const double needed = broken ? widest_word(screen, value, look) : screen.canvas.width_of(value, look);
  return needed <= width && widest_word(screen, metric.label, kLabel) <= width &&
         widest_word(screen, metric.note, kLabel) <= width;
}

bool fits(const Screen& screen, const Node& section, const Grid& grid, double width) {
  for (const auto& row : metric_rows(section, grid)) {
    const std::vector<double> widths = column_widths(row, grid, width);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!fits(screen, std::get<MetricNode>(row[i]->body), widths[i], grid.columns > 2)) return false;
    }
  }
  return true;
}

/// As many in a row as fit: all, the large one above the others, two, or one.
Grid figure_grid(const Screen& screen, const Node& section, double width) {
  const Grid grids[] = {{.columns = 4}, {.columns = 3, .alone = true}, {.columns = 2, .gap = 16, .alone = true}};
  for (const Grid& grid : grids) {
    const bool roomy = width >= 160 * static_cast<double>(grid.columns) || grid.columns == 2;
    if (roomy && fits(screen, section, grid, width)) return grid;
  }
  return {.columns = 1, .gap = 0};
}

/// `framed`: between lines; in a card the card is frame enough.
double draw_row(Screen& screen, const std::vector<const Node*>& row, const Grid& grid, const Area& area, bool framed) {
  const double padding = framed ? 16 : 0;
  const std::vector<double> widths = column_widths(row, grid, area.width);
  double height = 0;
  Level level;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string& label = std::get<MetricNode>(row[i]->body).label;
    const auto lines = static_cast<double>(paragraph_lines(screen, label, widths[i], kLabel).size());
    level.label = std::max(level.label, lines * kLabel.line);
    level.base = std::max(level.base, baseline(value_look(screen, std::get<MetricNode>(row[i]->body), widths[i])));
  }
  const auto draw_faces = [&] {
    double x = area.x;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& metric = std::get<MetricNode>(row[i]->body);
      height = std::max(height, draw_face(screen, *row[i], metric, {x, area.y + padding, widths[i]}, level));
      x += widths[i] + grid.gap;
    }
    return height;
  };
  level.height = measured(screen, draw_faces);
  draw_faces();
  height += framed ? padding + (screen.phone() ? 4 : 12) : 0;
  double x = area.x;
  for (std::size_t i = 0; i + 1 < row.size() && framed && !screen.phone(); ++i) {
    x += widths[i] + grid.gap;
    screen.canvas.vertical(x - grid.gap / 2, area.y, height, Colour::Line);
  }
  for (const Node* node : row) {
    const auto& metric = std::get<MetricNode>(node->body);
    if (!metric.how || !metric.how->open) continue;
    height += draw_explanation(screen, metric, {area.x, area.y + height, area.width}) + 8;
  }
  return height;
}

}  // namespace

double draw_metric(Screen& screen, const Node& node, const MetricNode& metric, const Area& area) {
  double height = draw_face(screen, node, metric, area, {});
  if (metric.how && metric.how->open) {
    height += draw_explanation(screen, metric, {area.x, area.y + height, area.width});
  }
  return height;
}

double draw_figures(Screen& screen, const Node& section, const Area& area) {
  const Grid grid = figure_grid(screen, section, area.width);
  const bool framed = !screen.in_card;
  constexpr double kBetween = 12;
  double y = area.y;
  if (framed) screen.canvas.horizontal(area.x, y, area.width, Colour::Line);
  for (const auto& row : metric_rows(section, grid)) {
    if (!framed && y > area.y) y += kBetween;
    y += draw_row(screen, row, grid, {area.x, y, area.width}, framed);
    if (framed) screen.canvas.horizontal(area.x, y, area.width, Colour::Line);
  }
  return y + (framed ? 1 : 0) - area.y;
}

}  // namespace kirnu
