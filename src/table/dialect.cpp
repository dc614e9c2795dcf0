#include "table/dialect.h"

#include <algorithm>
#include <span>
#include <utility>

#include "table/cell_kind.h"
#include "table/comment_rows.h"
#include "table/header_rows.h"
#include "table/short_header.h"
#include "table/syntax_guess.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kHeaderRows = 200;

/// What delimiter_name() calls so, and other words for it; absent for none of them.
std::optional<CsvSyntax> syntax_named(std::string_view name) {
  CsvSyntax syntax;
  if (name == "aligned") syntax.separation = Separation::Aligned;
  else if (name == "spaces" || name == "space" || name == " ") syntax.separation = Separation::Spaces;
  else if (name == "none") syntax.separation = Separation::None;
  else if (name == "tab" || name == "\\t") syntax.delimiter = "\t";
  else if (name.empty() || name.size() > 2) return std::nullopt;
  else syntax.delimiter = name;
  return syntax;
}

/// The delimiter of a first line "sep=;", as Excel writes it.
std::optional<std::string> find_sep_line(std::string_view sample) {
  std::string_view line = sample.substr(0, sample.find_first_of("\r\n"));
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() < 5 || line.size() > 6 || fold_case(line.substr(0, 4)) != "sep=") return std::nullopt;
  return std::string(line.substr(4));
}

bool are_empty(std::span<const std::string_view> fields) {
  return std::all_of(fields.begin(), fields.end(), [](std::string_view field) { return trim(field).empty(); });
}

/// The first rows of the table, from the header on.
std::vector<std::vector<std::string>> first_rows(std::string_view sample, bool whole, const Dialect& dialect) {
  std::vector<std::vector<std::string>> rows;
  std::int64_t skipped = 0;
  CsvScanner scanner(dialect.syntax, [&](const CsvRow& row) {
    if (row.blank || are_empty(row.fields) || rows.size() == kHeaderRows || skipped++ < dialect.preamble_rows) return;
    if (dialect.comments && is_comment(row.fields)) return;
    for (std::vector<std::string>& cells = rows.emplace_back(); const std::string_view field : row.fields) {
      cells.emplace_back(without_formula(field));
    }
  });
  while (!sample.empty() && rows.size() < kHeaderRows) sample.remove_prefix(scanner.feed_row(sample));
  if (whole || rows.empty()) scanner.finish();
  return rows;
}

/// How many fields a line has.
std::size_t count_fields(std::string_view line, const CsvSyntax& syntax) {
  std::size_t fields = 0;
  CsvScanner scanner(syntax, [&](const CsvRow& row) { fields = row.fields.size(); });
  scanner.feed(line);
  scanner.finish();
  return fields;
}

/// Notes above the table are no rows of it; but where it has no names, the last of them may be these: "# time,status".
void skip_comments(Dialect& dialect, const CommentsAbove& comments, bool may_have_names) {
  const bool names = comments.rows > 0 && may_have_names && !dialect.header && dialect.preamble_rows == 0 &&
                     dialect.columns > 1 && dialect.syntax.separation == Separation::Text &&
                     count_fields(comments.last, dialect.syntax) == dialect.columns;
  dialect.header = dialect.header || names;
  if (names) dialect.header_reason = HeaderReason::KnownName;
  dialect.preamble_rows += comments.rows - (names ? 1 : 0);
}

void heed_short_header(Dialect& dialect, std::span<const std::vector<std::string>> rows) {
  const ShortHeader found = find_short_header(rows, dialect.columns, dialect.syntax);
  dialect.row_names = found == ShortHeader::RowNames;
  if (found == ShortHeader::SplitDecimals) --dialect.columns;  // so that each row says what is wrong with it
}

/// As much of the sample as tells its dialect; all of it where the rows are long.
std::string_view beginning_of(std::string_view sample) {
  constexpr std::size_t kEnough = 64U << 10U;
  constexpr std::ptrdiff_t kEnoughRows = 200;
  const std::string_view beginning = sample.substr(0, kEnough);
  return std::count(beginning.begin(), beginning.end(), '\n') < kEnoughRows ? sample : beginning;
}

}  // namespace

Dialect find_dialect(std::string_view sample, bool whole, const DialectChoice& choice) {
  Dialect dialect;
  std::optional<std::string> delimiter = choice.delimiter;
  if (const std::optional<std::string> named = find_sep_line(sample)) {
    dialect.sep_line = true;
    if (!delimiter) delimiter = named;
    sample.remove_prefix(std::min(sample.size(), sample.find_first_of("\r\n")));
  }
  CommentsAbove comments = find_comments_above(sample);
  if (trim(sample.substr(comments.bytes)).empty()) comments = {};  // there is nothing else
  sample.remove_prefix(comments.bytes);
  dialect.comments = has_comments(sample);
  const std::string_view beginning = beginning_of(sample);
  whole = whole && beginning.size() == sample.size();
  sample = beginning;
  const std::optional<CsvSyntax> chosen = delimiter ? syntax_named(*delimiter) : std::nullopt;
  SyntaxScore best = chosen ? score_delimiter(sample, whole, *chosen, choice.quote)
                            : find_syntax(sample, whole, choice.quote, dialect.scores);
  dialect.syntax = std::move(best.syntax);
  dialect.columns = std::max<std::size_t>(best.columns, 1);
  dialect.preamble_rows = best.preamble_rows;
  std::vector<std::vector<std::string>> rows = first_rows(sample, whole, dialect);
  const std::size_t titles = choice.header ? 0 : count_title_rows(rows, dialect.columns);
  dialect.preamble_rows += static_cast<std::int64_t>(titles);
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(titles));
  const bool second = has_second_header_row(rows);
  const bool explained =
      rows.size() > 1 && choice.header_rows.value_or(second ? 2 : 1) == 1 && explains_columns(rows[1]);
  if (explained) rows.erase(rows.begin() + 1);
  const HeaderGuess guess = choice.header ? HeaderGuess{*choice.header, HeaderReason::Chosen} : guess_header(rows);
  dialect.header = guess.header || choice.header_rows.has_value();
  if (dialect.header) dialect.header_rows = choice.header_rows.value_or(second ? 2 : 1);
  dialect.explained = dialect.header && explained;
  dialect.header_reason = guess.reason;
  if (dialect.header && dialect.header_rows == 1) heed_short_header(dialect, rows);
  if (dialect.syntax.delimiter == ",") dialect.usual_pairs = usual_pairs(rows, dialect.columns);
  skip_comments(dialect, comments, !choice.header);
  return dialect;
}

std::string delimiter_name(const CsvSyntax& syntax) {
  switch (syntax.separation) {
    case Separation::Text: return syntax.delimiter;
    case Separation::Aligned: return "aligned";
    case Separation::Spaces: return "spaces";
    case Separation::None: return "none";
  }
  return syntax.delimiter;
}

}  // namespace kirnu
