#include "metrics/data_end.h"

#include <gtest/gtest.h>

#include "support/sample_facts.h"

namespace kirnu {
namespace {

using Rows = std::vector<SubscriptionRow>;

struct EndCase {
  const char* name;
  Rows rows;
  std::string day;
  std::string happened;  ///< "": no end seems planned
};
void PrintTo(const EndCase& one, std::ostream* out) { *out << one.name; }

/// One contract a month from 2024-01 on, so many, each over so many months.
Rows contracts(int count, int months, const std::string& status = {}) {
  Rows rows;
  for (int i = 0; i < count; ++i) {
    rows.push_back({.customer = "C" + std::to_string(i),
                    .start = write_date(first_of_month(2024, 1 + i)),
                    .end = write_date(first_of_month(2024, 1 + i + months)),
                    .status = status});
  }
  return rows;
}

class DataEnds : public testing::TestWithParam<EndCase> {};

TEST_P(DataEnds, AreTheLatestDateAndWhatHappenedBeforePlannedOnes) {
  const EndCase& c = GetParam();
  const std::optional<DataEnd> end = find_data_end(subscriptions(c.rows), {});
  ASSERT_TRUE(end);
  EXPECT_EQ(write_date({end->day}), c.day);
  EXPECT_EQ(end->happened ? write_date({*end->happened}) : "", c.happened);
}

INSTANTIATE_TEST_SUITE_P(
    All, DataEnds,
    testing::Values(EndCase{"soon_after_the_last_start",
                            {{.customer = "A", .start = "2024-01-01", .end = "2024-03-20"},
                             {.customer = "B", .start = "2024-03-01"}},
                            "2024-03-20",
                            ""},
                    EndCase{"terms_of_a_year", contracts(4, 12), "2025-04-01", "2024-04-01"},
                    EndCase{"a_year_with_its_last_day",
                            {{.customer = "A", .start = "2023-10-01", .end = "2024-09-30"},
                             {.customer = "B", .start = "2024-03-01", .end = "2025-02-28"},
                             {.customer = "C", .start = "2024-05-01", .end = "2026-04-30"}},
                            "2026-04-30",
                            "2024-05-01"},
                    EndCase{"everybody_began_at_once_and_left_one_after_the_other",
                            {{.customer = "A", .start = "2024-01-01", .end = "2024-03-07"},
                             {.customer = "B", .start = "2024-01-02", .end = "2024-06-19"},
                             {.customer = "C", .start = "2024-01-03", .end = "2024-11-02"},
                             {.customer = "D", .start = "2024-01-04"}},
                            "2024-11-02",
                            ""},
                    EndCase{"few_starts_far_apart",
                            {{.customer = "A", .start = "2024-01-01", .end = "2024-04-01"},
                             {.customer = "B", .start = "2024-06-01", .end = "2024-09-01"}},
                            "2024-09-01",
                            ""},
                    EndCase{"half_years_long_after_regular_starts", contracts(24, 6), "2026-06-01", "2025-12-01"},
                    EndCase{"terms_of_too_few_starts", contracts(7, 4), "2024-11-01", ""},
                    EndCase{"active_until_an_end_to_come",
                            {{.customer = "A", .start = "2024-01-01", .end = "2024-02-10", .status = "expired"},
                             {.customer = "B", .start = "2024-01-15", .end = "2024-04-15", .status = "active"}},
                            "2024-04-15",
                            "2024-02-10"},
                    EndCase{"expired_on_the_last_day",
                            {{.customer = "A", .start = "2024-01-01", .end = "2025-01-01", .status = "expired"},
                             {.customer = "B", .start = "2024-01-15", .end = "2025-01-15", .status = "expired"}},
                            "2025-01-15",
                            ""},
                    EndCase{"cancelled_to_the_end_of_what_was_paid",
                            {{.customer = "A", .start = "2024-01-01", .end = "2024-04-01", .canceled = "2024-02-20"},
                             {.customer = "B", .start = "2024-01-20", .end = "2024-12-20", .canceled = "2024-03-05"},
                             {.customer = "C", .start = "2024-02-10"}},
                            "2024-12-20",
                            "2024-03-05"},
                    EndCase{"called_ended_since_notice_was_given",
                            {{.customer = "A",
                              .start = "2024-01-01",
                              .end = "2024-03-01",
                              .canceled = "2024-02-20",
                              .status = "canceled"},
                             {.customer = "B",
                              .start = "2024-01-20",
                              .end = "2024-12-31",
                              .canceled = "2024-03-05",
                              .status = "canceled"},
                             {.customer = "C", .start = "2024-02-10"}},
                            "2024-12-31",
                            "2024-03-05"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(DataEnd, IsAbsentWithoutDates) { EXPECT_FALSE(find_data_end(subscriptions({{.customer = "A"}}), {})); }

}  // namespace
}  // namespace kirnu
