#include "table/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "table/comment_rows.h"

namespace kirnu {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;

struct Table {
  std::vector<std::string> names;
  std::vector<std::string> rows;
  TableHead head;
  TableSummary summary;
  bool good = false;
};

std::string describe(const TableRow& row) {
  std::string text = std::to_string(row.row) + "/" + std::to_string(row.line) + "@" + std::to_string(row.byte);
  for (const std::string_view cell : row.cells) text += " [" + std::string(cell) + "]";
  return text + (row.damaged ? " damaged" : "");
}

Table read(const std::vector<std::string>& parts, const TableChoice& choice = {}) {
  Table table;
  TableReader reader(
      choice, [&](const TableHead& head) { table.names = head.names; },
      [&](const TableRow& row) { table.rows.push_back(describe(row)); });
  bool good = true;
  for (const std::string& part : parts) good = reader.feed(std::string(part)) && good;
  table.good = reader.finish() && good;
  table.head = reader.head();
  table.summary = reader.summary();
  return table;
}

std::vector<std::string> codes(const Table& table) {
  std::vector<std::string> names;
  for (const Issue& issue : table.summary.issues) names.emplace_back(issue_code_name(issue.code));
  return names;
}

void expect_sum(const TableSummary& summary) {
  EXPECT_EQ(summary.delivered + summary.rejected + summary.blank + summary.skipped(), summary.rows);
}

const std::string kMessy =
    "\xEF\xBB\xBFUmsatz 2024\r\n"
    "\r\n"
    "\"Kunde\";Betrag;Betrag;;\r\n"
    "\"Müller; Söhne\";1,5;2,5\r\n"
    "Ääkkönen;3,5;4,5;;\r\n"
    ";;\r\n"
    "kurz;5,5\r\n"
    "lang;1;2;3;4;5\r\n"
    "\"x\"y;1;2\r\n"
    "Kunde;Betrag;Betrag\r\n"
    "Summe;10,5;7,0\r\n";

TEST(TableReader, AccountsForEveryRow) {
  const Table table = read({kMessy});
  EXPECT_TRUE(table.good);
  EXPECT_THAT(table.names, ElementsAre("Kunde", "Betrag", "Betrag (2)"));
  EXPECT_THAT(table.rows, ElementsAre("1/4@43 [Müller; Söhne] [1,5] [2,5]", "2/5@70 [Ääkkönen] [3,5] [4,5]",
                                      "3/7@97 [kurz] [5,5] []"));
  EXPECT_EQ(table.summary.rows, 10);
  expect_sum(table.summary);
  EXPECT_EQ(table.summary.delivered, 3);
  EXPECT_EQ(table.summary.rejected, 2);
  EXPECT_EQ(table.summary.blank, 2);
  EXPECT_EQ(table.summary.preamble, 1);
  EXPECT_EQ(table.summary.totals, 1);
  EXPECT_EQ(table.summary.repeated_headers, 1);
  EXPECT_EQ(table.summary.short_rows, 1);
  EXPECT_THAT(codes(table),
              ElementsAre("row_too_short", "row_too_long", "text_after_quote", "header_repeated", "total_row_skipped"));
}

/// Texts that exercise decoder, dialect and scanner together.
std::vector<std::string> samples() {
  return {
      kMessy,
      "id,name\n1,\"a\"\"b\"\n2,\"c\r\nd\"\n",
      "sep=;\r\nKunde;Betrag\r\nA;1,5\r\n",
      "\xFF\xFEK\0\t\0B\0\r\0\n\0\xE4\0\t\0"
      "1\0\r\0\n\0"s,
      "Kunde;Betrag\nM\xFCller \x80;1,5\nJ\xE4rvi;2\n",
      "a,b\nx\xFFy,1\nä,2\nö,3\nü,\xC3",
      "id\rA\rB\r",
      "a||b\n1||2\n|\n",
      "a,b\n1,2\n\x1A",
      "a,b\n1,\"2\n",
      "a,b\n1\0,2\n"s,
      "A",
      "",
  };
}

TEST(TableReader, GivesTheSameForAnySplitOfTheBytes) {
  for (const std::string& text : samples()) {
    const Table whole = read({text});
    for (std::size_t split = 0; split <= text.size(); ++split) {
      const Table table = read({text.substr(0, split), text.substr(split)});
      ASSERT_EQ(table.names, whole.names) << text << split;
      ASSERT_EQ(table.rows, whole.rows) << text << split;
      ASSERT_EQ(codes(table), codes(whole)) << text << split;
      ASSERT_EQ(table.good, whole.good) << text << split;
      ASSERT_EQ(table.summary.rows, whole.summary.rows) << text << split;
    }
    expect_sum(whole.summary);
  }
}

/// Long enough that the first 256 KiB end inside it; rows of every kind come again and again.
TEST(TableReader, GivesTheSameForAnyChunksOfALongFile) {
  std::string text = "Kunde;Notiz;Betrag\r\n";
  for (int i = 0; text.size() < 400'000; ++i) {
    text += "K" + std::to_string(i) + ";\"Größe \"\"" + std::to_string(i % 7) + "\"\"\r\nZeile\";" + std::to_string(i) +
            ",5\r\n";
    if (i % 50 == 0) text += "zu;viele;Felder;hier\r\n\r\nkurz\r\n\xFF;x;1\r\n";
  }
  const Table whole = read({text});
  EXPECT_TRUE(whole.good);
  EXPECT_EQ(whole.head.sample.size(), kSampleRows);
  expect_sum(whole.summary);
  for (const std::size_t size : {1U, 1000U, 262144U, 262145U}) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < text.size(); begin += size) parts.push_back(text.substr(begin, size));
    const Table table = read(parts);
    EXPECT_EQ(table.rows, whole.rows) << size;
    EXPECT_EQ(table.summary.rejected, whole.summary.rejected) << size;
    EXPECT_EQ(table.summary.invalid_bytes, whole.summary.invalid_bytes) << size;
  }
  const std::string& last = whole.rows.back();
  const std::size_t at = std::stoul(last.substr(last.find('@') + 1));
  EXPECT_EQ(text.substr(at, 1), "K");
  EXPECT_EQ(last.substr(last.find('['), 3), "[" + text.substr(at, 2));
}

