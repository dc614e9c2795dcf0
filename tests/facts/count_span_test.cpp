#include "facts/count_span.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kirnu {
namespace {

std::string span_text(const std::vector<ImportColumn>& columns) {
  const std::optional<CountSpan> span = span_of_names(columns);
  if (!span) return "none";
  const std::string unit = span->unit ? std::string(period_unit_name(*span->unit)) : "days";
  return span->span ? unit + " " + span->span->start + " " + span->span->end : unit;
}

TEST(CountSpan, IsBetweenTwoDays) {
  const auto between = [](const char* opening, const char* closing) {
    return span_text({{.name = opening, .role = Role::Opening}, {.name = closing, .role = Role::Closing}});
  };
  EXPECT_EQ(between("Kunden am 01.01.2023", "Kunden am 31.12.2023"), "year 2023-01-01 2024-01-01");
  EXPECT_EQ(between("Kunden 1.1.2023", "Kunden 1.1.2024"), "year 2023-01-01 2024-01-01");
  EXPECT_EQ(between("Bestand 31.12.2022", "Bestand 31.12.2023"), "year 2023-01-01 2024-01-01");
  EXPECT_EQ(between("customers 2024-02-01", "customers 2024-02-29"), "month 2024-02-01 2024-03-01");
  EXPECT_EQ(between("Kunden 5.1.2023", "Kunden 20.1.2023"), "days 2023-01-05 2023-01-21");
  EXPECT_EQ(between("Kunden 31.12.2023", "Kunden 01.01.2023"), "none");
}

TEST(CountSpan, IsThePeriodThatNamesTell) {
  EXPECT_EQ(span_text({{.name = "Kunden Anfang 2023", .role = Role::Opening},
                       {.name = "Kunden Ende 2023", .role = Role::Closing}}),
            "year 2023-01-01 2024-01-01");
  EXPECT_EQ(span_text({{.name = "Kunden 2022", .role = Role::Opening},
                       {.name = "Kunden 2023", .role = Role::Closing},
                       {.name = "Neue 2023", .role = Role::New}}),
            "year 2023-01-01 2024-01-01");
  EXPECT_EQ(span_text({{.name = "Neue 2023", .role = Role::New}, {.name = "Verlorene 2022", .role = Role::Churned}}),
            "none");
}

TEST(CountSpan, IsAUnitAloneWhereNoYearIsTold) {
  EXPECT_EQ(span_text({{.name = "Asiakkaita vuoden alussa", .role = Role::Opening}}), "year");
  EXPECT_EQ(span_text({{.name = "Customers at start of month", .role = Role::Opening}}), "month");
  EXPECT_EQ(span_text({{.name = "Customers", .role = Role::Opening}}), "none");
  EXPECT_EQ(span_text({{.name = "customers today", .role = Role::Opening}}), "none");
}

}  // namespace
}  // namespace kirnu
