#include "metrics/renewals.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"

namespace kirnu {
namespace {

/// Whole periods between days, from tables of the calendar.
class Ages {
 public:
  Ages(const PeriodChoice& choice, const DayRange& days) : first_(days.first), months_(months_in(choice.unit)) {
    days_ = choice.unit == PeriodUnit::Week ? 7 : choice.unit == PeriodUnit::Days ? std::max(choice.days, 1) : 1;
    if (months_ == 0) return;
    for (std::int32_t day = days.first; day <= days.last; ++day) calendar_.push_back(entry_of(day));
  }

  /// Whole periods from one day to a later one, and whether the later one is a renewal itself. The renewal of a 31st is
  /// the last day of a shorter month.
  struct Age {
    std::int32_t whole = 0;
    bool renewal = true;
  };
  Age between(std::int32_t from, std::int32_t to) const {
    if (months_ == 0) return {.whole = (to - from) / days_, .renewal = (to - from) % days_ == 0};
    const Entry& a = calendar_[static_cast<std::size_t>(from - first_)];
    const Entry& b = calendar_[static_cast<std::size_t>(to - first_)];
    const std::int32_t due = std::min(a.day, b.month_days);
    const std::int32_t months = b.month - a.month - (b.day < due ? 1 : 0);
    return {.whole = months / months_, .renewal = months % months_ == 0 && b.day == due};
  }

 private:
  struct Entry {
    std::int32_t month = 0;  ///< counted on from year 0
    std::int32_t day = 1;
    std::int32_t month_days = 31;
  };

  static Entry entry_of(std::int32_t day) {
    const CivilDate date = civil_date({day});
    const std::int32_t first = first_of_month(date.year, date.month).days;
    return {.month = date.year * 12 + date.month,
            .day = date.day,
            .month_days = first_of_month(date.year, date.month + 1).days - first};
  }

  std::int32_t first_;
  std::int32_t months_;
  std::int32_t days_ = 1;
  std::vector<Entry> calendar_ = {};
};

/// Who left at renewal i + 1, and who was last seen after it, become renewals.
class RenewalCounter {
 public:
  void left(std::size_t renewal) { ++place(renewal).left; }
  void seen(std::size_t renewal) {
    if (renewal > 0) ++place(renewal).stayed;
  }

  /// From the oldest age back: who reached an age reached all before it.
  Renewals take() {
    double later = 0;
    for (std::size_t i = renewals_.size(); i-- > 0;) {
      renewals_[i].stayed += later;
      later = renewals_[i].left + renewals_[i].stayed;
    }
    if (renewals_.size() > kMostRenewals) renewals_.resize(kMostRenewals);
    return std::move(renewals_);
  }

 private:
  Renewal& place(std::size_t renewal) {
    if (renewal > renewals_.size()) renewals_.resize(renewal);
    return renewals_[renewal - 1];
  }

  Renewals renewals_;
};

}  // namespace

SeriesStart series_start(const RetentionSeries& series) {
  if (series.retained.empty()) return {};
  const double first = series.retained.front();
  if (!series.percent || first == 100 || first == 1) return {.whole = first};
  return {.whole = first < 1 ? 1.0 : 100.0, .left_out = first < 100};
}

Renewals build_renewals(const RetentionSeries& series, double size) {
  const SeriesStart start = series_start(series);
  const double unit = series.percent && start.whole > 0 ? size / start.whole : 1;
  Renewals renewals;
  double before = start.whole;
  for (std::size_t i = start.left_out ? 0 : 1; i < series.retained.size() && i <= kMostRenewals; ++i) {
    const double now = series.retained[i];
    renewals.push_back({.left = (before - now) * unit, .stayed = now * unit});
    before = now;
  }
  return renewals;
}

Renewals build_renewals(const Spells& spells, const PeriodChoice& choice, std::int32_t as_of) {
  std::int32_t first_day = as_of;
  spells.visit([&](std::uint32_t, const Spell* spell, const Spell*) { first_day = std::min(first_day, spell->start); });
  const Ages ages(choice, {.first = first_day, .last = as_of});
  RenewalCounter counter;
  spells.visit([&](std::uint32_t, const Spell* spell, const Spell*) {
    if (spell->start > as_of) return;
    const std::int32_t observed = ages.between(spell->start, as_of).whole;
    if (spell->end <= as_of) {
      const Ages::Age age = ages.between(spell->start, spell->end);
      const std::int32_t renewal = std::max(1, age.renewal ? age.whole : age.whole + 1);
      if (renewal <= observed) return counter.left(static_cast<std::size_t>(renewal));
    }
    counter.seen(static_cast<std::size_t>(observed));
  });
  return counter.take();
}

Renewals build_renewals(const SurvivalSteps& steps) {
  Renewals renewals;
  double at_risk = 0;
  for (const SurvivalStep& step : steps) {
    if (step.time != std::floor(step.time) || step.time > static_cast<double>(kMostRenewals)) return {};
    if (step.time > 0) at_risk += static_cast<double>(step.left + step.censored);
  }
  for (const SurvivalStep& step : steps) {
    if (step.time == 0) continue;
    while (renewals.size() + 1 < static_cast<std::size_t>(step.time)) renewals.push_back({.stayed = at_risk});
    const auto left = static_cast<double>(step.left);
    renewals.push_back({.left = left, .stayed = at_risk - left});
    at_risk -= left + static_cast<double>(step.censored);
  }
  return renewals;
}

std::vector<double> still_there(const Renewals& renewals) {
  std::vector<double> shares{1};
  for (const Renewal& renewal : renewals) {
    const double all = renewal.left + renewal.stayed;
    if (all <= 0) break;
    shares.push_back(shares.back() * (renewal.stayed / all));
  }
  return shares;
}

}  // namespace kirnu
