#include "facts/words/plan_status.h"

#include <algorithm>
#include <string>

#include "base/name_list.h"
#include "facts/words/name_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::string_view kTrialParts =
    "probeabo|probemonat|probewoche|probephase|probezeit|testabo|testmonat|testwoche|testphase|testzeit|schnupper|"
    "kokeilu|koejakso|koekuukausi";
constexpr std::string_view kFree = "free|freemium|gratis|kostenlos|kostenfrei|ilmainen|ilmais|maksuton";

/// A word of statuses for what a plan's name says; empty where it says nothing.
std::string_view status_of(std::string_view plan) {
  const std::vector<std::string> words = small_words(plan, Digits::EndWords);
  const auto any = [&](std::string_view known) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return is_one_of(known, word); });
  };
  if (any("trial|trials|trialing") || has_part(fold_case(plan), kTrialParts)) return "trial";
  return any(kFree) ? "free" : "";
}

}  // namespace

void tell_status_by_plan(SubscriptionTable& table) {
  std::vector<std::string_view> said;
  for (std::uint32_t code = 0; code < table.plan.words.size(); ++code)
    said.push_back(status_of(table.plan.words.text(code)));
  const auto says = [](std::string_view word) { return !word.empty(); };
  if (std::none_of(said.begin(), said.end(), says) || std::all_of(said.begin(), said.end(), says)) return;
  const bool has_status = !table.status.empty();
  PackedColumn<std::uint32_t> codes;
  PackedReader<std::uint32_t> plans(table.plan.codes), statuses(table.status.codes);
  for (std::size_t row = 0; row < table.plan.codes.size(); ++row) {
    const std::string_view word = plans[row] == CodeColumn::kNone ? std::string_view() : said[plans[row]];
    const std::uint32_t before = has_status ? statuses[row] : CodeColumn::kNone;
    codes.push_back(word.empty() ? before : table.status.words.add(word));
  }
  table.status.codes = std::move(codes);
}

}  // namespace kirnu
