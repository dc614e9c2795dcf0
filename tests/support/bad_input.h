#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/json.h"

namespace kirnu {

/// One case of tests/inputs: what somebody brings, and what must come of it. tests/inputs/README.md says what its keys
/// mean.
struct BadInput {
  std::string name;
  std::vector<std::pair<std::string, std::string>> set;  ///< --set keys
  std::vector<TestJson> files;                           ///< their bytes, as the table describes them
  std::string file_name;
  TestJson about;  ///< the case as it stands in the table
  TestJson expect;
};

/// The parts of the table, each a file of tests/inputs.
inline constexpr const char* kInputTables[] = {"files", "csv", "numbers", "dates", "meaning", "security"};

/// The cases of a part, in its order. Those without files are Actions.
std::vector<BadInput> read_bad_inputs(const std::string& table);

/// Hands on described bytes in parts until nobody wants more; tells how many were taken. What is repeated comes once
/// for each time.
std::size_t stream(const TestJson& bytes, const std::string& encoding,
                   const std::function<bool(std::string_view)>& take);

/// All of them in one piece.
std::string bytes_of(const TestJson& bytes, const std::string& encoding);

/// How the bytes of a case's texts are encoded.
std::string encoding_of(const BadInput& input);

/// What a report JSON lacks or has too much, one line each; empty when all is as expected.
std::string input_mismatches(const TestJson& expect, const TestJson& report);

}  // namespace kirnu
