#include "metrics/spells.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "facts/words/status_words.h"
#include "metrics/paid_rows.h"
#include "support/sample_facts.h"

namespace kirnu {
namespace {

using Texts = std::vector<std::string>;

/// "A 2025-01-01/2025-02-01" for each spell, by customer and start; an open end is "…".
Texts spell_texts(const SubscriptionTable& table, const Spells& spells) {
  Texts texts;
  spells.visit([&](std::uint32_t customer, const Spell* begin, const Spell* last) {
    for (const Spell* spell = begin; spell != last; ++spell) {
      const std::string end = spell->end == Spell::kOpen ? "…" : write_date({spell->end});
      texts.push_back(std::string(table.customers.text(customer)) + " " + write_date({spell->start}) + "/" + end);
    }
  });
  std::sort(texts.begin(), texts.end());
  return texts;
}

Texts spells_of(const std::vector<SubscriptionRow>& rows, const SpellOptions& options = {}) {
  const SubscriptionTable table = subscriptions(rows);
  return spell_texts(table, build_spells(table, options));
}

TEST(Spells, OfOneRowEachAreTheRows) {
  EXPECT_EQ(spells_of({{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                       {.customer = "B", .start = "2025-01-15"}}),
            (Texts{"A 2025-01-01/2025-02-01", "B 2025-01-15/…"}));
}

struct MergeCase {
  const char* name;
  std::vector<SubscriptionRow> rows;
  std::int32_t gap_days;
  Texts spells;
};
void PrintTo(const MergeCase& one, std::ostream* out) { *out << one.name; }

class Merging : public testing::TestWithParam<MergeCase> {};

TEST_P(Merging, MakesOneOfWhatIsNotInterrupted) {
  EXPECT_EQ(spells_of(GetParam().rows, {.gap_days = GetParam().gap_days}), GetParam().spells);
}

INSTANTIATE_TEST_SUITE_P(All, Merging,
                         testing::Values(MergeCase{"overlapping",
                                                   {{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                    {.customer = "A", .start = "2025-01-20", .end = "2025-03-01"}},
                                                   0,
                                                   {"A 2025-01-01/2025-03-01"}},
                                         MergeCase{"touching",
                                                   {{.customer = "A", .start = "2025-02-01", .end = "2025-03-01"},
                                                    {.customer = "A", .start = "2025-01-01", .end = "2025-02-01"}},
                                                   0,
                                                   {"A 2025-01-01/2025-03-01"}},
                                         MergeCase{"inside_another",
                                                   {{.customer = "A", .start = "2025-01-01", .end = "2025-06-01"},
                                                    {.customer = "A", .start = "2025-02-01", .end = "2025-03-01"}},
                                                   0,
                                                   {"A 2025-01-01/2025-06-01"}},
                                         MergeCase{"inside_one_without_end",
                                                   {{.customer = "A", .start = "2025-01-01"},
                                                    {.customer = "A", .start = "2025-02-01", .end = "2025-03-01"}},
                                                   0,
                                                   {"A 2025-01-01/…"}},
                                         MergeCase{"a_day_between",
                                                   {{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                    {.customer = "A", .start = "2025-02-02", .end = "2025-03-01"}},
                                                   0,
                                                   {"A 2025-01-01/2025-02-01", "A 2025-02-02/2025-03-01"}},
                                         MergeCase{"a_gap_as_long_as_allowed",
                                                   {{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                    {.customer = "A", .start = "2025-02-08", .end = "2025-03-01"}},
                                                   7,
                                                   {"A 2025-01-01/2025-03-01"}},
                                         MergeCase{"a_longer_gap",
                                                   {{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                    {.customer = "A", .start = "2025-02-09", .end = "2025-03-01"}},
                                                   7,
                                                   {"A 2025-01-01/2025-02-01", "A 2025-02-09/2025-03-01"}},
                                         MergeCase{"several_customers_mixed",
                                                   {{.customer = "A", .start = "2025-03-01"},
                                                    {.customer = "B", .start = "2025-01-01", .end = "2025-01-01"},
                                                    {.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                    {.customer = "C", .start = "2025-01-02"},
                                                    {.customer = "A", .start = "2025-02-10", .end = "2025-02-20"}},
                                                   0,
                                                   {"A 2025-01-01/2025-02-01", "A 2025-02-10/2025-02-20",
                                                    "A 2025-03-01/…", "B 2025-01-01/2025-01-01", "C 2025-01-02/…"}}),
                         [](const auto& info) { return std::string(info.param.name); });

struct LeftOutCase {
  const char* name;
  SubscriptionRow row;
  std::int64_t LeftOut::*reason;
};
void PrintTo(const LeftOutCase& one, std::ostream* out) { *out << one.name; }

class LeavingOut : public testing::TestWithParam<LeftOutCase> {};

TEST_P(LeavingOut, CountsTheRowByItsReason) {
  const SubscriptionTable table =
      subscriptions({GetParam().row, {.customer = "B", .start = "2025-01-01", .end = "2025-02-01"}});
  const Spells spells = build_spells(table, {.as_of = day("2025-12-31")});
  EXPECT_EQ(spell_texts(table, spells), (Texts{"B 2025-01-01/2025-02-01"}));
  EXPECT_EQ(spells.left_out.*GetParam().reason, 1);
  EXPECT_EQ(spells.left_out.rows(), 1);
  EXPECT_EQ(spells.rows, 1);
  EXPECT_EQ(spells.customers, 1);
}

INSTANTIATE_TEST_SUITE_P(
    All, LeavingOut,
    testing::Values(
        LeftOutCase{"trialing", {.customer = "A", .start = "2025-01-01", .status = "trialing"}, &LeftOut::trial},
        LeftOutCase{"in_trial", {.customer = "A", .start = "2025-01-01", .status = "in_trial"}, &LeftOut::trial},
        LeftOutCase{"left_with_the_trial",
                    {.customer = "A", .start = "2025-01-01", .end = "2025-01-15", .trial_end = "2025-01-15"},
                    &LeftOut::trial},
        LeftOutCase{
            "trial_goes_on", {.customer = "A", .start = "2025-12-25", .trial_end = "2026-01-08"}, &LeftOut::trial},
        LeftOutCase{"free", {.customer = "A", .start = "2025-01-01", .amount = 0}, &LeftOut::free},
        LeftOutCase{"unpaid", {.customer = "A", .start = "2025-01-01", .status = "unpaid"}, &LeftOut::unpaid},
        LeftOutCase{"incomplete_expired",
                    {.customer = "A", .start = "2025-01-01", .status = "incomplete_expired"},
                    &LeftOut::not_started},
        LeftOutCase{"future", {.customer = "A", .start = "2026-01-01"}, &LeftOut::future},
        LeftOutCase{"said_future", {.customer = "A", .start = "2025-01-01", .status = "Future"}, &LeftOut::future},
        LeftOutCase{"no_start", {.customer = "A", .end = "2025-01-01"}, &LeftOut::start_missing},
        LeftOutCase{"end_before_start",
                    {.customer = "A", .start = "2025-02-01", .end = "2025-01-31"},
                    &LeftOut::end_before_start},
        LeftOutCase{"canceled_without_date",
                    {.customer = "A", .start = "2025-01-01", .status = "canceled"},
                    &LeftOut::ended_without_date},
        LeftOutCase{"sandbox", {.customer = "A", .start = "2025-01-01", .status = "sandbox"}, &LeftOut::test}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Spells, OptionsCountTrialsAndLeavePastDueOut) {
  const std::vector<SubscriptionRow> rows{
      {.customer = "A", .start = "2025-01-01", .trial_end = "2025-01-15", .status = "trialing"},
      {.customer = "B", .start = "2025-01-01", .status = "Past due"}};
  EXPECT_EQ(spells_of(rows), (Texts{"B 2025-01-01/…"}));
  EXPECT_EQ(spells_of(rows, {.past_due = false, .trials = true}), (Texts{"A 2025-01-01/…"}));
}

TEST(Spells, BeginWhenTheTrialEnds) {
  EXPECT_EQ(spells_of({{.customer = "A", .start = "2025-01-01", .end = "2025-03-01", .trial_end = "2025-01-15"}}),
            Texts{"A 2025-01-15/2025-03-01"});
}

TEST(Spells, EndAsAskedFor) {
  const std::vector<SubscriptionRow> rows{
      {.customer = "A", .start = "2025-01-01", .end = "2025-04-01", .canceled = "2025-03-10"},
      {.customer = "B", .start = "2025-01-01", .canceled = "2025-03-10"},
      {.customer = "C", .start = "2025-01-01", .canceled = "2025-03-10", .status = "active"},
      {.customer = "D", .start = "2025-01-01", .end = "2025-04-01"}};
  EXPECT_EQ(spells_of(rows),
            (Texts{"A 2025-01-01/2025-04-01", "B 2025-01-01/2025-03-10", "C 2025-01-01/…", "D 2025-01-01/2025-04-01"}));
  EXPECT_EQ(spells_of(rows, {.churn_date = ChurnDate::Cancellation}),
            (Texts{"A 2025-01-01/2025-03-10", "B 2025-01-01/2025-03-10", "C 2025-01-01/2025-03-10",
                   "D 2025-01-01/2025-04-01"}));
}

TEST(Spells, AnEndAfterTheDataIsNoneYet) {
  EXPECT_EQ(spells_of({{.customer = "A", .start = "2025-01-01", .end = "2026-01-01"},
                       {.customer = "B", .start = "2025-01-01", .end = "2025-12-31"}},
                      {.as_of = day("2025-12-31")}),
            (Texts{"A 2025-01-01/…", "B 2025-01-01/2025-12-31"}));
}

TEST(Spells, OfASegmentAreItsRows) {
  const SubscriptionTable table =
      subscriptions({{.customer = "A", .start = "2025-01-01", .end = "2025-02-01", .segment = "pro"},
                     {.customer = "A", .start = "2025-02-01", .segment = "basic"},
                     {.customer = "B", .start = "2025-01-01", .segment = ""}});
  const CodeColumn& plan = table.segments[0];
  EXPECT_EQ(spell_texts(table, build_spells(table, {.segment = &plan, .segment_code = 0})),
            Texts{"A 2025-01-01/2025-02-01"});
  EXPECT_EQ(spell_texts(table, build_spells(table, {.segment = &plan, .segment_code = 1})), Texts{"A 2025-02-01/…"});
  EXPECT_EQ(spell_texts(table, build_spells(table, {.segment = &plan, .segment_code = CodeColumn::kNone})),
            Texts{"B 2025-01-01/…"});
}

TEST(Spells, OfPartsAreOfTheirRowsOfCustomersWithSeveral) {
  const SubscriptionTable table =
      subscriptions({{.customer = "A", .start = "2025-01-01", .segment = "pro"},
                     {.customer = "B", .start = "2025-03-01", .segment = "pro"},
                     {.customer = "B", .start = "2025-01-01", .end = "2025-02-01", .segment = "pro"},
                     {.customer = "C", .start = "2025-01-01", .end = "2025-02-01", .segment = "basic"},
                     {.customer = "C", .start = "2025-02-01", .end = "2025-04-01", .segment = "basic"},
                     {.customer = "C", .start = "2025-05-01", .segment = ""}});
  const Spells everybody = build_spells(table, {});
  EXPECT_TRUE(everybody.has_packed(0));
  const std::vector<PartRows> parts = build_part_rows(table, {}, table.segments[0], 2, everybody);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(spell_texts(table, parts[0].spells), (Texts{"B 2025-01-01/2025-02-01", "B 2025-03-01/…"}));
  EXPECT_EQ(spell_texts(table, parts[1].spells), Texts{"C 2025-01-01/2025-04-01"});
  EXPECT_EQ(parts[1].spells.customers, 1);
  EXPECT_EQ(parts[1].spells.merged, 1);
  EXPECT_EQ(parts[1].paid.rows.size(), 2U);
}

TEST(Spells, InstantsAreDaysOfTheZone) {
  SubscriptionTable table;
  table.customer.push_back(table.customers.add("A"));
  table.start.clock = table.end.clock = true;
  table.start.instants.push_back(day("2025-01-31") * std::int64_t{86400} + 23 * 3600);
  table.end.instants.push_back(kNoInstant);
  EXPECT_EQ(spell_texts(table, build_spells(table, {})), Texts{"A 2025-01-31/…"});
  EXPECT_EQ(spell_texts(table, build_spells(table, {.zone = {{{0, 3600}}}})), Texts{"A 2025-02-01/…"});
}

TEST(Spells, MayLieCenturiesApart) {
  EXPECT_EQ(spells_of({{.customer = "A", .start = "1700-01-01", .end = "1700-01-02"},
                       {.customer = "B", .start = "2025-01-01"}}),
            (Texts{"A 1700-01-01/1700-01-02", "B 2025-01-01/…"}));
}

TEST(Spells, OfNobodyAreNone) {
  const SubscriptionTable nobody;
  const Spells spells = build_spells(nobody, {});
  EXPECT_EQ(spells.customers, 0);
  EXPECT_FALSE(spells.days);
  EXPECT_FALSE(day_range(nobody, {}));
}

TEST(Spells, ReachFromTheFirstStartToTheLastEvent) {
  const SubscriptionTable table = subscriptions({{.customer = "A", .start = "2025-01-01", .end = "2025-02-01"},
                                                 {.customer = "B", .start = "2025-01-05", .canceled = "2025-03-01"},
                                                 {.customer = "C"}});
  EXPECT_EQ(day_range(table, {})->first, day("2025-01-01"));
  EXPECT_EQ(day_range(table, {})->last, day("2025-03-01"));
  EXPECT_EQ(build_spells(table, {}).days->last, day("2025-03-01"));
}

TEST(StatusWords, AreReadHoweverTheyAreWritten) {
  EXPECT_EQ(subscription_status("Past Due"), SubscriptionStatus::PastDue);
  EXPECT_EQ(subscription_status("wc-on-hold"), SubscriptionStatus::PastDue);
  EXPECT_EQ(subscription_status("wc-cancelled"), SubscriptionStatus::Ended);
  EXPECT_EQ(subscription_status(" GEKÜNDIGT "), SubscriptionStatus::Ended);
  EXPECT_EQ(subscription_status("Päättynyt"), SubscriptionStatus::Ended);
  EXPECT_EQ(subscription_status("Former patron"), SubscriptionStatus::Ended);
  EXPECT_EQ(subscription_status("vip"), SubscriptionStatus::Unknown);
  EXPECT_TRUE(order_failed("Failed"));
  EXPECT_TRUE(order_failed("wc-cancelled"));
  EXPECT_TRUE(order_failed("wc-refunded"));
  EXPECT_FALSE(order_failed("partially_refunded"));
  for (const char* word : {"processor_declined", "Closed Lost", "Payment failed", "Zurückgebucht", "Rückerstattet",
                           "Mitätöity", "Luottotappio", "Charged back", "Uncollectible"})
    EXPECT_TRUE(order_failed(word)) << word;
  for (const char* word : {"Paid", "Overdue", "nicht storniert", "not cancelled", "Teilweise storniert", "Maksamaton"})
    EXPECT_FALSE(order_failed(word)) << word;
  EXPECT_EQ(subscription_status("nicht gekündigt"), SubscriptionStatus::Running);
  EXPECT_TRUE(is_credit("Credit note"));
  EXPECT_FALSE(is_credit("credit"));  // in a ledger money that came in
}

}  // namespace
}  // namespace kirnu
