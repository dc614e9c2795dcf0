#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "facts/tables/counts.h"
#include "facts/tables/mrr.h"

namespace kirnu {

/// What kind of number something is: how it is written.
enum class MetricUnit {
  Share,    ///< a fraction shown as percent
  Ratio,    ///< a plain number
  Count,    ///< whole customers
  Money,    ///< an amount in major units
  Periods,  ///< a length in the reader's own periods
  Months,   ///< a length in months of 30.436875 days
  Fitted,   ///< a plain number with three decimals, as papers print parameters
};

/// One day of a period.
struct DayCount {
  double lost = 0;   ///< all departures of the day
  double start = 0;  ///< customers when it began
};

/// Every quantity that a formula of the catalog may name, under the letters of docs/metrics.md. Absent: not known.
struct Letters {
  std::optional<double> S = {};       ///< start: customers when the period opens
  std::optional<double> E = {};       ///< end: customers when it closes
  std::optional<double> L = {};       ///< lost from the opening base and absent at close
  std::optional<double> N = {};       ///< all new: N_kept + those who left again
  std::optional<double> N_kept = {};  ///< N': new and still there at close
  std::optional<double> L_all = {};   ///< L*: all churn events
  std::optional<double> R_back = {};  ///< R': came back without being in the opening base; absent when not said

  std::optional<double> p = {};        ///< customer churn of the reader's period, L / S
  std::optional<double> a = {};        ///< length of the reader's period …
  std::optional<double> b_month = {};  ///< … of a month, in the same measure: months for calendar months, else days
  std::optional<double> b_year = {};   ///< … of a year
  std::optional<Period> period = {};
  std::vector<double> p_i = {};  ///< churn of several measured periods, oldest first
  std::optional<double> n = {};  ///< their number

  std::vector<DayCount> daily = {};   ///< each day of the period
  std::optional<double> D = {};       ///< days in the period
  std::optional<double> C_days = {};  ///< C: the opening customers of its days, added
  std::optional<double> T_days = {};  ///< T: days that customers were there, added

  std::optional<double> mrr_start = {};
  std::optional<double> mrr_churned = {};
  std::optional<double> mrr_contraction = {};
  std::optional<double> mrr_expansion = {};
  std::optional<double> mrr_new = {};
  std::optional<double> mrr_reactivation = {};

  std::optional<double> value_start = {};  ///< V: what the opening customers were worth, by a list or by orders
  std::optional<double> value_lost = {};   ///< V_lost: of those, the lost ones
  std::optional<double> buyers = {};       ///< B: who bought in the first of two windows
  std::optional<double> halved = {};       ///< H: of those, whose rate of purchase fell by more than half
  std::optional<double> customers = {};    ///< who ever bought
  std::optional<double> repeat = {};       ///< of those, twice or more
  std::optional<double> inactive = {};     ///< of those, not for longer than the limit of inactivity
  std::optional<double> median = {};       ///< of a survival curve, in its unit
  std::optional<double> rmst = {};         ///< area under a survival curve up to tau, in its unit
  std::optional<double> tau = {};

  std::optional<double> alpha = {};  ///< of a fitted law of lifetimes; geometric ones have p alone
  std::optional<double> beta = {};
  std::optional<double> c = {};
  std::optional<double> t = {};               ///< renewals up to the horizon
  std::optional<double> k = {};               ///< the first renewal not yet observed
  std::optional<double> projected = {};       ///< S(t)
  std::optional<double> residual = {};        ///< discounted, of those there after k - 1 renewals, in periods
  std::optional<double> projected_rmst = {};  ///< area under S up to t, in periods

  std::optional<double> arpa = {};          ///< revenue per customer and own period
  std::optional<double> margin = {};        ///< fraction
  std::optional<double> acquisition = {};   ///< what it costs to win a customer
  std::optional<double> what_if_kept = {};  ///< so many of L, if they had stayed
  std::optional<double> d = {};             ///< discount rate a year, a fraction
  std::optional<double> i = {};             ///< discount rate of the own period, (1 + d)^(a / b_year) - 1
};

/// A letter as formulas write it between braces, e.g. "L*" in "{L*} ÷ {S}", where its number stands, and how it is
/// written. The string "letter.<token>" is its name.
struct Letter {
  std::string_view token;
  std::optional<double> Letters::*member;
  MetricUnit unit;
};

/// Finds a letter by its token.
const Letter* find_letter(std::string_view token);

/// The letters of one period's counts. Without a period there is no conversion.
Letters build_letters(const PeriodTotals&, const std::optional<Period>& period);

/// Adds MRR movements, and ARPA for the own period from them where the period is known.
void add_mrr(Letters&, const MrrTotals&);

/// What somebody typed about a customer's value; absent means "not said".
struct ValueInputs {
  std::optional<double> arpa = {};      ///< revenue per customer and own period
  std::optional<double> margin = {};    ///< fraction
  std::optional<double> discount = {};  ///< a year, fraction above -1
  std::optional<double> acquisition_cost = {};
  std::optional<double> what_if_kept = {};  ///< so many of the lost, if they had stayed
};

/// Adds the inputs of a customer's value. A typed ARPA goes before one from MRR. Call it after add_mrr().
void add_value_inputs(Letters&, const ValueInputs&);

/// Adds the churn of several measured periods, oldest first, each a share in [0, 1].
void add_history(Letters&, std::span<const double> churn);

}  // namespace kirnu
