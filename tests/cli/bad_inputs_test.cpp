#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/command.h"
#include "support/bad_input.h"

/// The table of tests/inputs through `kirnu read`: what each cell is.
namespace kirnu {
namespace {

/// A case's first file on disk, while it lives.
class InputFile {
 public:
  explicit InputFile(const BadInput& input)
      : path_(std::filesystem::path(testing::TempDir()) / ("kirnu_" + input.name)), set_(input.set) {
    std::ofstream(path_, std::ios::binary) << bytes_of(input.files[0], encoding_of(input));
  }
  ~InputFile() { std::filesystem::remove(path_); }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  Ran read(const std::string& format) const {
    std::vector<std::string> arguments{"read", path_.string(), "--format", format, "--typed"};
    for (const auto& [key, value] : set_) arguments.insert(arguments.end(), {"--set", key + "=" + value});
    return run(arguments);
  }

 private:
  std::filesystem::path path_;
  std::vector<std::pair<std::string, std::string>> set_;
};

/// Whether a row that was rejected is as told.
bool has_rejected(const TestJson& rows, const TestJson& wanted) {
  for (const TestJson& row : rows) {
    bool same = true;
    for (const auto& [key, value] : wanted.items()) same = same && row.contains(key) && row[key] == value;
    if (same) return true;
  }
  return false;
}

void check_cells(const InputFile& file, const TestJson& expect) {
  const Ran ran = file.read("json");
  const std::size_t begin = ran.output.find("{\"import\"");  // a refusal may come before it
  ASSERT_NE(begin, std::string::npos) << ran.output.substr(0, 2000);
  const TestJson found =
      TestJson::parse(ran.output.substr(begin, ran.output.find('\n', begin) - begin), nullptr, false);
  ASSERT_FALSE(found.is_discarded()) << ran.output.substr(0, 2000);
  for (const char* part : {"rows", "typed"}) {
    if (!expect.contains(part)) continue;
    EXPECT_EQ(found[part], expect[part]);
  }
  for (const TestJson& wanted : expect.value("rejected", TestJson::array()))
    EXPECT_TRUE(has_rejected(found["rejected"], wanted)) << wanted << " in " << found["rejected"];
}

/// Read, or refused with a reason, and nothing else.
void check_status(const InputFile& file) {
  for (const char* format : {"text", "csv"}) {
    const Ran ran = file.read(format);
    EXPECT_TRUE(ran.status == 0 || ran.status == 1) << ran.status;
    EXPECT_TRUE(ran.status == 0 || !ran.output.empty());
  }
}

/// Large files and questions beyond reading are left to the engine.
bool is_read(const BadInput& input) {
  constexpr std::size_t kLargest = 2U << 20U;
  const bool odd = input.files.empty() || input.about.contains("stops_within") || input.about.value("slow", false);
  const bool asks = input.about.value("set", TestJson::object()).contains("as_of");
  return !odd && !asks && bytes_of(input.files[0], encoding_of(input)).size() <= kLargest;
}

class ReadInputs : public testing::TestWithParam<const char*> {};

TEST_P(ReadInputs, HaveTheCellsThatTheTableSays) {
  for (const BadInput& input : read_bad_inputs(GetParam())) {
    if (!is_read(input)) continue;
    SCOPED_TRACE(input.name);
    const InputFile file(input);
    check_cells(file, input.expect);
    check_status(file);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, ReadInputs, testing::ValuesIn(kInputTables),
                         [](const testing::TestParamInfo<const char*>& table) { return table.param; });

}  // namespace
}  // namespace kirnu
