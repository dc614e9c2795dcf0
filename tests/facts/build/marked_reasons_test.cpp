#include "facts/plan/marked_reasons.h"

#include <gmock/gmock.h>

#include "support/imported.h"

namespace kirnu {
namespace {

/// "Too expensive, Missing features; …": what each row gave, an answer a row.
std::string answers_of(const ImportedFile& file) {
  const auto& table = std::get<ReasonTable>(file.facts.at(0).table);
  std::string text;
  for (std::size_t i = 0; i < table.reason.codes.size(); ++i) {
    std::string answer =
        table.reason.codes[i] == CodeColumn::kNone ? "–" : std::string(table.reason.words.text(table.reason.codes[i]));
    std::replace(answer.begin(), answer.end(), '\n', ',');
    text += (text.empty() ? "" : "; ") + answer;
  }
  return text;
}

TEST(MarkedReasons, HaveAColumnEach) {
  struct Row {
    const char* table;
    const char* answers;
  };
  const Row rows[] = {
      {"Antwort-ID;Datum;Warum haben Sie gekündigt? [Zu teuer];Warum haben Sie gekündigt? "
       "[Umzug]\n1;2024-01-03;Ja;Nein\n"
       "2;2024-01-04;Ja;Ja\n3;2024-01-05;Nein;Nein\n",
       "Zu teuer; Zu teuer,Umzug; –"},
      {"Kunde;Zu teuer;Fehlende Funktionen;Umzug\nMeier;x;;\nSchulz;x;x;\nWeber;;;x\n",
       "Zu teuer; Zu teuer,Fehlende Funktionen; Umzug"},
      {"Respondent,Too expensive,Missing features,Poor support\n1,1,0,0\n2,1,1,0\n3,0,0,1\n",
       "Too expensive; Too expensive,Missing features; Poor support"},
      {"id;R1[SQ001] Zu teuer;R1[SQ002] Kundendienst;R1[SQ003] Konkurrenz\n1;Y;;\n2;Y;Y;\n3;;;Y\n",
       "Zu teuer; Zu teuer,Kundendienst; Konkurrenz"},
      {"Respondent ID,Why did you leave? - Price,Why did you leave? - Quality\n101,Price,\n102,Price,Quality\n",
       "Price; Price,Quality"},
      {"Vastaaja;Miksi lopetit? [Liian kallis];Miksi lopetit? [Muu]\n1;Kyllä;\n2;Ei;muutin ulkomaille\n",
       "Liian kallis; Muu"},
      {"id;Warum gekündigt? [Umzug];Warum gekündigt? [Sonstiges]\n1;nein;-\n2;ja;keine "
       "Angabe\n3;nein;N/A\n4;nein;Heirat\n",
       "–; Umzug; –; Sonstiges"},
      {"customer,too expensive,missing features,newsletter,vip\n1,x,,x,\n2,,x,x,x\n",
       "too expensive; missing features"}};
  for (const Row& row : rows) {
    const ImportedFile file = import(row.table);
    ASSERT_TRUE(file.has_facts()) << row.table;
    ASSERT_EQ(file.facts[0].kind, FactKind::Reasons) << row.table;
    EXPECT_EQ(answers_of(file), row.answers);
    EXPECT_TRUE(has_issue(file, IssueCode::AnswersMarked));
  }
}

TEST(MarkedReasons, AreNoFeaturesThatSomebodyHas) {
  for (const char* table :
       {"Kunde;Support gebucht;Preisliste;Qualitätspaket\nMeier;ja;nein;nein\nSchulz;nein;ja;nein\n",
        "E-Mail;Newsletter;App;Premium\na@x.de;ja;nein;nein\nb@x.de;nein;ja;nein\n",
        "Kunde;Kündigung - bestätigt;Kündigung - online\nMeier;x;\nSchulz;x;x\n",
        "customerID,Churn,Price increase,Competitor offer,Moved away\n1,Yes,1,0,0\n2,No,0,0,0\n3,Yes,0,1,1\n",
        "Kunde;Fehlerhafte Lieferung;Fehlmenge;Schlecht verpackt\na;ja;nein;ja\nb;nein;nein;ja\n",
        "Kunde,Why did you choose us? [Price],Why did you choose us? [Quality]\nA,x,\nB,x,x\n"}) {
    const ImportedFile file = import(table);
    EXPECT_FALSE(has_issue(file, IssueCode::AnswersMarked)) << table;
  }
}

TEST(ManyQuestions, AreAnsweredByTheOneForReasons) {
  const std::string head = "Frage;Antwort;Anzahl\n", why = "Warum haben Sie gekündigt?;Zu teuer;42\n",
                    other = "Würden Sie uns empfehlen?;Ja;30\n";
  const ImportedFile two = import(head + other + why);
  ASSERT_TRUE(two.has_facts());
  EXPECT_EQ(answers_of(two), "Zu teuer");
  EXPECT_EQ(two.import.skipped, 1);
  EXPECT_TRUE(has_issue(two, IssueCode::QuestionTaken));
  EXPECT_FALSE(has_issue(import(head + why + "Warum haben Sie gekündigt?;Umzug;3\n"), IssueCode::QuestionTaken));
  EXPECT_TRUE(has_issue(import(head + other + "Nutzen Sie die App?;Nein;3\n"), IssueCode::KindUnclear));
}

TEST(CountedReasons, SumsAreNoneBehindOtherColumns) {
  const ImportedFile file =
      import("Filiale;Kündigungsgrund;Anzahl\nKöln;Preis;5\nKöln;Summe;5\nBonn;Preis;2\nBonn;Gesamt:;2\n");
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(answers_of(file), "Preis; Preis");
  EXPECT_EQ(file.import.skipped, 2);
}

TEST(ManyQuestions, AreNotSaidOfAColumnWithoutOne) {
  const ImportedFile file =
      import("country,reason\nDE,Price\nFI,Moved\nDE,Price\n", {.roles = {{"country", Role::Segment}}});
  ASSERT_TRUE(file.has_facts());
  EXPECT_EQ(file.facts[0].kind, FactKind::Reasons);
  EXPECT_FALSE(has_issue(file, IssueCode::QuestionTaken));
}

}  // namespace
}  // namespace kirnu
