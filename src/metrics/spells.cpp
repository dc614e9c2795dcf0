#include "metrics/spells.h"

#include <algorithm>
#include <utility>

#include "metrics/status_words.h"

namespace kirnu {
namespace {

using Status = SubscriptionStatus;

/// The columns of some rows that lie side by side. Null: the table has no such column.
struct RowBlock {
  std::size_t rows = 0;
  const std::uint32_t* customer = nullptr;
  const std::int32_t* start = nullptr;
  const std::int32_t* end = nullptr;       ///< the date that ends a row by the option …
  const std::int32_t* fallback = nullptr;  ///< … and the one that does where it is missing
  const std::int32_t* trial_end = nullptr;
  const std::int64_t* amount = nullptr;
  const std::uint32_t* status = nullptr;
  const std::uint32_t* segment = nullptr;
};

/// Gives a table's rows block by block, dates as days.
class RowBlocks {
 public:
  RowBlocks(const SubscriptionTable& table, const SpellOptions& options) : table_(table), options_(options) {}

  std::size_t count() const { return table_.customer.block_count(); }

  RowBlock block(std::size_t i) {
    RowBlock rows;
    rows.rows = table_.customer.block(i).size();
    rows.customer = table_.customer.block(i).data();
    rows.start = days(table_.start, i, rows.rows, start_);
    rows.end = days(table_.end, i, rows.rows, end_);
    rows.fallback = days(table_.canceled, i, rows.rows, canceled_);
    if (options_.churn_date == ChurnDate::Cancellation) std::swap(rows.end, rows.fallback);
    if (!options_.trials && !table_.trial_end.empty()) {
      rows.trial_end = days(table_.trial_end, i, rows.rows, trial_end_);
    }
    if (!table_.amount.empty()) rows.amount = table_.amount.block(i).data();
    if (!table_.status.empty()) rows.status = table_.status.codes.block(i).data();
    if (options_.segment != nullptr && !options_.segment->empty())
      rows.segment = options_.segment->codes.block(i).data();
    return rows;
  }

 private:
  const std::int32_t* days(const TimeColumn& column, std::size_t i, std::size_t rows,
                           std::vector<std::int32_t>& buffer) const {
    return days_of(column, i, rows, options_.zone, buffer).data();
  }

  const SubscriptionTable& table_;
  const SpellOptions& options_;
  std::vector<std::int32_t> start_, end_, canceled_, trial_end_;
};

/// The reason why a status is no customer's; null when it may be one's.
std::int64_t LeftOut::*refusal_of(Status status, const SpellOptions& options) {
  switch (status) {
    case Status::Unknown:
    case Status::Running:
    case Status::Ended: return nullptr;
    case Status::PastDue: return options.past_due ? nullptr : &LeftOut::past_due;
    case Status::Trial: return options.trials ? nullptr : &LeftOut::trial;
    case Status::Unpaid: return &LeftOut::unpaid;
    case Status::NotStarted: return &LeftOut::not_started;
    case Status::Future: return &LeftOut::future;
    case Status::Free: return &LeftOut::free;
    case Status::Test: return &LeftOut::test;
  }
  return nullptr;
}

/// What the words of the status column mean for a row.
struct StatusRule {
  std::int64_t LeftOut::*refusal = nullptr;
  bool runs = false;   ///< a cancellation alone does not end it
  bool ended = false;  ///< needs a date
};

/// Decides which rows count. Dates come and go at random, so what every row goes through has no branches but one.
class Rules {
 public:
  Rules(const SubscriptionTable& table, const SpellOptions& options) : options_(options) {
    const bool by_cancellation = options.churn_date == ChurnDate::Cancellation;
    for (const Status status : subscription_statuses(table.status)) {
      const bool runs = status == Status::Running || status == Status::PastDue || status == Status::Trial;
      by_code_.push_back(
          {.refusal = refusal_of(status, options), .runs = runs && !by_cancellation, .ended = status == Status::Ended});
    }
    by_code_.emplace_back();  // for empty cells
  }

