#include "text/number_format.h"
#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {

std::vector<Node> build_import(const ViewContext& context) {
  if (!context.report.import) return {};
  const ImportSummary& import = *context.report.import;
  const auto count = [&](std::int64_t value) {
    return format_count(static_cast<double>(value), context.state.language);
  };
  SectionNode body{.role = SectionRole::Card, .title = context.words.say("import.title")};
  body.text = context.words.say("import.summary", {{"rows", count(import.rows)},
                                                   {"accepted", count(import.accepted)},
                                                   {"rejected", count(import.rejected)},
                                                   {"blank", count(import.blank)},
                                                   {"skipped", count(import.skipped)}});
  TableNode table{.caption = context.words.say("import.columns"), .columns = {}, .rows = {}};
  table.columns = {{.label = context.words.say("column.name"), .numeric = false},
                   {.label = context.words.say("column.role"), .numeric = false}};
  for (const ImportColumn& column : import.columns) {
    const bool used = column.role != Role::Ignore;
    table.rows.push_back({cell(column.name), cell(context.words.say("role." + std::string(role_name(column.role))),
                                                  used ? Tone::Plain : Tone::Muted)});
  }
  return {section("import", std::move(body), {{.id = "table_import", .body = std::move(table), .children = {}}})};
}

}  // namespace kirnu
