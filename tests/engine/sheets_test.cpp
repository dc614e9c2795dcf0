#include <gmock/gmock.h>

#include "archive/packed.h"
#include "engine/engine.h"

namespace kirnu {
namespace {

struct Sheet {
  std::string name, customers;  ///< a letter each
};

/// A workbook with a list of customers in each sheet.
std::string workbook_of(const std::vector<Sheet>& sheets) {
  const std::string type = " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"";
  std::string names, relations;
  std::vector<packed::File> files{{"[Content_Types].xml", "<Types/>"}};
  for (const Sheet& sheet : sheets) {
    const std::string number = std::to_string(files.size()), part = "worksheets/sheet" + number + ".xml";
    names += "<sheet name=\"" + sheet.name + "\" r:id=\"rId" + number + "\"/>";
    relations += "<Relationship Id=\"rId" + number + "\"" + type + " Target=\"" + part + "\"/>";
    std::string rows = "<row><c t=\"str\"><v>Kunde</v></c><c t=\"str\"><v>Ort</v></c></row>";
    for (const char customer : sheet.customers)
      rows += std::string("<row><c t=\"str\"><v>") + customer + "</v></c><c t=\"str\"><v>Ulm</v></c></row>";
    files.push_back({"xl/" + part, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"});
  }
  files.push_back({"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + names + "</sheets></workbook>"});
  files.push_back({"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
  return packed::zip(files);
}

/// Lost and kept customers of the lists compared, and what is said of the sheets.
std::string compared(const std::vector<Sheet>& sheets) {
  Engine engine;
  engine.open_file("kunden.xlsx");
  engine.feed_file(workbook_of(sheets));
  engine.finish_file();
  const Report& report = engine.report();
  std::string said;
  for (const Issue& issue : report.issues) {
    if (issue.code != IssueCode::WorkbookSheetRead) continue;
    for (const IssueValue& value : issue.values) {
      const auto* text = std::get_if<std::string>(&value.value);
      if (text != nullptr && value.name != "kind") said += "; " + std::string(value.name) + " " + *text;
    }
  }
  if (!report.lists) return "none" + said;
  const ListComparison& lists = report.lists->comparison;
  return std::to_string(lists.lost) + " lost, " + std::to_string(lists.kept) + " kept" + said;
}

TEST(Sheets, NamedByPeriodsAreComparedAsListsTheEarlierWithTheLater) {
  EXPECT_EQ(compared({{"2023", "ABCDEF"}, {"2024", "BCFXY"}}), "3 lost, 3 kept; names 2023, 2024; others –");
  EXPECT_EQ(compared({{"2024", "BCFXY"}, {"2023", "ABCDEF"}}), "3 lost, 3 kept; names 2024, 2023; others –");
  EXPECT_EQ(compared({{"Jan 2024", "ABCDE"}, {"Feb 2024", "ABCD"}, {"März 2024", "ABC"}, {"April 2024", "A"}}),
            "2 lost, 1 kept; names Feb 2024, März 2024, April 2024; others Jan 2024");
}

TEST(Sheets, OfTwoListsWithCustomersInCommonAreCompared) {
  EXPECT_EQ(compared({{"Tabelle1", "ABCDEF"}, {"Tabelle2", "BCFXY"}}),
            "3 lost, 3 kept; names Tabelle1, Tabelle2; others –");
  EXPECT_EQ(compared({{"neu", "BCFXY"}, {"alt", "ABCDEF"}}), "3 lost, 3 kept; names neu, alt; others –");
}

TEST(Sheets, AreReadStepByStepAndMayBeCancelled) {
  const std::string workbook = workbook_of({{"2022", "ABCDEFG"}, {"2023", "ABCDEF"}, {"2024", "BCFXY"}});
  const auto steps = [&](Engine& engine) {
    engine.open_file("kunden.xlsx");
    engine.feed_file(workbook);
    int steps = 0;
    while (engine.step_file()) ++steps;
    EXPECT_FALSE(engine.step_file());
    return steps;
  };
  Engine whole, cancelled, followed;
  EXPECT_GE(steps(whole), 3);
  EXPECT_TRUE(whole.finish_file());
  ASSERT_TRUE(whole.report().lists);
  EXPECT_EQ(whole.report().lists->comparison.lost, 3);

  cancelled.open_file("kunden.xlsx");
  cancelled.feed_file(workbook);
  EXPECT_TRUE(cancelled.step_file());
  cancelled.cancel_file();
  EXPECT_FALSE(cancelled.step_file() || cancelled.finish_file());

  steps(followed);
  followed.next_file("zweite.csv");
  followed.feed_file("Kunde;Ort\nA;Ulm\nB;Ulm\n");
  EXPECT_TRUE(followed.finish_file());
  ASSERT_TRUE(followed.report().lists);
  EXPECT_EQ(followed.report().lists->comparison.later, 2);
}

TEST(Sheets, OfOtherListsAreLeftOutAndNamed) {
  EXPECT_EQ(compared({{"Aktiv", "ABC"}, {"Gekündigt", "DEF"}}), "none; sheet Aktiv; others Gekündigt");
  EXPECT_EQ(compared({{"A", "ABC"}, {"B", "ABC"}, {"C", "ABC"}}), "none; sheet A; others B, C");
}

}  // namespace
}  // namespace kirnu
