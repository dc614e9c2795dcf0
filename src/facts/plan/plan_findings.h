#pragma once
#include "facts/plan/column_facts.h"
#include "facts/plan/kind_guess.h"

namespace kirnu {

/// Asks what a table holds, or says what was taken for granted.
void note_kind(ImportPlan& plan, const KindGuess& guess, const TableFacts& table);

/// Columns that a person named and the table lacks, columns that are needed and missing, columns whose name says what
/// their cells do not hold.
void note_columns(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice);

/// Movements that a column told by its name, until a person gave their role to another: nobody may have meant that.
void note_taken_roles(ImportPlan& plan, const TableFacts& table, const TableHead& head);

/// What the ids of customers went through: spreadsheets, programs that put an apostrophe before them.
void note_ids(ImportPlan& plan, const TableFacts& table);

/// What a column without a role may be, the likeliest first.
std::vector<Role> suggest_roles(const ColumnFacts& column, const ImportPlan& plan);

}  // namespace kirnu
