// The nodes that files of facts get, from small reports built in code.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/assets.h"
#include "report/catalogue.h"
#include "report/facts_report.h"
#include "support/nodes.h"
#include "view/file_text.h"
#include "view/text_page.h"
#include "view/view.h"

namespace kirnu {
namespace {

const std::vector<Benchmark> kFigures = read_benchmarks(assets::benchmarks);

Node page_of(const Report& report, Language language = Language::En) {
  State state = empty_state(language);
  state.open = {"import", "rejected", "import_roles"};
  const Words words = words_of(language);
  return build_page({.state = state, .report = report, .figures = kFigures, .words = words});
}

std::string text_of(const Report& report, Language language = Language::En) {
  return write_text_page({.page = page_of(report, language)});
}

const TableNode& table_in(const Node& page, const std::string& id) {
  return std::get<TableNode>(find_node(page, id)->body);
}

std::int32_t day(const char* text) { return text[0] == '\0' ? kNoDay : read_iso_date(text)->days; }

ImportedFile imported(Facts facts) {
  ImportedFile file{.import = {.rows = 3, .accepted = 3, .encoding = "utf-8", .delimiter = ";"}, .whole = true};
  file.facts.push_back(std::move(facts));
  return file;
}

const ImportedFile& shop() {
  static const ImportedFile file = [] {
    SubscriptionTable table;
    const char* rows[][3] = {{"A", "2025-01-05", ""},
                             {"B", "2025-01-20", "2025-03-10"},
                             {"C", "2025-02-01", ""},
                             {"D", "2025-02-15", "2025-03-31"}};
    for (const auto& row : rows) {
      table.customer.push_back(table.customers.add(row[0]));
      table.start.days.push_back(day(row[1]));
      table.end.days.push_back(day(row[2]));
    }
    ImportedFile made = imported({.kind = FactKind::Subscriptions, .table = std::move(table)});
    made.import.source = "stripe_subscriptions";
    made.import.columns = {{.name = "Customer ID", .role = Role::CustomerId},
                           {.name = "Start (UTC)", .role = Role::Start, .style = "calendar dmy"},
                           {.name = "Betrag", .style = "decimal comma", .suggestions = {Role::Amount, Role::Quantity}}};
    return made;
  }();
  return file;
}

Report shop_report() { return build_files_report({&shop()}, {}, kFigures); }

Facts list(std::initializer_list<const char*> ids) {
  CustomerList table;
  for (const char* id : ids) {
    table.customers.add(id);
    table.value.push_back(125000);
  }
  return {.kind = FactKind::Lists, .table = std::move(table)};
}

TEST(FactsPage, TellsOfSubscriptions) {
  const std::string page = text_of(shop_report());
  EXPECT_NE(page.find("Over the month you lost 50% of your customers"), std::string::npos) << page;
  EXPECT_NE(page.find("The figures are for 1 Mar 2025 – 31 Mar 2025."), std::string::npos) << page;
  EXPECT_NE(page.find("How long do new customers stay?"), std::string::npos) << page;
  EXPECT_NE(page.find("The data end on 31 Mar 2025, the latest date in the file."), std::string::npos) << page;
  EXPECT_NE(page.find("Read as: subscriptions. Export of Stripe. Encoding utf-8, columns separated by semicolon."),
            std::string::npos)
      << page;
}

TEST(FactsPage, SpeaksGermanAndFinnish) {
  EXPECT_NE(text_of(shop_report(), Language::De).find("Die Zahlen gelten für 1.3.2025 – 31.3.2025."),
            std::string::npos);
  EXPECT_NE(text_of(shop_report(), Language::Fi).find("Luvut koskevat aikaa 1.3.2025 – 31.3.2025."), std::string::npos);
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    const std::string page = text_of(shop_report(), language);
    EXPECT_EQ(page.find("⟦"), std::string::npos) << page;
  }
}

TEST(FactsPage, DrawsCohortsWithUnobservedCells) {
  const Node page = page_of(shop_report());
  const TableNode& table = table_in(page, "table_cohorts");
  ASSERT_EQ(table.rows.size(), 3U);  // two cohorts and all
  EXPECT_EQ(table.rows[0][0].text, "Jan 2025");
  EXPECT_EQ(table.rows[0][1].text, "2");
  EXPECT_EQ(table.rows[0][4].text, "50");
  EXPECT_FALSE(table.rows[1].back().observed);
  EXPECT_EQ(*table.rows[0][4].shade, 0.5);
}

TEST(FactsPage, TellsCohortsAtTheFirstAgeAtWhichSomebodyIsGone) {
  const std::string page = text_of(shop_report());
  EXPECT_NE(page.find("At the end of month 2 75% of the new customers are still there."), std::string::npos) << page;
}

TEST(FactsPage, TellsWhoBoughtAgainAlsoWhereAllDid) {
  TransactionTable table;
  for (const char* name : {"A", "B", "C"}) {
    for (const char* date : {"2025-01-05", "2025-02-05", "2025-03-05", "2025-03-31"}) {
      table.customer.push_back(table.customers.add(name));
      table.date.days.push_back(day(date));
    }
  }
  const Facts facts{.kind = FactKind::Transactions, .table = std::move(table)};
  const std::string page = text_of(build_facts_report({&facts}, {}, kFigures));
  EXPECT_NE(page.find("One period later 100% of the new customers bought again."), std::string::npos) << page;
}

TEST(FactsPage, OffersARoleForEveryColumnWithSuggestionsFirst) {
  const Node page = page_of(shop_report());
  const Node* node = find_node(page, "column.Betrag");
  ASSERT_NE(node, nullptr);
  const SelectNode& select = std::get<SelectNode>(node->body);
  EXPECT_EQ(select.value, "ignore");
  EXPECT_EQ(select.options[0].value, "amount");
  EXPECT_EQ(select.options[1].value, "quantity");
  EXPECT_EQ(std::get<SelectNode>(find_node(page, "kind")->body).value, "subscriptions");
  EXPECT_EQ(std::get<SelectNode>(find_node(page, "date_order")->body).value, "dmy");
  EXPECT_EQ(std::get<SelectNode>(find_node(page, "decimal")->body).value, ",");
}

TEST(FactsPage, AsksWhatIsOpen) {
  Issue question = make_issue(IssueCode::DateAmbiguous, {}, {{"found", std::string("03/04/2024")}});
  question.set = "date_order";
  question.choices = {"dmy", "mdy"};
  ImportedFile file{.issues = {question}, .whole = true, .blocked = true};
  file.import.columns = {{.name = "Start", .role = Role::Start}};
  const Report report = build_files_report({&file}, {}, kFigures);
  const Node page = page_of(report);
  const SelectNode& select = std::get<SelectNode>(find_node(page, "date_order")->body);
  EXPECT_EQ(select.value, "");
  EXPECT_TRUE(select.segmented);
  ASSERT_EQ(select.options.size(), 2U);
  EXPECT_EQ(select.options[0].label, "Day first");
  EXPECT_EQ(select.options[1].value, "mdy");
  const FieldNode& dropped = std::get<FieldNode>(find_node(page, "file")->body);
  EXPECT_EQ(dropped.error + dropped.note, "") << "it is asked once";
  EXPECT_EQ(find_node(page, "messages")->children.size(), 2U) << "the question and its two answers";
  EXPECT_EQ(page.children[1].id, "answer") << "and before the form, which a phone shows one below the other";
  std::vector<std::string> order;
  for (const Node& node : find_node(page, "answer")->children) order.push_back(node.id);
  const auto place = [&](const char* id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
  EXPECT_LT(place("verdict"), place("messages"));
  EXPECT_LT(place("messages"), place("import")) << "what is asked comes before how the file was read";
}

TEST(FactsPage, ListsRejectedRowsWithTheirReasons) {
  Report report = shop_report();
  report.import->rejected = 1;
  report.rejected = {{.row = 7,
                      .line = 9,
                      .column = "Start",
                      .code = IssueCode::RowTooLong,
                      .raw = "=1;\xE2\x80\xAE"
                             "x"}};
  const Node page = page_of(report);
  const TableNode& table = table_in(page, "table_rejected");
  EXPECT_EQ(table.rows[0][0].text, "9");
  EXPECT_EQ(table.rows[0][3].text, "=1;<U+202E>x");
  EXPECT_EQ(std::get<ButtonNode>(find_node(page, "rejected_rows")->body).download, "rejected.csv");
}

TEST(FactsPage, NamesTheLost) {
  const Facts earlier = list({"A", "B", "C"}), later = list({"B", "X"});
  const Report report = build_facts_report({&earlier, &later}, {}, kFigures);
  const Node page = page_of(report, Language::De);
  const TableNode& table = table_in(page, "table_lost");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0][1].text, "12,50");
  const std::string text = text_of(report, Language::De);
  EXPECT_NE(text.find("Frühere Kunden: 3. Davon noch da: 1, verloren: 2. Neu oder zurück: 1."), std::string::npos)
      << text;
  EXPECT_EQ(find_node(page, "definitions"), nullptr);
  EXPECT_EQ(find_chart(page, "chart_lost_value"), nullptr) << "two are seen at a glance";
}

