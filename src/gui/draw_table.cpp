#include <algorithm>

#include "gui/draw.h"

namespace kirnu {
namespace {

constexpr TextLook kCell{.size = 13, .line = 20};
constexpr double kGap = 16;      // between columns of words
constexpr double kShadeGap = 2;  // between shaded cells
constexpr double kNarrowestShade = 23;
constexpr double kRowPadding = 6;

bool is_heat(const TableNode& table) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (cell.shade || !cell.observed) return true;
    }
  }
  return false;
}

TextLook cell_look(const Cell& cell) { return kCell.in(tone_colour(cell.tone)); }

/// Widths the columns ask for by themselves.
std::vector<double> natural_widths(const Screen& screen, const TableNode& table) {
  std::vector<double> widths;
  for (const TableColumn& column : table.columns) widths.push_back(screen.canvas.width_of(column.label, kLabel));
  for (const auto& row : table.rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], screen.canvas.width_of(row[i].text, kCell));
    }
  }
  return widths;
}

/// How many columns stand before the first that is shaded.
std::size_t columns_before_shades(const TableNode& table) {
  std::size_t first = table.columns.size();
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < std::min(first, row.size()); ++i) {
      if (row[i].shade || !row[i].observed) first = i;
    }
  }
  return first;
}

/// A heat map that is wider than its room: its shaded columns are all alike, down to the width of "100". Where there
/// are more than that leaves room for, every second, third … is shown, and the others have no width: a number that is
/// read is worth more than all of them as colour alone. Empty where not even one fits, or where its cells hold words.
std::vector<double> squeezed_widths(std::vector<double> widths, std::size_t shades, double width) {
  if (shades >= widths.size()) return {};
  double left = width;
  for (std::size_t i = 0; i < shades; ++i) left -= widths[i];
  const auto first = widths.begin() + static_cast<std::ptrdiff_t>(shades);
  const bool words = std::any_of(first, widths.end(), [](double natural) { return natural > 80; });
  if (left < kNarrowestShade || words) return {};
  const std::size_t count = widths.size() - shades, fitting = static_cast<std::size_t>(left / kNarrowestShade);
  const std::size_t stride = (count + fitting - 1) / fitting, shown = (count + stride - 1) / stride;
  for (std::size_t i = 0; i < count; ++i) widths[shades + i] = i % stride == 0 ? left / static_cast<double>(shown) : 0;
  return widths;
}

/// Column widths for a width; empty when the columns do not fit side by side. In a heat map room left over is
/// shared by all columns but the first, elsewhere by all; where room is missing the first gives way.
std::vector<double> column_widths(const Screen& screen, const TableNode& table, double width, bool heat) {
  std::vector<double> widths = natural_widths(screen, table);
  if (widths.empty()) return widths;
  double taken = 0;
  for (double& each : widths) {
    each += heat ? 14 : kGap;
    taken += each;
  }
  const double left = width - taken;
  if (heat && left >= 0 && widths.size() > 1) {
    for (std::size_t i = 1; i < widths.size(); ++i) widths[i] += left / static_cast<double>(widths.size() - 1);
    return widths;
  }
  if (heat) {
    std::vector<double> squeezed = squeezed_widths(widths, columns_before_shades(table), width);
    if (!squeezed.empty()) return squeezed;
  }
  if (left >= 0) {
    for (double& each : widths) each += left / static_cast<double>(widths.size());
    return widths;
  }
  const double first = widths.front() + left;
  if (first < std::min(widths.front(), 110.0)) return {};
  widths.front() = first;
  return widths;
}

void draw_shaded(Screen& screen, const Cell& cell, const Rect& rect) {
  if (!cell.observed) return screen.canvas.hatch(rect, Colour::Line);
  if (!cell.shade) return;
  screen.canvas.fill(rect, Colour::Data, 4, std::clamp(*cell.shade, 0.0, 1.0) * screen.canvas.theme().deepest);
}

bool is_numeric(const TableNode& table, std::size_t column) {
  return column < table.columns.size() && table.columns[column].numeric;
}

struct Place {
  double x;
  double width;
  bool right;
};

/// Text inside its column; answers its height.
double draw_cell_text(Screen& screen, std::string_view text, const Place& place, double y, const TextLook& look) {
  if (!place.right) return draw_paragraph(screen, text, {place.x, y, place.width}, look);
  screen.canvas.text(text, place.x + place.width - screen.canvas.width_of(text, look), y, look);
  return look.line;
}

