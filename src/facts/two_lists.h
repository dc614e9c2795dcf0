#pragma once
#include "facts/column_facts.h"

namespace kirnu {

/// Whether a table is two columns of the same customers side by side, under years or the like or without names.
bool are_two_lists(const TableFacts& table, const TableHead& head);

}  // namespace kirnu
