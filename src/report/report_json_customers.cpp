#include <algorithm>
#include <array>
#include <cmath>

#include "base/date.h"
#include "report/report_json_parts.h"

namespace kirnu::report_json {
namespace {

constexpr std::size_t kMostLost = 1000;  ///< customers by name; the CSV has all

Json count(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }

/// A short piece of JSON, put together without a text that grows.
class Piece {
 public:
  void put(std::string_view text) { end_ = std::copy(text.begin(), text.end(), end_); }
  void put(std::string_view before, double value) {
    put(before);
    end_ = write_real(end_, value);
  }
  std::string_view take() {
    const std::string_view text(bytes_.data(), static_cast<std::size_t>(end_ - bytes_.data()));
    end_ = bytes_.data();
    return text;
  }

 private:
  std::array<char, 512> bytes_ = {};
  char* end_ = bytes_.data();
};

/// The points of a curve as a list.
Json points_json(const std::vector<SurvivalPoint>& points) {
  std::string out = "[";
  Piece piece;
  for (const SurvivalPoint& point : points) {
    piece.put(out.size() > 1 ? ",{\"t\":" : "{\"t\":", point.time);
    piece.put(",\"at_risk\":", static_cast<double>(point.at_risk));
    piece.put(",\"events\":", static_cast<double>(point.events));
    piece.put(",\"survival\":", point.survival);
    if (point.interval) {
      piece.put(",\"low\":", point.interval->low);
      piece.put(",\"high\":", point.interval->high);
    } else {
      piece.put(",\"low\":null,\"high\":null");
    }
    piece.put("}");
    out += piece.take();
  }
  return Json::written(out + "]");
}

/// Values as a list of `width`; what is missing at its end or not finite is null.
template <typename Values, typename Number>
Json list_json(const Values& values, std::size_t width, Number number) {
  std::string out;
  Piece piece;
  for (std::size_t i = 0; i < width; ++i) {
    const std::string_view before = i > 0 ? "," : "[";
    const double value = i < values.size() ? number(values[i]) : kEmptyCell;
    if (std::isfinite(value)) {
      piece.put(before, value);
    } else {
      piece.put(before);
      piece.put("null");
    }
    out += piece.take();
  }
  return Json::written((out.empty() ? "[" : out) + "]");
}

double customers_or_nothing(std::int64_t there) {
  return there == kNotCounted ? kEmptyCell : static_cast<double>(there);
}

Json curve_json(const ReportCurve& entry) {
  Json json;
  json["segment"] = entry.segment ? Json(*entry.segment) : Json(nullptr);
  json["n"] = entry.curve.n;
  if (entry.curve.late > 0) json["late"] = entry.curve.late;
  json["events"] = entry.curve.events;
  json["median"] = {{"value", real(entry.curve.median.value)},
                    {"low", real(entry.curve.median.low)},
                    {"high", real(entry.curve.median.high)}};
  json["rmst"] = {{"tau", real(entry.rmst.tau)}, {"value", real(entry.rmst.value)}, {"se", real(entry.rmst.error)}};
  json["points"] = points_json(entry.curve.points);
  return json;
}

Json span_json(const DaySpan& span) { return {{"start", write_date(span.start)}, {"end", write_date(span.end)}}; }

}  // namespace

/// Every cohort as long as the longest; what was not observed yet is null.
Json cohorts_json(const CohortTable& table, const std::vector<ReportCurrency>& currencies) {
  std::size_t width = 0;
  for (const Cohort& cohort : table.cohorts) width = std::max(width, cohort.ages());
  Json json = Json::array();
  for (std::size_t i = 0; i < table.cohorts.size(); ++i) {
    const Cohort& cohort = table.cohorts[i];
    const bool shares = !cohort.shares.empty();
    Json row{{"cohort", cohort.dated ? write_date({.days = cohort.first_day}) : cohort.label}};
    row["size"] = shares ? Json(nullptr) : Json(cohort.retained.empty() ? 0 : cohort.size());
    if (shares) row["shares"] = list_json(cohort.shares, width, [](double share) { return share; });
    else row["retained"] = list_json(cohort.retained, width, customers_or_nothing);
    for (const ReportCurrency& one : currencies) {
      if (i < one.cohorts.size()) row["mrr"][one.currency] = list_json(one.cohorts[i].retained, width, major_units);
    }
    json.push_back(std::move(row));
  }
  return json;
}

Json pooled_json(const CohortTable& table, const std::vector<ReportCurrency>& currencies) {
  std::vector<std::vector<PooledRevenue>> revenue;
  for (const ReportCurrency& one : currencies) revenue.push_back(pool_revenue(one.cohorts));
  Json json = Json::array();
  for (const PooledAge& pooled : table.pooled) {
    if (pooled.age == 0) continue;
    Json row{{"age", pooled.age},
             {"retained", pooled.retained},
             {"size", pooled.size},
             {"value", real(ratio(static_cast<double>(pooled.retained), static_cast<double>(pooled.size)))}};
    const auto age = static_cast<std::size_t>(pooled.age);
    for (std::size_t i = 0; i < currencies.size(); ++i) {
      if (age >= revenue[i].size()) continue;
      const double retained = major_units(revenue[i][age].retained), size = major_units(revenue[i][age].size);
      row["mrr"][currencies[i].currency] =
          Json{{"retained", real(retained)}, {"size", real(size)}, {"value", real(ratio(retained, size))}};
    }
    json.push_back(std::move(row));
  }
  return json;
}

Json survival_json(const ReportSurvival& survival) {
  Json json;
  json["unit"] = survival.unit.empty() ? Json(nullptr) : Json(survival.unit);
  json["interval"] = survival.interval == SurvivalInterval::Log ? "log" : "log_log";
  json["curves"] = Json::array();
  for (const ReportCurve& curve : survival.curves) json["curves"].push_back(curve_json(curve));
  if (!survival.log_rank) return json;
  const LogRank& test = *survival.log_rank;
  Json expected = Json::array();
  for (const double customers : test.expected) expected.push_back(real(customers));
  json["log_rank"] = {
      {"chi2", real(test.chi2)}, {"df", test.df}, {"p", real(test.p)}, {"expected", std::move(expected)}};
  return json;
}

Json lists_json(const ReportLists& lists) {
  const ListComparison& comparison = lists.comparison;
  const bool told = comparison.new_ && comparison.returned;
  Json json{{"lost", comparison.lost}, {"kept", comparison.kept}};
  json["new"] = count(comparison.new_);
  json["returned"] = count(comparison.returned);
  json["new_or_returned"] = told ? Json(nullptr) : Json(comparison.new_or_returned);
  if (lists.before) json["before"] = span_json(*lists.before);
  if (lists.after) json["after"] = span_json(*lists.after);
  if (lists.threshold) {
    json["threshold"] = real(*lists.threshold);
    json["worth_winning_back"] = comparison.lost_customers.size();
    json["worth_value"] = real(lists.worth_value);
  }
  json["lost_customers"] = Json::array();
  for (std::size_t i = 0; i < comparison.lost_customers.size() && i < kMostLost; ++i) {
    Json customer{{"id", lists.ids->text(comparison.lost_customers[i])}};
    if (i < lists.values.size()) customer["value"] = real(lists.values[i]);
    json["lost_customers"].push_back(std::move(customer));
  }
  return json;
}

Json halved_json(const ReportHalved& halved) {
  return {{"measure", halved.measure == PurchaseMeasure::Value ? "value" : "orders"},
          {"lost", halved.rate.lost},
          {"stopped", halved.rate.stopped},
          {"exactly_half", halved.rate.exactly_half},
          {"base", halved.rate.base}};
}

/// Each definition with the customers that it counts otherwise than the default does: all by number, some by name.
Json definitions_json(const Report& report) {
  Json json = Json::array();
  for (const DefinitionResult& entry : report.definitions) {
    Json row{{"id", entry.id}, {"value", real(entry.value)}};
    for (const ReportDifference& difference : report.differences) {
      if (!counts_otherwise(entry.id, difference.why)) continue;
      const std::string why(difference_name(difference.why));
      for (const std::string& customer : difference.customers)
        row["differs_by"].push_back({{"customer", customer}, {"why", why}});
      row["differs_by_counts"][why] = difference.count;
    }
    json.push_back(std::move(row));
  }
  return json;
}

Json segments_json(const std::vector<ReportSegment>& segments) {
  Json json = Json::array();
  for (const ReportSegment& segment : segments) {
    Json row{{"name", segment.name}, {"value", segment.value}, {"metrics", metrics_json(segment.metrics)}};
    if (segment.cohorts) {
      row["cohorts"] = cohorts_json(*segment.cohorts, segment.currencies);
      row["cohorts_pooled"] = pooled_json(*segment.cohorts, segment.currencies);
    }
    json.push_back(std::move(row));
  }
  return json;
}

Json mix_json(const MixAdjusted& mix) {
  return {{"metric", "customer_churn_rate"}, {"before", real(mix.before)},    {"after", real(mix.after)},
          {"adjusted", real(mix.adjusted)},  {"low", real(mix.interval.low)}, {"high", real(mix.interval.high)},
          {"paradox", mix.paradox}};
}

Json currencies_json(const std::vector<ReportCurrency>& currencies) {
  Json json = Json::array();
  for (const ReportCurrency& one : currencies)
    json.push_back({{"currency", one.currency}, {"metrics", metrics_json(one.metrics)}});
  return json;
}

Json reasons_json(const std::vector<ReportReason>& reasons) {
  Json json = Json::array();
  for (const ReportReason& reason : reasons) {
    Json row{{"reason", reason.reason}};
    add_share(row, reason.customers, reason.share, reason.interval);
    if (reason.value_lost) row["value_lost"] = real(*reason.value_lost);
    row["group"] = reason.group;
    json.push_back(std::move(row));
  }
  return json;
}

}  // namespace kirnu::report_json
