#include "facts/build/importer.h"

#include <gtest/gtest.h>

#include <string>
#include <variant>

namespace kirnu {
namespace {

ImportedFile import(std::string_view text, const ImportChoice& choice = {}, std::size_t piece = 0) {
  Importer importer(choice);
  if (piece == 0) piece = text.size() + 1;
  for (std::size_t at = 0; at < text.size(); at += piece) importer.feed(text.substr(at, piece));
  return importer.finish();
}

template <class Table>
const Table& table_of(const ImportedFile& file, std::size_t at = 0) {
  return *std::get_if<Table>(&file.facts.at(at).table);
}

const Issue* find_issue(const ImportedFile& file, IssueCode code) {
  for (const Issue& issue : file.issues) {
    if (issue.code == code) return &issue;
  }
  return nullptr;
}

constexpr std::string_view kSubscriptions =
    "customer_id,started_at,canceled_at,plan,mrr\n"
    "A,2024-01-01,2024-06-30,Basic,10.00\n"
    "B,2024-02-01,,Pro,49.90\n"
    "C,2024-02-31,,Pro,49.90\n"
    "\n"
    "D,2024-03-01,2024-02-01,Basic,10.00\n"
    ",2024-03-01,,Basic,10.00\n"
    "E,2024-03-01,,Basic,ten\n";

TEST(Importer, MakesTypedColumnsOfSubscriptions) {
  const ImportedFile file = import(kSubscriptions);
  ASSERT_TRUE(file.has_facts());
  const auto& table = table_of<SubscriptionTable>(file);
  ASSERT_EQ(table.customer.size(), 2U);
  EXPECT_EQ(table.customers.text(table.customer[1]), "B");
  EXPECT_EQ(table.start.days[0], 19723);
  EXPECT_EQ(table.end.empty() ? table.canceled.days[0] : table.end.days[0], 19904);
  EXPECT_EQ(table.end.empty() ? table.canceled.days[1] : table.end.days[1], kNoDay);
  EXPECT_EQ(table.amount[1], 499000);
  EXPECT_EQ(table.plan.words.text(table.plan.codes[1]), "Pro");
}

TEST(Importer, AddsUpWhereAQuoteIsNeverClosed) {
  for (const char* text : {"month,start,lost\n2024-01,100,5\n\n2024-02,95,\"4\n2024-03,91,3\n",
                           "customer_id,start,end\nA,2024-01-01,\n\nB,2024-02-01,\"2024-03-01\n"}) {
    const ImportedFile file = import(text);
    EXPECT_FALSE(file.has_facts()) << text;
    const ImportSummary& summary = file.import;
    EXPECT_EQ(summary.accepted, 0) << text;
    EXPECT_GT(summary.rejected, 0) << text;
    EXPECT_EQ(summary.rejected + summary.blank + summary.skipped, summary.rows) << text;
    const Issue* issue = find_issue(file, IssueCode::QuoteUnclosed);
    ASSERT_NE(issue, nullptr) << text;
    EXPECT_EQ(issue->line, 4) << text;
  }
}

TEST(Importer, TakesAnEndThatStandsForNoneAsNone) {
  for (const std::string none : {"9999-12-31", "0001-01-01", "1900-01-01", "1899-12-30", "1970-01-01"}) {
    for (const char* clock : {"", "T00:00:00Z"}) {
      const std::string start = "2024-01-05", end = "2024-03-05";
      const ImportedFile file = import("customer_id,start,end\nA," + start + clock + "," + none + clock + "\nB," +
                                       start + clock + "," + end + clock + "\n");
      const auto& table = table_of<SubscriptionTable>(file);
      ASSERT_EQ(table.end.size(), 2U) << none << clock;
      EXPECT_TRUE(table.end.clock ? table.end.instants[0] == kNoInstant : table.end.days[0] == kNoDay) << none << clock;
      const Issue* note = find_issue(file, IssueCode::MarkersForNothing);
      ASSERT_TRUE(note) << none << clock;
      EXPECT_EQ(note->column, "end");
      EXPECT_EQ(std::get<std::string>(note->values.at(0).value), none + clock + " (1)");
    }
  }
}

TEST(Importer, TakesAStartInTheYearOneForAMistake) {
  const ImportedFile file = import("customer_id,start,end\nA,0001-01-01,2024-01-01\nB,2024-01-05,\nC,2024-02-05,\n");
  EXPECT_EQ(file.import.rejected, 1);
}

TEST(Importer, ReadsMonthsAsTheirFirstDaysAndEndsAsTheirLast) {
  const ImportedFile file = import("Kunde;Beginn;Ende\nA;2024-01;2024-03\nB;Feb 2024;laufend\nC;03/2024;Q3/24\n");
  const auto& table = table_of<SubscriptionTable>(file);
  ASSERT_EQ(table.start.days.size(), 3U);
  EXPECT_EQ(table.start.days[0], 19723);     // 2024-01-01
  EXPECT_EQ(table.end.days[0], 19723 + 90);  // 2024-03-31
  EXPECT_EQ(table.end.days[1], kNoDay);
  EXPECT_EQ(table.end.days[2], 19723 + 273);  // 2024-09-30
}

TEST(Importer, DividesYearlyRevenue) {
  const ImportedFile file = import("customer,start,end,ARR\nA,2024-01-01,,1200\nB,2024-01-02,2024-05-01,100.50\n");
  const auto& table = table_of<SubscriptionTable>(file);
  ASSERT_EQ(table.amount.size(), 2U);
  EXPECT_EQ(table.amount[0], 1000000);
  EXPECT_EQ(table.amount[1], 83750);
}

TEST(Importer, JoinsACustomersRowsOfDurationsThatFollow) {
  const ImportedFile file = import("id,stop,event,group\nA,3,0,x\nA,7,1,y\nB,5,0,x\nC,2,0,x\nC,4,0,x\n");
  const auto& table = table_of<SurvivalTable>(file);
  ASSERT_EQ(table.time.size(), 3U);
  EXPECT_EQ(table.time[0], 7);
  EXPECT_EQ(table.left[0], 1);
  EXPECT_EQ(table.time[2], 4);
  EXPECT_EQ(table.left[2], 0);
  ASSERT_EQ(table.groups.size(), 1U);
  EXPECT_EQ(table.groups[0].words.text(table.groups[0].codes[0]), "x");  // who stays has time to become a y
  EXPECT_EQ(file.import.accepted, 3);
  EXPECT_EQ(file.import.skipped, 2);
  const Issue* joined = find_issue(file, IssueCode::CustomersRepeated);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->count, 2);
  const Issue* change = find_issue(file, IssueCode::PartsOverlap);
  ASSERT_TRUE(change);
  EXPECT_EQ(std::get<std::string>(change->values[0].value), "group");
}

TEST(Importer, KeepsRowsThatSayFromWhenOnTheyTellOfACustomer) {
  const ImportedFile file = import("id,start,stop,event\nA,3,7,1\nB,0,5,0\nA,0,3,0\n,4,9,1\nB,6,8,1\n");
  const auto& table = table_of<SurvivalTable>(file);
  ASSERT_EQ(table.time.size(), 5U);
  EXPECT_EQ(table.entry[0], 3);
  EXPECT_EQ(table.customer[0], table.customer[2]);
  EXPECT_EQ(table.customer[3], CodeColumn::kNone);
  EXPECT_EQ(table.before[0], 2U);
  EXPECT_EQ(table.before[1], CodeColumn::kNone);
  EXPECT_EQ(table.before[4], CodeColumn::kNone) << "from 5 to 6 nobody saw B";
  EXPECT_EQ(file.import.accepted, 5);
  EXPECT_EQ(find_issue(file, IssueCode::RowsRepeated), nullptr);
  EXPECT_EQ(find_issue(file, IssueCode::CustomersRepeated), nullptr);
}

TEST(Importer, LeavesOutRowsThatEndBeforeTheirEntry) {
  std::string rows = "start,stop,event\n5,5,1\n9,7,0\n,6,1\n-1,6,1\n";
  for (int i = 0; i < 40; ++i) rows += "0,5,1\n";
  const ImportedFile file = import(rows, {.roles = {{"start", Role::Entry}}});
  EXPECT_EQ(table_of<SurvivalTable>(file).time.size(), 40U);
  ASSERT_EQ(file.rejected.size(), 4U);
  EXPECT_EQ(file.rejected[0].code, IssueCode::EndBeforeStart);
  EXPECT_EQ(file.rejected[0].column, "stop");
  EXPECT_EQ(file.rejected[1].code, IssueCode::EndBeforeStart);
  EXPECT_EQ(file.rejected[2].code, IssueCode::NumberMissing);
  EXPECT_EQ(file.rejected[3].code, IssueCode::TimeNegative);
  const Issue* order = find_issue(file, IssueCode::EndBeforeStart);
  ASSERT_TRUE(order);
  EXPECT_EQ(order->count, 2);
  EXPECT_EQ(std::get<std::string>(order->values.at(1).value), "survival");
}

TEST(Importer, WarnsOfCustomersWhoLeftAndAreObservedAgain) {
  constexpr std::string_view kAgain =
      "id,start,stop,event\nA,0,3,0\nA,3,7,1\nA,7,9,0\nA,9,12,1\nB,0,5,1\nC,0,4,0\nC,2,6,0\n";
  const ImportedFile file = import(kAgain);
  const Issue* again = find_issue(file, IssueCode::RowsRepeated);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->count, 3);
  EXPECT_EQ(again->column, "id");
  EXPECT_EQ(again->set, "duplicates");
  EXPECT_EQ(std::get<std::string>(again->values.at(0).value), "A");
  EXPECT_EQ(table_of<SurvivalTable>(file).time.size(), 7U);

