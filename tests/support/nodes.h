#pragma once
#include <string_view>

#include "view/node/node.h"

namespace kirnu {

/// The first node of an id at or below one, in the page's order; null when there is none.
inline const Node* find_node(const Node& node, std::string_view id) {
  if (node.id == id) return &node;
  for (const Node& child : node.children) {
    if (const Node* found = find_node(child, id)) return found;
  }
  return nullptr;
}

}  // namespace kirnu
