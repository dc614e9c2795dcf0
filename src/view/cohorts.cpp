#include <algorithm>
#include <span>

#include "text/number_format.h"
#include "text/shown_day.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostCohortsShown = 24;  ///< the latest; the report has all
constexpr std::size_t kMostAges = 24;

/// The share as a number of percent: the caption names the unit, so that the widest, 100, has room.
Cell share_cell(const std::optional<double>& share, Language language) {
  Cell shown = cell(share ? shown_number(*share * 100, 0, language) : "–");
  shown.shade = share;
  return shown;
}

/// Whether the cohorts are months: of orders the period asked for may be longer.
bool are_months(const Report& report) {
  if (!report.buyers) return report.period && report.period->unit == PeriodUnit::Month;
  const std::vector<Cohort>& all = report.cohorts->cohorts;
  return all.size() > 1 && all[1].first_day - all[0].first_day <= 31 && all[1].first_day - all[0].first_day >= 28;
}

std::string cohort_day(const ViewContext& context, Date first) {
  if (!are_months(context.report) || civil_date(first).day != 1) return day_text(context, first);
  return month_name(first, context.words) + " " + std::to_string(civil_date(first).year);
}

/// As the file calls it; else "Jan 2025" where they are months, else the first day.
std::string cohort_name(const ViewContext& context, const Cohort& cohort) {
  return cohort.label.empty() ? cohort_day(context, {.days = cohort.first_day}) : shown_text(cohort.label);
}

/// One row a cohort: its name, its size, and who is still there at each age.
std::vector<Cell> cohort_row(const ViewContext& context, const Cohort& cohort, std::size_t ages) {
  const Language language = context.state.language;
  std::vector<Cell> row{cell(cohort_name(context, cohort)),
                        cell(cohort.shares.empty() ? format_count(static_cast<double>(cohort.size()), language) : "–")};
  for (std::size_t age = 1; age <= ages; ++age) {
    const bool observed = age < cohort.ages() && cohort.is_counted(age);
    row.push_back(observed ? share_cell(cohort.share(age), language) : cell(""));
    row.back().observed = observed;
  }
  return row;
}

std::vector<Cell> pooled_row(const ViewContext& context, const CohortTable& table, std::size_t ages) {
  std::int64_t customers = 0;
  for (const Cohort& cohort : table.cohorts) customers += cohort.shares.empty() ? cohort.size() : 0;
  std::vector<Cell> row{cell(context.words.say("cohorts.all")),
                        cell(format_count(static_cast<double>(customers), context.state.language))};
  for (const PooledAge& pooled : table.pooled) {
    const std::optional<double> share = ratio(static_cast<double>(pooled.retained), static_cast<double>(pooled.size));
    if (pooled.age > 0 && static_cast<std::size_t>(pooled.age) <= ages)
      row.push_back(share_cell(share, context.state.language));
  }
  return row;
}

Cell revenue_cell(MrrSum part, MrrSum whole, Language language) {
  const std::optional<double> share = ratio(major_units(part), major_units(whole));
  Cell shown = cell(share ? shown_number(*share * 100, 0, language) : "–");
  if (share) shown.shade = std::clamp(*share, 0.0, 1.0);
  return shown;
}

/// What the cohorts bring, relative to what they began with; one table a currency.
std::vector<Node> revenue_cohorts(const ViewContext& context, std::size_t ages) {
  const Language language = context.state.language;
  std::vector<Node> tables;
  for (const ReportCurrency& one : context.report.currencies) {
    TableNode table{.caption = with_currency(context, context.words.say("cohorts.revenue"), one.currency)};
    table.columns = {{.label = context.words.say("column.cohort")},
                     {.label = context.words.say("column.began_with"), .numeric = true}};
    for (std::size_t age = 1; age <= ages; ++age)
      table.columns.push_back({.label = std::to_string(age), .numeric = true});
    const std::size_t first = one.cohorts.size() > kMostCohortsShown ? one.cohorts.size() - kMostCohortsShown : 0;
    MoneyDecimals decimals;
    for (std::size_t i = first; i < one.cohorts.size(); ++i) decimals.add(major_units(one.cohorts[i].retained.front()));
    for (std::size_t i = first; i < one.cohorts.size(); ++i) {
      const RevenueCohort& cohort = one.cohorts[i];
      if (cohort.retained.front() == 0) continue;
      std::vector<Cell> row{cell(cohort_day(context, {.days = cohort.first_day})),
                            cell(shown_number(major_units(cohort.retained.front()), decimals.count(), language))};
      for (std::size_t age = 1; age <= ages; ++age) {
        const bool observed = age < cohort.retained.size();
        row.push_back(observed ? revenue_cell(cohort.retained[age], cohort.retained.front(), language) : cell(""));
        row.back().observed = observed;
      }
      table.rows.push_back(std::move(row));
    }
    table.step = context.words.say("heat.percent");
    table.left_out = context.words.say("cohorts.left_out");
    if (table.rows.size() > 1) {
      std::vector<Cell> row{cell(context.words.say("cohorts.all")), cell("")};
      const std::vector<PooledRevenue> pooled = pool_revenue(one.cohorts);
      for (std::size_t age = 1; age <= ages && age < pooled.size(); ++age)
        row.push_back(revenue_cell(pooled[age].retained, pooled[age].size, language));
      table.rows.push_back(std::move(row));
    }
    tables.push_back(
        {.id = "table_revenue_cohorts." + std::to_string(tables.size()), .body = std::move(table), .children = {}});
  }
  return tables;
}