  const ImportedFile first = import(kAgain, {.duplicates = Duplicates::Reject});
  const auto& once = table_of<SurvivalTable>(first);
  ASSERT_EQ(once.time.size(), 4U);  // A until 7, B, and the first row of C
  EXPECT_EQ(once.time[1], 7);
  EXPECT_EQ(once.before[1], 0U);
  EXPECT_EQ(once.time[3], 4);
  EXPECT_EQ(first.import.skipped, 3);
  EXPECT_EQ(find_issue(first, IssueCode::RowsRepeated), nullptr);

  const ImportedFile latest = import(kAgain, {.duplicates = Duplicates::Latest});
  const auto& last = table_of<SurvivalTable>(latest);
  ASSERT_EQ(last.time.size(), 4U);
  EXPECT_EQ(last.entry[0], 7);
  EXPECT_EQ(last.time[1], 12);
  EXPECT_EQ(last.entry[3], 2);
}

TEST(Importer, JoinsRowsOfDurationsThatStayInTheirGroupsWithoutAWord) {
  const ImportedFile file = import("id,stop,event,group\nA,3,0,x\nA,7,1,x\nB,2,0,y\nB,4,0,y\n");
  EXPECT_EQ(table_of<SurvivalTable>(file).time.size(), 2U);
  EXPECT_EQ(find_issue(file, IssueCode::PartsOverlap), nullptr);
}

