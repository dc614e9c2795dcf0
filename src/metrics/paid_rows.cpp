#include "metrics/paid_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/ascii.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

std::string capital_letters(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (c != ' ') word += to_ascii_upper(c);
  }
  return word;
}

}  // namespace

PriceReader::PriceReader(const SubscriptionTable& table, RevenueGaps& gaps)
    : table_(table),
      by_interval_(!table.monthly && !table.interval.empty()),
      by_count_(!table.monthly && !table.interval_count.empty()),
      amount_(table.amount),
      interval_(table.interval.codes),
      currency_(table.currency.codes),
      gaps_(gaps) {
  gaps.interval_assumed = !table.monthly && table.interval.empty() && table.interval_count.empty();
  const bool days = has_part(fold_case(table.interval.name), "days|tage|päiv");
  for (std::uint32_t code = 0; code < table.interval.words.size(); ++code) {
    const std::string word(table.interval.words.text(code));
    const bool bare = word.find_first_not_of("0123456789") == std::string::npos;
    intervals_.push_back(read_billing_interval(days && bare ? word + " days" : word));
  }
  for (const std::optional<BillingInterval>& interval : intervals_) {
    const double factor = interval && interval->months > 0 ? kMrrUnits / interval->months : 0;
    factors_.push_back(factor == std::floor(factor) ? static_cast<std::int64_t>(factor) : 0);
  }
  if (!by_interval_) factors_.insert(factors_.begin(), static_cast<std::int64_t>(kMrrUnits));
  const auto place_of = [this](std::string name) {
    auto found = std::find(currencies_.begin(), currencies_.end(), name);
    if (found == currencies_.end() && currencies_.size() < kMostCurrencies) {
      currencies_.push_back(std::move(name));
      found = currencies_.end() - 1;
    }
    return static_cast<std::uint32_t>(found - currencies_.begin());
  };
  for (std::uint32_t code = 0; code < table.currency.words.size(); ++code)
    places_.push_back(place_of(capital_letters(table.currency.words.text(code))));
  places_.push_back(place_of(std::string(kNoCurrency)));
}

void PriceReader::read_unusual(std::size_t row, PaidRow& paid) {
  std::optional<BillingInterval> interval = BillingInterval{.months = 1};
  if (by_interval_) {
    const std::uint32_t code = interval_[row];
    interval = code == CodeColumn::kNone ? std::nullopt : intervals_[code];
  }
  paid.mrr = 0;
  const double quantity = table_.quantity.empty() ? 1 : table_.quantity[row];
  const double count = !by_count_ ? 1 : table_.interval_count[row];
  if (!interval || !(count > 0)) {
    if (gaps_.interval_unknown++ == 0 && by_interval_ && interval_[row] != CodeColumn::kNone)
      gaps_.unknown_interval = table_.interval.words.text(interval_[row]);
    return;
  }
  const std::optional<std::int64_t> mrr =
      monthly_revenue(amount_[row], quantity, {.months = interval->months * count, .days = interval->days * count});
  if (mrr && paid.currency < currencies_.size()) {
    paid.mrr = *mrr;
    return;
  }
  ++gaps_.amount_missing;
}

namespace {

/// Sorts a customer's rows and lets revenue go on over gaps of at most `gap_days`.
void arrange_rows(std::span<PaidRow> rows, std::int64_t gap_days) {
  sort_few(rows, comes_before<PaidRow>);
  std::size_t first = 0;  // of the rows of the spell that is being made …
  std::int32_t end = 0;   // … and its end so far
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t gap = i == 0 ? 0 : rows[i].start - std::int64_t{end};
    if (i == 0 || gap > gap_days) {
      end = rows[i].end;
      first = i;
      continue;
    }
    for (std::size_t before = first; gap > 0 && before < i; ++before) {
      if (rows[before].end == end) rows[before].end = rows[i].start;
    }
    if (gap > 0) first = i;  // earlier rows have gone on or ended
    end = std::max(end, rows[i].end);
  }
}

/// Has `first` say where the room of each customer begins, whose size it told one place further on; answers where each
/// customer's next row goes.
std::vector<std::uint32_t> make_room(PaidRows& paid) {
  for (std::size_t c = 1; c < paid.first.size(); ++c) paid.first[c] += paid.first[c - 1];
  paid.rows.resize(paid.first.back());
  return paid.first;
}

