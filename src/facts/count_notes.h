#pragma once
#include <span>
#include <vector>

#include "base/issue.h"
#include "facts/import_summary.h"

namespace kirnu {

/// Says what columns of a table of counts say beside their numbers: that the lost follow from who was kept, and which
/// columns do not count beside the actual ones.
void add_count_notes(std::span<const ImportColumn> columns, std::vector<Issue>& issues);

}  // namespace kirnu
