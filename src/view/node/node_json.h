#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "view/node/node.h"

namespace kirnu {

/// The View as one line of JSON (docs/architecture.md, "The View"). A number that is not finite is left out, like
/// a member with its default value; a point that is not finite is dropped.
std::string write_view(const View& view);

/// Reads a View. Absent when the text is no JSON, too large or too deep, or has no page at its root. A member of
/// the wrong type keeps its default, an unknown word the first of its list; a child of an unknown kind is left out.
std::optional<View> read_view(std::string_view json);

}  // namespace kirnu
