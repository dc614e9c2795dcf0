#pragma once
#include <optional>
#include <string_view>

#include "view/view.h"

namespace kirnu {

/// How a metric of the report was computed: formula in words, with the reader's numbers, definition, source. Absent
/// for an id that the report has not.
std::optional<Explanation> explain(const ViewContext&, std::string_view id);

}  // namespace kirnu
