#include "metrics/paid_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/sort.h"

namespace kirnu {
namespace {

std::string capital_letters(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (c != ' ') word += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return word;
}

}  // namespace

PriceReader::PriceReader(const SubscriptionTable& table, RevenueGaps& gaps) : table_(table), gaps_(gaps) {
  gaps.interval_assumed = table.interval.empty() && table.interval_count.empty();
  for (std::uint32_t code = 0; code < table.interval.words.size(); ++code)
    intervals_.push_back(read_billing_interval(table.interval.words.text(code)));
  for (const std::optional<BillingInterval>& interval : intervals_) {
    const double factor = interval && interval->months > 0 ? kMrrUnits / interval->months : 0;
    factors_.push_back(factor == std::floor(factor) ? static_cast<std::int64_t>(factor) : 0);
  }
  if (table.interval.empty()) factors_.push_back(static_cast<std::int64_t>(kMrrUnits));
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
  if (!table_.interval.empty()) {
    const std::uint32_t code = table_.interval.codes[row];
    interval = code == CodeColumn::kNone ? std::nullopt : intervals_[code];
  }
  paid.mrr = 0;
  const double quantity = table_.quantity.empty() ? 1 : table_.quantity[row];
  const double count = table_.interval_count.empty() ? 1 : table_.interval_count[row];
  if (!interval || !(count > 0)) {
    if (gaps_.interval_unknown++ == 0 && !table_.interval.empty() && table_.interval.codes[row] != CodeColumn::kNone)
      gaps_.unknown_interval = table_.interval.words.text(table_.interval.codes[row]);
    return;
  }
  const std::optional<std::int64_t> mrr = monthly_revenue(
      table_.amount[row], quantity, {.months = interval->months * count, .days = interval->days * count});
  if (mrr && paid.currency < currencies_.size()) {
    paid.mrr = *mrr;
    return;
  }
  ++gaps_.amount_missing;
}

void arrange_rows(std::span<PaidRow> rows, std::int64_t gap_days, std::vector<Spell>& spells) {
  sort_few(rows, comes_before<PaidRow>);
  spells.clear();
  std::size_t first = 0;  // of the rows of the spell that is being made
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t gap = spells.empty() ? 0 : rows[i].start - std::int64_t{spells.back().end};
    if (spells.empty() || gap > gap_days) {
      spells.push_back({.start = rows[i].start, .end = rows[i].end});
      first = i;
      continue;
    }
    for (std::size_t before = first; gap > 0 && before < i; ++before) {
      if (rows[before].end == spells.back().end) rows[before].end = rows[i].start;
    }
    if (gap > 0) first = i;  // earlier rows have gone on or ended
    spells.back().end = std::max(spells.back().end, rows[i].end);
  }
}

}  // namespace kirnu
