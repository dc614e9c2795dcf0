#include <cmath>

#include "fuzz/fuzz.h"
#include "table/table_reader.h"

namespace kirnu::fuzz {
namespace {

std::string describe(const TableRow& row) {
  std::string text = std::to_string(row.row) + "/" + std::to_string(row.line) + "@" + std::to_string(row.byte);
  for (const std::string_view cell : row.cells) text += " [" + std::string(cell) + "]";
  return text + (row.damaged ? " damaged " : " ") + std::string(row.raw);
}

std::string describe(const Issue& issue) {
  return std::string(issue_code_name(issue.code)) + " " + std::to_string(issue.line.value_or(0)) + " " +
         std::to_string(issue.count);
}

struct Table {
  bool good = true;
  std::vector<std::string> names, rows, rejections, issues;
  TableSummary summary;
};

Table read(const std::vector<std::string>& parts) {
  Table table;
  TableReader reader(
      {},
      [&](const TableHead& head) {
        check(table.names.empty() && table.rows.empty(), "the head comes once, before the rows");
        table.names = head.names;
      },
      [&](const TableRow& row) {
        check(row.cells.size() == table.names.size(), "a row has a cell for each name");
        table.rows.push_back(describe(row));
      });
  for (const std::string& part : parts) table.good = reader.feed(part) && table.good;
  table.good = reader.finish() && table.good;
  table.summary = reader.summary();
  for (const TableRejection& rejection : table.summary.rejections) {
    table.rejections.push_back(std::to_string(rejection.line) + " " + std::string(issue_code_name(rejection.code)) +
                               " " + rejection.raw);
  }
  for (const Issue& issue : table.summary.issues) table.issues.push_back(describe(issue));
  return table;
}

void check_sums(const Table& table) {
  const TableSummary& summary = table.summary;
  check(summary.delivered + summary.rejected + summary.blank + summary.skipped() == summary.rows, "rows add up");
  check(static_cast<std::int64_t>(table.rows.size()) == summary.delivered, "what is delivered is counted");
  check(static_cast<std::int64_t>(summary.rejections.size()) <= summary.rejected, "what is rejected is counted");
  check(table.good || !summary.issues.empty(), "who cannot go on says why");
  for (const TableRejection& rejection : summary.rejections)
    check(rejection.raw.size() <= kLongestRaw, "a rejected row is told in short");
}

void check_dialect(std::string_view text, bool whole) {
  const Dialect dialect = find_dialect(text, whole);
  check(dialect.columns >= 1 && dialect.columns <= kMostColumns + 1, "there is a column");
  check(!delimiter_name(dialect.syntax).empty(), "the delimiter has a name");
  for (const DelimiterScore& score : dialect.scores) {
    check(std::isfinite(score.score) && score.score >= 0 && score.score <= 1, "a score is a share");
    check(std::isfinite(score.agreement) && score.agreement >= 0 && score.agreement <= 1, "agreement is a share");
  }
}

}  // namespace
}  // namespace kirnu::fuzz

/// A file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  const std::string_view bytes = fuzz::text_of(data, size);
  fuzz::check(!file_kind_name(find_file_kind(bytes)).empty(), "a file is of some kind");
  fuzz::check_dialect(bytes, true);
  fuzz::check_dialect(bytes, false);
  const fuzz::Table whole = fuzz::read({std::string(bytes)});
  fuzz::check_sums(whole);
  const fuzz::Table parts = fuzz::read(fuzz::split(bytes));
  fuzz::check(parts.good == whole.good, "any split ends the same");
  fuzz::check(parts.names == whole.names, "any split gives the same names");
  fuzz::check(parts.rows == whole.rows, "any split gives the same rows");
  fuzz::check(parts.rejections == whole.rejections, "any split gives the same rejections");
  fuzz::check(parts.issues == whole.issues, "any split gives the same issues");
  fuzz::check(parts.summary.rows == whole.summary.rows && parts.summary.invalid_bytes == whole.summary.invalid_bytes,
              "any split gives the same counts");
  return 0;
}
