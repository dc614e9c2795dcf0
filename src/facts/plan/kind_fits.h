#pragma once
#include "facts/plan/role_assignment.h"
#include "table/table_reader.h"

namespace kirnu {

/// What a table could be: the roles that its columns would have as each kind, and what they make likely. Both
/// references outlive it.
struct KindFits {
  const TableFacts& table;
  const TableHead& head;
  RoleAssignment subscriptions, transactions, counts, survival, retention, reasons, lists;

  KindFits(const TableFacts& facts, const TableHead& table_head);

  bool has_end() const { return subscriptions.has(Role::End) || subscriptions.has(Role::Canceled); }
  bool begins_and_ends() const;

  /// A customer and a day a row.
  bool is_dated() const;
  bool is_dated_as_orders() const { return is_dated() && transactions.rank_of(Role::Date) == 0; }
  bool customers_repeat() const;

  /// Answers beside the day and the customer that they are of, and nothing that an order has.
  bool is_dated_as_answers() const;

  bool survives() const;

  /// A start and an end, the one below the other, are rather times than counts where nobody is lost or new, or where
  /// ids say whom the rows are of, and yes or no that they left.
  bool counts_beside_times() const;

  /// A rate needs periods beside it; kept shares that begin with everybody are a curve, and ends alone come later.
  bool counts_enough() const;

  /// Names of groups beside rates: no reasons, which have shares, and no customers, each of whom might have one.
  bool has_rates_of_groups() const;

  /// Numbers under a name of a count, in rows of periods, and a plain number beside them.
  bool counts_partly() const;

  /// Numbers of customers in rows of periods, and no ids: counts of which the rest is missing.
  bool has_customers_by_period() const;

  /// Numbers under "Customers" beside days that follow one another, one row each, or beside those lost: no ids.
  bool counts_customers_by_day() const;

  /// Numbers that fall from period to period, or from age to age. Customers of months are as well the customers there.
  bool retains() const;

  /// Numbers under "Customers" beside a name for each row, or beside periods: "Country; Customers". These are nobody's
  /// ids.
  bool counts_customers_of_groups() const;

  /// A column called an end whose cells are no days, such as "ja": a list would hide that somebody left.
  bool has_unfit_end() const;

  /// Of a table with a row each customer and month the column of the months.
  std::optional<std::size_t> months_of_customers() const;

  /// Numbers below several months: what each customer paid in them, which a list would drop.
  bool has_month_columns() const;

  /// Of a list of customers the column that marks those who left.
  std::optional<std::size_t> left_marks() const;

  /// The same where no column could tell who the customers are: each row is one.
  std::optional<std::size_t> left_marks_of_rows() const;

  /// Of a list of nothing but customers, the days on which some of them cancelled and why the column of these days.
  std::optional<std::size_t> days_of_leaving(const RoleAssignment& why) const;

  /// The roles of contracts whose first and last days only the cells tell.
  std::optional<RoleAssignment> unnamed_spells() const;

  /// A column that says by its name who left, which a list would drop.
  bool says_who_left() const;

  /// Days in a column that has no role in any reading: a list would drop what may matter most.
  bool has_unknown_dates() const;

 private:
  std::optional<std::size_t> find_left_marks() const;
};

}  // namespace kirnu
