#include "view/explain.h"

#include <string>
#include <vector>

#include "metrics/catalog.h"
#include "text/number_format.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

/// A formula's text with every {letter} replaced by what `say` makes of it.
template <typename Say>
std::string fill_letters(std::string_view formula, const Say& say) {
  std::string out;
  while (!formula.empty()) {
    const std::size_t open = formula.find('{');
    out += formula.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = formula.find('}', open);
    if (close == std::string_view::npos) break;
    out += say(formula.substr(open + 1, close - open - 1));
    formula.remove_prefix(close + 1);
  }
  return out;
}

std::string letter_number(std::string_view token, const Letters& letters, Language language) {
  const Letter* letter = find_letter(token);
  if (letter == nullptr || !(letters.*(letter->member))) return "–";
  return format_value(*(letters.*(letter->member)), letter->unit, language);
}

/// The product over all periods with their own rates in it; of many, the first two and the last.
std::string insert_product(std::string text, const std::vector<double>& churn, Language language) {
  constexpr std::string_view kProduct = "Π(1 − p_i)";
  constexpr std::size_t kMostShown = 4;
  const std::size_t at = text.find(kProduct);
  if (at == std::string::npos || churn.empty()) return text;
  std::string factors;
  for (std::size_t i = 0; i < churn.size(); ++i) {
    const bool left_out = churn.size() > kMostShown && i >= 2 && i + 1 < churn.size();
    if (left_out && i > 2) continue;
    if (i > 0) factors += " · ";
    factors += left_out ? "…" : "(1 − " + shown_percent(churn[i], 2, language) + ")";
  }
  return text.replace(at, kProduct.size(), factors);
}

/// The sum over all days, with those on which somebody left; of many, the first two and the last.
std::string insert_daily_sum(std::string text, const std::vector<DayCount>& daily, Language language) {
  constexpr std::string_view kSum = "Σ lost_d ÷ start_d";
  constexpr std::size_t kMostShown = 4;
  std::vector<std::string> terms;
  for (const DayCount& day : daily) {
    if (day.lost > 0) terms.push_back(format_count(day.lost, language) + " ÷ " + format_count(day.start, language));
  }
  const std::size_t at = text.find(kSum);
  if (at == std::string::npos || terms.empty()) return text;
  if (terms.size() > kMostShown) terms = {terms[0], terms[1], "…", terms.back()};
  std::string sum;
  for (const std::string& term : terms) sum += (sum.empty() ? "" : " + ") + term;
  return text.replace(at, kSum.size(), sum);
}

/// A name as it stands; the sources that are words are keys of the catalogue.
std::string source_words(const ViewContext& context, std::string_view source) {
  return context.words.has(source) ? context.words.say(source) : std::string(source);
}

Explanation explain_formula(const ViewContext& context, const Formula& formula, const ReportMetric& entry) {
  const Language language = context.state.language;
  const std::string_view text = formula_text(formula, entry.letters);
  const std::string id(formula.id);
  Explanation how{.title = context.words.say("how.title")};
  how.formula =
      fill_letters(text, [&](std::string_view token) { return context.words.say("letter." + std::string(token)); });
  how.inserted =
      fill_letters(text, [&](std::string_view token) { return letter_number(token, entry.letters, language); });
  how.inserted = insert_product(std::move(how.inserted), entry.letters.p_i, language);
  how.inserted = insert_daily_sum(std::move(how.inserted), entry.letters.daily, language);
  if (entry.metric.value) how.inserted += " = " + format_value(*entry.metric.value, formula.unit, language);
  how.definition = context.words.say("def." + id);
  how.source = context.words.say("how.source", {{"source", source_words(context, formula.source)}});
  how.open = context.state.open.count("how." + id) > 0;
  return how;
}

Explanation explain_ten_percent_test(const ViewContext& context, const TenPercentTest& test) {
  const Language language = context.state.language;
  Explanation how{.title = context.words.say("how.title")};
  how.formula = context.words.say("test.formula");
  how.inserted = shown_percent(test.yearly_churn, 2, language);
  if (test.interval) how.inserted += " (" + shown_interval(test.interval->low, test.interval->high, 1, language) + ")";
  how.definition = context.words.say("def.ten_percent_test");
  how.source = context.words.say("how.source", {{"source", context.words.say("test.source")}});
  how.open = context.state.open.count("how.ten_percent_test") > 0;
  return how;
}

}  // namespace

std::optional<Explanation> explain(const ViewContext& context, std::string_view id) {
  if (id == "ten_percent_test" && context.report.ten_percent_test)
    return explain_ten_percent_test(context, *context.report.ten_percent_test);
  const Formula* formula = find_formula(id);
  const ReportMetric* entry = find_metric(context.report, id);
  if (formula == nullptr || entry == nullptr) return std::nullopt;
  return explain_formula(context, *formula, *entry);
}

}  // namespace kirnu