/// "At the end of month 2", by what the ages count.
std::string after_ages(const ViewContext& context, std::size_t ages) {
  const std::optional<Period>& period = context.report.period;
  const bool named = period && period->unit != PeriodUnit::Days;
  return context.words.say_count("cohorts.after." + std::string(named ? period_unit_name(period->unit) : "none"),
                                 static_cast<double>(ages),
                                 {{"number", format_count(static_cast<double>(ages), context.state.language)}});
}

}  // namespace

/// "At the end of month 1 80 % of the new customers are still there." Where nobody can leave so early, it is told of
/// the first age at which somebody is gone.
std::string cohorts_summary(const ViewContext& context) {
  if (!context.report.cohorts) return {};
  const PooledAge* told = nullptr;
  for (const PooledAge& pooled : context.report.cohorts->pooled) {
    if (pooled.age < 1 || pooled.size == 0) continue;
    if (told == nullptr || (told->retained == told->size && !context.report.buyers)) told = &pooled;
  }
  if (told == nullptr || (told->age != 1 && context.report.buyers)) return {};
  const double share = static_cast<double>(told->retained) / static_cast<double>(told->size);
  return context.words.say(context.report.buyers ? "cohorts.summary.buyers" : "cohorts.summary",
                           {{"share", share_in_words(share, context.state.language)},
                            {"after", after_ages(context, static_cast<std::size_t>(told->age))}});
}

/// Of the first age at which somebody is gone, as cohorts_summary(): the least and the most that a cohort has.
std::string shares_summary(const ViewContext& context) {
  if (!context.report.cohorts || context.report.cohorts->cohorts.empty()) return {};
  const std::vector<Cohort>& cohorts = context.report.cohorts->cohorts;
  std::optional<std::pair<double, double>> told;
  std::size_t told_age = 0;
  for (std::size_t age = 1; age <= kMostAges && (!told || told->first == 1); ++age) {
    std::optional<std::pair<double, double>> range;
    for (const Cohort& cohort : cohorts) {
      if (cohort.shares.empty() || age >= cohort.ages() || !cohort.is_counted(age)) continue;
      const double share = cohort.shares[age];
      range =
          range ? std::pair(std::min(range->first, share), std::max(range->second, share)) : std::pair(share, share);
    }
    if (!range || (told && range->first == 1)) continue;
    told = range;
    told_age = age;
  }
  if (!told) return {};
  const Language language = context.state.language;
  const std::string low = share_in_words(told->first, language), high = share_in_words(told->second, language);
  const std::string key = context.report.cohorts_of_amounts ? "cohorts.amounts" : "cohorts.shares";
  return context.words.say(low == high ? key + ".one" : key,
                           {{"low", low}, {"high", high}, {"after", after_ages(context, told_age)}});
}

std::vector<Node> build_cohorts(const ViewContext& context) {
  if (!context.report.cohorts || context.report.cohorts->cohorts.empty()) return {};
  const CohortTable& table = *context.report.cohorts;
  std::span<const Cohort> shown = table.cohorts;
  if (shown.size() > kMostCohortsShown) shown = shown.last(kMostCohortsShown);
  std::size_t ages = 0;
  for (const Cohort& cohort : shown) ages = std::max(ages, cohort.ages());
  ages = std::min(ages > 0 ? ages - 1 : 0, kMostAges);

  const char* caption = context.report.cohorts_of_amounts ? "cohorts.revenue"
                        : context.report.buyers           ? "cohorts.table.buyers"
                                                          : "cohorts.table";
  TableNode node{.caption = context.words.say(caption)};
  node.columns = {{.label = context.words.say("column.cohort")},
                  {.label = context.words.say("column.size"), .numeric = true}};
  for (std::size_t age = 1; age <= ages; ++age) node.columns.push_back({.label = std::to_string(age), .numeric = true});
  node.step = context.words.say("heat.percent");
  node.left_out = context.words.say("cohorts.left_out");
  for (const Cohort& cohort : shown) {
    if (!cohort.shares.empty() || cohort.size() > 0) node.rows.push_back(cohort_row(context, cohort, ages));
  }
  if (node.rows.size() > 1 && !table.pooled.empty()) node.rows.push_back(pooled_row(context, table, ages));
  std::vector<Node> children{{.id = "table_cohorts", .body = std::move(node), .children = {}}};
  if (table.cohorts.size() > kMostCohortsShown) {
    const auto count = [&](std::size_t n) { return format_count(static_cast<double>(n), context.state.language); };
    children.push_back(text("cohorts_capped", TextStyle::Note,
                            context.words.say("cohorts.capped", {{"shown", count(kMostCohortsShown)},
                                                                 {"all", count(table.cohorts.size())}}),
                            Tone::Muted));
  }
  for (Node& node : revenue_cohorts(context, ages)) children.push_back(std::move(node));
  if (!table.pooled.empty() && table.cohorts.size() > 1)
    children.push_back(text("cohorts_note", TextStyle::Note, context.words.say("cohorts.note"), Tone::Muted));
  return {section("cohorts",
                  {.role = SectionRole::WideCard,
                   .title = context.words.say(context.report.buyers ? "cohorts.title.buyers" : "cohorts.title"),
                   .text = (table.pooled.empty() ? shares_summary(context) : cohorts_summary(context)) + " " +
                           context.words.say(caption) + "."},
                  std::move(children))};
}

}  // namespace kirnu
