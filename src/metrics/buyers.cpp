#include "metrics/buyers.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>
#include <utility>

#include "base/sort.h"
#include "facts/tables/money.h"
#include "metrics/order_visit.h"
#include "metrics/ranking.h"

namespace kirnu {
namespace {

/// The smallest gap that so many of the counted gaps do not exceed; place i counts gaps of i days.
std::int32_t quantile(const std::vector<std::int64_t>& counts, std::int64_t all, double share) {
  std::int64_t seen = 0;
  for (std::size_t days = 0; days < counts.size(); ++days) {
    seen += counts[days];
    if (static_cast<double>(seen) >= share * static_cast<double>(all)) return static_cast<std::int32_t>(days);
  }
  return 0;
}

/// Sorts each buyer's days, where they do not come by time, and takes each day once.
void tidy(PurchaseDays& purchases) {
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i + 1 < purchases.first.size(); ++i) {
    const std::span<std::int32_t> days =
        std::span(purchases.days).subspan(purchases.first[i], purchases.first[i + 1] - purchases.first[i]);
    if (!std::is_sorted(days.begin(), days.end())) sort_few(days, std::less<>());
    purchases.first[i] = kept;
    for (std::size_t day = 0; day < days.size(); ++day) {
      if (day > 0 && days[day] == days[day - 1]) continue;
      purchases.days[kept++] = days[day];
    }
  }
  purchases.first.back() = kept;
  purchases.days.resize(kept);
}

}  // namespace

Buyers build_buyers(const TransactionTable& table, const OrderOptions& options) {
  const OrderVisitor visitor(table, options);
  std::vector<Buyer> everybody(table.customers.size(), {.first = std::numeric_limits<std::int32_t>::max()});
  std::vector<std::uint32_t> rows(everybody.size());
  OrdersLeftOut left_out;
  visitor.visit(left_out, [&](const OrderRow& row) {
    Buyer& buyer = everybody[row.customer];
    buyer.orders += row.order ? 1 : 0;
    add_money(buyer.value, row.money);
    if (row.refund) return;
    buyer.first = std::min(buyer.first, row.day);
    buyer.last = ++rows[row.customer] == 1 ? row.day : std::max(buyer.last, row.day);
  });
  Buyers buyers{.all = std::move(everybody), .has_value = visitor.has_money()};
  std::vector<std::uint32_t>& next = rows;  // where the customer's next day goes
  std::vector<std::uint32_t>& first = buyers.days.first;
  std::size_t kept = 0;
  std::uint32_t days = 0;
  for (std::uint32_t customer = 0; customer < next.size(); ++customer) {
    const std::uint32_t count = next[customer];
    if (count == 0) continue;
    next[customer] = days;
    first.push_back(days);
    days += count;
    Buyer& buyer = buyers.all[kept++] = buyers.all[customer];
    buyer.customer = customer;
    buyers.repeat += buyer.orders > 1 ? 1 : 0;
  }
  first.push_back(days);
  buyers.all.resize(kept);
  buyers.days.days.resize(days);
  visitor.visit(left_out, [&](const OrderRow& row) {
    if (!row.refund) buyers.days.days[next[row.customer]++] = row.day;
  });
  tidy(buyers.days);
  return buyers;
}

std::optional<PurchaseGaps> build_purchase_gaps(const PurchaseDays& purchases) {
  std::vector<std::int64_t> counts;
  PurchaseGaps gaps;
  for (std::size_t i = 0; i + 1 < purchases.first.size(); ++i) {
    for (std::size_t j = purchases.first[i] + 1; j < purchases.first[i + 1]; ++j) {
      const auto gap = static_cast<std::size_t>(purchases.days[j] - purchases.days[j - 1]);
      if (gap >= counts.size()) counts.resize(gap + 1);
      ++counts[gap];
      ++gaps.count;
    }
  }
  if (gaps.count == 0) return std::nullopt;
  gaps.median = quantile(counts, gaps.count, 0.5);
  gaps.usual = quantile(counts, gaps.count, kUsualGap);
  return gaps;
}

bool is_inactive(const Buyer& buyer, std::int32_t days, std::int32_t as_of) { return as_of - buyer.last >= days; }

std::vector<Buyer> ranked_buyers(const Buyers& buyers) {
  std::vector<Ranked> entries;
  entries.reserve(buyers.all.size());
  for (std::size_t i = 0; i < buyers.all.size(); ++i) {
    const Buyer& buyer = buyers.all[i];
    entries.push_back(
        {.value = buyers.has_value ? buyer.value : buyer.orders, .number = static_cast<std::uint32_t>(i)});
  }
  std::vector<Buyer> ranked;
  ranked.reserve(entries.size());
  for (const std::uint32_t number : ranked_numbers(std::move(entries))) ranked.push_back(buyers.all[number]);
  return ranked;
}

CohortTable build_buyer_cohorts(const Buyers& buyers, const PeriodGrid& grid, std::int32_t as_of, RetentionRule rule) {
  const auto periods = static_cast<std::size_t>(grid.size());
  std::vector<std::vector<std::int64_t>> bought(periods);
  for (std::size_t i = 0; i < periods; ++i) bought[i].resize(periods - i);
  const PlaceOfDay place = grid.lookup();
  for (std::size_t i = 0; i < buyers.all.size(); ++i) {
    const std::size_t begin = buyers.days.first[i], end = buyers.days.first[i + 1];
    const std::int32_t cohort = place(buyers.days.days[begin]);
    if (cohort < 0 || cohort >= grid.size()) continue;
    std::vector<std::int64_t>& ages = bought[static_cast<std::size_t>(cohort)];
    std::int32_t before = -1;
    for (std::size_t j = begin; j < end; ++j) {
      const std::int32_t period = std::min(place(buyers.days.days[j]), grid.size() - 1);
      // on_or_after: every period since the purchase before is followed by this one
      const std::int32_t from = rule == RetentionRule::OnOrAfter ? std::max(before + 1, cohort) : period;
      if (period == before) continue;
      for (std::int32_t k = from; k <= period; ++k) ++ages[static_cast<std::size_t>(k - cohort)];
      before = period;
    }
  }
  const std::int32_t complete = grid.last_complete(as_of).value_or(-1) + 1;
  CohortTable table;
  for (std::size_t i = 0; i < periods && grid.bounds[i] <= as_of; ++i) {
    const auto known = std::max<std::int64_t>(1, std::int64_t{complete} - static_cast<std::int64_t>(i));
    bought[i].resize(std::min(bought[i].size(), static_cast<std::size_t>(known)));
    table.cohorts.push_back({.first_day = grid.bounds[i], .retained = std::move(bought[i])});
  }
  table.pooled = pool_cohorts(table.cohorts);
  return table;
}

}  // namespace kirnu
