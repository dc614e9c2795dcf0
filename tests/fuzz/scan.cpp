#include <array>

#include "fuzz/fuzz.h"
#include "table/csv_scanner.h"

namespace kirnu::fuzz {
namespace {

CsvSyntax syntax_of(std::size_t choice) {
  CsvSyntax syntax;
  const std::array<std::string_view, 6> delimiters{",", ";", "\t", "|", "||", ", "};
  syntax.delimiter = delimiters[choice % 6];
  syntax.quote = std::array<char, 4>{'"', '\'', '\0', '"'}[choice / 6 % 4];
  syntax.backslash_escapes = choice / 24 % 4 == 3 && syntax.quote != 0;
  const std::size_t separation = choice / 96;
  if (separation == 1) syntax.separation = choice % 2 == 0 ? Separation::Aligned : Separation::Spaces;
  if (separation == 2 && choice % 8 == 0) syntax.separation = Separation::None;
  return syntax;
}

struct Row {
  std::vector<std::string> fields;
  std::string raw;
  std::int64_t line = 0;
  std::uint64_t offset = 0;
  bool blank = false, stray_quote = false, has_nul = false, end_mark = false;
  std::optional<IssueCode> flaw;
  friend bool operator==(const Row&, const Row&) = default;
};

struct Scanned {
  std::vector<Row> rows;
  bool good = true, end_mark = false;
  std::optional<IssueCode> error;
  std::int64_t error_line = 0;
  std::uint64_t error_offset = 0;
  friend bool operator==(const Scanned&, const Scanned&) = default;
};

Scanned scan(const std::vector<std::string>& parts, const CsvSyntax& syntax) {
  Scanned scanned;
  CsvScanner scanner(syntax, [&](const CsvRow& row) {
    scanned.rows.push_back({.fields = {row.fields.begin(), row.fields.end()},
                            .raw = std::string(row.raw),
                            .line = row.line,
                            .offset = row.offset,
                            .blank = row.blank,
                            .stray_quote = row.stray_quote,
                            .has_nul = row.has_nul,
                            .end_mark = row.end_mark,
                            .flaw = row.flaw});
  });
  for (const std::string& part : parts) scanned.good = scanner.feed(part) && scanned.good;
  scanned.good = scanner.finish() && scanned.good;
  scanned.end_mark = scanner.end_mark();
  if (!scanner.error()) return scanned;
  scanned.error = scanner.error()->code;
  scanned.error_line = scanner.error()->line;
  scanned.error_offset = scanner.error()->offset;
  return scanned;
}

/// Rows and the line ends between them make up the text.
void check_rows(const Scanned& scanned, std::string_view text) {
  check(scanned.good != scanned.error.has_value(), "scanning stops with an error alone");
  std::uint64_t end = 0;
  std::int64_t line = 0;
  for (const Row& row : scanned.rows) {
    check(row.offset + row.raw.size() <= text.size(), "a row lies in the text");
    check(text.substr(static_cast<std::size_t>(row.offset), row.raw.size()) == row.raw, "a row is what stands there");
    check(row.offset >= end, "rows do not overlap");
    const std::string_view between =
        text.substr(static_cast<std::size_t>(end), static_cast<std::size_t>(row.offset - end));
    check(between.find_first_not_of("\r\n") == std::string_view::npos, "only line ends stand between rows");
    check(row.line > line, "lines count up");
    check(row.has_nul == (row.raw.find('\0') != std::string::npos), "NUL bytes are seen");
    check(!row.fields.empty() || row.blank, "a row that is not blank has a field");
    check(row.fields.size() <= kMostColumns + 1, "fields are no more than the limit");
    end = row.offset + row.raw.size();
    line = row.line;
  }
  if (scanned.good)
    check(text.substr(static_cast<std::size_t>(end)).find_first_not_of("\r\n\x1A") == std::string_view::npos,
          "nothing is left over");
}

}  // namespace
}  // namespace kirnu::fuzz

/// First byte: the syntax; then a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  std::string_view text = fuzz::text_of(data, size);
  const CsvSyntax syntax = fuzz::syntax_of(fuzz::take_choice(text));
  const fuzz::Scanned whole = fuzz::scan({std::string(text)}, syntax);
  fuzz::check_rows(whole, text);
  fuzz::check(fuzz::scan(fuzz::split(text), syntax) == whole, "any split gives the same rows");
  return 0;
}
