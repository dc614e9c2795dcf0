#pragma once
#include <cstdint>
#include <string_view>

namespace kirnu {

/// What stands in a file, cell by cell: the quotes around a field are none of its characters, two that stand for one
/// are one.
struct FieldCounts {
  std::int64_t fields = 0;
  std::int64_t characters = 0;  ///< Unicode code points
};

/// Code points of whole rows as they stand in a file, but for the quotes (0: none) that only enclose or double: these
/// must open and close where they should, as in the texts that RowIndex finds.
std::int64_t count_unquoted_characters(std::string_view rows, char quote);

}  // namespace kirnu
