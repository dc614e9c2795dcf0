#include "table/delimiter_score.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "table/cell_kind.h"
#include "table/header_guess.h"
#include "text/number.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr double kShortRow = 0.5;       // a row with another number of fields, but more than one
constexpr double kFirstRowOnly = 0.75;  // the one row before the table, right above it: a header this does not fit
constexpr double kPreamble = 0.97;
constexpr std::size_t kMostRowsOfNames = 1000;  // so many tell names with commas

/// What one pass over the sample finds.
struct Findings {
  std::vector<std::size_t> counts;  ///< fields of each row that is not blank
  std::vector<bool> after_blank;    ///< whether a blank row stands before it
  std::vector<std::size_t> empty;   ///< fields of each row of separators alone
  bool words_beside = true;         ///< whether fields behind the first are texts, one or two of them
  bool named = false;               ///< whether the first row has a name that columns of customers have
  std::set<std::string> firsts;     ///< the first of two fields …
  std::set<std::string> beside;     ///< … and the second, while all are words
  bool numbers_below = true;        ///< whether all rows but the first are numbers as a whole
  std::size_t fields = 0, unclean = 0, flawed = 0, quoted = 0;
  bool quoted_start = false;
  bool unclosed = false;
  bool blank_before = false;
};

/// Separators that an unquoted field is unlikely to hold if `syntax` is right.
std::string_view stronger_than(const CsvSyntax& syntax) {
  if (syntax.separation != Separation::Text) return "\t;|";
  if (syntax.delimiter == "\t") return "";
  if (syntax.delimiter == ";") return "\t";
  if (syntax.delimiter == "|") return "\t;";
  if (syntax.delimiter == ", ") return "\t;|,";
  return "\t;|";
}

/// Bytes as a set: asked for every byte of a sample.
class ByteSet {
 public:
  explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  bool has_any_of(std::string_view text) const {
    return std::any_of(text.begin(), text.end(), [this](char c) { return has_[static_cast<unsigned char>(c)]; });
  }

 private:
  std::array<bool, 256> has_{};
};

bool is_quoted(std::string_view field, const CsvRow& row, char quote) {
  const bool inside = field.data() >= row.raw.data() && field.data() <= row.raw.data() + row.raw.size();
  return quote != 0 && (!inside || (field.data() > row.raw.data() && *(field.data() - 1) == quote));
}

/// Nothing, or "", or a title without one, "";"";"": no row of the table either.
bool is_empty(const CsvRow& row) {
  if (row.blank || row.flaw) return row.blank;
  return std::all_of(row.fields.begin(), row.fields.end(), [](std::string_view field) { return trim(field).empty(); });
}

bool are_words_beside(std::span<const std::string_view> fields) {
  return fields.size() <= 3 && std::all_of(fields.begin() + 1, fields.end(), [](std::string_view field) {
           return find_cell_kind(field) == CellKind::Text;
         });
}

/// What may tell that commas are those of names; the first rows say it.
void look_for_names(Findings& found, std::span<const std::string_view> fields) {
  if (!found.words_beside || found.counts.size() >= kMostRowsOfNames) return;
  if (found.counts.empty()) found.named = has_header_name(std::vector<std::string>(fields.begin(), fields.end()));
  found.words_beside = are_words_beside(fields);
  if (!found.words_beside || fields.size() != 2) return;
  found.firsts.emplace(fields[0]);
  found.beside.emplace(fields[1]);
}

void add_row(Findings& found, const CsvRow& row, const CsvSyntax& syntax, const ByteSet& stronger) {
  if (is_empty(row)) {
    found.blank_before = true;
    if (row.fields.size() > 1) found.empty.push_back(row.fields.size());
    return;
  }
  const bool spaced = syntax.separation == Separation::Aligned || syntax.separation == Separation::Spaces;
  const bool tabs = syntax.delimiter == "\t";
  for (const std::string_view field : row.fields) {
    ++found.fields;
    const bool quoted = is_quoted(field, row, syntax.quote);
    if (!quoted && !field.empty() && (field[0] == '\'' || field[0] == '"')) found.quoted_start = true;
    found.quoted += quoted ? 1U : 0U;
    const bool foreign =
        (stronger.has_any_of(field) && stronger.has_any_of(trim(field))) || ((spaced || tabs) && field.ends_with(','));
    if (foreign && !quoted) ++found.unclean;
  }
  found.flawed += row.flaw == IssueCode::TextAfterQuote ? 1U : 0U;
  if (!found.counts.empty() && found.numbers_below) {
    const NumberStatus status = read_number(row.raw, NumberKind::Real).status;
    found.numbers_below = status == NumberStatus::Ok || status == NumberStatus::Ambiguous;
  }
  if (syntax.delimiter.starts_with(',')) look_for_names(found, row.fields);
  found.counts.push_back(row.fields.size());
  found.after_blank.push_back(found.blank_before);
  found.blank_before = false;
}