TEST(Importer, LeavesRowsOfDurationsThatStandForThemselves) {
  const ImportedFile twice = import("id,time,event\nA,8,1\nA,16,1\nB,23,1\nB,13,0\n");
  EXPECT_EQ(table_of<SurvivalTable>(twice).time.size(), 4U);
  const Issue* repeated = find_issue(twice, IssueCode::RowsRepeated);
  ASSERT_TRUE(repeated);
  EXPECT_EQ(repeated->count, 2);
  EXPECT_EQ(repeated->column, "id");
  EXPECT_EQ(repeated->set, "duplicates");
  EXPECT_EQ(std::get<std::string>(repeated->values[0].value), "A");
  EXPECT_EQ(find_issue(import("id,time,event\nA,8,1\nB,16,1\n,23,1\n,13,0\n"), IssueCode::RowsRepeated), nullptr);
}

TEST(Importer, CountsCustomersOfDurationsOnceWhereThatIsChosen) {
  constexpr std::string_view kTwice = "id,time,event\nA,8,1\nA,16,1\nB,23,1\nB,13,0\n,4,1\n,5,1\n";
  const ImportedFile latest = import(kTwice, {.duplicates = Duplicates::Latest});
  const auto& last = table_of<SurvivalTable>(latest);
  ASSERT_EQ(last.time.size(), 4U);  // rows of nobody are not joined
  EXPECT_EQ(last.time[0], 16);
  EXPECT_EQ(last.time[1], 23) << "the latest, wherever it stands";
  EXPECT_EQ(last.left[1], 1);
  EXPECT_EQ(latest.import.skipped, 2);
  EXPECT_EQ(find_issue(latest, IssueCode::RowsRepeated), nullptr);
  const ImportedFile nobody = import("id,time,event\nA,8,1\n,4,1\n,5,1\n", {.duplicates = Duplicates::Latest});
  EXPECT_EQ(find_issue(nobody, IssueCode::CustomersRepeated), nullptr);
  const ImportedFile first =
      import("id,time,event\nA,8,1\nA,16,1\nB,23,1\n,4,1\n,5,0\n", {.duplicates = Duplicates::Reject});
  ASSERT_EQ(table_of<SurvivalTable>(first).time.size(), 4U);
  EXPECT_EQ(table_of<SurvivalTable>(first).time[0], 8);
  ASSERT_EQ(first.rejected.size(), 1U);
  EXPECT_EQ(first.rejected[0].code, IssueCode::RowRepeated);
}

