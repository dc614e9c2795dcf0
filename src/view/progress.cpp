#include <algorithm>

#include "text/number_format.h"
#include "view/parts.h"
#include "view/phrases.h"
#include "view/shown_number.h"

namespace kirnu {
namespace {

/// Below this the first rows a second say more about the start than about the file.
constexpr double kSpeedAfter = 0.2;  // seconds

std::string progress_text(const ViewContext& context, const ReadingProgress& progress, std::optional<double> share) {
  const Language language = context.state.language;
  const auto count = [&](double value) { return format_count(value, language); };
  std::string text = share ? shown_percent(share, 0, language) + " · " : std::string();
  text += context.words.say("progress.rows", {{"rows", count(static_cast<double>(progress.rows))}});
  if (progress.seconds >= kSpeedAfter) {
    const double speed = static_cast<double>(progress.rows) / progress.seconds;
    text += " · " + context.words.say("progress.speed", {{"rows", count(speed)}});
  }
  return text + " · " +
         context.words.say("progress.rejected", {{"rows", count(static_cast<double>(progress.rejected))}});
}

}  // namespace

std::vector<Node> build_progress(const ViewContext& context) {
  if (!context.progress) return {};
  const ReadingProgress& progress = *context.progress;
  std::optional<double> share;
  if (progress.whole && *progress.whole > 0) share = std::clamp(progress.read / *progress.whole, 0.0, 1.0);
  ProgressNode bar{
      .label = context.words.say("progress.label"), .fraction = share, .text = progress_text(context, progress, share)};
  ButtonNode cancel{.label = context.words.say("cancel_import.label")};
  // The button first: the text under the bar grows, and a button must not move away under a finger.
  return {{.id = "cancel_import", .body = std::move(cancel), .children = {}},
          {.id = "progress", .body = std::move(bar), .children = {}}};
}

}  // namespace kirnu
