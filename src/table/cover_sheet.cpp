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

/// "Stand: 31.12.2023", or "Erstellt" beside a day.
bool is_remark(std::string_view first) {
  return trim(first).ends_with(':') || begins_footnote(first) || begins_footnote(std::string(trim(first)) + ":");
}

}  // namespace

bool is_cover_sheet(std::string_view text) {
  std::size_t rows = 0, widest = 0, numbers = 0;
  bool remarks = false, gaps = false, blank = false, named = false;
  CsvScanner scanner({.delimiter = ","}, [&](const CsvRow& row) {
    std::vector<std::string> filled;
    for (const std::string_view field : row.fields) {
      if (!trim(field).empty()) filled.emplace_back(field);
    }
    gaps = gaps || (blank && rows > 0 && !filled.empty());
    blank = filled.empty();
    if (blank) return;
    if (rows++ == 0) named = has_header_name(filled);
    remarks = remarks || is_remark(filled[0]);
    widest = std::max(widest, filled.size());
    numbers += find_cell_kind(filled.back()) == CellKind::Number ? 1U : 0U;
  });
  scanner.feed(text);
  scanner.finish();
  if (rows > kMostRows || widest > 2) return false;
  if (widest == 2) return remarks && numbers * 2 < rows;
  return !named && (remarks || gaps || rows < kFewestNames);
}

}  // namespace kirnu
