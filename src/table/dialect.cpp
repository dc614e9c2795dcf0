#include "table/dialect.h"

#include <algorithm>
#include <array>
#include <utility>

#include "table/cell_kind.h"
#include "table/comment_rows.h"
#include "table/delimiter_score.h"
#include "table/header_rows.h"
#include "table/short_header.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr double kGoodEnough = 0.5;
constexpr std::size_t kHeaderRows = 200;

/// Of equals the first wins: what rarely stands in a text, and the longer of two.
constexpr auto kDelimiters =
    std::to_array<std::string_view>({"\t", ";", "||", "|", ", ", ",", "\x1F", "\x01", "^", "~"});

std::optional<CsvSyntax> find_syntax(std::string_view name) {
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

void take_better(SyntaxScore& best, SyntaxScore other) {
  const bool fewer_flaws = other.score == best.score && other.flawed < best.flawed;
  if (other.score > best.score || fewer_flaws) best = std::move(other);
}

/// One column, with quotes where they all make sense.
SyntaxScore single_column(std::string_view sample, bool whole) {
  SyntaxScore score = score_syntax(sample, whole, {.separation = Separation::None});
  if (score.flawed > 0) score.syntax.quote = 0;
  score.columns = 1;
  return score;
}

/// The best way to quote with a delimiter: " unless ' or backslashes explain the sample better.
SyntaxScore score_delimiter(std::string_view sample, bool whole, CsvSyntax syntax, std::optional<char> quote) {
  syntax.quote = quote.value_or('"');
  if (syntax.separation == Separation::None) return single_column(sample, whole);
  SyntaxScore best = score_syntax(sample, whole, syntax);
  if (syntax.separation != Separation::Text) return best;
  if (!quote && best.quoted_start) {
    syntax.quote = '\'';
    SyntaxScore single = score_syntax(sample, whole, syntax);
    // Equal scores: the quotes are taken off where every ' at a field's start has its partner at the end.
    if (single.flawed == 0 && single.score >= best.score && !single.quoted_start) best = std::move(single);
  }
  syntax = best.syntax;
  if (sample.find(syntax.delimiter + ' ' + syntax.quote) != std::string_view::npos) {
    syntax.spaces_before_quotes = true;
    SyntaxScore spaced = score_syntax(sample, whole, syntax);
    if (spaced.flawed <= best.flawed && spaced.score >= best.score) best = std::move(spaced);
    syntax = best.syntax;
  }
  const std::string escaped = {'\\', syntax.quote};
  if (syntax.quote != 0 && best.flawed > 0 && sample.find(escaped) != std::string_view::npos) {
    syntax.backslash_escapes = true;
    take_better(best, score_syntax(sample, whole, syntax));
  }
  const bool tabs = syntax.delimiter == "\t" && !quote && !best.unclosed;
  if (tabs && best.flawed > 0 && best.few_quoted) {  // quotes of the texts: programs that write tabs need none
    syntax = best.syntax;
    syntax.quote = 0;
    take_better(best, score_syntax(sample, whole, syntax));
  }
  if (best.unclosed && best.score < kGoodEnough) {  // judged without quotes, so that the scanner can name the open one
    syntax = best.syntax;
    best.syntax.quote = 0;
    best = score_syntax(sample, whole, best.syntax);
    best.syntax = syntax;
  }
  return best;
}

/// Share of the fields that are neither numbers nor dates. `below`: of those below the first row, which may be names.
double text_share(std::string_view sample, bool whole, const CsvSyntax& syntax, bool below = false) {
  std::size_t fields = 0, texts = 0;
  bool skip = below;
  CsvScanner scanner(syntax, [&](const CsvRow& row) {
    if (row.blank || std::exchange(skip, false)) return;
    for (const std::string_view field : row.fields) {
      ++fields;
      texts += find_cell_kind(field) == CellKind::Text ? 1U : 0U;
    }
  });
  scanner.feed(sample);
  if (whole) scanner.finish();
  return fields == 0 ? 1 : static_cast<double>(texts) / static_cast<double>(fields);
}

/// Single spaces separate where nothing else does and half of all is values (words have spaces of their own), and
/// instead of wider gaps where they alone make all of it values: "00001 19970101  1", also below names with
/// single spaces.
bool prefers_spaces(std::string_view sample, bool whole, const SyntaxScore& best, const SyntaxScore& spaces) {
  if (spaces.agreement < 0.95) return false;
  if (best.score < kGoodEnough) return text_share(sample, whole, spaces.syntax) <= 0.5;
  return best.syntax.separation == Separation::Aligned && text_share(sample, whole, spaces.syntax, true) == 0 &&
         text_share(sample, whole, best.syntax, true) > 0;
}

/// Every : stands between the digits of a clock, or before // as in an address.
bool are_clocks_or_addresses(std::string_view sample) {
  const auto is_digit = [&](std::size_t i) { return i < sample.size() && sample[i] >= '0' && sample[i] <= '9'; };
  for (std::size_t at = sample.find(':'); at != std::string_view::npos; at = sample.find(':', at + 1)) {
    const bool clock = at > 0 && is_digit(at - 1) && is_digit(at + 1);
    if (!clock && sample.substr(at + 1, 2) != "//") return false;
  }
  return true;
}

/// Whether one field of all rows is the same: "cus:1", "cus:2" are ids.
bool has_constant_field(std::string_view sample, bool whole, const CsvSyntax& syntax) {
  std::vector<std::string> first;
  std::vector<bool> same;
  CsvScanner scanner(syntax, [&](const CsvRow& row) {
    if (row.blank) return;
    if (first.empty()) first.assign(row.fields.begin(), row.fields.end());
    same.resize(first.size(), true);
    for (std::size_t i = 0; i < std::min(first.size(), row.fields.size()); ++i)
      same[i] = same[i] && row.fields[i] == first[i];
  });
  scanner.feed(sample);
  if (whole) scanner.finish();
  return std::find(same.begin(), same.end(), true) != same.end();
}

/// Colons separate where nothing else does and every row has as many, below a title and a blank line perhaps.
std::optional<SyntaxScore> score_colons(std::string_view sample, bool whole, std::optional<char> quote) {
  if (sample.find(':') == std::string_view::npos || are_clocks_or_addresses(sample)) return std::nullopt;
  SyntaxScore score = score_delimiter(sample, whole, {.delimiter = ":"}, quote);
  const bool all =
      score.columns > 1 && score.agreement == 1 && score.flawed == 0 && (score.preamble_rows == 0 || score.titled);
  if (!all || has_constant_field(sample, whole, score.syntax)) return std::nullopt;
  return score;
}

/// There are commas, and each has a digit before and three behind it.
bool commas_are_of_thousands(std::string_view sample) {
  const auto is_digit = [&](std::size_t i) { return i < sample.size() && sample[i] >= '0' && sample[i] <= '9'; };
  bool any = false;
  for (std::size_t at = sample.find(','); at != std::string_view::npos; at = sample.find(',', at + 1)) {
    any = true;
    if (at == 0 || !is_digit(at - 1) || !is_digit(at + 1) || !is_digit(at + 2) || !is_digit(at + 3) || is_digit(at + 4))
      return false;
  }
  return any;
}

SyntaxScore find_best(std::string_view sample, bool whole, std::optional<char> quote,
                      std::vector<DelimiterScore>& scores) {
  SyntaxScore best;
  const auto consider = [&](SyntaxScore score) {
    scores.push_back({.delimiter = delimiter_name(score.syntax),
                      .columns = score.columns,
                      .agreement = score.agreement,
                      .score = score.score});
    if (score.score > best.score) best = std::move(score);
  };
  if (commas_are_of_thousands(sample)) {
    if (std::optional<SyntaxScore> colons = score_colons(sample, whole, quote)) return std::move(*colons);
  }
  for (const std::string_view delimiter : kDelimiters) {
    if (sample.find(delimiter) == std::string_view::npos) continue;
    CsvSyntax syntax;
    syntax.delimiter = delimiter;
    consider(score_delimiter(sample, whole, std::move(syntax), quote));
  }
  if (best.score == 1) return best;  // spaces cannot do better
  CsvSyntax spaced{.separation = Separation::Aligned};
  consider(score_syntax(sample, whole, spaced));
  spaced.separation = Separation::Spaces;
  SyntaxScore spaces = score_syntax(sample, whole, spaced);
  if (prefers_spaces(sample, whole, best, spaces)) best = std::move(spaces);
  if (best.score >= kGoodEnough) return best;
  if (std::optional<SyntaxScore> colons = score_colons(sample, whole, quote)) return std::move(*colons);
  return single_column(sample, whole);
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
  const std::optional<CsvSyntax> chosen = delimiter ? find_syntax(*delimiter) : std::nullopt;
  SyntaxScore best = chosen ? score_delimiter(sample, whole, *chosen, choice.quote)
                            : find_best(sample, whole, choice.quote, dialect.scores);
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
