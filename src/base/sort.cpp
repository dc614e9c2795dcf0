#include "base/sort.h"

#include <algorithm>

namespace kirnu {

// Merges runs of 1, 2, 4 … numbers.
void sort_numbers(std::vector<std::uint32_t>& numbers, ComesBefore before, const void* items) {
  const std::size_t size = numbers.size();
  std::vector<std::uint32_t> merged(size);
  for (std::size_t run = 1; run < size; run *= 2) {
    for (std::size_t begin = 0; begin < size; begin += 2 * run) {
      std::size_t left = begin, right = std::min(begin + run, size);
      const std::size_t middle = right, end = std::min(begin + 2 * run, size);
      for (std::size_t to = begin; to < end; ++to) {
        const bool take_right = left == middle || (right < end && before(items, numbers[right], numbers[left]));
        merged[to] = numbers[take_right ? right++ : left++];
      }
    }
    numbers.swap(merged);
  }
}

}  // namespace kirnu
