#include "gui/table_columns.h"

#include <algorithm>

namespace kirnu {
namespace {

constexpr double kNarrowestShade = 25;
constexpr std::size_t kFewColumns = 3;  // eyes would lose their row on the way across a wide card
constexpr double kFewColumnsWidth = 520;
constexpr double kNarrowestName = 110;   // of a row, broken into lines
constexpr double kNarrowestWords = 200;  // of other words

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

/// Which of so many ages are shown where not all have room: the first two, then in steps that people count in, and the
/// last. Where there is room for hardly any, as many as fit, from the first on.
std::vector<bool> shown_ages(std::size_t count, std::size_t fitting) {
  std::vector<bool> shown(count, count <= fitting);
  if (count <= fitting) return shown;
  for (const std::size_t step : {2U, 3U, 4U, 6U, 8U, 12U, 24U}) {
    for (std::size_t i = 0; i < count; ++i) shown[i] = i < 2 || (i + 1) % step == 0 || i + 1 == count;
    if (static_cast<std::size_t>(std::count(shown.begin(), shown.end(), true)) <= fitting) return shown;
  }
  for (std::size_t i = 0; i < count; ++i) shown[i] = i < fitting;
  return shown;
}

/// A heat map that is wider than its room: its shaded columns are all alike, down to the width of "100". Where there
/// are more than that leaves room for, the others have no width: a number that is read is worth more than all of them
/// as colour alone. Empty where not even one fits, or where its cells hold words.
std::vector<double> squeezed_widths(std::vector<double> widths, std::size_t shades, double width) {
  if (shades >= widths.size()) return {};
  double left = width;
  for (std::size_t i = 0; i < shades; ++i) left -= widths[i];
  const auto first = widths.begin() + static_cast<std::ptrdiff_t>(shades);
  const bool words = std::any_of(first, widths.end(), [](double natural) { return natural > 80; });
  if (left < kNarrowestShade || words) return {};
  const std::vector<bool> shown = shown_ages(widths.size() - shades, static_cast<std::size_t>(left / kNarrowestShade));
  const auto count = static_cast<double>(std::count(shown.begin(), shown.end(), true));
  for (std::size_t i = 0; i < shown.size(); ++i) widths[shades + i] = shown[i] ? left / count : 0;
  return widths;
}

/// Words break into lines where the columns have too little room together: the widest first, as far as they are still
/// read easily. False where that is not enough.
bool shrink_words(const TableNode& table, double missing, std::vector<double>& widths) {
  const auto spare = [&](std::size_t i) {
    const bool numeric = i < table.columns.size() && table.columns[i].numeric;
    const double least = i == 0 ? kNarrowestName : numeric ? widths[i] : kNarrowestWords;
    return std::max(widths[i] - least, 0.0);
  };
  while (missing > 0) {
    std::size_t most = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) most = spare(i) > spare(most) ? i : most;
    const double cut = std::min(missing, spare(most));
    if (cut <= 0) return false;
    widths[most] -= cut;
    missing -= cut;
  }
  return true;
}

/// Numbers stand closer where they then stay side by side: their columns begin with the gap to the one before.
bool tighten(const TableNode& table, double width, std::vector<double>& widths) {
  constexpr double kTightGap = 8;
  std::vector<double> tight = widths;
  tight[0] -= kColumnGap;
  for (std::size_t i = 1; i < tight.size(); ++i) {
    const bool numeric = i < table.columns.size() && table.columns[i].numeric;
    if (numeric) tight[i] -= kColumnGap - kTightGap;
  }
  double left = width;
  for (const double each : tight) left -= each;
  if (left < 0) return false;
  for (double& each : tight) each += left / static_cast<double>(tight.size());
  widths = std::move(tight);
  return true;
}

}  // namespace

bool is_heat(const TableNode& table) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (cell.shade || !cell.observed) return true;
    }
  }
  return false;
}

std::vector<double> column_widths(const Screen& screen, const TableNode& table, double width, bool heat) {
  std::vector<double> widths = natural_widths(screen, table);
  if (widths.empty()) return widths;
  double taken = 0;
  for (double& each : widths) {
    each += heat ? 14 : kColumnGap;
    taken += each;
  }
  if (!heat && widths.size() <= kFewColumns) width = std::min(width, std::max(taken, kFewColumnsWidth));
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
  if (!heat && tighten(table, width, widths)) return widths;
  return shrink_words(table, -left, widths) ? widths : std::vector<double>{};
}

}  // namespace kirnu
