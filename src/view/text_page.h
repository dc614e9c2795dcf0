#pragma once
#include <string>

#include "view/node/node.h"

namespace kirnu {

/// The View as plain text for a terminal: results and messages, without the controls.
std::string write_text_page(const View&);

/// The same as Markdown, with tables as GitHub reads them; no character of a text counts as markup.
std::string write_markdown_page(const View&);

/// Whether a section is not read: it is there to be used, or it is folded. How data were read is told all the same.
bool is_left_out(const Node&, const SectionNode&);

/// The chart node of an id; null when there is none.
const ChartNode* find_chart(const Node& page, std::string_view id);

}  // namespace kirnu
