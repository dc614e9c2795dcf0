#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/tables/role.h"
#include "facts/words/column_name.h"

namespace kirnu {

/// A role that a column's name suggests. Rank 0 is the surest; from kStemRank on only a part of the name says so.
struct NamedRole {
  Role role = Role::Ignore;
  int rank = 0;
};
inline constexpr int kStemRank = 20;

/// Rank of the names of customers, which are not theirs alone.
inline constexpr int kNameRank = 4;

/// Names of columns whose no, and not whose yes, says that an order or a visit came to nothing.
inline constexpr std::string_view kTookPlaceNames =
    "attended|attendance|showed up|showed|took place|erschienen|anwesend|teilgenommen|wahrgenommen|stattgefunden|"
    "saapui|saapunut|läsnä|paikalla|toteutunut|toteutui";

/// The rank of names that mean an interval only where the cells say so: "Billing", "Laufzeit".
inline constexpr int kWordsOnlyRank = 5;

/// Rank of dates on which customers leave: they date a reason, never an order.
inline constexpr int kLeftRank = 6;

/// Rank of the days on which rows were deleted: ends of customers, not of orders.
inline constexpr int kDeletedRank = 5;

/// Rank of kinds of rows, which tell purchases from refunds and nothing of contracts.
inline constexpr int kRowKindRank = 7;

/// Rank of columns called a date of anything: they date orders where nothing better does and customers come again.
inline constexpr int kDayRank = kStemRank + 6;

/// What columns are called in English, German and Finnish.
class RoleNames {
 public:
  RoleNames();

  /// All roles that the name may mean, the surest first; what it means depends on the kind of the file.
  std::vector<NamedRole> find(const ColumnName& name) const;

 private:
  struct Entry {
    std::uint64_t name = 0;  ///< the hash of the plain name: thousands of texts would take longer than all else
    NamedRole role = {};
  };
  std::vector<Entry> entries_;  ///< by rank
};

}  // namespace kirnu
