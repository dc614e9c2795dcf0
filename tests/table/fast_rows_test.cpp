// The fast way through usual rows against the plain one, which knows all rules.
#include "table/fast_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "table/table_reader.h"

namespace kirnu {
namespace {

struct Row {
  std::int64_t row, line;
  std::uint64_t byte;
  std::vector<std::string> cells;
  std::string raw;
  friend bool operator==(const Row&, const Row&) = default;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << "row " << row.row << " line " << row.line << " byte " << row.byte << ":";
  for (const std::string& cell : row.cells) *out << " [" << cell << "]";
}

/// The characters of UTF-8: bytes that do not go on with one.
std::int64_t characters_of(std::string_view field) {
  return std::count_if(field.begin(), field.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

/// What the scanner alone finds in all rows but blank ones.
FieldCounts count_plainly(const std::string& text, const Dialect& dialect) {
  FieldCounts counts;
  RowSorter sorter(dialect);
  CsvScanner scanner(dialect.syntax, [&](const CsvRow& row) {
    if (sorter.sort(row) == RowClass::Blank) return;
    counts.fields += static_cast<std::int64_t>(row.fields.size());
    for (const std::string_view field : row.fields) counts.characters += characters_of(field);
  });
  scanner.feed(text);
  scanner.finish();
  return counts;
}

/// Scanner and sorter alone.
std::vector<Row> read_plainly(const std::string& text, const Dialect& dialect) {
  std::vector<Row> rows;
  RowSorter sorter(dialect);
  std::int64_t data_rows = 0;
  CsvScanner scanner(dialect.syntax, [&](const CsvRow& row) {
    const RowClass sorted = sorter.sort(row);
    if (sorted == RowClass::Flawed || sorted == RowClass::TooLong) ++data_rows;
    if (sorted != RowClass::Data && sorted != RowClass::Short) return;
    rows.push_back(
        {++data_rows, row.line, row.offset, {sorter.cells().begin(), sorter.cells().end()}, std::string(row.raw)});
  });
  scanner.feed(text);
  scanner.finish();
  return rows;
}

struct Read {
  std::vector<Row> rows;
  Dialect dialect;
  FieldCounts counts;
};

Read read_in_pieces(const std::string& text, std::size_t piece, char quote = '"') {
  Read read;
  TableChoice choice;
  choice.count_fields = true;
  choice.encoding = Encoding::Utf8;
  choice.dialect = {.delimiter = ",", .quote = quote, .header = true};
  TableReader reader(
      choice, [](const TableHead&) {}, TableReader::OnRow([&](const TableRow& row) {
        read.rows.push_back({row.row, row.line, row.byte, {row.cells.begin(), row.cells.end()}, std::string(row.raw)});
      }));
  for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(std::string_view(text).substr(at, piece));
  reader.finish();
  read.dialect = reader.head().dialect;
  read.counts = reader.summary().counts;
  return read;
}

std::string random_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"a",
                                          "b1",
                                          "cus_1",
                                          ",",
                                          ",",
                                          ",",
                                          "\n",
                                          "\n",
                                          "\r\n",
                                          "\"l\r\nm\"",
                                          "\"l\rm\"",
                                          "\"",
                                          "\"\"",
                                          "\"x\"",
                                          "\"y,z\"",
                                          "\"p\"\"q\"",
                                          "\"=\"\"5\"\"\"",
                                          "=\"6\"",
                                          "=\x22"
                                          "7\x22",
                                          "\"l\nm\"",
                                          " ",
                                          "ä",
                                          "\r",
                                          "\xEF\xBF\xBD",
                                          "Total",
                                          "id",
                                          "7"};
  std::string text = "id,n,x\n";
  const std::size_t length = random() % 60;
  for (std::size_t i = 0; i < length; ++i) {
    if (random() % 3 == 0) text += "k" + std::to_string(random() % 50) + ",2,3" + (random() % 4 == 0 ? "\r\n" : "\n");
    else text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

TEST(FastRows, BringWhatThePlainScannerBrings) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    std::string text = random_text(random);
    const char quote = "\"'\0"[round % 3];
    if (quote == '\'') std::replace(text.begin(), text.end(), '"', '\'');
    const Read whole = read_in_pieces(text, text.size(), quote);
    if (whole.rows.empty()) continue;
    ASSERT_EQ(whole.rows, read_plainly(text, whole.dialect)) << text;
    const FieldCounts counts = count_plainly(text, whole.dialect);
    ASSERT_EQ(whole.counts.fields, counts.fields) << text;
    ASSERT_EQ(whole.counts.characters, counts.characters) << text;
    const Read cut = read_in_pieces(text, 1 + random() % 9, quote);
    ASSERT_EQ(cut.rows, whole.rows) << text;
    ASSERT_EQ(cut.counts.characters, counts.characters) << text;
  }
}

TEST(FastRows, CountFieldsWithoutTheQuotesAroundThem) {
  std::string text = "id,n,x\n";
  for (int i = 0; i < 1000; ++i) text += "abc,\"de\"\"f\",Größe\r\n\"g,\nh\",,\"\"\"\"\n";
  const Read whole = read_in_pieces(text, text.size());
  EXPECT_EQ(whole.counts.fields, 6003);
  EXPECT_EQ(whole.counts.characters, 4 + 1000 * (3 + 4 + 5 + 4 + 0 + 1));
}

TEST(FastRows, BringManyRowsOverManyStretches) {
  std::string text = "id,n,x\n";
  for (int i = 0; i < 40'000; ++i) {
    text += "cus_" + std::to_string(i) + "," + std::to_string(i % 7) + ",";
    text += i % 50 == 0 ? "\"a \"\"b\"\",\nc\"\n" : i % 77 == 0 ? "\n\n" : i % 101 == 0 ? "x,too,many\n" : "plain\n";
  }
  const Read whole = read_in_pieces(text, text.size());
  EXPECT_EQ(whole.rows.size(), 39'616U);
  EXPECT_EQ(whole.rows, read_plainly(text, whole.dialect));
  EXPECT_EQ(read_in_pieces(text, 70'001).rows, whole.rows);
}

}  // namespace
}  // namespace kirnu
