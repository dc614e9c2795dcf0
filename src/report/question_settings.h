#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/period.h"
#include "metrics/choices.h"
#include "metrics/lifetime_model.h"
#include "metrics/time_zone.h"

namespace kirnu {

/// A half-open span of days, start < end.
struct DaySpan {
  Date start = {};
  Date end = {};
};

/// What somebody asks about files of facts: the --set keys of the same names. Absent: the default that
/// docs/report.md names, told as an assumption where it matters.
struct QuestionSettings {
  std::optional<Date> from = {};      ///< first day of the leading period
  std::optional<Date> to = {};        ///< the day after its last
  std::optional<Period> period = {};  ///< of the series
  bool fiscal_year = false;           ///< the years begin with `fiscal_year_start`
  int fiscal_year_start = 1;          ///< month, 1–12
  std::optional<Date> as_of = {};     ///< where the data end: the last day that was observed
  std::string time_zone = "UTC";      ///< IANA name
  ZoneOffsets zone = {};              ///< of that name; whoever asks brings it
  std::string definition = {};        ///< which one leads; empty: start_base
  ChurnDate churn_date = ChurnDate::PeriodEnd;
  std::optional<int> gap_days = {};  ///< a gap of at most so many days is no interruption; absent: 0, of bare days 1
  bool count_past_due = true;
  bool count_trials = false;
  std::optional<DaySpan> before = {};  ///< the two windows of a comparison
  std::optional<DaySpan> after = {};
  std::optional<PurchaseMeasure> measure = {};  ///< absent: orders, of whole periods the value
  RetentionRule retention = RetentionRule::Exact;
  SurvivalInterval survival_interval = SurvivalInterval::LogLog;
  std::optional<double> tau = {};     ///< end of the restricted mean, in the data's own unit
  std::string segment = {};           ///< name of a column; empty: none
  std::optional<double> margin = {};  ///< fraction
  std::optional<double> arpa = {};
  std::optional<double> discount = {};  ///< a year, fraction
  std::optional<double> acquisition_cost = {};
  std::optional<double> what_if_kept = {};  ///< the key "kept": so many of the lost, if they had stayed
  std::optional<double> threshold = {};     ///< lost customers worth less are left out of the ranked list
  std::optional<LifetimeModel> model = {};  ///< of a projection; absent: sbg
  std::optional<int> fit_periods = {};      ///< renewals to fit; absent: all
  std::optional<int> horizon = {};          ///< last renewal of the projected curve
  std::optional<int> inactive_days = {};  ///< who has not bought for so long is inactive; absent: suggested by the gaps
  std::optional<double> cohort_size = {};  ///< customers that a series of percent is of
};

/// What became of one KEY=VALUE.
enum class SettingOutcome {
  Done,
  UnknownKey,  ///< no key of QuestionSettings
  BadValue,    ///< nothing was changed; setting_values() says what is understood
};

/// Takes one setting. An empty value takes it back to the default. Dates are 2025-01-31; spans are FROM/TO (TO not
/// included); numbers have a decimal point or comma, and shares may be written as 80%.
SettingOutcome take_setting(QuestionSettings&, std::string_view key, std::string_view value);

/// The same of a key that takes a number, shares as fractions.
SettingOutcome take_setting(QuestionSettings&, std::string_view key, double value);

/// What a key understands, in a few English words ("a date such as 2025-01-31"); empty for an unknown key.
std::string_view setting_values(std::string_view key);

}  // namespace kirnu