const Shape* shape_of(const Chart& chart, ShapeKind kind) {
  for (const Shape& shape : chart.shapes) {
    if (shape.kind == kind) return &shape;
  }
  return nullptr;
}

std::int64_t count_of(const Chart& chart, ShapeKind kind) {
  return std::count_if(chart.shapes.begin(), chart.shapes.end(),
                       [&](const Shape& shape) { return shape.kind == kind; });
}

// 60 + 25 + 10 + 5: two of four make up 85 %.
TEST(FactsPage, SaysWhoMakesUpMostOfTheLostValue) {
  const std::vector<double> worth{60, 25, 10, 5};
  Report report;
  report.kind = "lists";
  report.lists = ReportLists{.values = worth};
  const Node page = page_of(report);
  const ChartNode* node = find_chart(page, "chart_lost_value");
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->summary, "2 of 4 lost customers make up 85% of the lost revenue.");
  EXPECT_EQ(count_of(node->chart, ShapeKind::Bar), 4);
  const Shape* line = shape_of(node->chart, ShapeKind::Line);
  ASSERT_EQ(line->points.size(), 5U);
  EXPECT_NEAR(line->points[2].y, 0.85, 1e-12);
  EXPECT_EQ(line->points[4].y, 1);
  EXPECT_EQ(node->chart.labels[0].text, "2 customers: 85%");
  EXPECT_EQ(node->chart.stops[0].text, "1 customer: 60.0%");
  EXPECT_EQ(node->table.rows.size(), 4U);
}

