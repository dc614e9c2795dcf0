#include "facts/plan/counts_across.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/build/importer.h"

namespace kirnu {
namespace {

const CountTable& counts_of(const ImportedFile& file) { return std::get<CountTable>(file.facts.at(0).table); }

ImportedFile import(const std::string& bytes, const ImportChoice& choice = {}) {
  Importer importer(choice);
  importer.feed(bytes);
  return importer.finish();
}

TEST(CountsAcross, AreReadAsIfTheyStoodUpright) {
  const ImportedFile file = import(
      ";Q1/24;Q2/24;Q3/24\nAnfangsbestand;100;105;99\nNeukunden;15;4;11\nVerloren;10;10;2\nEndbestand;105;99;108\n");
  const CountTable& table = counts_of(file);
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.unit, PeriodUnit::Quarter);
  EXPECT_EQ(table.rows[1].label, "Q2/24");
  EXPECT_EQ(table.rows[1].totals.start, 105);
  EXPECT_EQ(table.rows[1].totals.lost, 10);
  EXPECT_EQ(table.import.rows, 3);
  EXPECT_EQ(table.import.accepted, 3);
}

TEST(CountsAcross, HaveNoPeriodInAColumnOfSums) {
  const ImportedFile file =
      import("Kennzahl;Jan 24;Feb 24;Summe\nKunden Anfang;500;510;\nNeukunden;25;20;45\nKündigungen;15;15;30\n");
  const CountTable& table = counts_of(file);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1].totals.start, 510);
  EXPECT_EQ(table.rows[1].totals.lost, 15);
}

TEST(CountsAcross, HaveNoPeriodInSumsPlansAndYearsAnywhere) {
  for (const char* bytes : {"Kennzahl;Q1 2024;Q2 2024;Summe 2024\nKunden Anfang;100;105;100\nVerloren;5;7;12\n",
                            "Metric,YTD 2024,Jan 2024,Feb 2024\nCustomers start,100,100,105\nLost,12,5,7\n",
                            "Metric,Jan 2024,Feb 2024,Mar 2024 Plan\nCustomers start,100,105,110\nLost,5,7,1\n",
                            "Kennzahl;Q1 2024;Q2 2024;2024\nKunden Anfang;100;105;100\nVerloren;5;7;12\n",
                            "Metric,Total 2023,Total 2024\nCustomers start,100,105\nLost,5,7\n"}) {
    const ImportedFile file = import(bytes);
    ASSERT_EQ(file.facts.size(), 1U) << bytes;
    const CountTable& table = counts_of(file);
    ASSERT_EQ(table.rows.size(), 2U) << bytes;
    EXPECT_EQ(table.rows[1].totals.start, 105) << bytes;
    EXPECT_EQ(table.rows[1].totals.lost, 7) << bytes;
  }
}

TEST(CountsAcross, ARowWithAnotherNameGetsItsRoleFromAPerson) {
  const std::string table = "Kennzahl;Jan 2025;Feb 2025\nStart;100;95\nLost;5;7\nHighlights;1;2\n";
  EXPECT_EQ(counts_of(import(table)).rows[1].totals.new_kept, std::nullopt);
  EXPECT_EQ(counts_of(import(table, {.roles = {{"Highlights", Role::New}}})).rows[1].totals.new_kept, 2);
}

TEST(CountsAcross, AnImpossiblePeriodIsRejectedAlone) {
  const ImportedFile file = import("Kennzahl;Jan 2025;Feb 2025;Mar 2025\nStart;100;95;90\nLost;5;107;3\n");
  EXPECT_EQ(counts_of(file).rows.size(), 2U);
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].row, 2);
  EXPECT_EQ(file.rejected[0].raw, "Feb 2025; 95; 107");
}

TEST(CountsAcross, OtherTablesDoNotLieSo) {
  for (const char* bytes :
       {"Monat;Anfang;Verloren\nJan 2025;100;5\nFeb 2025;95;7\n", "Grund;Anzahl\nzu teuer;3\nUmzug;2\n",
        "Kunde;Q1 2024;Q2 2024;Summe 2024\nMeier;1;2;3\nSchulz;3;4;7\n", "Kunde;2023;2024\nNeumann;1;2\nVerlaine;3;4\n",
        "Start;100\nStart;90\n", "Kunde;Umsatz\nAnfang GmbH;10\nVerlorn AG;20\nMeier;30\nSchulz;40\nKlein;50\n"}) {
    TableHead head;
    TableReader reader(
        {}, [&](const TableHead& read) { head = read; }, TableReader::OnRow([](const TableRow&) {}));
    reader.feed(bytes);
    reader.finish();
    EXPECT_FALSE(counts_lie_across(head)) << bytes;
  }
}

}  // namespace
}  // namespace kirnu
