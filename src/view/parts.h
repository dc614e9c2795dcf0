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
std::vector<Node> build_history_notes(const ViewContext&);
std::vector<Node> build_others(const ViewContext&);
std::vector<Node> build_definitions(const ViewContext&);
std::vector<Node> build_loss(const ViewContext&);
std::vector<Node> build_revenue(const ViewContext&);
std::vector<Node> build_mrr(const ViewContext&);

/// How recurring revenue came from one level to the other in the leading period, as a chart without an id; nothing
/// where the metrics have no MRR at the end.
std::vector<Node> build_bridge(const ViewContext&, const std::vector<ReportMetric>&, std::string_view currency);
std::vector<Node> build_lifetime(const ViewContext&);
std::vector<Node> build_cost(const ViewContext&);
std::vector<Node> build_what_if(const ViewContext&);
std::vector<Node> build_import(const ViewContext&);
std::vector<Node> build_question(const ViewContext&);

/// Whether the question stands in a place of its own: then the form need not ask for the period.
bool asks_of_files(const ViewContext&);
Node definition_select(const ViewContext&);

/// Whether what was typed is all of the answer, so that a link brings it back.
bool fits_in_link(const Report&);

/// What can be taken along: copied, saved, printed.
Node build_take(const ViewContext&);

/// A field of State with its text, and what the report has to say about it.
Node field_node(const ViewContext&, std::string_view id, bool optional);

/// What files of facts answer.
std::vector<Node> build_cohorts(const ViewContext&);
std::vector<Node> build_orders(const ViewContext&);
std::vector<Node> build_lists(const ViewContext&);
std::vector<Node> build_buyers(const ViewContext&);
std::vector<Node> build_halved(const ViewContext&);
std::vector<Node> build_survival(const ViewContext&);
std::vector<Node> build_projection(const ViewContext&);
std::vector<Node> build_segments(const ViewContext&);
std::vector<Node> build_reasons(const ViewContext&);

/// Who is still there one period later, over all cohorts; empty where that is not known.
std::string cohorts_summary(const ViewContext&);

/// The same of cohorts without sizes, as their mean; empty where they have some.
std::string shares_summary(const ViewContext&);

/// How far the projection goes, and what it comes to. The report has one.
std::string projection_summary(const ViewContext&);

/// The first sentence of reports without a churn rate; empty for the others.
std::string lead_of_facts(const ViewContext&);

/// Whether an issue asks for a choice that is offered right below it, not in the fold about the file.
bool is_asked_below(const ViewContext&, const Issue&);

/// The choices of such a question, side by side where they are few.
Node asked_choice(const ViewContext&, const Issue&);

/// Selects for what was guessed about a file, a role for every column, and the rows that were left out.
std::vector<Node> build_import_choices(const ViewContext&);
std::vector<Node> build_import_roles(const ViewContext&);
std::vector<Node> build_rejected(const ViewContext&);

/// Leaves out what this page is not for: State's `controls` and `job`.
void leave_out(const State&, Node& page);

/// The sentence of `key` as the page's job puts it, where the catalogue has one of its own for that.
std::string say_for_job(const ViewContext&, const std::string& key);

/// While a file is read: how far, and the button that gives it up.
std::vector<Node> build_progress(const ViewContext&);
Node build_messages(const ViewContext&);

}  // namespace kirnu
