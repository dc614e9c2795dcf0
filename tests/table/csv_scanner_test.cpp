#include "table/csv_scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kirnu {
namespace {

using namespace std::string_literals;

/// A row as text, so that two scans can be compared whole.
std::string describe(const CsvRow& row) {
  std::string text = std::to_string(row.line) + "@" + std::to_string(row.offset);
  for (const std::string_view field : row.fields) text += " [" + std::string(field) + "]";
  if (row.blank) text += " blank";
  if (row.stray_quote) text += " stray";
  if (row.has_nul) text += " nul";
  if (row.flaw) text += " " + std::string(issue_code_name(*row.flaw));
  return text;
}

struct Scan {
  std::vector<std::string> rows;
  bool end_mark = false;
  std::optional<CsvError> error;
};

Scan scan(const CsvSyntax& syntax, const std::vector<std::string>& parts) {
  Scan result;
  CsvScanner scanner(syntax, [&](const CsvRow& row) { result.rows.push_back(describe(row)); });
  for (const std::string& part : parts) scanner.feed(std::string(part));
  scanner.finish();
  result.end_mark = scanner.end_mark();
  result.error = scanner.error();
  return result;
}

CsvSyntax delimited(std::string delimiter) {
  return {.separation = Separation::Text, .delimiter = std::move(delimiter)};
}

struct Case {
  CsvSyntax syntax;
  std::string text;
  std::vector<std::string> rows;
};

std::vector<Case> cases() {
  CsvSyntax single = delimited(",");
  single.quote = '\'';
  CsvSyntax backslash = delimited(",");
  backslash.backslash_escapes = true;
  CsvSyntax spaced = delimited(",");
  spaced.spaces_before_quotes = true;
  return {
      {delimited(","), "", {}},
      {delimited(","), "a,b\n1,2\n", {"1@0 [a] [b]", "2@4 [1] [2]"}},
      {delimited(","), "a,b\r\n1,2", {"1@0 [a] [b]", "2@5 [1] [2]"}},
      {delimited(","), "a,b\r1,2\r", {"1@0 [a] [b]", "2@4 [1] [2]"}},
      {delimited(","), "a\r\nb\nc\rd", {"1@0 [a]", "2@3 [b]", "3@5 [c]", "4@7 [d]"}},
      {delimited(","), "a\n\r\n  \nb", {"1@0 [a]", "2@2 [] blank", "3@4 [  ] blank", "4@7 [b]"}},
      {delimited(","), "a,\n,b\n,", {"1@0 [a] []", "2@3 [] [b]", "3@6 [] []"}},
      {delimited(","), "\"a,b\",\"c \"\"d\"\"\"\n", {"1@0 [a,b] [c \"d\"]"}},
      {delimited(","), "\"a\r\nb\nc\rd\",e\nf", {"1@0 [a\r\nb\nc\rd] [e]", "5@13 [f]"}},
      {delimited(","), "\"\",\"\"\"\"\n", {"1@0 [] [\"]"}},
      {delimited(","), "\"a\"  ,b\n", {"1@0 [a] [b]"}},
      {delimited(","), "u\"v,5\" tv\n", {"1@0 [u\"v] [5\" tv] stray"}},
      {delimited(","), "\"a\"b,c\nd\n", {"1@0 [\"a\"b] [c] text_after_quote", "2@7 [d]"}},
      {delimited(","), "a\0b,c\n"s, {"1@0 [a\0b] [c] nul"s}},
      {delimited("\t"), "a\t\"b\"\t\n", {"1@0 [a] [b] []"}},
      {delimited("||"), "a||b|c||\"d||e\"\n||", {"1@0 [a] [b|c] [d||e]", "2@15 [] []"}},
      {delimited(", "), "a, b,c, \"d, e\"\n", {"1@0 [a] [b,c] [d, e]"}},
      {delimited("||"), "a|", {"1@0 [a|]"}},
      {single, "'a,b','it''s',\"c\"\n", {"1@0 [a,b] [it's] [\"c\"]"}},
      {backslash, "\"a\\\"b\",\"c\\\\\",\"d\\ne\",f\\g\n", {"1@0 [a\"b] [c\\] [d\ne] [f\\g]"}},
      {delimited(","), "a, \"b\"\n", {"1@0 [a] [ \"b\"] stray"}},
      {spaced, "a,  \"b, \"\"c\"\"\" , d,\"e\", \n", {"1@0 [a] [b, \"c\"] [ d] [e] [ ]"}},
      {spaced, " \"a\" b, c\n", {"1@0 [\"a\" b] [ c] text_after_quote"}},
      {delimited(","), "=\"007\",\"=\"\"1,5\"\"\"\n", {"1@0 [=\"007\"] [=\"1,5\"]"}},
      {{.separation = Separation::Aligned},
       "  Jan 2024   1 500  30 \nx\n",
       {"1@0 [Jan 2024] [1 500] [30]", "2@24 [x]"}},
      {{.separation = Separation::Spaces}, " 00001 19970101  1\t11.77\n", {"1@0 [00001] [19970101] [1] [11.77]"}},
      {{.separation = Separation::Spaces}, "\"1\" 5 \"a b\" \"\" c\"d\n", {"1@0 [1] [5] [a b] [] [c\"d]"}},
      {{.separation = Separation::None}, "\"a;\"\"b\",\"\n", {"1@0 [\"a;\"\"b\",\"] text_after_quote"}},
      {{.separation = Separation::None}, "\"a,\nb\"\nc\n", {"1@0 [a,\nb]", "3@7 [c]"}},
      {{.separation = Separation::None, .quote = 0},
       "Müller, \"Hans\"; a\nb\r\n",
       {"1@0 [Müller, \"Hans\"; a]", "2@19 [b]"}},
  };
}

TEST(CsvScanner, BringsRowsWithTheirPlaces) {
  for (const Case& c : cases()) {
    const Scan result = scan(c.syntax, {c.text});
    EXPECT_EQ(result.rows, c.rows) << c.text;
    EXPECT_FALSE(result.error) << c.text;
  }
}

TEST(CsvScanner, BringsTheSameRowsForAnySplit) {
  for (const Case& c : cases()) {
    for (std::size_t first = 0; first <= c.text.size(); ++first) {
      for (std::size_t second = first; second <= c.text.size(); ++second) {
        const Scan result =
            scan(c.syntax, {c.text.substr(0, first), c.text.substr(first, second - first), c.text.substr(second)});
        ASSERT_EQ(result.rows, c.rows) << c.text << ' ' << first << ' ' << second;
      }
    }
    std::vector<std::string> bytes;
    for (const char byte : c.text) bytes.emplace_back(1, byte);
    EXPECT_EQ(scan(c.syntax, bytes).rows, c.rows) << c.text;
  }
}

TEST(CsvScanner, LeavesOutACtrlZAtTheEnd) {
  for (const std::string text : {"a,b\n1,2\n\x1A", "a,b\n1,2\x1A", "a,b\n1,2\r\n\x1A\x1A"}) {
    for (std::size_t split = 0; split <= text.size(); ++split) {
      const Scan result = scan(delimited(","), {text.substr(0, split), text.substr(split)});
      EXPECT_THAT(result.rows, testing::ElementsAre("1@0 [a] [b]", "2@4 [1] [2]")) << text << split;
      EXPECT_TRUE(result.end_mark);
    }
  }
}

TEST(CsvScanner, NamesTheLineOfAQuoteThatIsNeverClosed) {
  const std::string text = "a,b\n1,2\n3,\"x\n4,5\n6,7\n";
  for (std::size_t split = 0; split <= text.size(); ++split) {
    const Scan result = scan(delimited(","), {text.substr(0, split), text.substr(split)});
    ASSERT_TRUE(result.error);
    EXPECT_EQ(result.error->code, IssueCode::QuoteUnclosed);
    EXPECT_EQ(result.error->line, 3);
    EXPECT_EQ(result.error->offset, 10U);
    EXPECT_EQ(result.rows.size(), 2U);
  }
}

TEST(CsvScanner, StopsAtAQuoteThatSwallowsTheFile) {
  std::int64_t rows = 0;
  CsvScanner scanner(delimited(","), [&](const CsvRow&) { ++rows; });
  EXPECT_TRUE(scanner.feed("a,b\n1,\""));
  const std::string chunk(1U << 20U, '\n');
  int fed = 0;
  while (scanner.feed(chunk) && fed < 100) ++fed;
  EXPECT_LE(fed, 16);
  EXPECT_EQ(rows, 1);
  EXPECT_EQ(scanner.error()->code, IssueCode::QuoteUnclosed);
  EXPECT_EQ(scanner.error()->line, 2);
  EXPECT_FALSE(scanner.finish());
}

TEST(CsvScanner, StopsAtALineThatNeverEnds) {
  CsvScanner scanner(delimited(","), [](const CsvRow&) {});
  const std::string chunk(5U << 20U, 'x');
  int fed = 0;
  while (scanner.feed(chunk) && fed < 100) ++fed;
  EXPECT_EQ(fed, 3);
  EXPECT_EQ(scanner.error()->code, IssueCode::LineTooLong);
  EXPECT_EQ(scanner.error()->line, 1);
}

TEST(CsvScanner, RejectsARowWithAFieldOrWithFieldsBeyondTheLimit) {
  std::vector<std::optional<IssueCode>> flaws;
  std::size_t most = 0;
  CsvScanner scanner(delimited(","), [&](const CsvRow& row) {
    flaws.push_back(row.flaw);
    most = std::max(most, row.fields.size());
  });
  scanner.feed(std::string(kLongestField, 'x') + ",1\n");
  scanner.feed(std::string(kLongestField + 1, 'x') + ",1\n");
  scanner.feed(std::string(kMostColumns - 1, ',') + "\n");
  scanner.feed(std::string(kMostColumns, ',') + "\n1,2\n");
  scanner.finish();
  EXPECT_THAT(flaws, testing::ElementsAre(std::nullopt, IssueCode::FieldTooLong, std::nullopt,
                                          IssueCode::TooManyColumns, std::nullopt));
  EXPECT_EQ(most, kMostColumns);
}

}  // namespace
}  // namespace kirnu
