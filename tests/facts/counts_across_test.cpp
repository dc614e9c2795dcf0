#include "facts/counts_across.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/importer.h"

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
        "Kunde;2023;2024\nNeumann;1;2\nVerlaine;3;4\n", "Start;100\nStart;90\n",
        "Kunde;Umsatz\nAnfang GmbH;10\nVerlorn AG;20\nMeier;30\nSchulz;40\nKlein;50\n"}) {
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
