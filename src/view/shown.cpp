#include <algorithm>
#include <string_view>

#include "base/name_list.h"
#include "view/parts.h"

namespace kirnu {
namespace {

constexpr std::string_view kTyped = "start|lost|new|end|days|finer|money|paste|type_counts";
constexpr std::string_view kFewControls = "start|lost|period|days|file|file2|progress|cancel_import";
constexpr std::string_view kLead =
    "verdict|example_note|period_note|why|why_small|figures|question|messages|import|cards";

bool reads_files(const State& state) {
  return state.job == "lists" || state.job == "subscriptions" || state.job == "transactions";
}

bool is_control_shown(const State& state, std::string_view id) {
  if (state.controls == "min" && !is_one_of(kFewControls, id)) return false;
  if (state.job == "all") return true;
  if (!reads_files(state)) return id != "file" && id != "file2";
  return !is_one_of(kTyped, id) && (id != "period" || state.job != "lists");
}

/// The cards that answer the question of a job; empty where all of them do. Counts are answered by the figures alone.
std::string_view cards_of(const State& state) {
  if (state.job == "benchmark") return "others";
  if (state.job == "lists") return "lists|halved";
  if (state.controls == "full") return {};
  if (state.job == "counts") return "none";
  if (state.job == "subscriptions") return "time|cohorts";
  if (state.job == "transactions") return "orders|halved|lists";
  return "time|others";
}

template <typename Keep>
void keep_children(Node& node, Keep keep) {
  std::erase_if(node.children, [&](const Node& child) { return !keep(child.id); });
}

void shorten_answer(const State& state, Node& answer) {
  if (state.controls != "full")
    keep_children(answer, [](std::string_view id) { return is_one_of(kLead, id) || id.starts_with("refusal."); });
  const std::string_view cards = cards_of(state);
  if (cards.empty()) return;
  for (Node& part : answer.children) {
    if (part.id == "cards") keep_children(part, [&](std::string_view id) { return is_one_of(cards, id); });
  }
  std::erase_if(answer.children, [](const Node& part) { return part.id == "cards" && part.children.empty(); });
}

}  // namespace

std::string say_for_job(const ViewContext& context, const std::string& key) {
  const std::string own = key + "." + context.state.job;
  return context.words.say(context.words.has(own) ? own : key);
}

void leave_out(const State& state, Node& page) {
  if (state.controls == "full" && state.job == "all") return;
  keep_children(page, [&](std::string_view id) {
    if (id == "header") return state.controls == "full";
    return id != "form" || state.controls != "none";
  });
  for (Node& part : page.children) {
    if (part.id == "form") keep_children(part, [&](std::string_view id) { return is_control_shown(state, id); });
    if (part.id == "answer") shorten_answer(state, part);
  }
}

}  // namespace kirnu
