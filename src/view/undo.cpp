#include "view/undo.h"

namespace kirnu {

void add_undo_buttons(const Words& words, bool undo, bool redo, Node& node) {
  for (Node& child : node.children) add_undo_buttons(words, undo, redo, child);
  if (node.id != "form_buttons") return;
  const auto add = [&](const std::string& id) {
    ButtonNode body{.label = words.say(id + ".label"), .style = ButtonStyle::Quiet};
    node.children.push_back({.id = id, .body = std::move(body), .children = {}});
  };
  if (undo) add("undo");
  if (redo) add("redo");
}

}  // namespace kirnu
