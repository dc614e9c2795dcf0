#pragma once
#include <algorithm>
#include <cstddef>

namespace kirnu {

/// When the fast way through the rows is tried: not right after a stretch of unusual ones, and ever later while there
/// are only such.
class FastPace {
 public:
  bool is_due() const { return slow_rows_ == 0; }
  void pass_row() { slow_rows_ -= slow_rows_ > 0 ? 1 : 0; }
  void note_usual_rows() { next_slow_rows_ = 1; }
  void note_unusual_stretch() {
    slow_rows_ = next_slow_rows_;
    next_slow_rows_ = std::min(2 * next_slow_rows_, kMostSlowRows);
  }

 private:
  static constexpr std::size_t kMostSlowRows = 1024;

  std::size_t slow_rows_ = 0;       ///< to be scanned before the fast way is tried again …
  std::size_t next_slow_rows_ = 1;  ///< … and after the next failure
};

}  // namespace kirnu
