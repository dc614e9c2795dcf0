#include <algorithm>
#include <utility>

#include "view/parts.h"
#include "view/phrases.h"

namespace kirnu {
namespace {

/// Under each chart, what saves it as a picture.
void add_pictures(const ViewContext& context, Node& node) {
  for (Node& child : node.children) add_pictures(context, child);
  if (!std::holds_alternative<ChartNode>(node.body)) return;
  std::vector<Node> buttons;
  for (const char* kind : {"svg", "png"}) {
    const std::string id = node.id + "." + kind;
    ButtonNode body{.label = context.words.say(std::string("picture.") + kind), .style = ButtonStyle::Faint};
    body.download = id;
    buttons.push_back({.id = id, .body = std::move(body), .children = {}});
  }
  node.children.push_back(section(node.id + ".pictures", {.role = SectionRole::Row}, std::move(buttons)));
}

/// Whether a file waits for an answer: then the question comes before the form, on a phone too.
bool waits_for_answer(const ViewContext& context) {
  const std::vector<Issue>& issues = context.report.issues;
  return context.report.error &&
         std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) { return is_asked_below(context, issue); });
}

}  // namespace

Node build_page(const ViewContext& context) {
  PageNode page{.title = context.words.say("page.title"),
                .subtitle = context.words.say("page.subtitle"),
                .language = std::string(language_code(context.state.language)),
                .link = write_link(context.state)};
  Node footer = section("footer", {.role = SectionRole::Footer},
                        {text("footer_text", TextStyle::Note, context.words.say("footer.text"), Tone::Muted)});
  Node node{.id = "page",
            .body = std::move(page),
            .children = {build_header(context), build_form(context), build_answer(context), std::move(footer)}};
  if (waits_for_answer(context)) std::swap(node.children[1], node.children[2]);
  leave_out(context.state, node);
  if (context.state.controls == "full") add_pictures(context, node);
  return node;
}

}  // namespace kirnu