  /// Reads row i; false where it is left out.
  bool read(const RowBlock& rows, std::size_t i, Spell& spell) const {
    const StatusRule& rule = rule_of(rows, i);
    const std::int32_t start = rows.start[i];
    const std::int32_t end = end_of(rows, i, rule);
    const std::int32_t trial_end = rows.trial_end != nullptr ? rows.trial_end[i] : kNoDay;
    const bool no_end = end == kNoDay;
    const bool open = no_end | (end > options_.as_of);
    spell.start = std::max(start, trial_end);
    spell.end = open ? Spell::kOpen : end;
    const bool only_trial = (trial_end > start) & ((trial_end > options_.as_of) | (trial_end >= spell.end));
    const bool impossible = (start == kNoDay) | (start > options_.as_of) | (!no_end & (end < start));
    const bool free = rows.amount != nullptr && rows.amount[i] == 0;
    return !(only_trial | impossible | free | (rule.refusal != nullptr) | (rule.ended & no_end));
  }

  /// Why row i is left out.
  std::int64_t LeftOut::*reason(const RowBlock& rows, std::size_t i) const {
    const StatusRule& rule = rule_of(rows, i);
    if (rule.refusal != nullptr) return rule.refusal;
    if (rows.amount != nullptr && rows.amount[i] == 0) return &LeftOut::free;
    if (rows.start[i] == kNoDay) return &LeftOut::start_missing;
    if (rows.start[i] > options_.as_of) return &LeftOut::future;
    const std::int32_t end = end_of(rows, i, rule);
    if (end == kNoDay && rule.ended) return &LeftOut::ended_without_date;
    if (end != kNoDay && end < rows.start[i]) return &LeftOut::end_before_start;
    return &LeftOut::trial;
  }

 private:
  const StatusRule& rule_of(const RowBlock& rows, std::size_t i) const {
    const std::size_t none = by_code_.size() - 1;
    return by_code_[rows.status != nullptr ? std::min<std::size_t>(rows.status[i], none) : none];
  }

  static std::int32_t end_of(const RowBlock& rows, std::size_t i, const StatusRule& rule) {
    const std::int32_t end = rows.end[i];
    const std::int32_t fallback = rule.runs ? kNoDay : rows.fallback[i];
    return end == kNoDay ? fallback : end;
  }

  const SpellOptions& options_;
  std::vector<StatusRule> by_code_;
};

/// Calls visit(customer, spell) for every row that counts.
template <typename Visit>
void for_each_row(const SubscriptionTable& table, const SpellOptions& options, Spells& spells, Visit visit) {
  const Rules rules(table, options);
  RowBlocks blocks(table, options);
  for (std::size_t b = 0; b < blocks.count(); ++b) {
    const RowBlock rows = blocks.block(b);
    std::int64_t counted = 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
      if (rows.segment != nullptr && rows.segment[i] != options.segment_code) continue;
      Spell spell;
      if (!rules.read(rows, i, spell)) {
        ++(spells.left_out.*rules.reason(rows, i));
        continue;
      }
      ++counted;
      visit(rows.customer[i], spell);
    }
    spells.rows += counted;
  }
}

/// True when no customer has two rows, told by numbers that only rise.
bool one_row_each(const Column<std::uint32_t>& customer) {
  std::int64_t before = -1;
  for (std::size_t b = 0; b < customer.block_count(); ++b) {
    bool rising = true;
    for (const std::uint32_t number : customer.block(b)) {
      rising &= number > before;
      before = number;
    }
    if (!rising) return false;
  }
  return true;
}

/// Most have a few, for which the simplest sort is the fastest.
void sort_spells(Spell* begin, Spell* end) {
  const auto earlier = [](const Spell& a, const Spell& b) {
    return a.start != b.start ? a.start < b.start : a.end < b.end;
  };
  if (end - begin > 16) {
    std::sort(begin, end, earlier);
    return;
  }
  for (Spell* next = begin; next != end; ++next) {
    const Spell spell = *next;
    Spell* at = next;
    for (; at != begin && earlier(spell, at[-1]); --at) *at = at[-1];
    *at = spell;
  }
}

/// Writes the merged spells of sorted ones to `out`, which may lie at or before `begin`; returns the end of it.
Spell* merge_spells(const Spell* begin, const Spell* end, std::int64_t gap_days, Spell* out) {
  if (begin == end) return out;
  Spell current = *begin++;
  for (; begin != end; ++begin) {
    if (begin->start - std::int64_t{current.end} <= gap_days) {
      current.end = std::max(current.end, begin->end);
      continue;
    }
    *out++ = current;
    current = *begin;
  }
  *out++ = current;
  return out;
}

/// Rows to customers by counting: every customer gets as much room as there are rows, the merged spells then move up.
void gather_spells(const SubscriptionTable& table, const SpellOptions& options, Spells& spells) {
  const std::size_t numbers = table.customers.size();
  std::vector<std::uint32_t> room(numbers);
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) {
    for (const std::uint32_t number : table.customer.block(b)) ++room[number];
  }
  spells.first.resize(numbers + 1);
  for (std::size_t c = 0; c < numbers; ++c) spells.first[c + 1] = spells.first[c] + room[c];
  spells.all.resize(table.customer.size());
  for_each_row(table, options, spells, [&](std::uint32_t customer, const Spell& spell) {
    spells.all[spells.first[customer] + --room[customer]] = spell;
  });
  Spell* out = spells.all.data();
  for (std::size_t c = 0; c < numbers; ++c) {
    Spell* const begin = spells.all.data() + spells.first[c] + room[c];
    Spell* const end = spells.all.data() + spells.first[c + 1];
    sort_spells(begin, end);
    spells.first[c] = static_cast<std::uint32_t>(out - spells.all.data());
    out = merge_spells(begin, end, options.gap_days, out);
    spells.customers += begin != end ? 1 : 0;
  }
  const auto kept = static_cast<std::size_t>(out - spells.all.data());
  spells.first[numbers] = static_cast<std::uint32_t>(kept);
  spells.all.resize(kept);
  spells.merged = spells.rows - static_cast<std::int64_t>(kept);
}

