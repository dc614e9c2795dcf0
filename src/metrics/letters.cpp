#include "metrics/letters.h"

#include <array>

#include "base/rate.h"
#include "metrics/elementary.h"

namespace kirnu {
namespace {

constexpr std::array kLetters{
    Letter{"S", &Letters::S, MetricUnit::Count},
    Letter{"E", &Letters::E, MetricUnit::Count},
    Letter{"L", &Letters::L, MetricUnit::Count},
    Letter{"N", &Letters::N, MetricUnit::Count},
    Letter{"N'", &Letters::N_kept, MetricUnit::Count},
    Letter{"L*", &Letters::L_all, MetricUnit::Count},
    Letter{"R'", &Letters::R_back, MetricUnit::Count},
    Letter{"p", &Letters::p, MetricUnit::Share},
    Letter{"a", &Letters::a, MetricUnit::Ratio},
    Letter{"b_month", &Letters::b_month, MetricUnit::Ratio},
    Letter{"b_year", &Letters::b_year, MetricUnit::Ratio},
    Letter{"n", &Letters::n, MetricUnit::Count},
    Letter{"D", &Letters::D, MetricUnit::Count},
    Letter{"C", &Letters::C_days, MetricUnit::Count},
    Letter{"T", &Letters::T_days, MetricUnit::Count},
    Letter{"mrr_start", &Letters::mrr_start, MetricUnit::Money},
    Letter{"mrr_churned", &Letters::mrr_churned, MetricUnit::Money},
    Letter{"mrr_contraction", &Letters::mrr_contraction, MetricUnit::Money},
    Letter{"mrr_expansion", &Letters::mrr_expansion, MetricUnit::Money},
    Letter{"mrr_new", &Letters::mrr_new, MetricUnit::Money},
    Letter{"mrr_reactivation", &Letters::mrr_reactivation, MetricUnit::Money},
    Letter{"V", &Letters::value_start, MetricUnit::Money},
    Letter{"V_lost", &Letters::value_lost, MetricUnit::Money},
    Letter{"B", &Letters::buyers, MetricUnit::Count},
    Letter{"H", &Letters::halved, MetricUnit::Count},
    Letter{"Q", &Letters::customers, MetricUnit::Count},
    Letter{"R", &Letters::repeat, MetricUnit::Count},
    Letter{"I", &Letters::inactive, MetricUnit::Count},
    Letter{"tau", &Letters::tau, MetricUnit::Periods},
    Letter{"alpha", &Letters::alpha, MetricUnit::Fitted},
    Letter{"beta", &Letters::beta, MetricUnit::Fitted},
    Letter{"c", &Letters::c, MetricUnit::Fitted},
    Letter{"t", &Letters::t, MetricUnit::Count},
    Letter{"k", &Letters::k, MetricUnit::Count},
    Letter{"arpa", &Letters::arpa, MetricUnit::Money},
    Letter{"margin", &Letters::margin, MetricUnit::Share},
    Letter{"acquisition", &Letters::acquisition, MetricUnit::Money},
    Letter{"kept", &Letters::what_if_kept, MetricUnit::Count},
    Letter{"d", &Letters::d, MetricUnit::Share},
    Letter{"i", &Letters::i, MetricUnit::Share},
};

void add_period(Letters& letters, const Period& period) {
  const int months = months_in(period.unit);
  letters.period = period;
  letters.a = months > 0 ? months : period.days;
  letters.b_month = months > 0 ? 1 : kDaysPerMonth;
  letters.b_year = months > 0 ? 12 : kDaysPerYear;
}

}  // namespace

const Letter* find_letter(std::string_view token) {
  for (const Letter& letter : kLetters) {
    if (letter.token == token) return &letter;
  }
  return nullptr;
}

Letters build_letters(const PeriodTotals& totals, const std::optional<Period>& period) {
  Letters letters;
  letters.S = totals.start;
  letters.E = totals.end;
  letters.L = totals.lost;
  letters.N_kept = totals.new_kept;
  if (totals.new_kept) letters.N = *totals.new_kept + totals.new_left;
  letters.L_all = churn_events(totals);
  if (totals.returned_said) letters.R_back = totals.returned;
  letters.p = ratio(letters.L, letters.S);
  if (period && period->days > 0) add_period(letters, *period);
  return letters;
}

void add_mrr(Letters& letters, const MrrTotals& mrr) {
  letters.mrr_start = mrr.start;
  letters.mrr_churned = mrr.churned;
  letters.mrr_contraction = mrr.contraction;
  letters.mrr_expansion = mrr.expansion;
  letters.mrr_new = mrr.new_;
  letters.mrr_reactivation = mrr.reactivation;
  const std::optional<double> monthly = ratio(letters.mrr_start, letters.S);
  const std::optional<double> months = ratio(letters.a, letters.b_month);
  if (monthly && months) letters.arpa = *monthly * *months;
}

// (1 + d)^(a / b_year) - 1, the rate of the own period that makes d in a year
void add_value_inputs(Letters& letters, const ValueInputs& inputs) {
  if (inputs.arpa) letters.arpa = inputs.arpa;
  letters.margin = inputs.margin;
  letters.acquisition = inputs.acquisition_cost;
  const std::optional<double> kept = inputs.what_if_kept;
  if (kept && *kept >= 0 && kept <= letters.L) letters.what_if_kept = kept;
  letters.d = inputs.discount;
  const std::optional<double> years = ratio(letters.a, letters.b_year);
  if (letters.d && *letters.d > -1 && years) letters.i = exp_m1(*years * log_1p(*letters.d));
}

void add_history(Letters& letters, std::span<const double> churn) {
  letters.p_i.assign(churn.begin(), churn.end());
  letters.n = static_cast<double>(churn.size());
}

}  // namespace kirnu
