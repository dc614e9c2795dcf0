#pragma once
#include <string_view>

#include "facts/import_plan.h"

namespace kirnu {

/// What an import would make of a text.
inline ImportPlan plan_of(std::string_view bytes, const ImportChoice& choice = {}) {
  TableReader reader(
      choice.table, [](const TableHead&) {}, TableReader::OnRow([](const TableRow&) {}));
  reader.feed(bytes);
  reader.finish();
  return make_import_plan(reader.head(), choice);
}

}  // namespace kirnu