TEST(TableReader, RefusesWhatIsNoTable) {
  struct Case {
    std::string bytes;
    IssueCode code;
  };
  const std::vector<Case> cases{
      {"", IssueCode::FileEmpty},
      {"\xEF\xBB\xBF", IssueCode::FileEmpty},
      {"\xFF\xFE\n\0"s, IssueCode::FileEmpty},
      {"\n\r\n  \n", IssueCode::FileEmpty},
      {"%PDF-1.7\n...", IssueCode::FileKindWrong},
      {"<!doctype html><p>503", IssueCode::FileKindWrong},
      {"[{\"id\":1}]", IssueCode::FileKindWrong},
      {"\xFF\xFE[\0{\0}\0"s, IssueCode::FileKindWrong},
      {"a,b\n1,\"2\n", IssueCode::QuoteUnclosed},
      {"a" + std::string(kMostColumns, ',') + "\n1\n", IssueCode::TooManyColumns},
      {std::string(kMostColumns, ',') + "1\n1\n", IssueCode::TooManyColumns},
  };
  for (const Case& c : cases) {
    const Table table = read({c.bytes});
    EXPECT_FALSE(table.good) << c.bytes.substr(0, 20);
    ASSERT_FALSE(table.summary.issues.empty()) << c.bytes.substr(0, 20);
    EXPECT_EQ(issue_code_name(table.summary.issues.back().code), issue_code_name(c.code)) << c.bytes.substr(0, 20);
    EXPECT_EQ(table.summary.issues.back().severity, Severity::Error);
    EXPECT_TRUE(table.rows.empty());
  }
}

TEST(TableReader, ReadsAHeaderWithoutRows) {
  const Table table = read({"id;name\n"});
  EXPECT_TRUE(table.good);
  EXPECT_THAT(table.names, ElementsAre("id", "name"));
  EXPECT_THAT(codes(table), ElementsAre("table_empty"));
}

