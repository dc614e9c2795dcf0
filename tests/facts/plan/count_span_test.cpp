#include "facts/plan/count_span.h"

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
  EXPECT_EQ(between("Customers 1 January 2024", "Customers 31 December 2024"), "year 2024-01-01 2025-01-01");
  EXPECT_EQ(between("Kunden 31. Dezember 2023", "Kunden 31. Dezember 2024"), "year 2024-01-01 2025-01-01");
  EXPECT_EQ(between("Customers on January 1, 2024", "Customers on March 31, 2024"), "quarter 2024-01-01 2024-04-01");
  EXPECT_EQ(between("Jäseniä 1. tammikuuta 2024", "Jäseniä 31. joulukuuta 2024"), "year 2024-01-01 2025-01-01");
}

TEST(CountSpan, IsFromOneMonthToALaterOne) {
  const auto between = [](const char* opening, const char* closing) {
    return span_text({{.name = opening, .role = Role::Opening}, {.name = closing, .role = Role::Closing}});
  };
  EXPECT_EQ(between("Members Jan 2024", "Members Dec 2024"), "year 2024-01-01 2025-01-01");
  EXPECT_EQ(between("Members Dec 2023", "Members Dec 2024"), "year 2024-01-01 2025-01-01");
  EXPECT_EQ(between("Kunden Januar 2024", "Kunden Februar 2024"), "month 2024-02-01 2024-03-01");
  EXPECT_EQ(between("Kunden Q1 2024", "Kunden Q4 2024"), "year 2024-01-01 2025-01-01");
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
