#include "engine/taken_along.h"

#include "report/rejected_csv.h"
#include "report/report_csv.h"
#include "report/report_csv_parts.h"
#include "report/report_json.h"
#include "report/spreadsheet_csv.h"
#include "view/node/svg.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

std::optional<std::string> csv_of(std::string_view id, const Report& report) {
  if (id == "save_csv") return write_report_csv(report);
  if (id == "rejected_rows") return write_rejected_csv(report);
  if (id == "lost_customers" && report.lists) return write_lost_csv(*report.lists);
  if (id == "buyers_ranked" && report.buyers) return write_buyers_csv(*report.buyers);
  return std::nullopt;
}

/// State without the rows that were pasted: a scenario may be handed on. The example's are ours.
std::string write_scenario(State state) {
  if (!state.example) state.fields.erase("paste");
  state.open.clear();
  return "{\"kirnu\":\"scenario\"," + write_state(state).substr(1) + "\n";
}

/// The chart's id with a picture's name after it.
const ChartNode* find_picture(std::string_view id, const Node& page) {
  const bool picture = id.ends_with(".svg") || id.ends_with(".png");
  return picture ? find_chart(page, id.substr(0, id.size() - 4)) : nullptr;
}

}  // namespace

std::optional<std::string> taken_along(std::string_view id, const State& state, const Report& report,
                                       const View& view) {
  if (id == "copy_text") return write_text_page(view);
  if (id == "copy_markdown") return write_markdown_page(view);
  if (id == "save_json") return write_report_json(report);
  if (id == "save_scenario") return write_scenario(state);
  if (const ChartNode* chart = find_picture(id, view.page)) return chart_file(*chart, "Kirnu");
  if (const std::optional<std::string> csv = csv_of(id, report)) return spreadsheet_csv(*csv, state.language);
  return std::nullopt;
}

}  // namespace kirnu
