#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "facts/tables/tables.h"
#include "metrics/choices.h"
#include "metrics/time_zone.h"

namespace kirnu {

struct SpellOptions {
  ChurnDate churn_date = ChurnDate::PeriodEnd;
  std::int32_t gap_days = 0;  ///< an interruption of at most so many days is none
  bool past_due = true;       ///< who is behind with a payment is a customer
  bool trials = false;        ///< who tries is a customer; else a customer begins when the trial ends
  std::int32_t as_of = std::numeric_limits<std::int32_t>::max();  ///< last day that the data know; later ends are open
  ZoneOffsets zone = {};
  const CodeColumn* segment = nullptr;  ///< one of the table's columns: only rows with …
  std::uint32_t segment_code = 0;       ///< … this code count (CodeColumn::kNone: the empty cells)
  bool operator==(const SpellOptions&) const = default;
};

/// Rows that are no customer's time, by reason; a row is counted once.
struct LeftOut {
  std::int64_t trial = 0;               ///< still trying, or left before paying
  std::int64_t free = 0;                ///< a price of 0
  std::int64_t unpaid = 0;              ///< status unpaid, halted
  std::int64_t not_started = 0;         ///< status incomplete, draft …: never became a subscription
  std::int64_t past_due = 0;            ///< by option
  std::int64_t test = 0;                ///< status sandbox, test
  std::int64_t future = 0;              ///< begins after as_of
  std::int64_t start_missing = 0;       ///< no start
  std::int64_t end_before_start = 0;    ///< impossible
  std::int64_t ended_without_date = 0;  ///< the status says it ended, no date says when

  std::int64_t rows() const {
    return trial + free + unpaid + not_started + past_due + test + future + start_missing + end_before_start +
           ended_without_date;
  }
};

/// Days [start, end) in which somebody was a customer. start = end: came and left on one day.
struct Spell {
  static constexpr std::int32_t kOpen = std::numeric_limits<std::int32_t>::max();
  std::int32_t start = 0;
  std::int32_t end = kOpen;  ///< kOpen: still there when the data end
};

/// What begins on one day and ends on another, in order.
template <typename Row>
bool comes_before(const Row& a, const Row& b) {
  return a.start != b.start ? a.start < b.start : a.end < b.end;
}

/// A spell in four bytes: days from a base on.
struct PackedSpell {
  static constexpr std::uint16_t kNone = 0xFFFF;  ///< as start: no spell
  static constexpr std::uint16_t kOpen = 0xFFFE;  ///< as end
  std::uint16_t start = kNone;
  std::uint16_t end = kNone;
};

/// Everybody's merged spells. Spells of a customer neither touch nor overlap, and come by start.
struct Spells {
  std::int64_t customers = 0;  ///< who have a spell
  std::int64_t rows = 0;       ///< of the table that count
  std::int64_t merged = 0;     ///< rows that went on with or lay within another
  LeftOut left_out = {};

  // Customer c with one row, as most have, has packed[c], in days from `base` on; one with several has
  // all[first[c]] … all[first[c + 1] - 1]. `first` is empty where nobody has several.
  std::vector<PackedSpell> packed = {};
  std::int32_t base = 0;
  std::vector<Spell> all = {};
  std::vector<std::uint32_t> first = {};
  std::optional<DayRange> days = {};  ///< from the first start to the last start or end of their rows

  bool has_packed(std::uint32_t customer) const { return packed[customer].start != PackedSpell::kNone; }
  bool has_several(std::uint32_t customer) const { return !first.empty() && first[customer] != first[customer + 1]; }

  /// Calls visit(customer, begin, end) for everybody who has spells; with `several`, for those alone who have several
  /// rows.
  template <typename Visit>
  void visit(Visit visit, bool several = false) const {
    for (std::size_t i = 0; i < packed.size() && !several; i += kPart)
      visit_packed(i, std::min(i + kPart, packed.size()), visit);
    for (std::size_t i = 0; i + 1 < first.size(); i += kPart)
      visit_several(i, std::min(i + kPart, first.size() - 1), visit);
  }

 private:
  /// Customers to a call. Browsers start a function slowly and can change to its fast version only when it is called
  /// again: one call for millions of customers would stay slow to its end.
  static constexpr std::size_t kPart = 1U << 14U;

  template <typename Visit>
  [[gnu::noinline]] void visit_packed(std::size_t from, std::size_t to, Visit& visit) const {
    for (std::size_t i = from; i < to; ++i) {
      if (packed[i].start == PackedSpell::kNone) continue;
      const bool open = packed[i].end == PackedSpell::kOpen;
      const Spell spell{.start = base + packed[i].start, .end = open ? Spell::kOpen : base + packed[i].end};
      visit(static_cast<std::uint32_t>(i), &spell, &spell + 1);
    }
  }

  template <typename Visit>
  [[gnu::noinline]] void visit_several(std::size_t from, std::size_t to, Visit& visit) const {
    for (std::size_t i = from; i < to; ++i) {
      if (first[i] == first[i + 1]) continue;
      visit(static_cast<std::uint32_t>(i), all.data() + first[i], all.data() + first[i + 1]);
    }
  }
};

/// Turns subscriptions into spells.
Spells build_spells(const SubscriptionTable&, const SpellOptions&);

/// Writes the merged spells of sorted ones to `out`, which may lie at or before `begin`; returns the end of it.
Spell* merge_spells(const Spell* begin, const Spell* end, std::int64_t gap_days, Spell* out);

/// The days that starts, ends and cancellations of a table reach over; absent when it has none.
std::optional<DayRange> day_range(const SubscriptionTable&, const ZoneOffsets&);

}  // namespace kirnu
