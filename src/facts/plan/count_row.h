#pragma once
#include <optional>
#include <string>
#include <vector>

#include "facts/plan/count_roles.h"
#include "facts/tables/count_table.h"
#include "facts/tables/counts.h"
#include "facts/tables/mrr.h"
#include "text/number.h"

namespace kirnu {

/// What the cells of a row of counts say.
struct CountRowInputs {
  CountInputs counts = {};
  MrrInputs mrr = {};
  std::optional<double> kept = {};  ///< of the customers at the start
  std::optional<double> churn_rate = {};
  std::optional<double> revenue_churn_rate = {};  ///< of the revenue at the start
};

/// A cell as a number of customers; without a habit, "1.500" is 1500.
ReadNumber read_count_cell(std::string_view cell);

/// How the cells of a column of counts become numbers.
struct CountColumnHabit {
  Role role = Role::Ignore;
  bool below_zero = false;     ///< losses with a minus
  bool yearly = false;         ///< revenue of a year: a month's is a twelfth
  bool part = false;           ///< of customers: added to other columns of the same role
  bool hundreds = false;       ///< a rate: plain numbers are percent
  bool of_revenue = false;     ///< of lost revenue: a rate of that at the start
  double scale = 1;            ///< 1000 for numbers of thousands …
  std::string scaled_by = {};  ///< … and the name or title that says so
  bool decimals = false;       ///< with decimals, so that "14.092" has three
};

/// Why a cell holds no number that its column can have; absent where it does, or holds nothing.
std::optional<IssueCode> take_count_cell(const ReadNumber& cell, const CountColumnHabit& habit, CountRowInputs& inputs);

/// Completes and checks what a row's cells say; or why they do not tell what `told` promises.
std::optional<Issue> complete_count_row(CountRow& row, const CountRowInputs& inputs, const CountsTold& told);

}  // namespace kirnu
