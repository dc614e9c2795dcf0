#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "facts/tables/tables.h"

/// How tables of cohorts name the periods since a cohort began.
namespace kirnu {

/// The oldest age of a table of cohorts whose ages have gaps: "M0; M1; M3; M12". "Day 0; Day 1; Day 90" is none.
inline constexpr int kOldestWithGaps = 60;

struct AgeLabel {
  int age = 0;
  std::optional<PeriodUnit> unit = {};  ///< absent where the label is a number, or "period 3"
};

/// Reads "3", "Month 3", "M+3", "3. Monat", "after 3 months", "kk 3", "Week 3 (%)"; absent for anything else.
std::optional<AgeLabel> read_age_label(std::string_view text);

/// "-2": before the cohort began.
bool is_age_below_zero(std::string_view text);

/// The ages that labels name, each older than the one before ("Day 0", "Day 1", "Day 7"; an empty first one is 0); of
/// other labels 0, 1, 2 …
std::vector<int> ages_of(const RetentionSeries& series);

/// The first age of labels that count up by one from 0 or 1; absent when they do not.
std::optional<AgeLabel> first_age(const std::vector<std::string_view>& labels);

}  // namespace kirnu