TEST(Importer, LeavesOutRowsThatDoNotSayWhetherTheCustomerLeft) {
  const ImportedFile file = import("time,event\n8,1\n16,0\n23,NA\n13,\n");
  EXPECT_EQ(table_of<SurvivalTable>(file).time.size(), 2U);
  ASSERT_EQ(file.rejected.size(), 2U);
  EXPECT_EQ(file.rejected[0].code, IssueCode::EventMissing);
  const ImportedFile marked = import("tenure,churned\n8,yes\n16,-\n23,yes\n");  // a dash is the only way to say no
  EXPECT_EQ(table_of<SurvivalTable>(marked).time.size(), 3U);
}

TEST(Importer, CountsFieldsAndNothingElseWhereThatIsAsked) {
  ImportChoice choice;
  choice.table.count_fields = true;
  const ImportedFile file = import("id,date\nä,2024-01-01\n\n\"b,c\",\n", choice);
  EXPECT_FALSE(file.has_facts());
  EXPECT_EQ(file.import.accepted, 2);
  ASSERT_TRUE(file.import.counts);
  EXPECT_EQ(file.import.counts->fields, 6);
  EXPECT_EQ(file.import.counts->characters, 6 + 11 + 3);
  EXPECT_FALSE(import(kSubscriptions).import.counts);
}

TEST(Importer, TellsWhichRowsWereLeftOutAndWhy) {
  const ImportedFile file = import(kSubscriptions);
  EXPECT_EQ(file.import.rows, 7);
  EXPECT_EQ(file.import.accepted, 2);
  EXPECT_EQ(file.import.rejected, 4);
  EXPECT_EQ(file.import.blank, 1);
  EXPECT_EQ(file.import.skipped, 0);
  struct Row {
    std::int64_t row, line;
    IssueCode code;
  };
  const Row rows[] = {{3, 4, IssueCode::DateImpossible},
                      {4, 6, IssueCode::EndBeforeStart},
                      {5, 7, IssueCode::IdMissing},
                      {6, 8, IssueCode::NumberUnreadable}};
  ASSERT_EQ(file.rejected.size(), std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    EXPECT_EQ(file.rejected[i].row, rows[i].row);
    EXPECT_EQ(file.rejected[i].line, rows[i].line);
    EXPECT_EQ(file.rejected[i].code, rows[i].code);
  }
  EXPECT_EQ(file.rejected[0].raw, "C,2024-02-31,,Pro,49.90");
}

