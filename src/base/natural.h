#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace kirnu {

/// A natural number of at most 4096 bits: what any double, its neighbours and their decimals take to be compared
/// exactly.
class Natural {
 public:
  explicit Natural(std::uint64_t value = 0);

  /// this · factor + addend.
  void multiply_add(std::uint32_t factor, std::uint32_t addend);

  /// this · base^power.
  void multiply_by_power(std::uint32_t base, int power);

  /// this ÷ divisor; answers the remainder.
  std::uint32_t divide(std::uint32_t divisor);

  bool is_zero() const { return size_ == 0; }

  /// Below, at or above 0 as `a` is smaller than, equal to or larger than `b`.
  static int compare(const Natural& a, const Natural& b);

 private:
  std::array<std::uint32_t, 128> words_;  ///< the lowest first; only the first `size_` count
  std::size_t size_ = 0;
};

}  // namespace kirnu
