#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kirnu {

/// Values of one column, in blocks of 64 Ki: growing copies nothing and never needs twice the memory.
template <class T>
class Column {
 public:
  static constexpr std::size_t kBlock = 1U << 16U;

  void push_back(T value) {
    if (size_ % kBlock == 0) blocks_.push_back(std::make_unique<T[]>(kBlock));
    blocks_.back()[size_++ % kBlock] = value;
  }

  T operator[](std::size_t i) const { return blocks_[i / kBlock][i % kBlock]; }
  T& operator[](std::size_t i) { return blocks_[i / kBlock][i % kBlock]; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  std::vector<std::unique_ptr<T[]>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace kirnu
