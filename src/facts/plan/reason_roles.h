#pragma once
#include <optional>
#include <string>

#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// Where reasons stand beside how often each was given ("Zu teuer; 42"), those columns count the answers
/// (Role::Quantity); of several, such as one a year, all do.
RoleAssignment with_counted_answers(RoleAssignment roles, const TableFacts& table, const TableHead& head);

/// Of the table's columns the one of questions, where it has several: "Frage; Antwort; Anzahl".
std::optional<std::size_t> find_questions(const RoleAssignment& roles, const TableFacts& table);

/// Of several questions the one for reasons of leaving, else the only one for reasons.
std::optional<std::string> find_question(const ColumnProfile& questions);

/// 100 where the column's numbers come to a hundred, 1 where they come to one or to 100 %, 0 for others.
double parts_of_whole(const ColumnFacts& column);

/// The column of shares, where each reason stands once beside its share and no number: how many gave it nobody
/// says. The last of several.
std::optional<std::size_t> find_shares_alone(const RoleAssignment& roles, const TableFacts& table);

/// The same where nothing is named: two columns, the one of different answers, the other of whole numbers.
std::optional<RoleAssignment> find_counted_answers(const TableFacts& table);

}  // namespace kirnu
