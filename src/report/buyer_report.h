#pragma once
#include "report/question_settings.h"
#include "report/report.h"
#include "report/timeline.h"

namespace kirnu {

/// Adds who bought again, who has stopped, what each customer is worth, and the cohorts of an order file that begins on
/// `first_day`.
void add_buyers(Report&, const TransactionTable&, const Timeline&, std::int32_t first_day, const OrderOptions&,
                const QuestionSettings&);

}  // namespace kirnu
