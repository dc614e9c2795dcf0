#include "facts/words/bare_label.h"

#include "base/name_list.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::string_view kBesideThePoint =
    "end|of|as|at|per|actual|(actual)|(act)|(a)|commencing|w/c|(preliminary)|(prelim)|(final)|"
    "ende|zum|stand|ultimo|ist|(ist)|(vorläufig)|(endgültig)|vom|ab|"
    "loppu|lopussa|lopun|tilanne|toteuma|(toteuma)|(ennakko)|(lopullinen)";

/// "Week commencing 1 Jan 2024" is that of a day; "week 5" alone is the fifth.
constexpr std::string_view kFrom = "commencing|vom|ab";
constexpr std::string_view kWeek = "week|woche";

constexpr std::string_view kPlanned =
    "plan|planned|budget|target|forecast|projected|(f)|(b)|(p)|fc|"
    "geplant|soll|ziel|prognose|hochrechnung|planzahl|planwert|"
    "suunnitelma|suunniteltu|tavoite|budjetti|ennuste|arvio";

template <class Visit>
void for_each_word(std::string_view label, Visit visit) {
  while (!label.empty()) {
    const std::size_t end = std::min(label.find(' '), label.size());
    if (end > 0) visit(label.substr(0, end));
    label.remove_prefix(std::min(end + 1, label.size()));
  }
}

bool is_word_of(std::string_view words, std::string_view word) { return is_one_of(words, fold_case(word)); }

}  // namespace

std::string bare_label(std::string_view label) {
  const std::size_t midnight = label.find("00:00:00");  // databases write days so
  if (midnight != std::string_view::npos && midnight > 1 && (label[midnight - 1] == 'T' || label[midnight - 1] == ' '))
    label = label.substr(0, midnight - 1);
  std::string bare;
  bool from = false;
  for_each_word(label, [&](std::string_view word) { from = from || is_word_of(kFrom, word); });
  for_each_word(label, [&](std::string_view word) {
    if (!is_word_of(kBesideThePoint, word) && !(from && is_word_of(kWeek, word)))
      bare += (bare.empty() ? "" : " ") + std::string(word);
  });
  return bare;
}

bool says_plan(std::string_view label) {
  bool plan = false;
  for_each_word(label, [&](std::string_view word) {
    const bool brackets = word.size() > 4 && word.starts_with('(') && word.ends_with(')');
    plan = plan || is_word_of(kPlanned, brackets ? word.substr(1, word.size() - 2) : word);
  });
  return plan;
}

}  // namespace kirnu
