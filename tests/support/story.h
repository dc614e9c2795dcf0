#pragma once
#include <string>
#include <utility>
#include <vector>

#include "support/json.h"

namespace kirnu {

/// One folder of tests/cases: what is asked and what must come out.
struct Story {
  std::string name;
  std::string language;
  std::vector<std::pair<std::string, std::string>> set;  ///< field id → text
  std::vector<std::pair<std::string, std::string>> ask;  ///< setting → value, once the table is there
  std::string table_path;                                ///< empty: no table
  std::string table;                                     ///< its bytes
  std::string table2_path;                               ///< of a later list; empty: there is none
  std::string table2;
  TestJson report;                                       ///< expectations, see tests/cases/README.md
  TestJson view;
};

/// All stories, by name.
std::vector<Story> read_stories();

/// Those of them that come with one table.
std::vector<Story> read_stories_with_tables();

/// What of the story's expectations a report JSON does not meet, one line each; empty when it meets all.
std::string report_mismatches(const Story& story, const std::string& report_json);

/// A file's bytes; empty when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace kirnu
