#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostShown = 20;  ///< by name; the download has all

TableNode ranking(const ViewContext& context, const ReportBuyers& buyers) {
  const Language language = context.state.language;
  TableNode table{.caption = context.words.say("buyers.table")};
  table.columns = {{.label = context.words.say("column.customer")},
                   {.label = context.words.say("column.last_order")},
                   {.label = context.words.say("column.orders"), .numeric = true}};
  if (buyers.has_value)
    table.columns.push_back({.label = with_only_currency(context, "column.value"), .numeric = true});
  const auto value_of = [](const Buyer& buyer) { return static_cast<double>(buyer.value) / kMoneyScale; };
  MoneyDecimals decimals;
  for (std::size_t i = 0; i < buyers.ranked.size() && i < kMostShown; ++i) decimals.add(value_of(buyers.ranked[i]));
  for (std::size_t i = 0; i < buyers.ranked.size() && i < kMostShown; ++i) {
    const Buyer& buyer = buyers.ranked[i];
    const bool gone = is_inactive(buyer, buyers.inactive_days, buyers.as_of);
    const std::string last = day_text(context, {.days = buyer.last});
    std::vector<Cell> row{cell(shown_text(buyers.ids->text(buyer.customer))),
                          gone ? cell(context.words.say("buyers.inactive", {{"date", last}}), Tone::Muted) : cell(last),
                          cell(format_count(static_cast<double>(buyer.orders), language))};
    if (buyers.has_value) row.push_back(cell(shown_number(value_of(buyer), decimals.count(), language)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Who is inactive need not be lost, nor the other way round.
std::string beside_lost(const ViewContext& context) {
  const std::optional<ReportLists>& lists = context.report.lists;
  if (!lists || !lists->before || !lists->after) return {};
  return " " +
         context.words.say("buyers.beside", {{"before", days_text(context, lists->before->start, lists->before->end)},
                                             {"after", days_text(context, lists->after->start, lists->after->end)}});
}

std::string limit_text(const ViewContext& context, const ReportBuyers& buyers) {
  const auto count = [&](std::int64_t value) {
    return format_count(static_cast<double>(value), context.state.language);
  };
  WordValues values{{"days", count(buyers.inactive_days)}};
  if (!buyers.gaps) return context.words.say("buyers.limit", values);
  values.emplace_back("usual", count(buyers.gaps->usual));
  values.emplace_back("median", count(buyers.gaps->median));
  return context.words.say("buyers.limit.gaps", values);
}

}  // namespace

std::vector<Node> build_buyers(const ViewContext& context) {
  if (!context.report.buyers) return {};
  const ReportBuyers& buyers = *context.report.buyers;
  std::vector<Node> figures;
  for (const char* id : {"repeat_rate", "inactive_rate"}) {
    if (find_metric(context.report, id) != nullptr) figures.push_back(metric_node(context, id));
  }
  Node days = field_node(context, "inactive_days", true);
  std::get_if<FieldNode>(&days.body)->placeholder = std::to_string(buyers.inactive_days);
  std::vector<Node> children{section("buyers_figures", {.role = SectionRole::Figures}, std::move(figures)),
                             text("buyers_limit", TextStyle::Note, limit_text(context, buyers) + beside_lost(context)),
                             std::move(days),
                             {.id = "table_buyers", .body = ranking(context, buyers), .children = {}}};
  ButtonNode download{.label = context.words.say("buyers.download")};
  download.download = "customers.csv";
  children.push_back({.id = "buyers_ranked", .body = std::move(download), .children = {}});
  return {section("buyers", {.role = SectionRole::WideCard, .title = context.words.say("buyers.title")},
                  std::move(children))};
}

}  // namespace kirnu
