#pragma once
#include <vector>

#include "gui/screen.h"
#include "view/node/node.h"

namespace kirnu {

inline constexpr TextLook kCell{.size = 13, .line = 20};
inline constexpr double kColumnGap = 16;  // between columns of words

/// Whether cells are shaded by what they hold.
bool is_heat(const TableNode& table);

/// Column widths for a width; empty when the columns do not fit side by side. In a heat map room left over is
/// shared by all columns but the first, elsewhere by all; where room is missing the first gives way.
std::vector<double> column_widths(const Screen& screen, const TableNode& table, double width, bool heat);

}  // namespace kirnu