/// Arranges everybody's rows, which end where the next would go; what was left out leaves room, which is taken back.
void settle(PaidRows& paid, const std::vector<std::uint32_t>& ends, std::int64_t gap_days) {
  PaidRow* out = paid.rows.data();
  for (std::size_t c = 0; c + 1 < paid.first.size(); ++c) {
    const std::span<PaidRow> own(paid.rows.data() + paid.first[c], paid.rows.data() + ends[c]);
    arrange_rows(own, gap_days);
    paid.first[c] = static_cast<std::uint32_t>(out - paid.rows.data());
    out = std::copy(own.begin(), own.end(), out);
  }
  paid.first.back() = static_cast<std::uint32_t>(out - paid.rows.data());
  paid.rows.resize(paid.first.back());
}

/// The spells that rows in order make.
Spells spells_of(const PaidRows& paid, std::int64_t gap_days) {
  Spells spells{.rows = static_cast<std::int64_t>(paid.rows.size()), .first = paid.first};
  spells.all.reserve(paid.rows.size());
  for (const PaidRow& row : paid.rows) spells.all.push_back({.start = row.start, .end = row.end});
  Spell* const all = spells.all.data();
  Spell* out = all;
  for (std::size_t c = 0; c + 1 < paid.first.size(); ++c) {
    spells.first[c] = static_cast<std::uint32_t>(out - all);
    spells.customers += paid.first[c] != paid.first[c + 1] ? 1 : 0;
    out = merge_spells(all + paid.first[c], all + paid.first[c + 1], gap_days, out);
  }
  spells.first.back() = static_cast<std::uint32_t>(out - all);
  spells.merged = spells.rows - spells.first.back();
  spells.all.resize(spells.first.back());
  return spells;
}

}  // namespace

/// Rows to customers by counting, as in build_spells().
PaidRows build_paid_rows(const SubscriptionTable& table, const SpellOptions& options, const Spells& spells) {
  PaidRows paid;
  PriceReader prices(table, paid.gaps);
  paid.first.resize(spells.first.size());
  for_each_row_of_part(table, options, [&](std::uint32_t customer) {
    paid.first[customer + 1] += spells.has_several(customer) ? 1 : 0;
  });
  std::vector<std::uint32_t> next = make_room(paid);
  LeftOut told_by_spells;
  for_each_spell_row(table, options, told_by_spells, [&](std::uint32_t customer, std::size_t row, const Spell& spell) {
    if (!spells.has_several(customer)) return;
    PaidRow& own = paid.rows[next[customer]++];
    own = {.start = spell.start, .end = spell.end};
    prices.read(row, own);
  });
  settle(paid, next, options.gap_days);
  return paid;
}

std::vector<PartRows> build_part_rows(const SubscriptionTable& table, const SpellOptions& options,
                                      const CodeColumn& column, std::size_t parts, const Spells& everybody) {
  std::vector<PartRows> built(parts);
  if (everybody.first.empty()) return built;
  for (PartRows& part : built) part.paid.first.resize(everybody.first.size());
  PackedReader<std::uint32_t> customers(table.customer), codes(column.codes);
  for (std::size_t row = 0; row < table.customer.size(); ++row) {
    const std::uint32_t code = codes[row], customer = customers[row];
    if (code < parts) built[code].paid.first[customer + 1] += everybody.has_several(customer) ? 1 : 0;
  }
  for (PartRows& part : built) part.spells.first = make_room(part.paid);  // where rows go next, until they are spells
  RevenueGaps told_by_everybody;
  PriceReader prices(table, told_by_everybody);
  LeftOut told_by_spells;
  for_each_spell_row(table, options, told_by_spells, [&](std::uint32_t customer, std::size_t row, const Spell& spell) {
    const std::uint32_t code = codes[row];
    if (code >= parts || !everybody.has_several(customer)) return;
    PaidRow& own = built[code].paid.rows[built[code].spells.first[customer]++];
    own = {.start = spell.start, .end = spell.end};
    if (!table.amount.empty()) prices.read(row, own);
  });
  for (PartRows& part : built) {
    settle(part.paid, part.spells.first, options.gap_days);
    part.spells = spells_of(part.paid, options.gap_days);
  }
  return built;
}

}  // namespace kirnu
