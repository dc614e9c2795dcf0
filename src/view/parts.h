#pragma once
#include <vector>

#include "view/view.h"

namespace kirnu {

/// The parts of the page, each from the same context. Sections that have nothing to show are absent from the result.
Node build_header(const ViewContext&);
Node build_form(const ViewContext&);
Node build_answer(const ViewContext&);
std::vector<Node> build_lead(const ViewContext&);
std::vector<Node> build_over_time(const ViewContext&);
std::vector<Node> build_others(const ViewContext&);
std::vector<Node> build_all_figures(const ViewContext&);
std::vector<Node> build_definitions(const ViewContext&);
std::vector<Node> build_revenue(const ViewContext&);
std::vector<Node> build_lifetime(const ViewContext&);
std::vector<Node> build_import(const ViewContext&);
/// While a file is read: how far, and the button that gives it up.
std::vector<Node> build_progress(const ViewContext&);
Node build_messages(const ViewContext&);

}  // namespace kirnu
