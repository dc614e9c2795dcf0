#include "facts/tables/packed_column.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "facts/tables/tables.h"

namespace kirnu {
namespace {

constexpr std::size_t kBlock = PackedColumn<std::int64_t>::kBlock;

/// Every way of reading a column gives what was put in, one by one and in pieces of an odd length.
template <class T>
void expect_kept(const std::vector<T>& values) {
  PackedColumn<T> single, pieces;
  for (const T value : values) single.push_back(value);
  for (std::size_t i = 0; i < values.size(); i += 1000) {
    const std::size_t count = std::min<std::size_t>(1000, values.size() - i);
    pieces.append({values.data() + i, count});
  }
  for (const PackedColumn<T>* column : {&single, &pieces}) {
    ASSERT_EQ(column->size(), values.size());
    PackedReader<T> reader(*column);
    typename PackedColumn<T>::Buffer buffer;
    std::size_t row = 0;
    for (std::size_t b = 0; b < column->block_count(); ++b) {
      for (const T value : column->block(b, buffer)) {
        ASSERT_EQ(value, values[row]) << row;
        ASSERT_EQ(reader[row], value) << row;
        ASSERT_EQ((*column)[row], value) << row;
        ++row;
      }
    }
    ASSERT_EQ(row, values.size());
  }
}

/// Two blocks and a piece of numbers from `least` in steps, every seventh of them `nothing`.
template <class T>
std::vector<T> ramp(T least, T step, std::size_t steps, T nothing) {
  std::vector<T> values;
  for (std::size_t i = 0; i < 2 * kBlock + 77; ++i)
    values.push_back(i % 7 == 3 ? nothing : static_cast<T>(least + step * static_cast<T>(i % steps)));
  return values;
}

TEST(PackedColumn, KeepsDaysOfEveryWidth) {
  for (const std::size_t steps : {1U, 2U, 255U, 256U, 257U, 16384U}) {
    for (const std::int32_t step : {1, 4, 100'000}) {
      expect_kept<std::int32_t>(ramp<std::int32_t>(-50, step, steps, kNoDay));
      expect_kept<std::int32_t>(ramp<std::int32_t>(-50, step, steps, 0));
    }
  }
}

TEST(PackedColumn, KeepsMoneyOfEveryWidth) {
  for (const std::size_t steps : {1U, 255U, 256U, 16384U}) {
    for (const std::int64_t step : {std::int64_t{1}, std::int64_t{300'000}, std::int64_t{500'000'000'000'000}})
      expect_kept<std::int64_t>(ramp<std::int64_t>(-7, step, steps, kNoMoney));
  }
}

TEST(PackedColumn, KeepsCodesAndTheirNothing) {
  expect_kept<std::uint32_t>(ramp<std::uint32_t>(0, 1, 3, CodeColumn::kNone));
  expect_kept<std::uint32_t>(ramp<std::uint32_t>(0, 1, 40'000, 0));
  expect_kept<std::uint32_t>(ramp<std::uint32_t>(0, 250'000, 16'000, CodeColumn::kNone));
}

TEST(PackedColumn, KeepsTheEndsOfATypeBesideOneAnother) {
  std::vector<std::int64_t> values(kBlock, std::numeric_limits<std::int64_t>::max());
  values[1] = std::numeric_limits<std::int64_t>::min();
  values[2] = 0;
  values[3] = std::numeric_limits<std::int64_t>::min() + 1;
  expect_kept(values);
}

TEST(PackedColumn, KeepsBlocksOfNothing) {
  expect_kept(std::vector<std::int32_t>(kBlock, kNoDay));
  expect_kept(std::vector<std::uint32_t>(kBlock + 1, CodeColumn::kNone));
  expect_kept(std::vector<std::int32_t>{});
}

}  // namespace
}  // namespace kirnu
