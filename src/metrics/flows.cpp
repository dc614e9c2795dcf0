#include "metrics/flows.h"

#include "metrics/start_end_sums.h"

namespace kirnu {
namespace {

/// Counts events by period, with one place before the grid's first period and one behind its last. While counting,
/// `churned` holds only the ends that are neither a loss nor a new customer's; new_kept stays 0.
class FlowCounter {
 public:
  explicit FlowCounter(const PeriodGrid& grid)
      : place_(grid.lookup()), flows_(static_cast<std::size_t>(grid.size()) + 2) {}

  /// Customers with one spell each, from the period at one place to the one at another.
  void add(std::int32_t start, std::int32_t end, std::int64_t customers) {
    Flow& begun = at_place(start);
    begun.new_ += customers;
    (start == end ? begun.new_left : at_place(end).lost) += customers;
  }

  void add(const Spell& spell) { add(place_(spell.start), place_(spell.end), 1); }

  /// Somebody with several.
  void add(const Spell* begin, const Spell* end) {
    ++at(begin->start).new_;
    for (const Spell* spell = begin + 1; spell != end; ++spell) ++at(spell->start).reactivated;
    for (const Spell* spell = begin; spell != end;) spell = add_period(begin, spell, end);
  }

  std::vector<Flow> take() {
    std::int64_t there = 0;
    for (Flow& flow : flows_) {
      flow.new_kept = flow.new_ - flow.new_left;
      flow.churned += flow.lost + flow.new_left;
      flow.opening = there;
      there += flow.new_ + flow.reactivated - flow.churned;
      flow.closing = there;
    }
    flows_.pop_back();
    flows_.erase(flows_.begin());
    return std::move(flows_);
  }

 private:
  Flow& at_place(std::int32_t place) { return flows_[static_cast<std::size_t>(place + 1)]; }
  Flow& at(std::int32_t day) { return at_place(place_(day)); }

  /// Judges the period in which `spell` ends, with all that end in it too, and the one in which the next one begins;
  /// returns that next one.
  const Spell* add_period(const Spell* begin, const Spell* spell, const Spell* end) {
    Flow& flow = at(spell->end);
    const bool opening = &at(spell->start) != &flow;
    const bool first = spell == begin;
    const Spell* next = spell + 1;
    while (next != end && &at(next->end) == &flow) ++next;
    const bool closing = next != end && &at(next->start) == &flow;
    flow.churned += next - spell;
    if (!closing && (opening || first)) --flow.churned;  // take() adds the lost and the new who left
    if (opening) {
      ++(closing ? flow.left_and_returned : flow.lost);
    } else if (first) {
      flow.new_left += closing ? 0 : 1;
    } else {
      flow.returned += closing ? 1 : 0;
    }
    if (next != end && !closing && &at(next->start) != &at(next->end)) ++at(next->start).returned;
    return next;
  }

  PlaceOfDay place_;
  std::vector<Flow> flows_;
};

}  // namespace

std::vector<Flow> build_flows(const CustomerGroup& group, const PeriodGrid& grid) {
  FlowCounter counter(grid);
  if (group.sums != nullptr) {
    for (const StartEndCell& cell : group.starts_and_ends->cells(*group.sums, grid))
      counter.add(cell.start, cell.end, cell.customers);
  }
  group.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
    if (end - begin == 1) {
      counter.add(*begin);
    } else {
      counter.add(begin, end);
    }
  });
  return counter.take();
}

Flow build_flow(const CustomerGroup& group, const DayWindow& days) {
  return build_flows(group, grid_of({days.from, days.to})).front();
}

PeriodTotals totals_of(const Flow& flow) {
  return {.start = static_cast<double>(flow.opening),
          .lost = static_cast<double>(flow.lost),
          .new_kept = static_cast<double>(flow.new_kept),
          .end = static_cast<double>(flow.closing),
          .new_left = static_cast<double>(flow.new_left),
          .left_and_returned = static_cast<double>(flow.churned - flow.lost - flow.new_left),
          .returned = static_cast<double>(flow.returned),
          .events_said = true,
          .returned_said = true};
}

}  // namespace kirnu
