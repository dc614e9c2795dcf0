#include "metrics/daily.h"

namespace kirnu {
namespace {

/// Counts the days of a window: most customers were there throughout, or not at all.
class DayCounter {
 public:
  explicit DayCounter(const DayWindow& window)
      : window_(window),
        lost_(static_cast<std::size_t>(window.days())),
        change_(static_cast<std::size_t>(window.days()) + 1) {}

  void add(const Spell& spell) {
    const bool opening = spell.start < window_.from && spell.end >= window_.from;
    opening_ += opening ? 1 : 0;
    if (spell.start >= window_.from && spell.start < window_.to) ++change_[place(spell.start) + 1];
    if (spell.end < window_.from || spell.end >= window_.to) return;
    ++lost_[place(spell.end)];
    --change_[place(spell.end) + 1];
  }

  void hand_over(Letters& letters) const {
    std::int64_t there = opening_, openings = 0;
    for (std::size_t day = 0; day < lost_.size(); ++day) {
      there += change_[day];
      openings += there;
      letters.daily.push_back({.lost = static_cast<double>(lost_[day]), .start = static_cast<double>(there)});
    }
    there += change_.back();
    letters.D = window_.days();
    letters.C_days = static_cast<double>(openings);
    // whoever is there when a day ends was there on it: all openings but the first, and the one after the last day
    letters.T_days = static_cast<double>(openings - opening_ + there);
  }

 private:
  std::size_t place(std::int32_t day) const { return static_cast<std::size_t>(day - window_.from); }

  DayWindow window_;
  std::vector<std::int64_t> lost_;
  std::vector<std::int64_t> change_;  ///< who are there when a day begins, against the day before
  std::int64_t opening_ = 0;
};

}  // namespace

void add_daily(Letters& letters, const Spells& spells, const DayWindow& window) {
  DayCounter counter(window);
  spells.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
    for (const Spell* spell = begin; spell != end; ++spell) counter.add(*spell);
  });
  counter.hand_over(letters);
}

}  // namespace kirnu
