#include "metrics/ranking.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "base/sort.h"

namespace kirnu {
namespace {

constexpr std::size_t kFewEntries = 4096;
constexpr unsigned kDigitBits = 11;
constexpr std::uint64_t kDigits = 1U << kDigitBits;

/// How far below the largest value; the order of these is the ranking's.
std::uint64_t distance(std::int64_t largest, std::int64_t value) {
  return static_cast<std::uint64_t>(largest) - static_cast<std::uint64_t>(value);
}

/// One stable pass over a digit of the distance.
void sort_by_digit(const std::vector<Ranked>& from, std::vector<Ranked>& to, std::int64_t largest, unsigned shift) {
  std::array<std::size_t, kDigits> places{};
  for (const Ranked& entry : from) ++places[distance(largest, entry.value) >> shift & (kDigits - 1)];
  std::size_t before = 0;
  for (std::size_t& place : places) {
    const std::size_t count = place;
    place = before;
    before += count;
  }
  for (const Ranked& entry : from) to[places[distance(largest, entry.value) >> shift & (kDigits - 1)]++] = entry;
}

/// Radix passes, as many as the widest distance has digits: far faster than comparing where there are many.
void sort_many(std::vector<Ranked>& entries) {
  std::int64_t largest = std::numeric_limits<std::int64_t>::min();
  std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
  for (const Ranked& entry : entries) {
    largest = std::max(largest, entry.value);
    smallest = std::min(smallest, entry.value);
  }
  const std::uint64_t widest = distance(largest, smallest);
  std::vector<Ranked> other(entries.size());
  for (unsigned shift = 0; shift < 64 && widest >> shift != 0; shift += kDigitBits) {
    sort_by_digit(entries, other, largest, shift);
    entries.swap(other);
  }
}

}  // namespace

std::vector<std::uint32_t> ranked_numbers(std::vector<Ranked> entries) {
  if (entries.size() < kFewEntries) {
    sort_items(entries, [](const Ranked& a, const Ranked& b) { return a.value > b.value; });
  } else {
    sort_many(entries);
  }
  std::vector<std::uint32_t> numbers;
  numbers.reserve(entries.size());
  for (const Ranked& entry : entries) numbers.push_back(entry.number);
  return numbers;
}

}  // namespace kirnu
