#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/command.h"
#include "support/bad_input.h"

/// The table of tests/inputs through `kirnu read`: what each cell is.
namespace kirnu {
namespace {

class ReadInputs : public testing::TestWithParam<BadInput> {
 protected:
  void SetUp() override {
    path_ = std::filesystem::path(testing::TempDir()) / ("kirnu_" + GetParam().name);
    std::ofstream(path_, std::ios::binary) << bytes_of(GetParam().files[0], encoding_of(GetParam()));
  }
  void TearDown() override { std::filesystem::remove(path_); }

  Ran read(const std::string& format) const {
    std::vector<std::string> arguments{"read", path_.string(), "--format", format, "--typed"};
    for (const auto& [key, value] : GetParam().set) arguments.insert(arguments.end(), {"--set", key + "=" + value});
    return run(arguments);
  }

  std::filesystem::path path_;
};

TEST_P(ReadInputs, HaveTheCellsThatTheTableSays) {
  const Json& expect = GetParam().expect;
  const Ran ran = read("json");
  const std::size_t begin = ran.output.find("{\"import\"");  // a refusal may come before it
  ASSERT_NE(begin, std::string::npos) << ran.output.substr(0, 2000);
  const std::string json = ran.output.substr(begin, ran.output.find('\n', begin) - begin);
  const Json found = Json::parse(json, nullptr, false);
  ASSERT_FALSE(found.is_discarded()) << ran.output.substr(0, 2000);
  for (const char* part : {"rows", "typed"}) {
    if (expect.contains(part)) {
      EXPECT_EQ(found[part], expect[part]);
    }
  }
  for (const Json& wanted : expect.value("rejected", Json::array())) {
    bool any = false;
    for (const Json& rejected : found["rejected"]) {
      bool same = true;
      for (const auto& [key, value] : wanted.items()) same = same && rejected.contains(key) && rejected[key] == value;
      any = any || same;
    }
    EXPECT_TRUE(any) << wanted << " in " << found["rejected"];
  }
}

TEST_P(ReadInputs, AreReadOrRefusedAndNothingElse) {
  for (const char* format : {"text", "csv"}) {
    const Ran ran = read(format);
    EXPECT_TRUE(ran.status == 0 || ran.status == 1) << ran.status;
    if (ran.status == 1) {
      EXPECT_NE(ran.output, "") << "a reason";
    }
  }
}

std::vector<BadInput> small_inputs() {
  constexpr std::size_t kLargest = 2U << 20U;
  std::vector<BadInput> inputs;
  for (BadInput& input : read_bad_inputs()) {
    const bool odd = input.files.empty() || input.about.contains("stops_within") || input.about.value("slow", false);
    const bool asks = input.about.value("set", Json::object()).contains("as_of");
    if (odd || asks || bytes_of(input.files[0], encoding_of(input)).size() > kLargest) continue;
    inputs.push_back(std::move(input));
  }
  return inputs;
}

INSTANTIATE_TEST_SUITE_P(Table, ReadInputs, testing::ValuesIn(small_inputs()),
                         [](const testing::TestParamInfo<BadInput>& input) { return input.param.name; });

}  // namespace
}  // namespace kirnu
