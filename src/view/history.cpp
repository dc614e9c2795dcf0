#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

constexpr double kSurprising = 0.05;  ///< p below this is called more than chance

std::string points(double share, int decimals, Language language) {
  return shown_signed(share * 100, decimals, language);
}

/// So many that the ends of the interval differ, of large numbers too.
int decimals_of(const Interval& interval, Language language) {
  constexpr int kMost = 3;
  int decimals = 1;
  while (decimals < kMost && points(interval.low, decimals, language) == points(interval.high, decimals, language))
    ++decimals;
  return decimals;
}

/// The last period against another: "time.compare" or "time.compare.year".
Node comparison_note(const ViewContext& context, const Comparison& comparison, std::string id, std::string key) {
  const Language language = context.state.language;
  key += comparison.p < kSurprising ? ".clear" : ".chance";
  const int decimals = decimals_of(comparison.interval, language);
  const std::string interval =
      context.words.say("time.compare.interval", {{"low", points(comparison.interval.low, decimals, language)},
                                                  {"high", points(comparison.interval.high, decimals, language)}});
  return text(std::move(id), TextStyle::Note,
              context.words.say(key, {{"difference", points(comparison.difference, decimals, language)},
                                      {"interval", interval},
                                      {"p", shown_p(comparison.p, language)}}));
}

Node trend_note(const ViewContext& context, const Trend& trend) {
  const Language language = context.state.language;
  const std::string key = trend.p >= kSurprising ? "time.trend.none"
                          : trend.slope > 0      ? "time.trend.rising"
                                                 : "time.trend.falling";
  return text("time_trend", TextStyle::Note,
              context.words.say(key, {{"periods", std::to_string(trend.periods)},
                                      {"slope", shown_signed(trend.slope * 100, 2, language)},
                                      {"p", shown_p(trend.p, language)}}));
}

}  // namespace

/// What the history says beyond its chart: the last period against others, and whether there is a trend.
std::vector<Node> build_history_notes(const ViewContext& context) {
  const Report& report = context.report;
  std::vector<Node> notes;
  if (report.comparison)
    notes.push_back(comparison_note(context, *report.comparison, "time_comparison", "time.compare"));
  if (report.year_comparison)
    notes.push_back(comparison_note(context, *report.year_comparison, "time_comparison_year", "time.compare.year"));
  if (report.trend) notes.push_back(trend_note(context, *report.trend));
  return notes;
}

}  // namespace kirnu
