#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/rate.h"
#include "view/node/chart.h"

namespace kirnu {

/// What is certain, or usual, at one place of a curve.
struct BandPoint {
  double x = 0;
  Interval between = {};
};

/// The area between a curve's limits; nothing where they are known at fewer than two places.
void add_band(Chart&, const std::vector<BandPoint>&);

/// The name of a line, in the gutter at its end.
ChartLabel name_of_line(const Chart&, double y, Ink, std::string name);

/// Every how manieth of `count` is said, so that no more than `most` are.
std::size_t stride_of(std::size_t count, std::size_t most);

}  // namespace kirnu
