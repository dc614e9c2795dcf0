#include "facts/bare_label.h"

#include "facts/name_list.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::string_view kBesideThePoint =
    "end|of|as|at|per|actual|(actual)|(act)|(a)|week|commencing|w/c|(preliminary)|(prelim)|(final)|"
    "ende|zum|stand|ultimo|ist|(ist)|(vorläufig)|(endgültig)|woche|vom|ab|"
    "loppu|lopussa|lopun|tilanne|toteuma|(toteuma)|(ennakko)|(lopullinen)";

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

bool is_one_of(std::string_view words, std::string_view word) {
  const std::string folded = fold_case(word);
  return any_name(words, [&](std::string_view known) { return known == folded; });
}

}  // namespace

std::string bare_label(std::string_view label) {
  std::string bare;
  for_each_word(label, [&](std::string_view word) {
    if (!is_one_of(kBesideThePoint, word)) bare += (bare.empty() ? "" : " ") + std::string(word);
  });
  return bare;
}

bool says_plan(std::string_view label) {
  bool plan = false;
  for_each_word(label, [&](std::string_view word) {
    const bool brackets = word.size() > 4 && word.starts_with('(') && word.ends_with(')');
    plan = plan || is_one_of(kPlanned, brackets ? word.substr(1, word.size() - 2) : word);
  });
  return plan;
}

}  // namespace kirnu