TEST(TableReader, TellsHowTheBytesWereRead) {
  const Table windows = read({"Kunde;Betrag\nM\xFCller \x80 \x96;1,5\n"});
  EXPECT_THAT(windows.rows, ElementsAre("1/2@13 [Müller € –] [1,5]"));
  EXPECT_EQ(windows.head.encoding.encoding, Encoding::Windows1252);
  EXPECT_THAT(codes(windows), ElementsAre("encoding_guessed"));

  const Table utf16 =
      read({"K\0\t\0B\0\n\0\xFC\0\t\0"
            "1\0\n\0\xE4\0\t\0"
            "2\0\n\0"s});
  EXPECT_THAT(utf16.rows, ElementsAre("1/2@8 [ü] [1]", "2/3@16 [ä] [2]"));
  EXPECT_EQ(utf16.head.encoding.reason, EncodingReason::ZeroPattern);

  const Table chosen = read({"Kunde;Betrag\nM\xFCller \xA4;1\n"}, {.encoding = Encoding::Iso8859_15});
  EXPECT_THAT(chosen.rows, ElementsAre("1/2@13 [Müller €] [1]"));
  EXPECT_TRUE(codes(chosen).empty());
}

TEST(TableReader, MarksRowsWhoseBytesWereBroken) {
  const Table table = read({"a,b\nä,1\nö,2\nx\xFF,3\nü,4\nn\0,5\nö,\xC3"s});
  EXPECT_THAT(table.rows, ElementsAre("1/2@4 [ä] [1]", "2/3@9 [ö] [2]", "3/4@14 [x\uFFFD] [3] damaged",
                                      "4/5@19 [ü] [4]", "5/6@24 [n\0] [5] damaged"s, "6/7@29 [ö] [\uFFFD] damaged"));
  EXPECT_EQ(table.summary.invalid_bytes, 2);
  EXPECT_EQ(table.summary.first_invalid_byte, 15U);
}

TEST(TableReader, NamesEveryColumn) {
  struct Case {
    std::string text;
    std::vector<std::string> names;
  };
  const std::vector<Case> cases{
      {"a,a,a\n1,2,3\n", {"a", "a (2)", "a (3)"}},
      {"a,a (2),a\n1,2,3\n", {"a", "a (2)", "a (3)"}},
      {"a,,c\n1,2,3\n", {"a", "column 2", "c"}},
      {"a,b\n1,2,3\n4,5,6\n", {"a", "b", "column 3"}},
      {"\" a\nb \",\"c \"\"d\"\"\"\n1,2\n", {"a b", "c \"d\""}},
      {"__proto__,constructor\n1,2\n", {"__proto__", "constructor"}},
      {"1,2\n3,4\n", {"column 1", "column 2"}},
  };
  for (const Case& c : cases) EXPECT_EQ(read({c.text}).names, c.names) << c.text;
}

TEST(TableReader, KeepsACustomerWhoseNameIsTotal) {
  const Table table = read({"id,name,plan\n1,Total,pro\n2,Summe,basic\nTotal,,9\n"});
  EXPECT_EQ(table.summary.delivered, 2);
  EXPECT_EQ(table.summary.totals, 1);
}

TEST(TableReader, KnowsNotesBelowATable) {
  for (const char* note : {"Seite 1 von 2", "Page 1 of 2", "Sivu 1/2", "Stand: 31.12.2023", "Stand 31.12.2023",
                           "Anzahl: 8", "Anzahl Kunden: 8", "Asiakkaita yhteensä: 8", "Quelle: Kasse",
                           "Lähde: Procountor", "Erstellt am 03.01.2024 von Petra", "Tulostettu 3.1.2024",
                           "Raportti luotu: 2.1.2024 klo 9.15", "Yhteensä 5 asiakasta", "* vorläufig"})
    EXPECT_TRUE(begins_footnote(note)) << note;
  for (const char* customer : {"Stand GmbH", "Seite 1 Verlag", "Page Jimmy", "Quelle", "Anzahl", "Source Code Oy",
                               "Date Palms Ltd", "Meier: Lager 3", "Summe", "*Stern*", "Herr Stand 5", "1001"})
    EXPECT_FALSE(begins_footnote(customer)) << customer;
}

