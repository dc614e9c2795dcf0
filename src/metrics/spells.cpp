#include "metrics/spells.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/spell_rows.h"

namespace kirnu {
namespace {

/// True when no customer has two rows, told by numbers that only rise.
bool one_row_each(const SubscriptionTable& table, const SpellOptions& options) {
  std::int64_t before = -1;
  bool rising = true;
  for_each_row_of_part(table, options, [&](std::uint32_t customer) {
    rising &= customer > before;
    before = customer;
  });
  return rising;
}

std::int32_t last_day(const SubscriptionTable& table, const SpellOptions& options) {
  if (options.as_of != std::numeric_limits<std::int32_t>::max()) return options.as_of;
  const std::optional<DayRange> days = day_range(table, options.zone);
  return days ? days->last : 0;
}

/// Puts rows in their places: of a customer with one row packed, of others all beside each other.
class SpellBuilder {
 public:
  /// Everybody has several rows, as far as places go, where `unpacked`.
  SpellBuilder(const SubscriptionTable& table, const SpellOptions& options, bool unpacked)
      : table_(table), options_(options), unpacked_(unpacked) {
    spells_.base = last_day(table, options) - (PackedSpell::kOpen - 1);
    spells_.packed.resize(table.customers.size());
    if (unpacked || !one_row_each(table, options)) make_room();
  }

  /// False where the days reach over more than 179 years and nothing may be packed.
  bool take_rows() {
    bool fits = true;
    std::int64_t packed = 0;
    DayRange days{.first = Spell::kOpen, .last = kNoDay};
    const auto take = [&](std::uint32_t customer, std::size_t, const Spell& spell) {
      days.first = std::min(days.first, spell.start);
      days.last = std::max(days.last, spell.end == Spell::kOpen ? spell.start : spell.end);
      if (spells_.has_several(customer)) {
        spells_.all[spells_.first[customer] + --room_[customer]] = spell;
        return;
      }
      ++packed;
      fits &= static_cast<std::uint32_t>(spell.start - spells_.base) < PackedSpell::kOpen;
      spells_.packed[customer] = {
          .start = static_cast<std::uint16_t>(spell.start - spells_.base),
          .end = spell.end == Spell::kOpen ? PackedSpell::kOpen : static_cast<std::uint16_t>(spell.end - spells_.base)};
    };
    spells_.rows = for_each_spell_row(table_, options_, spells_.left_out, take);
    if (days.last != kNoDay) spells_.days = days;
    spells_.customers = packed;
    return fits;
  }

  Spells take() {
    if (!spells_.first.empty()) merge();
    return std::move(spells_);
  }

 private:
  void make_room() {
    const std::size_t numbers = table_.customers.size();
    room_.resize(numbers);
    for_each_row_of_part(table_, options_, [this](std::uint32_t customer) { ++room_[customer]; });
    spells_.first.resize(numbers + 1);
    for (std::size_t c = 0; c < numbers; ++c) {
      if (room_[c] == 1 && !unpacked_) room_[c] = 0;
      spells_.first[c + 1] = spells_.first[c] + room_[c];
    }
    spells_.all.resize(spells_.first.back());
  }

  /// Every customer got as much room as there are rows; the merged spells move up.
  void merge() {
    Spell* out = spells_.all.data();
    std::int64_t rows = 0;
    for (std::size_t c = 0; c < room_.size(); ++c) {
      Spell* const begin = spells_.all.data() + spells_.first[c] + room_[c];
      Spell* const end = spells_.all.data() + spells_.first[c + 1];
      sort_few(std::span(begin, end), comes_before<Spell>);
      spells_.first[c] = static_cast<std::uint32_t>(out - spells_.all.data());
      out = merge_spells(begin, end, options_.gap_days, out);
      spells_.customers += begin != end ? 1 : 0;
      rows += end - begin;
    }
    const auto kept = static_cast<std::size_t>(out - spells_.all.data());
    spells_.first.back() = static_cast<std::uint32_t>(kept);
    spells_.all.resize(kept);
    spells_.merged = rows - static_cast<std::int64_t>(kept);
  }

  const SubscriptionTable& table_;
  const SpellOptions& options_;
  bool unpacked_;
  Spells spells_ = {};
  std::vector<std::uint32_t> room_ = {};
};

void widen(std::optional<DayRange>& range, const std::optional<DayRange>& other) {
  if (!other) return;
  if (!range) range = other;
  range->first = std::min(range->first, other->first);
  range->last = std::max(range->last, other->last);
}

}  // namespace

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

Spells build_spells(const SubscriptionTable& table, const SpellOptions& options) {
  SpellBuilder builder(table, options, false);
  if (builder.take_rows()) return builder.take();
  SpellBuilder wide(table, options, true);
  wide.take_rows();
  return wide.take();
}

std::optional<DayRange> day_range(const SubscriptionTable& table, const ZoneOffsets& zone) {
  std::optional<DayRange> range = day_range(table.start, zone);
  widen(range, day_range(table.end, zone));
  widen(range, day_range(table.canceled, zone));
  return range;
}

}  // namespace kirnu
