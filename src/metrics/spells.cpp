#include "metrics/spells.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/spell_rows.h"

namespace kirnu {
namespace {

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
  for_each_spell_row(table, options, spells, [&](std::uint32_t customer, const Spell& spell) {
    spells.all[spells.first[customer] + --room[customer]] = spell;
  });
  Spell* out = spells.all.data();
  for (std::size_t c = 0; c < numbers; ++c) {
    Spell* const begin = spells.all.data() + spells.first[c] + room[c];
    Spell* const end = spells.all.data() + spells.first[c + 1];
    sort_few(std::span(begin, end), comes_before<Spell>);
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
  for_each_spell_row(table, options, spells, [&](std::uint32_t customer, const Spell& spell) {
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
