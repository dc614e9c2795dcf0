#include "base/date.h"
#include "report/report_json_parts.h"

namespace kirnu::report_json {

Json buyers_json(const ReportBuyers& buyers) {
  constexpr std::size_t kMostNamed = 1000;  // by name; the CSV has all
  Json json{{"customers", buyers.ranked.size()},
            {"repeat", buyers.repeat},
            {"inactive", buyers.inactive},
            {"inactive_days", buyers.inactive_days}};
  json["suggested_days"] = buyers.gaps ? Json(buyers.gaps->usual) : Json(nullptr);
  json["median_gap"] = buyers.gaps ? Json(buyers.gaps->median) : Json(nullptr);
  json["gaps"] = buyers.gaps ? buyers.gaps->count : 0;
  json["ranked"] = Json::array();
  for (std::size_t i = 0; i < buyers.ranked.size() && i < kMostNamed; ++i) {
    const Buyer& buyer = buyers.ranked[i];
    Json row{{"id", buyers.ids->text(buyer.customer)}, {"orders", buyer.orders}};
    if (buyers.has_value) row["value"] = real(static_cast<double>(buyer.value) / kMoneyScale);
    row["first"] = write_date({.days = buyer.first});
    row["last"] = write_date({.days = buyer.last});
    row["inactive"] = is_inactive(buyer, buyers.inactive_days, buyers.as_of);
    json["ranked"].push_back(std::move(row));
  }
  return json;
}

void add_share(Json& row, std::int64_t customers, double share, const std::optional<Interval>& interval) {
  if (interval) row["customers"] = customers;
  row["share"] = real(share);
  if (!interval) return;
  row["low"] = real(interval->low);
  row["high"] = real(interval->high);
}

Json reason_groups_json(const std::vector<ReportReasonGroup>& groups) {
  Json json = Json::array();
  for (const ReportReasonGroup& group : groups) {
    Json row{{"group", group.group}, {"involuntary", group.involuntary}};
    add_share(row, group.customers, group.share, group.interval);
    if (group.value_lost) row["value_lost"] = real(*group.value_lost);
    row["reasons"] = Json::array();
    for (const std::string& reason : group.reasons) row["reasons"].push_back(reason);
    json.push_back(std::move(row));
  }
  return json;
}

}  // namespace kirnu::report_json
