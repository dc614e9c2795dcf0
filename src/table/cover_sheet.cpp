#include "table/cover_sheet.h"

#include <algorithm>
#include <string>
#include <vector>

#include "table/cell_kind.h"
#include "table/comment_rows.h"
#include "table/csv_scanner.h"
#include "table/header_guess.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kMostRows = 15, kFewestNames = 3;

/// "Bearbeiterin: Petra", or "Erstellt" beside a day.
bool is_remark(std::string_view first) {
  return first.find(':') != std::string_view::npos || begins_footnote(first) ||
         begins_footnote(std::string(trim(first)) + ":");
}

}  // namespace

bool is_cover_sheet(std::string_view text) {
  std::size_t rows = 0, widest = 0, numbers = 0, remarks = 0, gaps = 0;
  bool blank = false, named = false;
  CsvScanner scanner({.delimiter = ","}, [&](const CsvRow& row) {
    std::vector<std::string> filled;
    for (const std::string_view field : row.fields) {
      if (!trim(field).empty()) filled.emplace_back(field);
    }
    gaps += blank && rows > 0 && !filled.empty() ? 1U : 0U;
    blank = filled.empty();
    if (blank) return;
    ++rows;
    named = named || has_header_name(filled);
    remarks += is_remark(filled[0]) ? 1U : 0U;
    widest = std::max(widest, filled.size());
    numbers += find_cell_kind(filled.back()) == CellKind::Number ? 1U : 0U;
  });
  scanner.feed(text);
  scanner.finish();
  if (rows > kMostRows || widest > 2) return false;
  if (widest == 2) return remarks * 3 >= rows && numbers * 2 < rows;
  return !named && (remarks * 3 >= rows || gaps * 3 >= rows || rows < kFewestNames);
}

}  // namespace kirnu
