#include "cli/read_command.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "facts/build/importer.h"
#include "facts/plan/column_facts.h"
#include "facts/plan/table_source.h"
#include "report/catalogue.h"
#include "report/issue_text.h"
#include "report/report_json_parts.h"
#include "text/date_reader.h"
#include "text/number.h"

namespace kirnu {
namespace {

std::string instant_text(std::int64_t instant) {
  constexpr std::int64_t kDay = 86400;
  const std::int64_t day = (instant - ((instant % kDay) + kDay) % kDay) / kDay, second = instant - day * kDay;
  const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return write_date({.days = static_cast<std::int32_t>(day)}) + "T" + two(second / 3600) + ":" + two(second / 60 % 60) +
         ":" + two(second % 60) + "Z";
}

/// Shares stay as they are written: whether 2.5 are percent is a question of the whole table.
Json typed_date(std::string_view cell, const DateHabit& habit) {
  const ReadDate date = read_date(cell, habit);
  if (date.status != DateStatus::Ok) return nullptr;
  return date.moment.instant ? instant_text(*date.moment.instant) : write_date(date.moment.day);
}

/// A cell as its column's role and style understand it; null for an empty or unreadable one.
Json typed_cell(std::string_view cell, const ColumnPlan& column) {
  if (is_date_role(column.role)) return typed_date(cell, column.date);
  const bool duration = column.role == Role::Time && !column.style.empty();
  if ((is_number_role(column.role) && !is_rate_role(column.role)) || duration) {
    const bool count = is_count_role(column.role);
    const ReadNumber number = read_number(cell, count ? NumberKind::Count : NumberKind::Money, column.number);
    return number.status == NumberStatus::Ok ? Json(number.value) : Json(nullptr);
  }
  return cell.empty() ? Json(nullptr) : Json(std::string(cell));
}

std::string csv_field(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

/// A cell on one line of a terminal.
std::string plain_field(std::string_view cell) {
  std::string line(cell);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return line;
}

/// Rows as they come, each written in the format at once.
class RowWriter {
 public:
  RowWriter(OutputFormat format, bool typed, const ImportChoice& choice)
      : format_(format), typed_(typed), choice_(choice) {}

  void begin(const TableHead& head) {
    plan_ = make_import_plan(head, choice_);
    if (format_ == OutputFormat::Json) return;
    for (std::size_t i = 0; i < head.names.size(); ++i) add(head.names[i], i);
    rows_ += format_ == OutputFormat::Csv ? "\r\n" : "\n";
  }

  void take(const RowBatch& batch) {
    for (std::size_t row = 0; row < batch.rows; ++row) {
      Json cells = Json::array(), values = Json::array();
      for (std::size_t i = 0; i < batch.width; ++i) {
        if (format_ != OutputFormat::Json) {
          add(batch.cell(row, i), i);
          continue;
        }
        cells.push_back(std::string(batch.cell(row, i)));
        if (typed_) values.push_back(typed_cell(batch.cell(row, i), plan_.columns[i]));
      }
      if (format_ == OutputFormat::Json) {
        numbers_ += (numbers_.empty() ? "" : ",") + std::to_string(batch.first_row + static_cast<std::int64_t>(row));
        rows_ += (rows_.empty() ? "" : ",") + write_json(cells);
        if (typed_) values_ += (values_.empty() ? "" : ",") + write_json(values);
      } else {
        rows_ += format_ == OutputFormat::Csv ? "\r\n" : "\n";
      }
    }
  }

  const std::string& rows() const { return rows_; }
  const std::string& values() const { return values_; }
  const std::string& numbers() const { return numbers_; }

 private:
  void add(std::string_view cell, std::size_t column) {
    if (column > 0) rows_ += format_ == OutputFormat::Csv ? "," : "\t";
    rows_ += format_ == OutputFormat::Csv ? csv_field(cell) : plain_field(cell);
  }

  OutputFormat format_;
  bool typed_;
  const ImportChoice& choice_;
  ImportPlan plan_;
  std::string rows_, values_, numbers_;
};

Json rejected_json(const std::vector<RejectedRow>& rows) {
  Json json = Json::array();
  for (const RejectedRow& row : rows) {
    Json one{{"row", row.row}, {"line", row.line}};
    if (!row.column.empty()) one["column"] = row.column;
    one["code"] = issue_code_name(row.code);
    one["raw"] = row.raw;
    json.push_back(std::move(one));
  }
  return json;
}

Json issues_json(const std::vector<Issue>& issues) {
  const Words english = words_of(Language::En);
  Json json = Json::array();
  for (const Issue& issue : issues) json.push_back(report_json::issue_json(issue, english));
  return json;
}

std::string text_head(const ImportedFile& file, Language language) {
  const Words words = words_of(language);
  const ImportSummary& import = file.import;
  std::string text = import.encoding + "  " + import.delimiter + "\n";
  for (const ImportColumn& column : import.columns) {
    text += "  " + plain_field(column.name) + ": " + say_role(words, role_name(column.role));
    text += column.style.empty() ? "\n" : " (" + column.style + ")\n";
  }
  text += words.say("import.summary", {{"rows", std::to_string(import.rows)},
                                       {"accepted", std::to_string(import.accepted)},
                                       {"rejected", std::to_string(import.rejected)},
                                       {"blank", std::to_string(import.blank)},
                                       {"skipped", std::to_string(import.skipped)}}) +
          "\n";
  for (const Issue& issue : file.issues) text += "- " + issue_text_with_place(issue, words, language) + "\n";
  return text + "\n";
}

/// Rows that could not be taken apart, and are no rows of the output.
std::string rows_left_out(const TableSource& source, Language language) {
  const Words words = words_of(language);
  const std::vector<TableRejection>& rejections = source.summary().rejections;
  std::string text;
  for (const Issue& issue : source.issues()) {
    const bool rejects = std::any_of(rejections.begin(), rejections.end(),
                                     [&issue](const TableRejection& row) { return row.code == issue.code; });
    if (rejects) text += issue_text_with_place(issue, words, language) + "\n";
  }
  return text;
}

}  // namespace

ReadOutput read_file(std::string_view bytes, const ImportChoice& choice, OutputFormat format, Language language,
                     bool typed) {
  Importer importer(choice);
  importer.feed(bytes);
  const ImportedFile file = importer.finish();
  RowWriter writer(format, typed, choice);
  TableSource source(
      choice.table, [&](const TableHead& head) { writer.begin(head); },
      [&](const RowBatch& batch) { writer.take(batch); });
  source.feed(bytes);
  source.finish();
  const bool empty = std::any_of(file.issues.begin(), file.issues.end(), [](const Issue& issue) {
    return issue.code == IssueCode::TableEmpty && issue.severity == Severity::Error;
  });
  ReadOutput output{.text = {}, .whole = file.whole && !empty};
  if (format == OutputFormat::Csv) output.left_out = rows_left_out(source, language);
  for (const Issue& issue : file.issues) {
    if (issue.severity != Severity::Error || !output.refusal.empty()) continue;
    output.refusal = issue_text_with_place(issue, words_of(language), language);
  }
  if (format == OutputFormat::Json) {
    output.text = "{\"import\":" + write_json(report_json::import_json(file.import, file.import.assumptions)) +
                  ",\"rows\":[" + writer.rows() + "],\"row_numbers\":[" + writer.numbers() + "],";
    if (typed) output.text += "\"typed\":[" + writer.values() + "],";
    output.text += "\"rejected\":" + write_json(rejected_json(file.rejected)) +
                   ",\"issues\":" + write_json(issues_json(file.issues)) + "}\n";
  } else {
    output.text = (format == OutputFormat::Text ? text_head(file, language) : std::string()) + writer.rows();
  }
  return output;
}

}  // namespace kirnu