/// A number in a cell of a heat map: smaller where it must be, and left out where it has no room.
void draw_heat_number(Screen& screen, const Cell& cell, const Rect& rect, double padding) {
  TextLook small = cell_look(cell);
  small.size = 10;
  for (const TextLook& look : {cell_look(cell), small}) {
    const double wide = screen.canvas.width_of(cell.text, look);
    if (wide + 2 > rect.width) continue;
    const double margin = std::min(7.0, (rect.width - wide) / 2);
    screen.canvas.text(cell.text, rect.x + rect.width - wide - margin, rect.y + padding, look);
    return;
  }
}

struct TableDrawing {
  Screen& screen;
  const TableNode& table;
  const std::vector<double>& widths;
  Area area;
  bool heat;

  Place column(std::size_t index) const {
    double x = area.x;
    for (std::size_t i = 0; i < index; ++i) x += widths[i];
    const double gap = heat ? (index == 0 ? 0 : kShadeGap) : (index == 0 ? 0 : kGap);
    return {x + gap, widths[index] - gap, is_numeric(table, index)};
  }

  double draw_header(double y) const {
    double height = 0;
    double free_from = area.x;  // of labels that would overlap, the later is left out
    for (std::size_t i = 0; i < table.columns.size() && i < widths.size(); ++i) {
      if (widths[i] <= 0) continue;
      Place place = column(i);
      if (heat && i > 0) {
        const double label = screen.canvas.width_of(table.columns[i].label, kLabel);
        const double end = place.x + place.width - std::min(7.0, std::max(0.0, (place.width - label) / 2));
        if (end - label < free_from) continue;
        free_from = end + 4;
        screen.canvas.text(table.columns[i].label, end - label, y, kLabel);
        continue;
      }
      height = std::max(height, draw_cell_text(screen, table.columns[i].label, place, y, kLabel));
    }
    return height;
  }

  double draw_row(const std::vector<Cell>& row, double y) const {
    const double padding = heat ? 4 : kRowPadding;
    const double first = measured(screen, [&] {
      return row.empty() ? 0 : draw_paragraph(screen, row[0].text, {area.x, y, column(0).width}, kCell);
    });
    const double height = std::max(first, kCell.line) + 2 * padding;
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      if (widths[i] <= 0) continue;
      Place place = column(i);
      const Rect rect{place.x, y + 1, place.width, height - kShadeGap};
      draw_shaded(screen, row[i], rect);
      if (heat && i > 0 && (row[i].shade || !row[i].observed)) {
        draw_heat_number(screen, row[i], rect, padding - 1);
        continue;
      }
      if (heat && i > 0) place.width -= 7;
      const TextLook look = i == 0 && heat ? kLabel : cell_look(row[i]);
      draw_cell_text(screen, row[i].text, place, y + padding, look);
    }
    return height;
  }
};

/// A row too wide for its columns: its header, then each value with its column's name.
double draw_stacked_row(Screen& screen, const TableNode& table, const std::vector<Cell>& row, const Area& area) {
  double y = area.y;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i == 0) {
      y += draw_paragraph(screen, row[i].text, {area.x, y, area.width}, kCell.bold());
      continue;
    }
    if (row[i].text.empty()) continue;
    const std::string_view label = i < table.columns.size() ? std::string_view(table.columns[i].label) : "";
    const double value = screen.canvas.width_of(row[i].text, kCell);
    const double room = area.width - value - 12;
    if (room < 60) {
      y += draw_paragraph(screen, label, {area.x, y, area.width}, kLabel);
      y += draw_paragraph(screen, row[i].text, {area.x, y, area.width}, cell_look(row[i]));
      continue;
    }
    screen.canvas.text(row[i].text, area.x + area.width - value, y, cell_look(row[i]));
    y += std::max(draw_paragraph(screen, label, {area.x, y, room}, kLabel), kCell.line);
  }
  return y - area.y;
}

}  // namespace

double draw_table(Screen& screen, const Node& node, const TableNode& table, const Area& area) {
  const bool heat = is_heat(table);
  const std::vector<double> widths = column_widths(screen, table, area.width, heat);
  double y = area.y;
  if (screen.card_title.empty()) y += draw_paragraph(screen, table.caption, area, kLabel.bold());
  screen.card_title = {};
  const TableDrawing drawing{screen, table, widths, area, heat};
  const bool side_by_side = !widths.empty();
  if (side_by_side) y += drawing.draw_header(y) + 4;
  for (const auto& row : table.rows) {
    if (!heat || !side_by_side) {
      screen.canvas.horizontal(area.x, y, area.width, Colour::Line);
      y += 1;
    }
    if (side_by_side) {
      y += drawing.draw_row(row, y);
    } else {
      y += draw_stacked_row(screen, table, row, {area.x, y + kRowPadding, area.width}) + 2 * kRowPadding;
    }
  }
  place(screen, node.id, {area.x, area.y, area.width, y - area.y});
  return y - area.y;
}

}  // namespace kirnu