TEST(FactsPage, DrawsTheLostValueOfThousandsWithFewPoints) {
  Report report;
  report.kind = "lists";
  report.lists = ReportLists{.values = std::vector<double>(5000, 2.5)};
  report.lists->values.push_back(0);
  const Node page = page_of(report);
  const ChartNode* node = find_chart(page, "chart_lost_value");
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->summary, "4,000 of 5,001 lost customers make up 80% of the lost revenue.");
  EXPECT_EQ(count_of(node->chart, ShapeKind::Bar), 0);
  EXPECT_LT(node->chart.stops.size(), 70U);
  EXPECT_EQ(shape_of(node->chart, ShapeKind::Line)->points.back().y, 1);
}

TEST(FactsPage, DrawsSurvivalWithAMedian) {
  SurvivalTable table;
  for (const auto& [time, left] : {std::pair{9.0, 1},
                                   {13.0, 1},
                                   {13.0, 0},
                                   {18.0, 1},
                                   {23.0, 1},
                                   {28.0, 0},
                                   {31.0, 1},
                                   {34.0, 1},
                                   {45.0, 0},
                                   {48.0, 1},
                                   {161.0, 0}}) {
    table.time.push_back(time);
    table.left.push_back(static_cast<std::uint8_t>(left));
  }
  const Facts facts{.kind = FactKind::Survival, .table = std::move(table)};
  const Report report = build_facts_report({&facts}, {}, kFigures);
  const Node page = page_of(report);
  const ChartNode* chart = find_chart(page, "chart_survival");
  ASSERT_NE(chart, nullptr);
  const Shape* ticks = shape_of(chart->chart, ShapeKind::Ticks);
  ASSERT_NE(ticks, nullptr) << "where somebody was last seen";
  ASSERT_EQ(ticks->points.size(), 4U);
  EXPECT_EQ(ticks->points[0].x, 13);
  EXPECT_NEAR(ticks->points[0].y, 9.0 / 11, 1e-12);
  const TableNode& at_risk = table_in(page, "table_at_risk");
  EXPECT_EQ(at_risk.columns[2].label, "50");
  EXPECT_EQ(at_risk.rows[0][1].text, "11");
  EXPECT_EQ(at_risk.rows[0][2].text, "1");
  EXPECT_EQ(std::get<MetricNode>(find_node(page, "median_lifetime")->body).text, "31");
  EXPECT_NE(text_of(report).find("Half of your customers are gone after 31 periods."), std::string::npos)
      << text_of(report);
}

