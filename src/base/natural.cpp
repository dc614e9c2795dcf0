#include "base/natural.h"

#include <cassert>

namespace kirnu {

Natural::Natural(std::uint64_t value) {
  for (; value != 0; value >>= 32U) words_[size_++] = static_cast<std::uint32_t>(value);
}

void Natural::multiply_add(std::uint32_t factor, std::uint32_t addend) {
  std::uint64_t carry = addend;
  for (std::size_t i = 0; i < size_; ++i) {
    carry += static_cast<std::uint64_t>(words_[i]) * factor;
    words_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32U;
  }
  if (carry == 0) return;
  assert(size_ < words_.size());
  words_[size_++] = static_cast<std::uint32_t>(carry);
}

void Natural::multiply_by_power(std::uint32_t base, int power) {
  while (power > 0) {
    std::uint32_t factor = base;
    for (--power; power > 0 && factor <= 0xFFFFFFFFU / base; --power) factor *= base;
    multiply_add(factor, 0);
  }
}

std::uint32_t Natural::divide(std::uint32_t divisor) {
  std::uint64_t rest = 0;
  for (std::size_t i = size_; i-- > 0;) {
    rest = (rest << 32U) | words_[i];
    words_[i] = static_cast<std::uint32_t>(rest / divisor);
    rest %= divisor;
  }
  while (size_ > 0 && words_[size_ - 1] == 0) --size_;
  return static_cast<std::uint32_t>(rest);
}

int Natural::compare(const Natural& a, const Natural& b) {
  if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
  for (std::size_t i = a.size_; i-- > 0;) {
    if (a.words_[i] != b.words_[i]) return a.words_[i] < b.words_[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace kirnu
