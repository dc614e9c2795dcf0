#include "base/issue.h"
#include "support/source_file.h"

#include <gtest/gtest.h>

#include <iterator>
#include <set>
#include <string>

namespace kirnu {
namespace {

constexpr IssueCode kLastCode = IssueCode::SettingUnreadable;

std::vector<IssueCode> all_codes() {
  std::vector<IssueCode> codes;
  for (int code = 0; code <= static_cast<int>(kLastCode); ++code) codes.push_back(static_cast<IssueCode>(code));
  return codes;
}

TEST(IssueCodes, HaveUniqueSnakeCaseNames) {
  std::set<std::string_view> names;
  for (const IssueCode code : all_codes()) {
    const std::string_view name = issue_code_name(code);
    EXPECT_FALSE(name.empty()) << static_cast<int>(code);
    EXPECT_TRUE(names.insert(name).second) << name;
    for (const char c : name) EXPECT_TRUE((c >= 'a' && c <= 'z') || c == '_') << name;
  }
}

TEST(IssueCodes, AreNamedAfterTheirMeaning) {
  EXPECT_EQ(issue_code_name(IssueCode::NewNeeded), "new_needed");
  EXPECT_EQ(issue_code_name(IssueCode::LeftAndReturnedOverKept), "left_and_returned_over_kept");
  EXPECT_EQ(issue_code_name(IssueCode::StateUnreadable), "state_unreadable");
}

std::string severity_word(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Question: return "question";
    case Severity::Error: return "error";
  }
  return "";
}

TEST(IssueCodes, AreAllDocumentedWithTheirSeverity) {
  const std::string page = read_source("docs/issues.md");
  for (const IssueCode code : all_codes()) {
    const std::string row =
        "| `" + std::string(issue_code_name(code)) + "` | " + severity_word(issue_severity(code)) + " |";
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

TEST(IssueCodes, AreSaidInEveryLanguage) {
  for (const char* language : {"en", "de", "fi"}) {
    const std::string words = read_source("assets/strings/" + std::string(language) + ".json");
    for (const IssueCode code : all_codes()) {
      const std::string key = "\"issue." + std::string(issue_code_name(code)) + "\":";
      EXPECT_NE(words.find(key), std::string::npos) << language << " " << key;
    }
  }
}

TEST(MakeIssue, CarriesSeverityFieldAndValues) {
  const Issue issue = make_issue(IssueCode::LostOverStart, "lost", {{"lost", 11.0}, {"start", 10.0}});
  EXPECT_EQ(issue.severity, Severity::Error);
  EXPECT_EQ(issue.field, "lost");
  EXPECT_EQ(issue.count, 1);
  ASSERT_EQ(issue.values.size(), 2U);
  EXPECT_EQ(issue.values[1].name, "start");
  EXPECT_EQ(std::get<double>(issue.values[1].value), 10);
}

TEST(Severity, TellsWhetherThereIsAnAnswer) {
  EXPECT_EQ(issue_severity(IssueCode::ThousandsAssumed), Severity::Note);
  EXPECT_EQ(issue_severity(IssueCode::GrossNewShown), Severity::Warning);
  EXPECT_EQ(issue_severity(IssueCode::MoreNeeded), Severity::Question);
  EXPECT_EQ(issue_severity(IssueCode::NewNeeded), Severity::Error);
}

}  // namespace
}  // namespace kirnu
