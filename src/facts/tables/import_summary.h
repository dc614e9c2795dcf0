#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "facts/tables/role.h"
#include "table/field_counts.h"

namespace kirnu {

struct ImportColumn {
  std::string name = {};
  Role role = Role::Ignore;
  std::string style = {};              ///< "decimal comma", "calendar dmy", …; empty: text
  std::vector<Role> suggestions = {};  ///< of a column without a role
};

/// Something taken for granted that a person may want to overrule.
struct Assumption {
  std::string code = {};
  std::vector<IssueValue> values = {};
};

struct RejectedRow {
  std::int64_t row = 0;
  std::int64_t line = 0;
  std::string column = {};
  IssueCode code = IssueCode::NumberUnreadable;
  std::string raw = {};  ///< at most 200 bytes
};

/// How a file was understood. accepted + rejected + blank + skipped = rows.
struct ImportSummary {
  std::int64_t rows = 0, accepted = 0, rejected = 0, blank = 0, skipped = 0;
  std::string encoding = {};
  std::string delimiter = {};
  bool header = false;
  std::optional<FieldCounts> counts = {};  ///< where they were asked for
  std::string source = {};                 ///< id of a known export, or empty
  std::vector<ImportColumn> columns = {};
  std::string event_value = {};                ///< of a survival table: the cell that means "left"
  std::vector<std::string> event_values = {};  ///< and what else it may be
  std::vector<Assumption> assumptions = {};
};

}  // namespace kirnu
