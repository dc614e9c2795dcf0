#include "report/issue_text.h"
#include "text/number_format.h"
#include "view/file_text.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostRejected = 50;

/// Why a row was left out, with what stood in it.
std::string reason_text(const ViewContext& context, const RejectedRow& row) {
  Issue reason = make_issue(row.code);
  for (const Issue& issue : context.report.issues) {
    if (issue.code == row.code) reason.values = issue.values;
  }
  for (IssueValue& value : reason.values) {
    if (value.name == "found") value.value = shown_text(row.raw);
  }
  return issue_text(reason, context.words, context.state.language);
}

}  // namespace

std::vector<Node> build_rejected(const ViewContext& context) {
  const std::vector<RejectedRow>& rejected = context.report.rejected;
  if (rejected.empty()) return {};
  TableNode table{.caption = context.words.say("rejected.table")};
  table.columns = {{.label = context.words.say("column.line"), .numeric = true},
                   {.label = context.words.say("column.name")},
                   {.label = context.words.say("column.why")},
                   {.label = context.words.say("column.raw")}};
  for (std::size_t i = 0; i < rejected.size() && i < kMostRejected; ++i) {
    const RejectedRow& row = rejected[i];
    table.rows.push_back({cell(format_count(static_cast<double>(row.line), context.state.language)),
                          cell(say_column(context.words, shown_text(row.column))), cell(reason_text(context, row)),
                          cell(shown_text(row.raw))});
  }
  std::vector<Node> children{{.id = "table_rejected", .body = std::move(table), .children = {}}};
  const auto count = [&](std::int64_t n) { return format_count(static_cast<double>(n), context.state.language); };
  const std::int64_t all = context.report.import ? context.report.import->rejected : 0;
  if (all > static_cast<std::int64_t>(kMostRejected)) {
    children.push_back(text(
        "rejected_capped", TextStyle::Note,
        context.words.say("rejected.capped", {{"shown", count(kMostRejected)}, {"all", count(all)}}), Tone::Muted));
  }
  ButtonNode download{.label = context.words.say("rejected.download")};
  download.download = "rejected.csv";
  children.push_back({.id = "rejected_rows", .body = std::move(download), .children = {}});
  SectionNode body{.role = SectionRole::Fold, .title = context.words.say("rejected.title", {{"count", count(all)}})};
  body.open = context.state.open.count("rejected") > 0;
  return {section("rejected", std::move(body), std::move(children))};
}

}  // namespace kirnu