TEST(Importer, GivesTheSameForAnySplit) {
  const ImportedFile whole = import(kSubscriptions);
  for (std::size_t piece = 1; piece < 40; ++piece) {
    const ImportedFile split = import(kSubscriptions, {}, piece);
    EXPECT_EQ(split.import.accepted, whole.import.accepted) << piece;
    ASSERT_EQ(split.rejected.size(), whole.rejected.size()) << piece;
    for (std::size_t i = 0; i < whole.rejected.size(); ++i) {
      EXPECT_EQ(split.rejected[i].line, whole.rejected[i].line);
      EXPECT_EQ(split.rejected[i].raw, whole.rejected[i].raw);
    }
  }
}

TEST(Importer, CountsAnOrderOnceHoweverManyItemsItHas) {
  const ImportedFile file = import(
      "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Total,Created at,Lineitem "
      "quantity,Lineitem name,Lineitem price,Id\n"
      "#1,ann@x.fi,paid,2024-01-02 11:13:25 +0200,fulfilled,,EUR,10.00,12.00,2024-01-02 11:13:25 +0200,1,Tea,5.00,77\n"
      "#1,ann@x.fi,,,,,,,,,1,Cup,5.00,\n"
      "#2,Ann@X.fi,paid,2024-03-02 11:13:25 +0200,fulfilled,,EUR,10.00,12.00,2024-03-02 11:13:25 "
      "+0200,1,Tea,5.00,78\n");
  ASSERT_TRUE(file.has_facts());
  const auto& table = table_of<TransactionTable>(file);
  EXPECT_EQ(table.customer.size(), 2U);
  EXPECT_EQ(table.customers.size(), 1U);  // capitals of an e-mail address tell nobody apart
  EXPECT_EQ(file.import.skipped, 1);
  EXPECT_EQ(file.import.rows, file.import.accepted + file.import.rejected + file.import.blank + file.import.skipped);
}

TEST(Importer, ReadsTwoListsSideBySide) {
  const ImportedFile file = import("2023;2024\nA;B\nB;C\nC;F\nD;X\nE;Y\nF;\n");
  ASSERT_EQ(file.facts.size(), 2U);
  EXPECT_EQ(table_of<CustomerList>(file, 0).customers.size(), 6U);
  EXPECT_EQ(table_of<CustomerList>(file, 1).customers.size(), 5U);
}

TEST(Importer, AsksWhichValueMeansThatACustomerLeft) {
  constexpr std::string_view kLung = "time,status\n306,2\n455,2\n1010,1\n210,2\n883,2\n1022,1\n";
  EXPECT_TRUE(import(kLung).blocked);
  const ImportedFile file = import(kLung, {.event_value = "2"});
  ASSERT_TRUE(file.has_facts());
  const auto& table = table_of<SurvivalTable>(file);
  ASSERT_EQ(table.time.size(), 6U);
  EXPECT_EQ(table.left[0], 1);
  EXPECT_EQ(table.left[2], 0);
}

TEST(Importer, RefusesWhatIsNoTable) {
  const ImportedFile file = import("%PDF-1.7 …");
  EXPECT_FALSE(file.whole);
  EXPECT_NE(find_issue(file, IssueCode::FileKindWrong), nullptr);
  EXPECT_FALSE(import("").whole);
}

TEST(Importer, LeavesOutRowsWithZeroBytes) {
  const std::string text =
      std::string("customer_id,started_at\nA,2024-01-01\nB") + '\0' + ",2024-01-02\nC,2024-01-03\n";
  const ImportedFile file = import(text);
  EXPECT_EQ(file.import.accepted, 2);
  EXPECT_EQ(file.import.rejected, 1);
  EXPECT_NE(find_issue(file, IssueCode::NulInRow), nullptr);
}

TEST(Importer, KeepsTheLatestRowsOnlyWhereRowsHaveAnId) {
  ImportChoice choice;
  choice.kind = FactKind::Subscriptions;
  choice.duplicates = Duplicates::Latest;
  const ImportedFile file = import("start,end\n2024-01-01,2024-02-13\n2024-01-31,\n", choice);
  EXPECT_EQ(file.import.accepted, 2);
  EXPECT_EQ(file.import.skipped, 0);
}

}  // namespace
}  // namespace kirnu
