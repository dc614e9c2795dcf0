#include "metrics/catalog.h"

#include <cmath>

#include "metrics/conversion.h"
#include "metrics/elementary.h"
#include "metrics/intervals.h"

// Every formula: its words in kFormulas, its code above them under the same id, with the same letters.
namespace kirnu {
namespace {

using Number = std::optional<double>;

Number operator+(Number x, Number y) { return x && y ? Number(*x + *y) : std::nullopt; }
Number operator-(Number x, Number y) { return x && y ? Number(*x - *y) : std::nullopt; }
Number operator*(Number x, Number y) { return x && y ? Number(*x * *y) : std::nullopt; }

/// A part in [brackets] of metrics.md: 0 where nobody says.
Number or_zero(Number x) { return x.value_or(0); }

/// x - y for amounts. Cents are not exact in binary: what is only their rounding is 0, not a loss of -0.00.
Number less(Number x, Number y) {
  const Number difference = x - y;
  if (difference && std::fabs(*difference) <= 1e-12 * std::fabs(*x)) return 0;
  return difference;
}

Metric quotient(Number numerator, Number denominator) {
  return {{}, ratio(numerator, denominator), numerator, denominator, {}};
}

Metric amount(Number value) { return {{}, value, {}, {}, {}}; }

// Counts. kept = E - N' - R' = S - L
Number kept(const Letters& x) { return x.S - x.L; }
Metric customers_lost(const Letters& x) { return amount(x.L); }
Metric customer_retention_rate(const Letters& x) { return quotient(kept(x), x.S); }
Metric customer_churn_rate(const Letters& x) { return quotient(x.L, x.S); }
Metric churn_events_rate(const Letters& x) { return quotient(x.L_all, x.S); }
Metric churn_rate_stripe(const Letters& x) { return quotient(x.L_all, x.S + x.N); }
Metric churn_rate_average_base(const Letters& x) { return quotient(x.L_all, (x.S + x.E) * 0.5); }

// By the day. A day that begins with nobody has no rate and adds none.
Metric churn_rate_daily_sum(const Letters& x) {
  Number sum;
  for (const DayCount& d : x.daily) {
    if (const Number rate = ratio(d.lost, d.start)) sum = sum.value_or(0) + *rate;
  }
  return amount(sum);
}
Metric churn_rate_daily_weighted(const Letters& x) { return quotient(x.D * x.L_all, x.C_days); }
Metric churn_hazard_30d(const Letters& x) {
  const Number h = ratio(x.L_all, x.T_days);
  return h ? amount(-exp_m1(-30 * *h)) : Metric{};
}

// Conversion: 1 - (1 - p)^(b / a), also of both ends of p's interval
Metric converted(const Letters& x, PeriodUnit unit) {
  if (!x.p || !x.period) return {};
  const Period to = period_of(unit);
  Metric metric = amount(convert_share(*x.p, *x.period, to));
  const std::optional<Interval> interval = wilson_interval(x.L.value_or(-1), x.S.value_or(0));
  if (interval) metric.interval = convert_interval(*interval, *x.period, to);
  return metric;
}
Metric annual_churn_rate(const Letters& x) { return converted(x, PeriodUnit::Year); }
Metric monthly_churn_rate(const Letters& x) { return converted(x, PeriodUnit::Month); }

// Several periods. 1 - Π(1 - p_i), built up as c + p - c·p so that small shares keep their digits
Metric compound_churn_rate(const Letters& x) {
  if (x.p_i.empty()) return {};
  double c = 0;
  for (const double p : x.p_i) c += (1 - c) * p;
  return amount(c);
}
Metric mean_churn_rate(const Letters& x) {
  const Number c = compound_churn_rate(x).value;
  if (!c || !x.n) return {};
  return amount(-exp_m1(log_1p(-*c) / *x.n));
}

// Revenue. Contraction and reactivation are 0 where nobody says; new and expansion are not: a gain that nobody
// looked at must not read as none.
Metric gross_mrr_churn_rate(const Letters& x) {
  return quotient(x.mrr_churned + or_zero(x.mrr_contraction), x.mrr_start);
}
Metric gross_mrr_churn_rate_without_contraction(const Letters& x) { return quotient(x.mrr_churned, x.mrr_start); }
Number net_loss(const Letters& x) { return less(x.mrr_churned + or_zero(x.mrr_contraction), x.mrr_expansion); }
Metric net_mrr_churn_rate(const Letters& x) {
  return quotient(less(net_loss(x), or_zero(x.mrr_reactivation)), x.mrr_start);
}
Metric net_mrr_churn_rate_without_reactivation(const Letters& x) { return quotient(net_loss(x), x.mrr_start); }
Metric nrr(const Letters& x) { return quotient(less(x.mrr_start, net_loss(x)), x.mrr_start); }
Metric grr(const Letters& x) {
  return quotient(less(x.mrr_start, x.mrr_churned + or_zero(x.mrr_contraction)), x.mrr_start);
}
Metric value_lost(const Letters& x) { return amount(x.mrr_churned ? x.mrr_churned : x.value_lost); }
Metric value_lost_share(const Letters& x) {
  return x.mrr_churned ? quotient(x.mrr_churned, x.mrr_start) : quotient(x.value_lost, x.value_start);
}
Metric quick_ratio(const Letters& x) {
  return quotient(x.mrr_new + x.mrr_expansion, or_zero(x.mrr_contraction) + x.mrr_churned);
}
Metric quick_ratio_with_reactivation(const Letters& x) {
  return quotient(x.mrr_new + x.mrr_expansion + x.mrr_reactivation, or_zero(x.mrr_contraction) + x.mrr_churned);
}
Metric mrr_lost(const Letters& x) { return amount(x.mrr_churned + or_zero(x.mrr_contraction)); }
Metric mrr_end(const Letters& x) {
  const Number gained = x.mrr_new + x.mrr_expansion + or_zero(x.mrr_reactivation);
  return amount(less(x.mrr_start + gained, x.mrr_churned + or_zero(x.mrr_contraction)));
}
Metric arpa(const Letters& x) { return quotient(x.mrr_start, x.S); }

// A customer's value, under a constant rate
Metric expected_lifetime(const Letters& x) { return quotient(1, x.p); }
Metric expected_lifetime_months(const Letters& x) { return amount(ratio(1, x.p) * ratio(x.a, x.b_month)); }
Metric ltv(const Letters& x) { return quotient(x.arpa * x.margin, x.p); }
Metric ltv_discounted(const Letters& x) { return quotient(x.arpa * x.margin * (Number(1) + x.i), x.i + x.p); }

// What losing customers costs. Lifetimes and the year ahead under a constant rate; who is there at the end of a period
// pays for it.
Metric cost_of_loss(const Letters& x) { return amount(x.L * x.arpa * x.margin * ratio(1, x.p)); }
Metric replacement_cost(const Letters& x) { return amount(x.L * x.acquisition); }
Metric total_cost_of_loss(const Letters& x) { return amount(cost_of_loss(x).value + replacement_cost(x).value); }
Metric what_if_churn_rate(const Letters& x) { return quotient(less(x.L, x.what_if_kept), x.S); }
Metric what_if_value(const Letters& x) { return amount(x.what_if_kept * x.arpa); }
Metric one_point_less_churn(const Letters& x) {
  const Number periods = ratio(x.b_year, x.a);
  if (!periods || *periods < 1 || !x.p) return {};
  double kept = 1, kept_more = 1, more = 0;
  for (double j = 1; j <= *periods; ++j) {
    kept *= 1 - *x.p;
    kept_more *= 1 - std::fmax(0, *x.p - 0.01);
    more += kept_more - kept;
  }
  return amount(x.S * x.arpa * x.margin * more);
}

// Purchases, and lifetimes measured
Metric halved_churn_rate(const Letters& x) { return quotient(x.halved, x.buyers); }
Metric repeat_rate(const Letters& x) { return quotient(x.repeat, x.customers); }
Metric inactive_rate(const Letters& x) { return quotient(x.inactive, x.customers); }
Metric median_lifetime(const Letters& x) { return amount(x.median); }
Metric rmst(const Letters& x) { return amount(x.rmst); }

// Lifetimes projected: S(t) of lifetime_model.h under the parameters that fit best
Metric projected_survival(const Letters& x) { return amount(x.projected); }
Metric derl(const Letters& x) { return amount(x.residual); }
Metric projected_rmst(const Letters& x) { return amount(x.projected_rmst); }

constexpr std::string_view kMarketingMetrics = "Farris, Bendle, Pfeifer, Reibstein: Marketing Metrics, ch. 5";
constexpr std::string_view kNoble = "S. H. Noble, Shopify: Defining churn rate (2011)";
constexpr std::string_view kSaasBoard = "SaaS Metrics Standards Board";
constexpr std::string_view kQuickRatio = "Mamoon Hamid, Social Capital";
constexpr std::string_view kCompounding = "source.compounding";
constexpr std::string_view kKaplanMeier = "Kaplan & Meier, JASA 53 (1958) 457";
constexpr std::string_view kFaderHardie = "Fader & Hardie, Journal of Interactive Marketing 21 (2007) 76";
constexpr std::string_view kConverted = "1 − (1 − {p})^({b_year} ÷ {a})";

constexpr bool kWilson = true;
constexpr bool kNoInterval = false;

// clang-format off: one row a formula
constexpr std::array<Formula, 47> kFormulas{{
    {"customers_lost", {"{L}"}, kMarketingMetrics, MetricUnit::Count, customers_lost},
    {"customer_retention_rate",
     {"({E} − {N'} − {R'}) ÷ {S}", "({E} − {N'}) ÷ {S}", "({S} − {L}) ÷ {S}"},
     kMarketingMetrics,
     MetricUnit::Share,
     customer_retention_rate,
     kWilson},
    {"customer_churn_rate", {"{L} ÷ {S}"}, kMarketingMetrics, MetricUnit::Share, customer_churn_rate, kWilson},
    {"churn_events_rate", {"{L*} ÷ {S}"}, "source.billing_events", MetricUnit::Share, churn_events_rate},
    {"churn_rate_stripe", {"{L*} ÷ ({S} + {N})"}, "source.stripe", MetricUnit::Share, churn_rate_stripe},
    {"churn_rate_average_base",
     {"{L*} ÷ (({S} + {E}) ÷ 2)"},
     "source.telecom",
     MetricUnit::Share,
     churn_rate_average_base},
    {"churn_rate_daily_sum",
     {"Σ lost_d ÷ start_d, d = 1 … {D}"},
     "source.chartmogul",
     MetricUnit::Share,
     churn_rate_daily_sum},
    {"churn_rate_daily_weighted", {"{D} · {L*} ÷ {C}"}, kNoble, MetricUnit::Share, churn_rate_daily_weighted},
    {"churn_hazard_30d", {"1 − exp(−30 · {L*} ÷ {T})"}, "source.exposure", MetricUnit::Share, churn_hazard_30d},

    {"annual_churn_rate", {kConverted}, kCompounding, MetricUnit::Share, annual_churn_rate},
    {"monthly_churn_rate", {"1 − (1 − {p})^({b_month} ÷ {a})"}, kCompounding, MetricUnit::Share, monthly_churn_rate},
    {"compound_churn_rate", {"1 − Π(1 − p_i)"}, kCompounding, MetricUnit::Share, compound_churn_rate},
    {"mean_churn_rate", {"1 − (Π(1 − p_i))^(1 ÷ {n})"}, "source.geometric_mean", MetricUnit::Share, mean_churn_rate},

    {"gross_mrr_churn_rate",
     {"({mrr_churned} + {mrr_contraction}) ÷ {mrr_start}", "{mrr_churned} ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     gross_mrr_churn_rate},
    {"gross_mrr_churn_rate_without_contraction",
     {"{mrr_churned} ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     gross_mrr_churn_rate_without_contraction,
     kNoInterval,
     "gross_mrr_churn_rate"},
    {"net_mrr_churn_rate",
     {"({mrr_churned} + {mrr_contraction} − {mrr_expansion} − {mrr_reactivation}) ÷ {mrr_start}",
      "({mrr_churned} + {mrr_contraction} − {mrr_expansion}) ÷ {mrr_start}",
      "({mrr_churned} − {mrr_expansion}) ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     net_mrr_churn_rate},
    {"net_mrr_churn_rate_without_reactivation",
     {"({mrr_churned} + {mrr_contraction} − {mrr_expansion}) ÷ {mrr_start}",
      "({mrr_churned} − {mrr_expansion}) ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     net_mrr_churn_rate_without_reactivation,
     kNoInterval,
     "net_mrr_churn_rate"},
    {"nrr",
     {"({mrr_start} − {mrr_churned} − {mrr_contraction} + {mrr_expansion}) ÷ {mrr_start}",
      "({mrr_start} − {mrr_churned} + {mrr_expansion}) ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     nrr},
    {"grr",
     {"({mrr_start} − {mrr_churned} − {mrr_contraction}) ÷ {mrr_start}", "({mrr_start} − {mrr_churned}) ÷ {mrr_start}"},
     kSaasBoard,
     MetricUnit::Share,
     grr},
    {"value_lost", {"{mrr_churned}", "{V_lost}"}, kMarketingMetrics, MetricUnit::Money, value_lost},
    {"value_lost_share",
     {"{mrr_churned} ÷ {mrr_start}", "{V_lost} ÷ {V}"},
     kMarketingMetrics,
     MetricUnit::Share,
     value_lost_share},
    {"quick_ratio",
     {"({mrr_new} + {mrr_expansion}) ÷ ({mrr_contraction} + {mrr_churned})",
      "({mrr_new} + {mrr_expansion}) ÷ {mrr_churned}"},
     kQuickRatio,
     MetricUnit::Ratio,
     quick_ratio},
    {"quick_ratio_with_reactivation",
     {"({mrr_new} + {mrr_expansion} + {mrr_reactivation}) ÷ ({mrr_contraction} + {mrr_churned})",
      "({mrr_new} + {mrr_expansion} + {mrr_reactivation}) ÷ {mrr_churned}"},
     kQuickRatio,
     MetricUnit::Ratio,
     quick_ratio_with_reactivation,
     kNoInterval,
     "quick_ratio"},
    {"mrr_lost", {"{mrr_churned} + {mrr_contraction}", "{mrr_churned}"}, kSaasBoard, MetricUnit::Money, mrr_lost},
    {"mrr_end",
     {"{mrr_start} + {mrr_new} + {mrr_expansion} + {mrr_reactivation} − {mrr_contraction} − {mrr_churned}",
      "{mrr_start} + {mrr_new} + {mrr_expansion} − {mrr_contraction} − {mrr_churned}",
      "{mrr_start} + {mrr_new} + {mrr_expansion} − {mrr_churned}"},
     kSaasBoard,
     MetricUnit::Money,
     mrr_end},
    {"arpa", {"{mrr_start} ÷ {S}"}, kMarketingMetrics, MetricUnit::Money, arpa},

    {"expected_lifetime", {"1 ÷ {p}"}, kMarketingMetrics, MetricUnit::Periods, expected_lifetime},
    {"expected_lifetime_months",
     {"1 ÷ {p} · {a} ÷ {b_month}"},
     kMarketingMetrics,
     MetricUnit::Months,
     expected_lifetime_months,
     kNoInterval,
     "expected_lifetime"},
    {"ltv", {"{arpa} · {margin} ÷ {p}"}, kMarketingMetrics, MetricUnit::Money, ltv},
    {"ltv_discounted",
     {"{arpa} · {margin} · (1 + {i}) ÷ ({i} + {p})"},
     "Gupta & Lehmann: Customers as Assets, Journal of Interactive Marketing 17 (2003)",
     MetricUnit::Money,
     ltv_discounted},
    {"cost_of_loss", {"{L} · {arpa} · {margin} ÷ {p}"}, kMarketingMetrics, MetricUnit::Money, cost_of_loss},
    {"replacement_cost", {"{L} · {acquisition}"}, kMarketingMetrics, MetricUnit::Money, replacement_cost},
    {"total_cost_of_loss",
     {"{L} · ({arpa} · {margin} ÷ {p} + {acquisition})"},
     kMarketingMetrics,
     MetricUnit::Money,
     total_cost_of_loss},
    {"one_point_less_churn",
     {"{S} · {arpa} · {margin} · Σ ((1 − max(0, {p} − 0.01))^j − (1 − {p})^j), j = 1 … {b_year} ÷ {a}"},
     kMarketingMetrics,
     MetricUnit::Money,
     one_point_less_churn},
    {"what_if_churn_rate", {"({L} − {kept}) ÷ {S}"}, kMarketingMetrics, MetricUnit::Share, what_if_churn_rate},
    {"what_if_value", {"{kept} · {arpa}"}, kMarketingMetrics, MetricUnit::Money, what_if_value},
    {"halved_churn_rate", {"{H} ÷ {B}"}, "source.handbook", MetricUnit::Share, halved_churn_rate, kWilson},
    {"repeat_rate", {"{R} ÷ {Q}"}, kMarketingMetrics, MetricUnit::Share, repeat_rate, kWilson},
    {"inactive_rate", {"{I} ÷ {Q}"}, kMarketingMetrics, MetricUnit::Share, inactive_rate, kWilson},
    {"median_lifetime", {"min t: S(t) < 0.5"}, kKaplanMeier, MetricUnit::Periods, median_lifetime},
    {"rmst", {"Σ S(t_i) · (t_i+1 − t_i), 0 ≤ t ≤ {tau}"}, kKaplanMeier, MetricUnit::Periods, rmst},

    {"geometric", {"(1 − {p})^{t}"}, kFaderHardie, MetricUnit::Share, projected_survival},
    {"sbg", {"B({alpha}, {beta} + {t}) ÷ B({alpha}, {beta})"}, kFaderHardie, MetricUnit::Share, projected_survival},
    {"bdw",
     {"B({alpha}, {beta} + {t}^{c}) ÷ B({alpha}, {beta})"},
     "Fader, Hardie, Liu, Davin & Steenburgh, Journal of Interactive Marketing 43 (2018) 1",
     MetricUnit::Share,
     projected_survival},
    {"derl",
     {"Σ S(t) ÷ S({k} − 1) ÷ (1 + {i})^(t − {k}), t ≥ {k}"},
     "Fader & Hardie, Marketing Science 29 (2010) 85",
     MetricUnit::Periods,
     derl},
    {"projected_rmst", {"S(0) + S(1) + … + S({t} − 1)"}, kFaderHardie, MetricUnit::Periods, projected_rmst},

    {"ten_percent_test", {kConverted}, "test.source", MetricUnit::Share, annual_churn_rate},
}};
// clang-format on

/// Whether every {letter} of a formula's text has a number.
bool letters_known(std::string_view text, const Letters& letters) {
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    const Letter* letter = find_letter(text.substr(open + 1, close - open - 1));
    if (!letter || !(letters.*letter->member)) return false;
  }
  return true;
}

}  // namespace

std::span<const Formula> all_formulas() { return kFormulas; }

const Formula* find_formula(std::string_view id) {
  for (const Formula& formula : kFormulas) {
    if (formula.id == id) return &formula;
  }
  return nullptr;
}

std::string_view formula_text(const Formula& formula, const Letters& letters) {
  for (const std::string_view text : formula.texts) {
    if (!text.empty() && letters_known(text, letters)) return text;
  }
  return formula.texts.front();
}

Metric build_metric(std::string_view id, const Letters& letters) {
  const Formula* formula = find_formula(id);
  if (!formula) return {};
  Metric metric = formula->compute(letters);
  metric.id = formula->id;
  if (metric.value && !std::isfinite(*metric.value)) metric.value.reset();
  if (formula->interval && metric.numerator && metric.denominator) {
    metric.interval = wilson_interval(*metric.numerator, *metric.denominator);
  }
  return metric;
}

}  // namespace kirnu
