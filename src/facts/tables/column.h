#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace kirnu {

/// Values of one column, in blocks of 64 Ki: growing copies nothing and never needs twice the memory.
template <class T>
class Column {
 public:
  static constexpr std::size_t kBlock = 1U << 16U;

  void push_back(T value) {
    if (size_ % kBlock == 0) blocks_.emplace_back(new T[kBlock]);
    blocks_.back()[size_++ % kBlock] = value;
  }

  void append(std::span<const T> values) {
    while (!values.empty()) {
      if (size_ % kBlock == 0) blocks_.emplace_back(new T[kBlock]);
      const std::size_t part = std::min(values.size(), kBlock - size_ % kBlock);
      std::copy_n(values.begin(), part, blocks_.back().get() + size_ % kBlock);
      size_ += part;
      values = values.subspan(part);
    }
  }

  T operator[](std::size_t i) const { return blocks_[i / kBlock][i % kBlock]; }
  T& operator[](std::size_t i) { return blocks_[i / kBlock][i % kBlock]; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  /// The values in runs that lie side by side, for loops over many.
  std::size_t block_count() const { return blocks_.size(); }
  std::span<const T> block(std::size_t i) const { return {blocks_[i].get(), std::min(kBlock, size_ - i * kBlock)}; }

 private:
  std::vector<std::unique_ptr<T[]>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace kirnu
