#include "facts/plan/list_order.h"

#include <gmock/gmock.h>

#include "base/date.h"
#include "support/imported.h"

namespace kirnu {
namespace {

TEST(ListOrder, IsToldByNamesOfFiles) {
  struct Row {
    const char* name;
    const char* first;
  };
  const Row rows[] = {{"kunden_2024.csv", "2024-01-01"},
                      {"/exports/2025/Kunden-2024.xlsx", "2024-01-01"},
                      {"customers2024.csv.gz", "2024-01-01"},
                      {"Kunden 31.12.2023.csv", "2023-12-31"},
                      {"export-2024-03.csv", "2024-03-01"},
                      {"liste_q1_2024.csv", "2024-01-01"},
                      {"KUNDEN_2024.CSV", "2024-01-01"},
                      {"kunden.csv", ""},
                      {"2025/kunden.csv", ""},
                      {"liste 2.csv", ""},
                      {"kunden-10117.csv", ""}};
  for (const Row& row : rows) {
    const std::optional<NamedDays> days = days_of_file(row.name);
    EXPECT_EQ(days ? write_date({days->from}) : "", row.first) << row.name;
  }
}

NamedDays year(int number) { return {.from = date_of(number, 1, 1).days, .to = date_of(number + 1, 1, 1).days}; }

TEST(ListOrder, PutsTheEarlierBeforeTheLaterAndTheOldestLast) {
  using Times = std::vector<NamedDays>;
  EXPECT_THAT(order_by_time(Times{year(2024), year(2023)}), testing::Optional(testing::ElementsAre(1, 0)));
  EXPECT_THAT(order_by_time(Times{year(2022), year(2023), year(2024)}),
              testing::Optional(testing::ElementsAre(1, 2, 0)));
  EXPECT_FALSE(order_by_time(Times{year(2023), year(2024)}));
  EXPECT_FALSE(order_by_time(Times{year(2023), year(2024), year(2022)}));
  EXPECT_FALSE(order_by_time(Times{year(2024)}));
  EXPECT_FALSE(order_by_time(Times{}));
}

CustomerList list_of(std::optional<NamedDays> column, std::optional<NamedDays> file) {
  CustomerList list;
  list.named = std::move(column);
  list.file = std::move(file);
  return list;
}

TEST(ListOrder, TakesTheTimesOfColumnsElseThoseOfFiles) {
  const CustomerList one = list_of(year(2024), year(2020)), two = list_of(year(2023), year(2021));
  const CustomerList same = list_of(year(2024), year(2022)), none = list_of({}, year(2020)), nothing = list_of({}, {});
  const auto first_of = [](const std::vector<const CustomerList*>& lists) {
    const std::vector<NamedDays> days = days_of_lists(lists);
    return days.empty() ? std::string() : write_date({days[0].from});
  };
  EXPECT_EQ(first_of({&one, &two}), "2024-01-01");
  EXPECT_EQ(first_of({&one, &same}), "2020-01-01") << "the columns are of one year";
  EXPECT_EQ(first_of({&same, &none}), "2022-01-01");
  EXPECT_EQ(first_of({&one, &none}), "");
  EXPECT_EQ(first_of({&one, &nothing}), "");
  EXPECT_EQ(first_of({&one, nullptr}), "");
}

TEST(ListOrder, OfTwoColumnsIsToldByTheirNames) {
  for (const char* names : {"2024;2023", "Kunden 2024;Kunden 2023", "neu;alt", "this year;last year"}) {
    const ImportedFile file = import(std::string(names) + "\nA;A\nB;B\nD;C\nE;\n");
    ASSERT_EQ(file.facts.size(), 2U) << names;
    EXPECT_EQ(std::get<CustomerList>(file.facts[0].table).customers.size(), 3U) << names;
    EXPECT_TRUE(has_issue(file, IssueCode::ListsTurned)) << names;
  }
  for (const char* names : {"2023;2024", "alt;neu", "Liste 2;Liste 1", "before;after"}) {
    const ImportedFile file = import(std::string(names) + "\nA;A\nB;B\nD;C\nE;\n");
    ASSERT_EQ(file.facts.size(), 2U) << names;
    EXPECT_EQ(std::get<CustomerList>(file.facts[0].table).customers.size(), 4U) << names;
  }
}

}  // namespace
}  // namespace kirnu
