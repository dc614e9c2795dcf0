#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "facts/tables.h"
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

/// Everybody's merged spells, by customer number and then start. Spells of a customer neither touch nor overlap.
struct Spells {
  std::vector<Spell> all = {};
  std::vector<std::uint32_t> first = {};  ///< customer c has all[first[c]] … all[first[c + 1] - 1]; empty: everybody
                                          ///< has all[c] alone, and none where start and end are kNoDay
  std::size_t numbers = 0;                ///< customer numbers are below this
  std::int64_t customers = 0;             ///< who have a spell
  std::int64_t rows = 0;                  ///< of the table that count
  std::int64_t merged = 0;                ///< rows that went on with or lay within another
  LeftOut left_out = {};

  const Spell* begin_of(std::size_t customer) const {
    return all.data() + (first.empty() ? customer : first[customer]);
  }
  const Spell* end_of(std::size_t customer) const {
    if (!first.empty()) return all.data() + first[customer + 1];
    return all.data() + customer + (all[customer].start == kNoDay ? 0 : 1);
  }
};

/// Turns subscriptions into spells.
Spells build_spells(const SubscriptionTable&, const SpellOptions&);

/// The days that starts, ends and cancellations of a table reach over; absent when it has none.
std::optional<DayRange> day_range(const SubscriptionTable&, const ZoneOffsets&);

/// The days from the first start to the last start or end of the spells; absent when there are none.
std::optional<DayRange> day_range(const Spells&);

}  // namespace kirnu
