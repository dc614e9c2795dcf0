#include "view/curve.h"

#include <utility>

namespace kirnu {

void add_band(Chart& chart, const std::vector<BandPoint>& limits) {
  if (limits.size() < 2) return;
  Shape band{.kind = ShapeKind::Area, .ink = Ink::Band, .points = {}};
  for (const BandPoint& limit : limits) band.points.push_back({limit.x, limit.between.high});
  for (auto limit = limits.rbegin(); limit != limits.rend(); ++limit)
    band.points.push_back({limit->x, limit->between.low});
  chart.shapes.push_back(std::move(band));
}

ChartLabel name_of_line(const Chart& chart, double y, Ink ink, std::string name) {
  return {.place = LabelPlace::EndOfLine, .ink = ink, .at = {chart.x.high, y}, .text = std::move(name), .small = true};
}

std::size_t stride_of(std::size_t count, std::size_t most) { return count / most + 1; }

}  // namespace kirnu
