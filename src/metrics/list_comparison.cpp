#include "metrics/list_comparison.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "metrics/ranking.h"

namespace kirnu {
namespace {

/// Calls visit(number in `searched`, number in `pool` or IdPool::kAbsent) for every text of `searched`.
template <typename Visit>
void for_each_match(const IdPool& searched, const IdPool& pool, Visit visit) {
  constexpr std::size_t kBatch = 1024;
  std::array<std::string_view, kBatch> texts;
  std::array<std::uint32_t, kBatch> numbers;
  for (std::size_t from = 0; from < searched.size(); from += kBatch) {
    const std::size_t count = std::min(kBatch, searched.size() - from);
    for (std::size_t i = 0; i < count; ++i) texts[i] = searched.text(static_cast<std::uint32_t>(from + i));
    pool.find(std::span(texts.data(), count), std::span(numbers.data(), count));
    for (std::size_t i = 0; i < count; ++i) visit(static_cast<std::uint32_t>(from + i), numbers[i]);
  }
}

std::int64_t money_or_nothing(std::int64_t money) { return money == kNoMoney ? 0 : money; }

void add_values(const CustomerList& earlier, ListComparison& result) {
  if (earlier.value.empty()) return;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < earlier.value.size(); ++i) all += money_or_nothing(earlier.value[i]);
  std::int64_t lost = 0;
  std::vector<Ranked> ranked;
  for (const std::uint32_t number : result.lost_customers) {
    ranked.push_back({.value = earlier.value[number], .number = number});
    lost += money_or_nothing(earlier.value[number]);
  }
  result.value = all;
  result.value_lost = lost;
  result.lost_customers = ranked_numbers(std::move(ranked));
}

}  // namespace

ListComparison compare_lists(const CustomerList& earlier, const CustomerList& later,
                             const CustomerList* still_earlier) {
  ListComparison result;
  result.earlier = static_cast<std::int64_t>(earlier.customers.size());
  result.later = static_cast<std::int64_t>(later.customers.size());
  result.repeated_earlier = earlier.repeated;
  result.repeated_later = later.repeated;
  for_each_match(earlier.customers, later.customers, [&](std::uint32_t number, std::uint32_t match) {
    if (match == IdPool::kAbsent) result.lost_customers.push_back(number);
  });
  result.lost = static_cast<std::int64_t>(result.lost_customers.size());
  result.kept = result.earlier - result.lost;
  result.new_or_returned = result.later - result.kept;
  add_values(earlier, result);
  if (still_earlier == nullptr) return result;
  std::int64_t returned = 0;
  for_each_match(later.customers, still_earlier->customers, [&](std::uint32_t number, std::uint32_t match) {
    if (match != IdPool::kAbsent && !earlier.customers.find(later.customers.text(number))) ++returned;
  });
  result.returned = returned;
  result.new_ = result.new_or_returned - returned;
  return result;
}

}  // namespace kirnu
