#pragma once
#include "text/words.h"
#include "view/node/node.h"

namespace kirnu {

/// Puts buttons beside those of the form for what the surface can bring back: it alone knows, so no State has it.
void add_undo_buttons(const Words&, bool undo, bool redo, Node& page);

}  // namespace kirnu
