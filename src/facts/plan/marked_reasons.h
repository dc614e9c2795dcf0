#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/plan/role_assignment.h"

/// Answers of which each has a column: "Warum haben Sie gekündigt? [Zu teuer]" above Ja and Nein, x, 1 and 0.
namespace kirnu {

/// The roles where two columns or more are such reasons, by their question or by what they say; absent for all else.
std::optional<RoleAssignment> find_marked_reasons(const TableFacts&, const TableHead&, RoleAssignment roles);

/// What each of these columns stands for, without the question that several of them share.
std::vector<std::string> options_of(std::span<const std::string> names);

/// "Grund 1", "Grund 2", or "Hauptgrund", "Nebengrund": names of two columns or more whose cells are answers.
bool are_numbered(std::span<const std::string> names);

/// Whether a cell says that the answer was given: a mark, or words of one's own.
bool is_ticked(std::string_view cell);

}  // namespace kirnu
