#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace kirnu {

/// Is item number `a` to come before item number `b`?
using ComesBefore = bool (*)(const void* items, std::uint32_t a, std::uint32_t b);

/// Puts item numbers in order; equals stay as they are. One sort for all types: a sort of its own for each is what
/// weighs on the page.
void sort_numbers(std::vector<std::uint32_t>& numbers, ComesBefore before, const void* items);

/// Sorts a list that is not long; equals stay as they are.
template <class T, class Before>
void sort_items(std::vector<T>& items, Before before) {
  const std::pair<const T*, const Before*> context{items.data(), &before};
  std::vector<std::uint32_t> numbers(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) numbers[i] = static_cast<std::uint32_t>(i);
  const ComesBefore compare = [](const void* both, std::uint32_t a, std::uint32_t b) {
    const auto& [first, is_before] = *static_cast<const std::pair<const T*, const Before*>*>(both);
    return static_cast<bool>((*is_before)(first[a], first[b]));
  };
  sort_numbers(numbers, compare, &context);
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t number : numbers) sorted.push_back(std::move(items[number]));
  items.swap(sorted);
}

/// Sorts a list that is short nearly always, without a call or room of its own; equals stay as they are.
template <class T, class Before>
void sort_few(std::span<T> items, Before before) {
  if (items.size() > 16) {
    std::vector<T> many(items.begin(), items.end());
    sort_items(many, before);
    std::copy(many.begin(), many.end(), items.begin());
    return;
  }
  for (std::size_t next = 1; next < items.size(); ++next) {
    const T item = items[next];
    std::size_t at = next;
    for (; at > 0 && before(item, items[at - 1]); --at) items[at] = items[at - 1];
    items[at] = item;
  }
}

}  // namespace kirnu
