#include "metrics/matched_lists.h"

#include <algorithm>
#include <vector>

namespace kirnu {
namespace {

/// Column 0 is that of the ids.
const IdPool& texts_of(const CustomerList& list, std::size_t column) {
  return column == 0 ? list.customers : list.others[column - 1].words;
}

std::size_t shared(const IdPool& one, const IdPool& other) {
  const std::vector<bool> both = one.shared_with(other);
  return static_cast<std::size_t>(std::count(both.begin(), both.end(), true));
}

std::int64_t sum_of(std::int64_t a, std::int64_t b) {
  if (a == kNoMoney) return b;
  return b == kNoMoney ? a : a + b;
}

std::int32_t earlier_of(std::int32_t a, std::int32_t b) {
  if (a == kNoDay) return b;
  return b == kNoDay ? a : std::min(a, b);
}

/// The list with another column's texts as ids; who has none there keeps the own id.
CustomerList told_by(const CustomerList& list, std::size_t column) {
  CustomerList told{.name = column == 0 ? list.name : list.others[column - 1].name,
                    .named = list.named,
                    .file = list.file,
                    .repeated = list.repeated};
  for (std::uint32_t number = 0; number < list.customers.size(); ++number) {
    const std::uint32_t code = column == 0 ? number : list.others[column - 1].codes[number];
    const bool has = code != CodeColumn::kNone;
    const std::size_t before = told.customers.size();
    const std::uint32_t customer =
        told.customers.add(has ? texts_of(list, column).text(code) : list.customers.text(number));
    if (told.customers.size() > before) {
      if (!list.value.empty()) told.value.push_back(list.value[number]);
      if (!list.first_seen.empty()) told.first_seen.push_back(list.first_seen[number]);
      continue;
    }
    ++told.repeated;
    if (!list.value.empty()) told.value[customer] = sum_of(told.value[customer], list.value[number]);
    if (!list.first_seen.empty())
      told.first_seen[customer] = earlier_of(told.first_seen[customer], list.first_seen[number]);
  }
  return told;
}

}  // namespace

std::optional<MatchedLists> match_lists(const CustomerList& earlier, const CustomerList& later) {
  if (earlier.others.empty() && later.others.empty()) return std::nullopt;
  const std::size_t shorter = std::min(earlier.customers.size(), later.customers.size());
  if (shared(earlier.customers, later.customers) * 10 >= shorter) return std::nullopt;
  std::size_t most = 0, first = 0, second = 0;
  for (std::size_t a = 0; a <= earlier.others.size(); ++a) {
    for (std::size_t b = 0; b <= later.others.size(); ++b) {
      const std::size_t both = shared(texts_of(earlier, a), texts_of(later, b));
      if (both <= most) continue;
      most = both;
      first = a;
      second = b;
    }
  }
  if (most < 2 || most * 10 < shorter * 3) return std::nullopt;
  return MatchedLists{.earlier = told_by(earlier, first), .later = told_by(later, second)};
}

}  // namespace kirnu
