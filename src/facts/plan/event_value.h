#pragma once
#include "facts/plan/column_facts.h"

namespace kirnu {

/// Whether times are written as in books: 13 for who left then, 13+ for who was still there.
bool has_censoring_marks(const ColumnProfile& times);

/// The time without its mark.
std::string_view without_mark(std::string_view time);

/// Whether a list's column says who left: words such as "gekündigt" stand there, or yes and no under such a name.
bool tells_who_left(const ColumnFacts& column);

/// "Censored", "aktiv" and "aktiivinen" ask for the contrary of "gekündigt".
bool asks_for_contrary(std::string_view column_name);

/// Whether a word means "left", whatever its column is called: "gekündigt", "expired".
bool is_left_word(std::string_view word);

/// Reads a plan's column of those who left: a cell says so by a day, the plan's value, or another such word.
class LeftCells {
 public:
  LeftCells(const ImportPlan& plan, const ColumnPlan& column);
  bool says_left(std::string_view cell) const;

 private:
  std::optional<DateHabit> day_;
  std::string value_;
  bool by_words_, by_blank_;
  std::optional<double> mark_;
};

/// Whether a column says by words how customers stood: "aktiv" and "gekündigt", or nothing for those who were none.
bool tells_states(const ColumnFacts& column);

/// Whether such a word is of somebody who was there.
bool is_there(std::string_view word);

/// A question, or a note, about which cell means "left".
Issue event_value_issue(IssueCode code, const ImportPlan& plan);

/// Finds out which cell of a survival table or a list means "left", or asks: 1 of 0 and 1, "yes" of yes and no under a
/// name such as Churn; 1 and 2 say nothing.
void choose_event_value(ImportPlan& plan, const TableFacts& table, const ImportChoice& choice);

}  // namespace kirnu