TEST(TableReader, LeavesOutTotalsAndNotesAsSuch) {
  const Table table = read({"Kunde;Umsatz\nAal;1\nSumme:;1\nYht.;1\nStand:;31.12.2023\nSeite 1 von 2\nTotal;x\n"});
  EXPECT_EQ(table.summary.delivered, 2);
  EXPECT_EQ(table.summary.totals, 2);
  EXPECT_EQ(table.summary.preamble, 2);
}

TEST(TableReader, LeavesOutTotalsOfAnyCurrency) {
  for (const char* total : {"Summe CHF", "Total USD", "Total $", "Summe (EUR)", "Yhteensä SEK", "Kunden gesamt"}) {
    const Table table = read({"Kunde;Umsatz\nAal;1\nBär;2\n" + std::string(total) + ";3\n"});
    EXPECT_EQ(table.summary.totals, 1) << total;
  }
}

TEST(TableReader, KnowsTotalsAndNotesThatAreFormulasInAnyChunks) {
  const std::string text = "id;n\n=\"007\";1\n=\"008\";2\n=\"Summe\";3\n\"=\"\"Total\"\"\";3\n=\"Seite 1\";\n";
  std::vector<std::string> bytes;
  for (const char c : text) bytes.emplace_back(1, c);
  for (const Table& table : {read({text}), read(bytes)}) {
    EXPECT_EQ(table.summary.delivered, 2);
    EXPECT_EQ(table.summary.totals, 2);
    EXPECT_EQ(table.summary.preamble, 1);
  }
}

TEST(TableReader, KeepsTextExactly) {
  const Table table = read({"id,n\n00123,1\n 12345678901234567890 ,2\n'7210448301122,3\n%s%n##x,4\n"});
  EXPECT_THAT(table.rows, ElementsAre("1/2@5 [00123] [1]", "2/3@13 [ 12345678901234567890 ] [2]",
                                      "3/4@38 ['7210448301122] [3]", "4/5@55 [%s%n##x] [4]"));
}

TEST(TableReader, TakesATextOutOfItsFormula) {
  const Table table = read({"=\"id\",n\n=\"007\",\"=\"\"1,5\"\"\"\n=A1,=\"a\"&\"b\"\n=\"\",=\"\n"});
  EXPECT_THAT(table.names, ElementsAre("id", "n"));
  EXPECT_THAT(table.rows, ElementsAre("1/2@8 [007] [1,5]", "2/3@26 [=A1] [=\"a\"&\"b\"]", "3/4@39 [] [=\"]"));
  EXPECT_EQ(table.summary.stray_quotes, 0);
}

TEST(TableReader, CutsWhatItKeepsOfARejectedRowBetweenCharacters) {
  std::string row;
  while (row.size() < 300) row += "ä";
  const Table table = read({"a,b\n1,2\n3,4\n" + row + ",2,3\n"});
  ASSERT_EQ(table.summary.rejections.size(), 1U);
  EXPECT_EQ(table.summary.rejections[0].row, 3);
  EXPECT_EQ(table.summary.rejections[0].line, 4);
  EXPECT_EQ(table.summary.rejections[0].code, IssueCode::RowTooLong);
  EXPECT_EQ(table.summary.rejections[0].raw, row.substr(0, 200));
}

TEST(TableReader, FindsTheSameDialectWhenTheHeaderIsLongerThanTheSample) {
  std::string header = "id", row = "1";
  for (int i = 0; i < 4000; ++i) {
    header += ";" + std::string(100, 'x') + std::to_string(i);
    row += ";1,5";
  }
  const Table table = read({header + "\n" + row + "\n"});
  EXPECT_TRUE(table.good);
  EXPECT_EQ(table.names.size(), 4001U);
  EXPECT_EQ(table.summary.delivered, 1);
  EXPECT_TRUE(table.head.dialect.header);
}

TEST(TableReader, GivesUpOnALineThatNeverEnds) {
  TableReader reader(
      {}, [](const TableHead&) {}, [](const TableRow&) {});
  const std::string chunk(1U << 20U, 'x');
  int fed = 0;
  while (reader.feed(chunk) && fed < 200) ++fed;
  EXPECT_LE(fed, 34);
  EXPECT_EQ(reader.summary().issues.back().code, IssueCode::LineTooLong);
  EXPECT_FALSE(reader.finish());
}

}  // namespace
}  // namespace kirnu