Findings scan_sample(std::string_view sample, bool whole, const CsvSyntax& syntax) {
  Findings found;
  const ByteSet stronger(stronger_than(syntax));
  CsvScanner scanner(syntax, [&](const CsvRow& row) { add_row(found, row, syntax, stronger); });
  bool good = scanner.feed(sample);
  if (whole || found.counts.empty()) good = scanner.finish() && good;
  found.unclosed = !good;
  if (found.counts.empty()) {
    found.counts = found.empty;
    found.after_blank.assign(found.empty.size(), false);
  }
  return found;
}

/// The commonest number of fields of two or more; 0 when each row is one field.
std::size_t commonest(const std::vector<std::size_t>& counts) {
  std::map<std::size_t, std::size_t> times;
  for (const std::size_t count : counts) {
    if (count > 1) ++times[count];
  }
  std::size_t best = 0;
  for (const auto& [count, number] : times) {
    if (best == 0 || number >= times[best]) best = count;
  }
  return best;
}

/// A header of one cell above lines that are numbers as a whole: the commas are the numbers' own.
bool is_number_list(const Findings& found, std::size_t first) { return first == 1 && found.numbers_below; }

/// Surnames and first names differ from row to row, and the latter are letters.
bool are_first_names(const Findings& found) {
  constexpr std::size_t kFewest = 5;
  const auto is_name = [](const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return may_be_letter(c) || c == ' ' || c == '-' || c == '.'; });
  };
  return found.counts.size() >= kFewest &&
         std::min(found.firsts.size(), found.beside.size()) * 10 >=
             std::min(found.counts.size(), kMostRowsOfNames) * 7 &&
         std::all_of(found.beside.begin(), found.beside.end(), is_name);
}

/// "Meier, Anna" and "Bäckerei Huber, Köln" between names without commas, below "Kunde", or surnames and first names
/// all the way: the commas are the names' own.
bool is_list_of_names(const Findings& found, const CsvSyntax& syntax, std::size_t first) {
  if (syntax.separation != Separation::Text || !syntax.delimiter.starts_with(',')) return false;
  if (!found.words_beside || found.quoted > 0) return false;
  if (found.named) return first == 1 || found.counts[0] == 1;
  const std::vector<std::size_t>& counts = found.counts;
  const auto has_comma = [](std::size_t count) { return count > 1; };
  const auto from = std::find_if(counts.begin(), counts.end(), has_comma);
  const auto to = std::find_if(counts.rbegin(), counts.rend(), has_comma).base();
  const auto between = std::count(from, to, 1U), whole = std::count(counts.begin(), counts.end(), 1U);
  if (between * 5 >= to - from || whole * 2 > static_cast<std::ptrdiff_t>(counts.size())) return true;
  const auto is_behind_space = [&](const std::string& text) {
    return syntax.delimiter == ", " || text.starts_with(' ');
  };
  return first <= 1 && are_first_names(found) && std::all_of(found.beside.begin(), found.beside.end(), is_behind_space);
}

}  // namespace

SyntaxScore score_syntax(std::string_view sample, bool whole, const CsvSyntax& syntax) {
  const Findings found = scan_sample(sample, whole, syntax);
  SyntaxScore score{.syntax = syntax};
  score.flawed = found.flawed + (found.unclosed ? 1U : 0U);
  score.unclosed = found.unclosed;
  score.few_quoted = found.quoted < 2 * score.flawed;
  score.quoted_start = found.quoted_start;
  score.columns = commonest(found.counts);
  if (score.columns == 0) return score;

  const auto begin = std::find(found.counts.begin(), found.counts.end(), score.columns);
  const auto first = static_cast<std::size_t>(begin - found.counts.begin());
  // A header with more columns than the rows below, or one less, is a header all the same.
  const std::size_t before = first > 0 ? found.counts[first - 1] : 0;
  const std::size_t start = before > 1 && before + 1 >= score.columns ? first - 1 : first;
  auto end = found.counts.end();
  if (end - begin > 3 && *(end - 1) == 1) --end;  // a note below the table
  double agreeing = 0;
  for (auto count = found.counts.begin() + static_cast<std::ptrdiff_t>(start); count < end; ++count) {
    agreeing += *count == score.columns ? 1 : *count > 1 ? kShortRow : 0;
  }
  const bool row_names = start < first && found.counts[start] + 1 == score.columns;
  if (row_names && syntax.separation == Separation::Spaces) agreeing += 1 - kShortRow;  // as R writes tables
  score.preamble_rows = static_cast<std::int64_t>(start);
  score.agreement = agreeing / static_cast<double>(end - found.counts.begin() - static_cast<std::ptrdiff_t>(start));
  score.clean = 1 - static_cast<double>(found.unclean) / static_cast<double>(std::max<std::size_t>(found.fields, 1));
  const double good_rows =
      1 - std::min(1.0, static_cast<double>(found.flawed) / static_cast<double>(found.counts.size()));
  score.score = score.agreement * (0.5 + 0.5 * score.clean) * (0.6 + 0.4 * good_rows);
  score.titled = start == 1 && found.after_blank[1];
  if (start == 1 && !score.titled) score.score *= kFirstRowOnly;
  else if (start > 0) score.score *= kPreamble;
  if (is_number_list(found, start) || is_list_of_names(found, syntax, start)) score.score = 0;
  return score;
}

}  // namespace kirnu
