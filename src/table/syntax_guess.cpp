#include "table/syntax_guess.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "table/cell_kind.h"

namespace kirnu {
namespace {

constexpr double kGoodEnough = 0.5;

/// Of equals the first wins: what rarely stands in a text, and the longer of two.
constexpr auto kDelimiters =
    std::to_array<std::string_view>({"\t", ";", "||", "|", ", ", ",", "\x1F", "\x01", "^", "~"});

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

}  // namespace

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

namespace {

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
  const auto digit_at = [&](std::size_t i) { return i < sample.size() && is_digit(sample[i]); };
  for (std::size_t at = sample.find(':'); at != std::string_view::npos; at = sample.find(':', at + 1)) {
    const bool clock = at > 0 && digit_at(at - 1) && digit_at(at + 1);
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
  const auto digit_at = [&](std::size_t i) { return i < sample.size() && is_digit(sample[i]); };
  bool any = false;
  for (std::size_t at = sample.find(','); at != std::string_view::npos; at = sample.find(',', at + 1)) {
    any = true;
    if (at == 0 || !digit_at(at - 1) || !digit_at(at + 1) || !digit_at(at + 2) || !digit_at(at + 3) || digit_at(at + 4))
      return false;
  }
  return any;
}

}  // namespace

SyntaxScore find_syntax(std::string_view sample, bool whole, std::optional<char> quote,
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

}  // namespace kirnu
