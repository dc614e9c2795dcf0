#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>

#include "gui/draw.h"
#include "gui/table_columns.h"

namespace kirnu {
namespace {

constexpr double kShadeGap = 2;  // between shaded cells
constexpr double kRowPadding = 6;
constexpr double kCaptionGap = 6;

TextLook cell_look(const Cell& cell) { return kCell.in(tone_colour(cell.tone)); }

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

/// A number in a cell of a heat map, left out where it has no room.
void draw_heat_number(Screen& screen, const Cell& cell, const Rect& rect, double padding, double size) {
  TextLook look = cell_look(cell);
  look.size = size;
  const double wide = screen.canvas.width_of(cell.text, look);
  if (wide + 2 > rect.width) return;
  const double margin = std::min(7.0, (rect.width - wide) / 2);
  screen.canvas.text(cell.text, rect.x + rect.width - wide - margin, rect.y + padding, look);
}

/// The size at which the widest number of a heat map has room: all of them have the same.
double heat_size(const Screen& screen, const TableNode& table, const std::vector<double>& widths) {
  double size = kCell.size;
  for (const auto& row : table.rows) {
    for (std::size_t i = 1; i < std::min(row.size(), widths.size()); ++i) {
      if (!row[i].shade || widths[i] <= 0) continue;
      const double wide = screen.canvas.width_of(row[i].text, kCell), room = widths[i] - kShadeGap - 2;
      if (wide > room) size = std::min(size, std::floor(kCell.size * room / wide * 2) / 2);
    }
  }
  return std::max(size, 10.0);
}

/// The shaded cell that the pointer or, before it, the arrow keys are at.
struct PointedCell {
  std::string words = {};
  Rect rect = {};
};

/// The table's sentence about one of its cells.
std::string words_of(const TableNode& table, std::size_t row, std::size_t column) {
  std::string words = table.step;
  const auto put = [&](std::string_view name, const std::string& value) {
    const std::size_t at = words.find(name);
    if (at != std::string::npos) words.replace(at, name.size(), value);
  };
  put("{cell}", table.rows[row][column].text);
  put("{column}", table.columns[column].label);
  put("{row}", table.rows[row].front().text);  // last: it comes from a file
  return words;
}

struct TableDrawing {
  Screen& screen;
  const TableNode& table;
  const std::vector<double>& widths;
  Area area;
  bool heat;
  double size;                         ///< of a heat map's numbers
  std::optional<std::size_t> stepped;  ///< cell of the arrow keys, counted row by row

  Place column(std::size_t index) const {
    double x = area.x;
    for (std::size_t i = 0; i < index; ++i) x += widths[i];
    const double gap = heat ? (index == 0 ? 0 : kShadeGap) : (index == 0 ? 0 : kColumnGap);
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

  void find_pointed(std::size_t index, std::size_t column, const Rect& rect, PointedCell& pointed) const {
    if (table.step.empty() || screen.canvas.silent() || !table.rows[index][column].shade) return;
    if (column >= table.columns.size()) return;
    Point pointer;
    const bool hovered = find_pointer(screen, rect, pointer);
    if (!hovered && stepped != index * table.columns.size() + column) return;
    if (hovered || pointed.words.empty()) pointed = {.words = words_of(table, index, column), .rect = rect};
  }

  /// As high as the words of a row in their columns; a number has one line.
  double words_height(const std::vector<Cell>& row) const {
    double highest = kCell.line;
    for (std::size_t i = 0; i < std::min(row.size(), heat ? 1 : widths.size()); ++i) {
      if (i > 0 && is_numeric(table, i)) continue;
      const auto lines = paragraph_lines(screen, row[i].text, column(i).width, kCell).size();
      highest = std::max(highest, static_cast<double>(lines) * kCell.line);
    }
    return highest;
  }

  double draw_row(std::size_t index, double y, PointedCell& pointed) const {
    const std::vector<Cell>& row = table.rows[index];
    const double padding = heat ? 4 : kRowPadding;
    const double height = words_height(row) + 2 * padding;
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      Place place = column(i);
      const Rect rect{place.x, y + 1, std::max(place.width, 0.0), height - kShadeGap};
      find_pointed(index, i, rect, pointed);
      if (widths[i] <= 0) continue;
      draw_shaded(screen, row[i], rect);
      if (heat && i > 0 && (row[i].shade || !row[i].observed)) {
        draw_heat_number(screen, row[i], rect, padding - 1, size);
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

/// Of a long table whose rows are stacked only the last are drawn, where it says so.
std::size_t first_stacked_row(const TableNode& table) {
  constexpr std::size_t kMostStacked = 6;
  const std::size_t rows = table.rows.size();
  return table.left_out.empty() || rows <= kMostStacked ? 0 : rows - kMostStacked;
}

}  // namespace

double draw_table(Screen& screen, const Node& node, const TableNode& table, const Area& area) {
  const bool heat = is_heat(table);
  const std::vector<double> widths = column_widths(screen, table, area.width, heat);
  double y = area.y;
  const double caption = screen.card_title.empty() ? draw_paragraph(screen, table.caption, area, kLabel.bold()) : 0;
  y += caption > 0 ? caption + kCaptionGap : 0;
  screen.card_title = {};
  const double size = heat ? heat_size(screen, table, widths) : 0;
  const std::optional<std::size_t> stepped = screen.focused(node.id) ? std::optional(screen.focus.start) : std::nullopt;
  const TableDrawing drawing{screen, table, widths, area, heat, size, stepped};
  PointedCell pointed;
  const bool side_by_side = !widths.empty();
  const double wide = side_by_side ? std::accumulate(widths.begin(), widths.end(), 0.0) : area.width;
  if (side_by_side) y += drawing.draw_header(y) + 4;
  const std::size_t first = side_by_side ? 0 : first_stacked_row(table);
  for (std::size_t row = first; row < table.rows.size(); ++row) {
    if (!heat || !side_by_side) {
      screen.canvas.horizontal(area.x, y, wide, Colour::Line);
      y += 1;
    }
    if (side_by_side) {
      y += drawing.draw_row(row, y, pointed);
    } else {
      y += draw_stacked_row(screen, table, table.rows[row], {area.x, y + kRowPadding, area.width}) + 2 * kRowPadding;
    }
  }
  const bool columns_left_out = std::find(widths.begin(), widths.end(), 0.0) != widths.end();
  if (first > 0 || columns_left_out)
    y += draw_paragraph(screen, table.left_out, {area.x, y + 4, area.width}, kLabel) + 4;
  const Rect whole{area.x, area.y, area.width, y - area.y};
  if (stepped) draw_focus_ring(screen, whole, 4);
  if (!pointed.words.empty()) {
    if (pointed.rect.width > 0) screen.canvas.outline(pointed.rect, Colour::Ink, 4, 2);
    draw_stop(screen, pointed.words, {pointed.rect.x + pointed.rect.width / 2, pointed.rect.y + 4}, whole);
  }
  place(screen, node.id, whole);
  return whole.height;
}

}  // namespace kirnu
