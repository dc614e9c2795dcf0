#include "table/table_head.h"

#include "table/csv_scanner.h"
#include "table/row_sorter.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

void add_title(std::string& title, const CsvRow& row) {
  constexpr std::size_t kLongestTitle = 500;
  for (const std::string_view field : row.fields) {
    if (!trim(field).empty() && title.size() + field.size() < kLongestTitle) title.append(trim(field)).append(" ");
  }
  title += '\n';
}

}  // namespace

bool read_sample(TableHead& head, std::string_view text, bool whole) {
  RowSorter sorter(head.dialect);
  bool any = false, good = true;
  CsvScanner scanner(head.dialect.syntax, [&](const CsvRow& row) {
    any = true;
    const RowClass sorted = sorter.sort(row);
    const bool first = head.sample.empty() && (sorted == RowClass::Header || sorted == RowClass::Flawed);
    if (first && row.flaw == IssueCode::TooManyColumns) good = false;
    if (sorted == RowClass::Preamble && head.sample.empty()) add_title(head.title, row);
    if (sorted == RowClass::Data || sorted == RowClass::Short)
      head.sample.emplace_back(sorter.cells().begin(), sorter.cells().end());
  });
  while (!text.empty() && head.sample.size() < kSampleRows) text.remove_prefix(scanner.feed_row(text));
  if (whole || !any) scanner.finish();
  head.names = sorter.names();
  return good;
}

}  // namespace kirnu
