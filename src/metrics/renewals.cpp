#include "metrics/renewals.h"

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "facts/words/age_label.h"

namespace kirnu {
namespace {

PeriodUnit base_unit(const PeriodChoice& choice) {
  return months_in(choice.unit) > 0 ? PeriodUnit::Month : choice.unit;
}

/// Whole units between days, from tables of the calendar.
class Ages {
 public:
  Ages(const SpellAges& ages, const DayRange& days) : first_(days.first), days_(ages.days) {
    if (ages.unit != PeriodUnit::Month) return;
    for (std::int32_t day = days.first; day <= days.last; ++day) calendar_.push_back(entry_of(day));
  }

  /// Whole units from one day to a later one, and whether the later one is a renewal itself. The renewal of a 31st is
  /// the last day of a shorter month.
  struct Age {
    std::int32_t whole = 0;
    bool renewal = true;
  };
  Age between(std::int32_t from, std::int32_t to) const {
    if (calendar_.empty()) return {.whole = (to - from) / days_, .renewal = (to - from) % days_ == 0};
    const Entry& a = calendar_[static_cast<std::size_t>(from - first_)];
    const Entry& b = calendar_[static_cast<std::size_t>(to - first_)];
    const std::int32_t due = std::min(a.day, b.month_days);
    return {.whole = b.month - a.month - (b.day < due ? 1 : 0), .renewal = b.day == due};
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
  std::int32_t days_;
  std::vector<Entry> calendar_ = {};
};

/// The place of a count; room is made for it.
template <typename T>
T& place_in(std::vector<T>& counts, std::size_t place) {
  if (place >= counts.size()) counts.resize(place + 1);
  return counts[place];
}

/// Who left at renewal i + 1, and who was last seen after it, become renewals.
class RenewalCounter {
 public:
  void left(std::size_t renewal, double customers) {
    if (customers > 0) place(renewal).left += customers;
  }
  void seen(std::size_t renewal, double customers) {
    if (renewal > 0 && customers > 0) place(renewal).stayed += customers;
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
  Renewal& place(std::size_t renewal) { return place_in(renewals_, renewal - 1); }

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
  const std::vector<int> ages = ages_of(series);
  Renewals renewals;
  double before = start.whole;
  for (std::size_t i = start.left_out ? 0 : 1; i < series.retained.size(); ++i) {
    const int since = i > 0 ? ages[i] - ages[i - 1] : std::max(1, ages[i]);
    const double now = series.retained[i];
    renewals.resize(renewals.size() + static_cast<std::size_t>(since));
    if (renewals.size() > kMostRenewals) {
      renewals.resize(renewals.size() - static_cast<std::size_t>(since));
      break;
    }
    renewals.back() = {.left = (before - now) * unit, .stayed = now * unit, .since = static_cast<std::size_t>(since)};
    before = now;
  }
  return renewals;
}

SpellAges build_ages(const Spells& spells, const PeriodChoice& choice, std::int32_t as_of) {
  SpellAges ages{.unit = base_unit(choice)};
  if (ages.unit == PeriodUnit::Week) ages.days = 7;
  if (ages.unit == PeriodUnit::Days) ages.days = std::max(choice.days, 1);
  if (!spells.days) return ages;
  const Ages between(ages, {.first = spells.days->first, .last = as_of});
  spells.visit([&](std::uint32_t, const Spell* spell, const Spell*) {
    if (spell->start > as_of) return;
    SpellAges::Known& known =
        place_in(ages.known, static_cast<std::size_t>(between.between(spell->start, as_of).whole));
    if (spell->end > as_of) {
      ++known.stayed;
      return;
    }
    const Ages::Age age = between.between(spell->start, spell->end);
    ++place_in(known.left, static_cast<std::size_t>(age.renewal ? age.whole : age.whole + 1));
  });
  return ages;
}

bool answers(const SpellAges& ages, const PeriodChoice& choice) {
  return !ages.known.empty() && ages.unit == base_unit(choice) &&
         (ages.unit != PeriodUnit::Days || ages.days == std::max(choice.days, 1));
}

Renewals build_renewals(const SpellAges& ages, const PeriodChoice& choice) {
  const auto units = static_cast<std::size_t>(std::max(months_in(choice.unit), 1));
  RenewalCounter counter;
  for (std::size_t known = 0; known < ages.known.size(); ++known) {
    const SpellAges::Known& group = ages.known[known];
    const std::size_t observed = known / units;
    counter.seen(observed, static_cast<double>(group.stayed));
    for (std::size_t age = 0; age < group.left.size(); ++age) {
      const std::size_t renewal = std::max<std::size_t>(1, (age + units - 1) / units);
      const auto customers = static_cast<double>(group.left[age]);
      if (renewal <= observed) counter.left(renewal, customers);
      else counter.seen(observed, customers);
    }
  }
  return counter.take();
}

Renewals build_renewals(const SurvivalSteps& steps) {
  Renewals renewals;
  for (const SurvivalStep& step : steps) {
    if (step.time != std::floor(step.time) || step.time > static_cast<double>(kMostRenewals)) return {};
  }
  auto at_risk = static_cast<double>(at_risk_first(steps));
  for (const SurvivalStep& step : steps) {
    const auto left = static_cast<double>(step.left);
    if (step.time > 0) {
      while (renewals.size() + 1 < static_cast<std::size_t>(step.time)) renewals.push_back({.stayed = at_risk});
      renewals.push_back({.left = left, .stayed = at_risk - left});
    }
    at_risk += static_cast<double>(step.entered - step.left - step.censored);
  }
  return renewals;
}

std::vector<std::optional<double>> still_there(const Renewals& renewals) {
  std::vector<std::optional<double>> shares{1};
  double share = 1;
  for (const Renewal& renewal : renewals) {
    const double all = renewal.left + renewal.stayed;
    if (all > 0) share *= renewal.stayed / all;
    shares.push_back(all > 0 ? std::optional(share) : std::nullopt);
  }
  while (!shares.back()) shares.pop_back();
  return shares;
}

}  // namespace kirnu
