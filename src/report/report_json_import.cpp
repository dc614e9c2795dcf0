#include "report/issue_text.h"
#include "report/report_json_parts.h"

namespace kirnu::report_json {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Question: return "question";
    case Severity::Error: return "error";
  }
  return "error";
}

void add_assumptions(Json& json, const std::vector<Assumption>& assumptions) {
  for (const Assumption& assumption : assumptions)
    json.push_back({{"code", assumption.code}, {"values", values_json(assumption.values)}});
}

}  // namespace

Json import_json(const ImportSummary& import, const std::vector<Assumption>& assumptions) {
  Json columns = Json::array();
  for (const ImportColumn& column : import.columns) {
    columns.push_back({{"name", column.name},
                       {"role", role_name(column.role)},
                       {"style", column.style.empty() ? Json(nullptr) : Json(column.style)}});
  }
  Json json{{"rows", import.rows},           {"accepted", import.accepted}, {"rejected", import.rejected},
            {"blank", import.blank},         {"skipped", import.skipped},   {"encoding", import.encoding},
            {"delimiter", import.delimiter}, {"header", import.header}};
  if (import.counts) {
    json["fields"] = import.counts->fields;
    json["characters"] = import.counts->characters;
  }
  if (!import.source.empty()) json["source"] = import.source;
  json["columns"] = std::move(columns);
  json["assumptions"] = Json::array();
  add_assumptions(json["assumptions"], import.assumptions);
  add_assumptions(json["assumptions"], assumptions);
  return json;
}

Json values_json(const std::vector<IssueValue>& values) {
  Json json = Json::object();
  for (const IssueValue& value : values) {
    const double* number = std::get_if<double>(&value.value);
    json[value.name] = number != nullptr ? real(*number) : Json(*std::get_if<std::string>(&value.value));
  }
  return json;
}

Json issue_json(const Issue& issue, const Words& english) {
  Json json{{"code", issue_code_name(issue.code)}, {"severity", severity_name(issue.severity)}, {"count", issue.count}};
  if (issue.row) json["row"] = *issue.row;
  if (issue.line) json["line"] = *issue.line;
  if (issue.byte) json["byte"] = *issue.byte;
  if (!issue.column.empty()) json["column"] = issue.column;
  if (!issue.field.empty()) json["field"] = issue.field;
  json["values"] = values_json(issue.values);
  if (!issue.set.empty()) json["set"] = issue.set;
  for (const std::string& choice : issue.choices) json["choices"].push_back(choice);
  json["text"] = issue_text(issue, english, Language::En);
  return json;
}

}  // namespace kirnu::report_json