std::int32_t last_day(const SubscriptionTable& table, const SpellOptions& options) {
  if (options.as_of != std::numeric_limits<std::int32_t>::max()) return options.as_of;
  const std::optional<DayRange> days = day_range(table, options.zone);
  return days ? days->last : 0;
}

/// One row each: packed. False where the days reach over more than 179 years.
bool pack_spells(const SubscriptionTable& table, const SpellOptions& options, Spells& spells) {
  spells.base = last_day(table, options) - (PackedSpell::kOpen - 1);
  spells.packed.resize(table.customers.size());
  bool fits = true;
  for_each_row(table, options, spells, [&](std::uint32_t customer, const Spell& spell) {
    fits &= static_cast<std::uint32_t>(spell.start - spells.base) < PackedSpell::kOpen;
    spells.packed[customer] = {
        .start = static_cast<std::uint16_t>(spell.start - spells.base),
        .end = spell.end == Spell::kOpen ? PackedSpell::kOpen : static_cast<std::uint16_t>(spell.end - spells.base)};
  });
  spells.customers = spells.rows;
  return fits;
}

void widen(std::optional<DayRange>& range, const std::optional<DayRange>& other) {
  if (!other) return;
  if (!range) range = other;
  range->first = std::min(range->first, other->first);
  range->last = std::max(range->last, other->last);
}

}  // namespace

Spells build_spells(const SubscriptionTable& table, const SpellOptions& options) {
  if (one_row_each(table.customer)) {
    Spells spells;
    if (pack_spells(table, options, spells)) return spells;
  }
  Spells spells;
  gather_spells(table, options, spells);
  return spells;
}

std::optional<DayRange> day_range(const SubscriptionTable& table, const ZoneOffsets& zone) {
  std::optional<DayRange> range = day_range(table.start, zone);
  widen(range, day_range(table.end, zone));
  widen(range, day_range(table.canceled, zone));
  return range;
}

std::optional<DayRange> day_range(const Spells& spells) {
  if (spells.customers == 0) return std::nullopt;
  DayRange range{.first = Spell::kOpen, .last = kNoDay};
  spells.visit([&](std::uint32_t, const Spell* begin, const Spell* end) {
    const Spell& final = end[-1];
    range.first = std::min(range.first, begin->start);
    range.last = std::max(range.last, final.end == Spell::kOpen ? final.start : final.end);
  });
  return range;
}

}  // namespace kirnu
