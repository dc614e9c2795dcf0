#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "archive/packed.h"

namespace kirnu {
namespace {

using packed::unpack;
using testing::ElementsAre;
using testing::StartsWith;

std::string rows_of(const packed::Book& book) {
  const packed::Unpacked result = unpack(packed::workbook(book));
  return result.good ? result.text : result.issue;
}

TEST(Workbook, OfALibraryIsReadWhole) {
  const packed::Unpacked result = unpack(packed::fixture("customers.xlsx"));
  EXPECT_TRUE(result.good);
  EXPECT_EQ(result.text,
            "Kunde,Kundennummer,Beginn,Ende,Letzter Login,Anteil,Betrag,Aktiv,Summe,Stunden\n"
            "\"Müller, Söhne\",00123,2024-01-31,2024-12-31,2024-02-29 13:05:09,5%,1234.5,TRUE,2469,1.5\n"
            "\"Ääkkönen \"\"Oy\"\"\",-12,1900-02-28,#N/A,,16.67%,0.3,FALSE,ab,08:30:00\n"
            "\n"
            "\"two\nlines\",,merged,,,,,,,last\n"
            ",1.234567890123457e+19,,,,,1.2340,,,7210453011200\n");
  EXPECT_EQ(result.sheet.name, "Kunden & Ääkköset");
  EXPECT_EQ(result.sheet.sheets, 3);
  EXPECT_EQ(result.sheet.hidden, 1);
  EXPECT_THAT(result.notes, ElementsAre("workbook_sheet_read"));
}

TEST(Workbook, CountsItsDaysFrom1904WhenItSaysSo) {
  const packed::Unpacked result = unpack(packed::fixture("mac_1904.xlsx"));
  EXPECT_EQ(result.text,
            "asiakas,alku,kaava\n"
            "Åke,2024-02-29 00:00:00,\n"
            "Öyvind,1904-01-02 06:00:00,\n");
  EXPECT_EQ(result.sheet.formulas_without_result, 1);
  EXPECT_THAT(result.notes, ElementsAre("workbook_formulas_empty"));
}

TEST(Workbook, HasItsTextsInTheCellsThemselves) {
  EXPECT_EQ(unpack(packed::fixture("streamed.xlsx")).text,
            "id,start\nc1,2024-01-01\nc2,2024-02-01\nc3,2024-03-01\nc4,2024-04-01\nc5,2024-05-01\n");
}

TEST(Workbook, IsTheSameInAnyChunks) {
  const std::string bytes = packed::fixture("customers.xlsx");
  const std::string whole = unpack(bytes).text;
  for (const std::size_t chunk : {1U, 7U, 1000U}) EXPECT_EQ(unpack(bytes, chunk).text, whole) << chunk;
}

TEST(Workbook, WritesEachKindOfCell) {
  struct Case {
    std::string cell, text;
  };
  const std::string strings =
      "<si><t>plain</t></si><si><r><t>a</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> b</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh><phoneticPr fontId=\"1\"/></si><si/>"
      "<si><t>x_x000D_y _x005F_x0041_ _xZZZZ_</t></si><si><t>1&amp;2 &lt;&#228;&#x20AC;&gt; &unknown;</t></si>";
  const Case cases[] = {
      {"<c r=\"A1\" t=\"s\"><v>0</v></c>", "plain"},
      {"<c r=\"A1\" t=\"s\"><v>1</v></c>", "a b"},
      {"<c r=\"A1\" t=\"s\"><v>2</v></c><c t=\"b\"><v>0</v></c>", ",FALSE"},
      {"<c r=\"A1\" t=\"s\"><v>3</v></c>", "\"x\ry _x0041_ _xZZZZ_\""},
      {"<c r=\"A1\" t=\"s\"><v>4</v></c>", "1&2 <ä€> &unknown;"},
      {"<c r=\"A1\" t=\"s\"><v></v></c><c><v>1</v></c>", ",1"},
      {"<c r=\"A1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>", "inline"},
      {"<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<b> & ]]>c</t></is></c>", "<b> & c"},
      {"<c r=\"A1\" t=\"inlineStr\"><v>1.0</v><is><t>1.</t></is></c>", "1."},
      {"<c r=\"A1\" t=\"inlineStr\"><is><t>1.</t></is><v>1.0</v></c>", "1."},
      {"<c r=\"A1\" t=\"inlineStr\"><v>alone</v></c>", "alone"},
      {"<c r=\"A1\" t=\"str\"><f>A2</f><v>text</v></c>", "text"},
      {"<c r=\"A1\" t=\"b\"><v>1</v></c>", "TRUE"},
      {"<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!"},
      {"<c r=\"A1\" t=\"d\"><v>2024-12-31T12:30:00.000Z</v></c>", "2024-12-31 12:30:00"},
      {"<c r=\"A1\" t=\"d\"><v>2024-12-31</v></c>", "2024-12-31"},
      {"<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2"},
      {"<c r=\"A1\" s=\"9\"><v>5</v></c>", "5"},
      {"<x:c r=\"A1\" x:t=\"n\"><x:v>5</x:v></x:c>", "5"},
      {"<c r='A1'><!-- > --><v>5</v></c>", "5"},
      {"<c t=\"inlineStr\"><is><t>a\r\nb</t></is></c>", "\"a\nb\""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(rows_of({.rows = "<row r=\"1\">" + c.cell + "</row>", .strings = strings}), c.text + "\n") << c.cell;
  }
}

TEST(Workbook, PutsCellsWhereTheirReferencesSay) {
  struct Case {
    std::string rows, text;
  };
  const Case cases[] = {
      {"<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"D1\"><v>2</v></c></row>", ",1,,2\n"},
      {"<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"4\"><c r=\"AA4\"><v>2</v></c></row>",
       "\n1" + std::string(26, ',') + "\n\n" + std::string(26, ',') + "2\n"},
      {"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "1,2\n3,\n"},
      {"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"9\"/>", "1\n"},
      {"<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", ",1,2\n"},
      {"<row r=\"3\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>", "\n\n1\n2\n"},
      {"<row r=\"1\"><c r=\"C1\"/><c r=\"D1\"><v/></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>", "\n1\n"},
      {"<row r=\"1048577\"><c><v>1</v></c></row>", "workbook_damaged"},
      {"<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "workbook_damaged"},
      {"<c r=\"A1\"><v>1</v></c>", "workbook_damaged"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(rows_of({.rows = c.rows}), c.text) << c.rows;
}

TEST(Workbook, MakesAllRowsAsWideAsTheHead) {
  std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"C2\"><v>2</v></c></row>";
  rows += "<row r=\"1001\"><c r=\"A1001\"><v>3</v></c></row><row r=\"1002\"><c r=\"E1002\"><v>4</v></c></row>";
  EXPECT_EQ(rows_of({.rows = rows}), "1,,\n,,2\n" + std::string(998, '\n') + "3,,\n,,,,4\n");
}

TEST(Workbook, TakesTheFirstVisibleSheet) {
  const std::string first = R"(<sheet name="a" sheetId="1" r:id="rId1")", second = R"(<sheet name="b" r:id="rId2"/>)";
  const std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  EXPECT_EQ(rows_of({.rows = rows, .sheets = first + "/>" + second}), "1\n");
  EXPECT_EQ(rows_of({.rows = rows, .sheets = second + first + "/>"}), "2\n");
  EXPECT_EQ(rows_of({.rows = rows, .sheets = first + " state=\"hidden\"/>" + second}), "2\n");
  EXPECT_EQ(rows_of({.rows = rows, .sheets = first + " state=\"veryHidden\"/>"}), "workbook_without_sheet");
  EXPECT_EQ(rows_of({.rows = rows, .sheets = R"(<sheet name="chart" r:id="rId9"/>)" + second}), "2\n");
  EXPECT_EQ(rows_of({.rows = rows, .sheets = ""}), "workbook_without_sheet");
  for (const std::string empty : {"", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"}) {
    const packed::Unpacked result = unpack(packed::workbook({.rows = empty, .sheets = first + "/>" + second}));
    EXPECT_EQ(result.text, "2\n");
    EXPECT_EQ(result.sheet.name, "b");
    EXPECT_EQ(rows_of({.rows = empty, .sheets = first + "/>" + first + "/>"}), "workbook_without_sheet");
  }
  const std::string formula = "<row><c><f>1+1</f></c></row>";
  EXPECT_EQ(rows_of({.rows = formula, .sheets = first + "/>" + second}), "");
}

TEST(Workbook, PassesOverCoversWhereThereIsMore) {
  const std::string first = R"(<sheet name="a" r:id="rId1"/>)", second = R"(<sheet name="b" r:id="rId2"/>)";
  const std::string cover = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Cover</t></is></c></row>)";
  const auto read = [&](const std::string& sheets, std::string_view covers, std::string& name) {
    const std::string bytes = packed::workbook({.rows = cover, .sheets = sheets});
    std::string text;
    Unpacker unpacker(
        FileKind::Workbook,
        [&](std::string_view part) {
          text += part;
          return true;
        },
        {}, [&](std::string_view sheet) { return covers == "all" || sheet == covers; });
    EXPECT_TRUE(unpacker.feed(bytes) && unpacker.finish());
    name = unpacker.sheet()->name;
    return text;
  };
  std::string name;
  EXPECT_EQ(read(first + second, "Cover\n", name), "2\n");
  EXPECT_EQ(name, "b");
  EXPECT_EQ(read(second + first, "Cover\n", name), "2\n");
  EXPECT_EQ(read(first + second, "all", name), "Cover\n");
  EXPECT_EQ(name, "a");
  EXPECT_EQ(read(first, "Cover\n", name), "Cover\n");
}

TEST(Workbook, FindsFormatsOfItsStyles) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"0.0&quot;d&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"><alignment/></xf><xf "
      "numFmtId=\"9\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0\"/></dxf></dxfs>";
  EXPECT_EQ(rows_of({.rows = "<row><c><v>45657</v></c><c s=\"1\"><v>45657</v></c><c s=\"2\"><v>45657</v></c><c "
                             "s=\"3\"><v>0.5</v></c></row>",
                     .styles = styles}),
            "45657,2024-12-31,45657,50%\n");
  EXPECT_EQ(rows_of({.rows = "<row><c s=\"1\"><v>1</v></c></row>",
                     .styles = styles,
                     .properties = "<workbookPr date1904=\"true\"/>"}),
            "1904-01-02\n");
}

TEST(Workbook, SaysWhichPartIsDamaged) {
  struct Case {
    std::string part, content;
  };
  const Case cases[] = {
      {"xl/workbook.xml", ""},
      {"xl/workbook.xml", "no xml"},
      {"xl/workbook.xml", std::string("\xFF\xFE<\0w\0", 6)},
      {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\""},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData></a></b></c></d>"},
      {"xl/worksheets/sheet1.xml", std::string("\0\0\0\0", 4)},
      {"xl/sharedStrings.xml", "<sst><si><t>a</si>"},
      {"xl/styles.xml", "<styleSheet><cellXfs>"},
  };
  for (const Case& c : cases) {
    std::vector<packed::File> files = packed::parts({.rows = "", .strings = "<si/>", .styles = "<a/>"});
    for (packed::File& file : files) {
      if (file.name == c.part) file.content = c.content;
    }
    const packed::Unpacked result = unpack(packed::zip(files));
    EXPECT_FALSE(result.good) << c.content;
    EXPECT_EQ(result.issue, "workbook_damaged") << c.content;
    ASSERT_EQ(result.values.size(), 1U);
    EXPECT_EQ(std::get<std::string>(result.values[0].value), c.part);
  }
}

TEST(Workbook, IsDamagedWhereATextIsMissing) {
  const std::string rows = "<row><c t=\"s\"><v>1</v></c><c><v>5</v></c></row>";
  EXPECT_EQ(rows_of({.rows = rows, .strings = "<si><t>a</t></si>"}), "workbook_damaged");
  EXPECT_EQ(rows_of({.rows = rows}), "workbook_damaged");
}

TEST(Workbook, DoesWithoutStringsAndStyles) {
  EXPECT_EQ(rows_of({.rows = "<row><c><v>1</v></c></row>"}), "1\n");
  std::vector<packed::File> files = packed::parts({.rows = "<row><c><v>1</v></c></row>"});
  for (packed::File& file : files) {
    for (char& c : file.name) {
      if (c == '/') c = '\\';
    }
  }
  EXPECT_EQ(unpack(packed::zip(files)).text, "1\n");
}

TEST(Workbook, IsNotWhatOtherOfficeFilesAre) {
  for (const auto& [part, found] : {std::pair{"word/document.xml", "docx"}, std::pair{"ppt/presentation.xml", "pptx"},
                                    std::pair{"xl/workbook.bin", "xlsb"}}) {
    std::vector<packed::File> files = packed::parts({.rows = ""});
    files[1].content = "<Relationships><Relationship Id=\"a\" Type=\"b/officeDocument\" Target=\"" + std::string(part) +
                       "\"/></Relationships>";
    const packed::Unpacked result = unpack(packed::zip(files));
    EXPECT_EQ(result.issue, "file_kind_wrong");
    EXPECT_EQ(std::get<std::string>(result.values.at(0).value), found);
  }
}

TEST(Workbook, CannotGrowWithoutEnd) {
  UnpackLimits limits;
  limits.zip_bytes = 100'000;
  const std::string wide = "<row><c r=\"XFD1\"><v>1</v></c></row>";
  std::string rows;
  for (int i = 0; i < 200; ++i) rows += wide;
  const packed::Unpacked result = unpack(packed::workbook({.rows = rows}), 0, limits);
  EXPECT_EQ(result.issue, "archive_too_large");
  limits = {};
  limits.string_bytes = 100;
  const std::string strings = "<si><t>" + std::string(200, 'a') + "</t></si><si/>";
  EXPECT_EQ(unpack(packed::workbook({.rows = "", .strings = strings}), 0, limits).issue, "archive_too_large");
}

TEST(Workbook, SurvivesEveryByteThatIsWrong) {
  const std::string good = packed::fixture("customers.xlsx");
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    const packed::Unpacked result = unpack(bytes);
    EXPECT_TRUE(result.good || !result.issue.empty()) << at;
  }
  for (std::size_t size = 4; size < good.size(); size += 11) {
    EXPECT_EQ(unpack(std::string_view(good).substr(0, size)).issue, "archive_damaged") << size;
  }
}

}  // namespace
}  // namespace kirnu