TEST(FactsPage, CountsWhoIsObservedFromLaterOn) {
  SurvivalTable table;
  const std::vector<double> entry{0, 0, 2, 2, 4, 5}, time{3, 2, 5, 6, 8, 8};
  for (std::size_t i = 0; i < entry.size(); ++i) {
    table.entry.push_back(entry[i]);
    table.time.push_back(time[i]);
    table.left.push_back(i == 1 || i == 2 || i == 5 ? 0 : 1);
    table.customer.push_back(static_cast<std::uint32_t>(i < 2 ? i : i - 1));  // rows 1 and 2 are one stay
    table.before.push_back(i == 2 ? 1 : CodeColumn::kNone);
  }
  table.customers = 5;
  const Facts facts{.kind = FactKind::Survival, .table = std::move(table)};
  const Report report = build_facts_report({&facts}, {}, kFigures);
  const Node page = page_of(report);
  const Shape* ticks = shape_of(find_chart(page, "chart_survival")->chart, ShapeKind::Ticks);
  ASSERT_NE(ticks, nullptr);
  ASSERT_EQ(ticks->points.size(), 2U) << "at 5 and 8, and not where the next row goes on";
  EXPECT_EQ(ticks->points[0].x, 5);
  const TableNode& at_risk = table_in(page, "table_at_risk");
  ASSERT_EQ(at_risk.columns.size(), 6U);
  const char* const observed[] = {"2", "2", "2", "3", "2"};  // at 0, 2, 4, 6, 8
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(at_risk.rows[0][i + 1].text, observed[i]) << i;
  EXPECT_NE(text_of(report).find("counted from then: 3 of 5 customers."), std::string::npos) << text_of(report);
  EXPECT_NE(text_of(report).find("Of 5 customers 3 left"), std::string::npos) << text_of(report);
}

TEST(FactsPage, TalliesReasons) {
  ReasonTable table;
  for (const char* reason : {"too_expensive", "unused", "too_expensive"})
    table.reason.codes.push_back(table.reason.words.add(reason));
  const Facts facts{.kind = FactKind::Reasons, .table = std::move(table)};
  const Report report = build_facts_report({&facts}, {}, kFigures);
  EXPECT_NE(text_of(report).find("The reason given most often is too_expensive: 66.7%"), std::string::npos)
      << text_of(report);
  const Node page = page_of(report);
  EXPECT_EQ(table_in(page, "table_reasons").rows.size(), 2U);
  const ChartNode* node = find_chart(page, "chart_reasons");
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->summary.find("3 customers gave a reason, 2 of them the commonest; 95% interval "), 0U)
      << "the first sentence names it: " << node->summary;
  EXPECT_EQ(find_node(page, "table_reason_groups"), nullptr) << "each is about one reason alone";
  const SectionNode& fold = std::get<SectionNode>(find_node(page, "reasons_fold")->body);
  EXPECT_EQ(fold.role, SectionRole::Fold) << "the bars say it already";
  EXPECT_FALSE(fold.open);
  ASSERT_NE(find_node(page, "take"), nullptr) << "an answer without metrics is taken along too";
  EXPECT_NE(std::get<ButtonNode>(find_node(page, "copy_results")->body).copy.find("too_expensive\t2\t66.7%"),
            std::string::npos);
  EXPECT_EQ(count_of(node->chart, ShapeKind::Bar), 2);
  EXPECT_EQ(node->chart.rows, (std::vector<std::string>{"too_expensive", "unused"}));
  EXPECT_EQ(node->chart.labels[1].text, "1 · 33.3%");
}

TEST(FactsPage, TakesReasonsTogetherWhereSeveralMeanTheSame) {
  ReasonTable table;
  for (const char* reason : {"too expensive", "price", "unused"})
    table.reason.codes.push_back(table.reason.words.add(reason));
  const Facts facts{.kind = FactKind::Reasons, .table = std::move(table)};
  const Node page = page_of(build_facts_report({&facts}, {}, kFigures));
  EXPECT_EQ(table_in(page, "table_reason_groups").rows.size(), 2U);
}

TEST(FactsPage, AsksOfManyRowsOnce) {
  Issue question = make_issue(IssueCode::DateAmbiguous, {}, {{"found", std::string("03/04/2024")}});
  question.set = "date_order";
  question.choices = {"dmy", "mdy"};
  ImportedFile file{.issues = {question, question}, .whole = true, .blocked = true};
  file.import.columns = {{.name = "Start", .role = Role::Start}};
  const Node page = page_of(build_files_report({&file}, {}, kFigures));
  EXPECT_EQ(find_node(page, "messages")->children.size(), 2U);
}

TEST(ShownText, WritesOutWhatWouldHideOrTurn) {
  struct Row {
    const char* text;
    const char* shown;
  };
  const Row rows[] = {{"Müller", "Müller"},
                      {"a\xE2\x80\xAE"
                       "b",
                       "a<U+202E>b"},
                      {"a\nb\tc", "a b c"},
                      {"\x01", "<U+0001>"},
                      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
                      {"", ""}};
  for (const Row& row : rows) EXPECT_EQ(shown_text(row.text), row.shown);
  EXPECT_LT(shown_text(std::string(5000, 'x')).size(), 210U);
}

}  // namespace
}  // namespace kirnu
