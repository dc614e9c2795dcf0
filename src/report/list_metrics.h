#pragma once
#include <optional>
#include <string>
#include <vector>

#include "report/question_settings.h"
#include "report/report.h"

namespace kirnu {

/// What lies between two lists by their names: from the end of the one time to that of the other, where both are days,
/// or periods of one kind. Absent where they say nothing.
struct NamedPeriod {
  Period period = {};
  std::string earlier = {}, later = {};  ///< the names
};
std::optional<NamedPeriod> period_of_names(const CustomerList& earlier, const CustomerList& later);

/// Adds totals, metrics and figures of a comparison of lists; `report.period` is set already. What a customer brings
/// is `arpa` of the settings, else what the earlier customers were worth on average.
void add_list_metrics(Report&, const ListComparison&, const QuestionSettings&, const std::vector<Benchmark>&);

/// Warns where nobody of two lists is in both: seldom a loss of all, mostly two ways of naming the same customers.
void say_if_nobody_is_shared(Report&, const ListComparison&, const CustomerList& earlier, const CustomerList& later);

/// Warns where lost and new customers may be the same, whose names are spelled differently.
void say_who_may_be_shared(Report&, const ListComparison&, const CustomerList& earlier, const CustomerList& later);

/// Leaves the lost who were worth less than the threshold out of the ranked list, and counts the others.
void keep_worth_winning_back(ReportLists&, std::optional<double> threshold);

}  // namespace kirnu
