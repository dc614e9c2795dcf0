#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/rate.h"
#include "facts/tables/tables.h"
#include "metrics/choices.h"
#include "metrics/spells.h"

/// Kaplan and Meier, with the rules of R's survival package.
namespace kirnu {

/// How many left, how many were last seen, and how many began to be observed, after one length of time.
struct SurvivalStep {
  double time = 0;
  std::int64_t left = 0;
  std::int64_t censored = 0;  ///< still there when the data end
  std::int64_t entered = 0;   ///< at risk after this time; who was observed from 0 on is not among them
};

/// Steps by time, each time once; times are finite and 0 or more.
using SurvivalSteps = std::vector<SurvivalStep>;

SurvivalSteps build_steps(std::span<const double> time, std::span<const std::uint8_t> left);

/// Of a table; with a column of groups, of the rows with that code alone. Where one row goes on from another of them,
/// nobody was last seen and nobody entered.
SurvivalSteps build_steps(const SurvivalTable&, const CodeColumn* group = nullptr, std::uint32_t code = 0);

/// How many are at risk at the first time: who left or was last seen later, but for those who enter later too.
std::int64_t at_risk_first(const SurvivalSteps&);

/// Counts whole lengths of time.
class LengthCounts {
 public:
  void add(std::size_t length, bool left) {
    if (length >= seen_.size()) seen_.resize(length + 1 + length / 2);
    ++(left ? seen_[length].left : seen_[length].censored);
  }

  /// Days of somebody's first spell; who is still there is censored at as_of.
  void add(const Spell& spell, std::int32_t as_of) {
    const bool left = spell.end != Spell::kOpen && spell.end <= as_of;
    const std::int32_t last = left ? spell.end : as_of;
    if (last >= spell.start) add(static_cast<std::size_t>(last - spell.start), left);
  }

  SurvivalSteps take() const;

 private:
  struct Seen {
    std::int64_t left = 0;
    std::int64_t censored = 0;
  };
  std::vector<Seen> seen_;  ///< by length
};

struct SurvivalPoint {
  double time = 0;
  std::int64_t at_risk = 0;
  std::int64_t events = 0;
  double survival = 1;
  std::optional<double> error = {};       ///< Greenwood's standard error; absent at 0
  std::optional<Interval> interval = {};  ///< 95 %; absent at 0
};

/// How many were last seen at one time, still there, or entered then.
struct TimedCount {
  double time = 0;
  std::int64_t count = 0;
};

/// A time that may not be reached.
struct MedianLifetime {
  std::optional<double> value = {};
  std::optional<double> low = {};
  std::optional<double> high = {};
};

struct SurvivalCurve {
  std::int64_t n = 0;                      ///< customers
  std::int64_t left = 0;                   ///< of those, who left at least once
  std::int64_t late = 0;                   ///< and who were observed from a later time than 0 on
  std::int64_t events = 0;                 ///< how often somebody left
  double last_time = 0;                    ///< the longest, of those who left or were seen
  std::vector<SurvivalPoint> points = {};  ///< one a time at which somebody left
  std::vector<TimedCount> censored = {};   ///< by time
  std::vector<TimedCount> entered = {};    ///< by time; none at 0
  MedianLifetime median = {};
};
/// Takes everybody who left or was last seen for one customer; count_customers() knows better where rows say who it is.
SurvivalCurve build_survival(const SurvivalSteps&, SurvivalInterval = SurvivalInterval::LogLog);

/// Corrects n, left and late of a table's curve where customers have several rows.
void count_customers(SurvivalCurve&, const SurvivalTable&, const CodeColumn* group = nullptr, std::uint32_t code = 0);

/// How many were observed then: left or last seen then or later, and entered before.
std::int64_t at_risk_at(const SurvivalCurve&, double time);

/// The last point that rests on fewer than 10 customers although later ones rest on 10 and on twice as many; absent
/// where there is none.
std::optional<SurvivalPoint> find_thin_point(const SurvivalCurve&);

/// Where a curve falls to 0, and stays there, although others are observed later.
std::optional<SurvivalPoint> find_early_end(const SurvivalCurve&);

/// Mean lifetime up to tau.
struct RestrictedMean {
  double tau = 0;
  double value = 0;
  double error = 0;  ///< standard error
};
RestrictedMean build_restricted_mean(const SurvivalCurve&, double tau);

/// The chance of a chi-squared variable with df >= 1 degrees of freedom to be above x >= 0.
double chi_squared_p(double x, int df);

/// The most groups that are compared.
inline constexpr std::size_t kMostGroups = 8;

struct LogRank {
  double chi2 = 0;
  int df = 0;
  double p = 1;
  std::vector<double> expected = {};        ///< one a group
  std::vector<std::int64_t> observed = {};  ///< one a group
};

/// The log-rank test between 2 to kMostGroups groups that have somebody. Absent for others, and where nobody left while
/// two groups were there.
std::optional<LogRank> build_log_rank(std::span<const SurvivalSteps> groups);

}  // namespace kirnu
