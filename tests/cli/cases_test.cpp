#include <gtest/gtest.h>

#include <regex>

#include "cli/command.h"
#include "support/story.h"

namespace kirnu {
namespace {

/// The story as a command line.
std::vector<std::string> arguments_of(const Story& story, const std::string& file) {
  const bool counts = story.table.empty();
  std::vector<std::string> arguments{counts ? "counts" : "report"};
  if (!counts) arguments.push_back(file);
  if (!story.table2_path.empty()) arguments.push_back(story.table2_path);
  for (const auto& [id, text] : story.set) {
    if (id == "period" && text == "none") continue;
    std::string flag = "--" + id;
    for (char& c : flag) c = c == '_' ? '-' : c;
    const bool setting = !counts || id == "definition";
    if (setting) arguments.insert(arguments.end(), {"--set", id + "=" + text});
    else arguments.insert(arguments.end(), {flag, text});
  }
  for (const auto& [id, text] : story.ask) arguments.insert(arguments.end(), {"--set", id + "=" + text});
  arguments.insert(arguments.end(), {"--lang", story.language});
  return arguments;
}

class CommandStories : public testing::TestWithParam<Story> {};

TEST_P(CommandStories, ComeOutAsTold) {
  std::vector<std::string> arguments = arguments_of(GetParam(), GetParam().table_path);
  arguments.insert(arguments.end(), {"--format", "json"});
  const Ran ran = run(arguments);
  const bool none = GetParam().report.contains("/error/code");
  EXPECT_EQ(ran.status, none ? 1 : 0) << ran.output;
  EXPECT_EQ(report_mismatches(GetParam(), ran.output), "");
}

class PipedStories : public testing::TestWithParam<Story> {};

TEST_P(PipedStories, ReadStandardInputToo) {
  std::vector<std::string> arguments = arguments_of(GetParam(), "-");
  arguments.insert(arguments.end(), {"--format", "json"});
  EXPECT_EQ(report_mismatches(GetParam(), run(arguments, GetParam().table_path).output), "");
}

TEST_P(CommandStories, NeverPrintNanOrBraces) {
  const std::string text = run(arguments_of(GetParam(), GetParam().table_path)).output;
  for (const char* never : {"NaN", "⟦", "{", "undefined"}) EXPECT_EQ(text.find(never), std::string::npos) << text;
  EXPECT_FALSE(std::regex_search(text, std::regex("\\b(nan|inf)\\b"))) << text;
}

INSTANTIATE_TEST_SUITE_P(Cases, PipedStories, testing::ValuesIn(read_stories_with_tables()),
                         [](const testing::TestParamInfo<Story>& story) { return story.param.name; });
INSTANTIATE_TEST_SUITE_P(Cases, CommandStories, testing::ValuesIn(read_stories()),
                         [](const testing::TestParamInfo<Story>& story) { return story.param.name; });

TEST(Command, SaysWhatItTakesWhenAskedForNothing) {
  EXPECT_EQ(run({}).status, 2);
  EXPECT_EQ(run({"--help"}).status, 0);
  EXPECT_EQ(run({"counts", "--begin", "5"}).status, 2);
  EXPECT_EQ(run({"counts", "--start"}).status, 2);
  EXPECT_EQ(run({"counts", "--start", "5", "--lost", "1", "--lang", "sv"}).status, 2);
  EXPECT_EQ(run({"counts", "--start", "5", "--lost", "1", "--period", "fortnight"}).status, 2);
  EXPECT_EQ(run({"report"}).status, 2);
  EXPECT_EQ(run({"report", "/no/such/file"}).status, 2);
  EXPECT_EQ(run({"report", "/dev/null"}).status, 1);
}

TEST(Command, SaysWhatIsWrongInTheReadersLanguage) {
  EXPECT_NE(run({"report", "/no/file", "--lang", "fi"}).output.find("Tiedostoa ”/no/file” ei voi lukea."),
            std::string::npos);
  EXPECT_NE(run({"counts", "--begin", "5", "--lang=de"}).output.find("Die Option „--begin“ gibt es nicht."),
            std::string::npos);
  EXPECT_NE(run({"counts", "--begin", "5"}).output.find("“--begin” is not a known option."), std::string::npos);
}

TEST(Command, ExplainsAMetricWithTheReadersNumbers) {
  const Ran ran =
      run({"counts", "--start", "1.500", "--lost", "250", "--lang", "de", "--explain", "customer_churn_rate"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.output.find("250 ÷ 1.500 = 16,67\u00A0%"), std::string::npos) << ran.output;
}

TEST(Command, WritesCsvThatASpreadsheetReads) {
  const Ran ran = run({"counts", "--start", "1500", "--lost", "250", "--format", "csv"});
  EXPECT_EQ(ran.output.substr(0, ran.output.find("\r\n")), "period,metric,value,numerator,denominator,low,high");
  EXPECT_NE(ran.output.find(",customer_churn_rate,0.166666666667,250,1500,0.148"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace kirnu
