#include "table/dialect.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kirnu {
namespace {

TEST(Dialect, IsFoundByTheConsistencyOfFieldCounts) {
  struct Case {
    std::string text;
    std::string delimiter;
    std::size_t columns;
    bool header;
    std::int64_t preamble_rows;
  };
  const std::vector<Case> cases{
      {"id,name\n1,Anna\n2,Bert\n", ",", 2, true, 0},
      {"Kunde;Betrag\nA;1,5\nB;2,5\nSumme;4,0\n", ";", 2, true, 0},
      {"Kunde;Betrag;Anteil\nA;1.234,5;0,5\nB;2,5;0,7\n", ";", 3, true, 0},
      {"1;2,5\n3;4,5\n", ";", 2, false, 0},
      {"Monat\tStart\tNeu\nJan\t1.000\t50\nFeb\t1.020\t40\n", "\t", 3, true, 0},
      {"1500\t250\n", "\t", 2, false, 0},
      {"a|b\n1|2\n", "|", 2, true, 0},
      {"a||b||c\n1||2||3\n", "||", 3, true, 0},
      {"a, b, c\n1, 2, 3\n", ", ", 3, true, 0},
      {"month,\tstart,\tlost\n2024-01,\t\t100,\t5\n2024-02,\t110,\t\t7\n", ",", 3, true, 0},
      {"month,\tstart,\tlost\n2024-01,\t100,\t5\n2024-02,\t110,\t7\n", ",", 3, true, 0},
      {"name\tcity\nMeier, A\tUlm\nMüller, B\tBonn\n", "\t", 2, true, 0},
      {"a,b,c\n\"x;y;z\",\"p;q;r\",1\n\"s;t;u\",\"v;w;x\",2\n", ",", 3, true, 0},
      {"id,name,tags\n1,Anna,x;y\n2,Bert,z;w\n", ",", 3, true, 0},
      {"Report 2024\n\nid,plan,mrr\nx,pro,5\ny,basic,6\n", ",", 3, true, 1},
      {"# made by a shop\n# 2024\nid;mrr\nx;5\ny;6\n", ";", 2, true, 2},
      {"Month     Start  Lost\nJan 2024  1,500  30\nFeb 2024  1,485  25\n", "aligned", 3, true, 0},
      {"1 500  30\n1 485  25\n", "aligned", 2, false, 0},
      {" id  date number_of_cds  dollar\n 00001 19970101  1   11.77\n 00002 19970112  5   77.00\n", "spaces", 4, true,
       0},
      {" id   date number_of_cds  dollar\n 00001 19970101  1   11.77\n 00002 19970112 12  107.00\n", "spaces", 4, true,
       0},
      {" 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n 00002 19970112  5   77.00\n", "spaces", 4, false, 0},
      {"1500 250\n", "spaces", 2, false, 0},
      {"A\nB\nC\nD\n", "none", 1, false, 0},
      {"Kunde\nA\nB\n", "none", 1, true, 0},
      {"Anna Müller\nBert Meier\n", "none", 1, false, 0},
      {"Kunden\n1,500\n1,300\n", "none", 1, true, 0},
      {"Rate\n12,5\n13,5\n", "none", 1, true, 0},
      {"a@b.fi\nc@d.de\n", "none", 1, false, 0},
      {"Adresse\na@b.fi\nc@d.de\n", "none", 1, true, 0},
      {"", "none", 1, false, 0},
      {"a,b\n\"x,1\n2,3\n", ",", 2, true, 0},
      {"\"a,b\n1,2\n2,3\n", ",", 2, false, 0},
  };
  for (const Case& c : cases) {
    const Dialect dialect = find_dialect(c.text, true);
    EXPECT_EQ(delimiter_name(dialect.syntax), c.delimiter) << c.text;
    EXPECT_EQ(dialect.columns, c.columns) << c.text;
    EXPECT_EQ(dialect.header, c.header) << c.text;
    EXPECT_EQ(dialect.preamble_rows, c.preamble_rows) << c.text;
  }
}

TEST(Dialect, TakesTheSepLineOfExcel) {
  for (const std::string line : {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\r"}) {
    const Dialect dialect = find_dialect(line + "a,b;c\n1,5;2\n", true);
    EXPECT_TRUE(dialect.sep_line) << line;
    EXPECT_EQ(dialect.syntax.delimiter, ";") << line;
    EXPECT_EQ(dialect.columns, 2U) << line;
    EXPECT_TRUE(dialect.header) << line;
  }
}

TEST(Dialect, KnowsSingleQuotesFromALeadingApostrophe) {
  EXPECT_EQ(find_dialect("id,name\n'1','a, b'\n'2','c'\n", true).syntax.quote, '\'');
  EXPECT_EQ(find_dialect("id,name\n'721,Anna\n'722,Bert\n", true).syntax.quote, '"');
  EXPECT_EQ(find_dialect("id,name\n1,\"a\"\n2,'b'\n", true).syntax.quote, '"');
}

TEST(Dialect, KnowsSingleQuotesAroundDoubleOnes) {
  EXPECT_EQ(find_dialect("id,name\n'1','\"Bull\" Ray'\n'2','\"x\"'\n", true).syntax.quote, '\'');
}

TEST(Dialect, SeesSpacesBeforeQuotes) {
  const auto spaced = [](const std::string& text) { return find_dialect(text, true).syntax.spaces_before_quotes; };
  EXPECT_TRUE(spaced("id,name,end\n1, \"Müller, Anna\", 2024-01-01\n2, \"Bert\", \"\"\n"));
  EXPECT_TRUE(spaced("\"id\";\"name\"\n\"1\"; \"a\"\n\"2\"; \"b\"\n"));
  EXPECT_FALSE(spaced("id,name\n1,\"a\"\n2,\"b\"\n"));
  EXPECT_FALSE(spaced("id,name\n1, \"a\" b\n2, \"c\"\n"));
  EXPECT_FALSE(spaced("id,size\n1, \" is an inch\n2,b\n"));
}

TEST(Dialect, TakesQuotesOffASingleColumnWhereTheyAllMakeSense) {
  EXPECT_EQ(find_dialect("\"Müller, Hans\"\n\"Meier, Anna\"\n", true).syntax.quote, '"');
  EXPECT_EQ(find_dialect("\"Zum Krug\" GmbH\nMeier\n", true).syntax.quote, 0);
}

TEST(Dialect, LeavesNamesWithCommasWhole) {
  const auto columns = [](const std::string& text) { return find_dialect(text, true).columns; };
  EXPECT_EQ(columns("Kunde\nMeier, Anna\nSchmidt, Karl\nKoch, Eva\n"), 1U);
  EXPECT_EQ(columns("Huber\nMeier, Anna\nSchmidt\nKoch, Eva\nWagner, Otto\nLang\n"), 1U);
  EXPECT_EQ(columns("Kunde\nHuber\nSchmidt\nWagner\nKoch\nLang\nMeier, Anna\n"), 1U);
  EXPECT_EQ(columns("Meier, Anna\nSchmidt, Karl\nKoch, Eva\nHuber, Max\nLang, Eva\n"), 1U);
  EXPECT_EQ(columns("Kunde, Grund\nMeier, Preis\nSchmidt, Umzug\nKoch, Preis\n"), 2U);
  EXPECT_EQ(columns("Kunde,Ort\nMeier,Ulm\nSchmidt,Bonn\nKoch,Ulm\n"), 2U);
  EXPECT_EQ(columns("Status, Mitglied\naktiv, Anna\nweg, Bernd\naktiv, Cord\nweg, Dora\nweg, Emil\n"), 2U);
  EXPECT_EQ(columns("Report\nAnna,blue\nBernd,red\nCord,green\n"), 2U);
  EXPECT_EQ(columns("\"Asiakas\",\"Kunta\"\n\"Aalto, Anna\",\"Nokia\"\n\"Berg\",\"Nokia\"\n\n\"Luotu: 2.1.2024\"\n"),
            2U);
  EXPECT_EQ(columns("Meier, 12\nSchmidt, 13\nKoch, 14\nHuber, 15\nLang, 16\n"), 2U);
  EXPECT_TRUE(find_dialect("Unsere Kunden\nMeier, Anna\nSchmidt, Karl\nKoch, Eva\n", true).header);
}

TEST(Dialect, SeesBackslashEscapes) {
  EXPECT_TRUE(find_dialect("id,text\n1,\"a \\\"b\\\", c\"\n2,\"d\"\n", true).syntax.backslash_escapes);
  EXPECT_FALSE(find_dialect("id,text\n1,\"C:\\\"\n2,\"d\"\n", true).syntax.backslash_escapes);
}

TEST(Dialect, IsWhatAPersonChose) {
  const std::string text = "a;b,c\n1;2,3\n";
  EXPECT_EQ(find_dialect(text, true, {.delimiter = ","}).syntax.delimiter, ",");
  EXPECT_EQ(find_dialect(text, true, {.delimiter = "tab"}).syntax.delimiter, "\t");
  EXPECT_EQ(find_dialect(text, true, {.delimiter = "none"}).syntax.separation, Separation::None);
  const Dialect without = find_dialect(text, true, {.header = false});
  EXPECT_FALSE(without.header);
  EXPECT_EQ(without.header_reason, HeaderReason::Chosen);
}

TEST(Dialect, LeavesOutTheCutRowAtTheEndOfASample) {
  const Dialect dialect = find_dialect("a;b;c\n1;2;3\n4;5;6\n7", false);
  EXPECT_EQ(dialect.columns, 3U);
  EXPECT_EQ(dialect.scores[0].agreement, 1);
}

TEST(HeaderGuess, SaysWhy) {
  struct Case {
    std::vector<std::vector<std::string>> rows;
    bool header;
    HeaderReason reason;
  };
  const std::vector<Case> cases{
      {{{"a", "b"}, {"x", "1"}, {"y", "2"}}, true, HeaderReason::WordsOverValues},
      {{{"Month", "2023", "2024"}, {"Jan", "5", "6"}, {"Feb", "7", "8"}}, true, HeaderReason::WordsOverValues},
      {{{"Start", "2024-01", "2024-02"}, {"100", "105", "90"}}, true, HeaderReason::WordsOverValues},
      {{{"x", "1"}, {"y", "2"}}, false, HeaderReason::ValuesOnTop},
      {{{"2023", "5"}, {"2024", "7"}}, false, HeaderReason::ValuesOnTop},
      {{{"31.12.2024", "a"}, {"31.01.2025", "b"}}, false, HeaderReason::ValuesOnTop},
      {{{"Sähköposti"}, {"x"}, {"y"}}, true, HeaderReason::KnownName},
      {{{"Code"}, {"K-1"}, {"K-2"}}, true, HeaderReason::OtherShape},
      {{{"Anna", "pro"}, {"Bert", "basic"}, {"Carl", "pro"}}, false, HeaderReason::ComesAgain},
      {{{"Vorname", "Ort"}, {"Bert", "Köln"}, {"Carl", "Turku"}}, true, HeaderReason::DistinctNames},
      {{{"A"}, {"B"}, {"C"}}, false, HeaderReason::NothingSaysSo},
      {{{"id", "name"}}, true, HeaderReason::KnownName},
      {{{"1500", "250"}}, false, HeaderReason::ValuesOnTop},
      {{}, false, HeaderReason::NothingSaysSo},
  };
  for (const Case& c : cases) {
    const HeaderGuess guess = guess_header(c.rows);
    EXPECT_EQ(guess.header, c.header) << testing::PrintToString(c.rows);
    EXPECT_EQ(header_reason_name(guess.reason), header_reason_name(c.reason)) << testing::PrintToString(c.rows);
  }
}

TEST(Dialect, SkipsTheLineAboveTheHeaderOfDatev) {
  const Dialect dialect = find_dialect(
      "\"EXTF\";700;21;\"Buchungsstapel\";13\nUmsatz;Konto;Belegdatum;Belegfeld 1\n31,00;10012;0501;\"RE-1\"\n"
      "19,00;10001;0601;\"RE-2\"\n",
      true);
  EXPECT_EQ(dialect.preamble_rows, 1);
  EXPECT_TRUE(dialect.header);
  EXPECT_EQ(dialect.columns, 4U);
}

}  // namespace
}  // namespace kirnu
