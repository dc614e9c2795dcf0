#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "report/report.h"
#include "state/state.h"
#include "view/node/node.h"

namespace kirnu {

/// The text that the button of this id hands over, as a file or to the clipboard; absent for another id. Tables are
/// CSV as a spreadsheet program in State's language opens it.
std::optional<std::string> taken_along(std::string_view id, const State&, const Report&, const View&);

}  // namespace kirnu
