#include "metrics/start_end_sums.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "metrics/paid_rows.h"

namespace kirnu {
namespace {

/// The most cells of all groups together, each of up to 36 bytes.
constexpr std::size_t kMostCells = 300'000;

PeriodGrid merge_grids(const std::vector<const PeriodGrid*>& grids) {
  std::vector<std::int32_t> bounds;
  for (const PeriodGrid* grid : grids) bounds.insert(bounds.end(), grid->bounds.begin(), grid->bounds.end());
  sort_items(bounds, [](std::int32_t a, std::int32_t b) { return a < b; });
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return grid_of(std::move(bounds));
}

/// Adds rows to the sums of their groups.
class SumBuilder {
 public:
  SumBuilder(const SubscriptionTable& table, const Spells& spells, const StartEndQuestion& question,
             StartEndTable& result)
      : table_(table), spells_(spells), question_(question), result_(result) {
    if (!table.amount.empty()) {
      prices_.emplace(table, result.gaps);
      result.currencies = prices_->currencies();
    }
    const PlaceOfDay place = result.grid.lookup();
    for (std::size_t i = 0; i < PackedSpell::kOpen; ++i)
      places_.push_back(static_cast<std::uint32_t>(place(spells.base + static_cast<std::int32_t>(i)) + 1));
    width_ = static_cast<std::size_t>(result.grid.size()) + 2;
    places_.push_back(static_cast<std::uint32_t>(width_ - 1));  // of those that are open
    make_room(result.everybody);
    for (StartEndSums& group : result.groups) {
      make_room(group);
      group.days = DayCounts(question.days);
    }
  }

  /// A call of its own for each block: see Spells::visit().
  [[gnu::noinline]] void add_block(std::size_t block) {
    const std::span<const std::uint32_t> customers = table_.customer.block(block, customers_);
    const std::uint32_t* codes =
        question_.column != nullptr ? question_.column->codes.block(block, codes_).data() : nullptr;
    for (std::size_t i = 0; i < customers.size(); ++i) {
      const PackedSpell spell = spells_.packed[customers[i]];
      if (spell.start == PackedSpell::kNone) continue;
      const std::size_t cell = places_[spell.start] * width_ + places_[spell.end];
      const bool grouped = codes != nullptr && codes[i] < result_.groups.size();
      StartEndSums& sums = grouped ? result_.groups[codes[i]] : result_.everybody;
      ++sums.customers[cell];
      if (grouped) add_days(sums, spell);
      if (prices_) add_price(sums, cell, block * PackedColumn<std::uint32_t>::kBlock + i);
    }
  }

  /// Everybody are those of no group, so far, and all groups.
  void add_groups() {
    StartEndSums& all = result_.everybody;
    for (StartEndSums& group : result_.groups) {
      for (std::size_t cell = 0; cell < group.customers.size(); ++cell) {
        all.customers[cell] += group.customers[cell];
        group.all += group.customers[cell];
      }
      for (std::size_t c = 0; c < group.revenue.size(); ++c) {
        if (!group.revenue[c].empty() && all.revenue[c].empty()) all.revenue[c].resize(width_ * width_);
        for (std::size_t cell = 0; cell < group.revenue[c].size(); ++cell) {
          all.revenue[c][cell].mrr += group.revenue[c][cell].mrr;
          all.revenue[c][cell].payers += group.revenue[c][cell].payers;
        }
      }
    }
    for (const std::uint32_t customers : all.customers) all.all += customers;
  }

 private:
  void make_room(StartEndSums& sums) const {
    sums.customers.resize(width_ * width_);
    sums.revenue.resize(result_.currencies.size());
  }

  void add_days(StartEndSums& group, PackedSpell packed) const {
    const bool left = packed.end != PackedSpell::kOpen;
    const Spell spell{.start = spells_.base + packed.start, .end = left ? spells_.base + packed.end : Spell::kOpen};
    group.days.add(&spell, &spell + 1);
    group.lengths.add(spell, question_.as_of);
  }

  void add_price(StartEndSums& sums, std::size_t cell, std::size_t row) {
    PaidRow paid;
    prices_->read(row, paid);
    if (paid.mrr == 0) return;
    std::vector<RevenueSum>& revenue = sums.revenue[paid.currency];
    if (revenue.empty()) revenue.resize(width_ * width_);
    revenue[cell].mrr += paid.mrr;
    ++revenue[cell].payers;
  }

  const SubscriptionTable& table_;
  const Spells& spells_;
  const StartEndQuestion& question_;
  StartEndTable& result_;
  std::optional<PriceReader> prices_;
  std::size_t width_ = 0;
  std::vector<std::uint32_t> places_;  ///< by packed day
  std::vector<std::uint32_t> customers_, codes_;
};

}  // namespace

std::vector<StartEndCell> StartEndTable::cells(const StartEndSums& sums, const PeriodGrid& periods) const {
  const PlaceOfDay place = periods.lookup();
  std::vector<std::int32_t> places{-1};
  for (const std::int32_t bound : grid.bounds) places.push_back(place(bound));
  std::vector<StartEndCell> cells;
  for (std::size_t cell = 0; cell < sums.customers.size(); ++cell) {
    if (sums.customers[cell] == 0) continue;
    cells.push_back({.start = places[cell / places.size()],
                     .end = places[cell % places.size()],
                     .customers = sums.customers[cell],
                     .cell = cell});
  }
  return cells;
}

bool answers(const StartEndTable& table, const StartEndQuestion& question) {
  return table.column == question.column && table.grid.bounds == merge_grids(question.grids).bounds;
}

std::optional<StartEndTable> build_start_end_table(const SubscriptionTable& table, const Spells& spells,
                                                   const StartEndQuestion& question) {
  StartEndTable result{.grid = merge_grids(question.grids), .column = question.column};
  if (question.column != nullptr) result.groups.resize(std::min(question.column->words.size(), kMostGroups));
  const std::size_t width = static_cast<std::size_t>(result.grid.size()) + 2;
  if (spells.customers == 0 || result.grid.size() == 0 || width * width * (result.groups.size() + 1) > kMostCells)
    return std::nullopt;
  SumBuilder builder(table, spells, question, result);
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) builder.add_block(b);
  builder.add_groups();
  return result;
}

}  // namespace kirnu
