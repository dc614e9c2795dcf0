#pragma once
#include <vector>

#include "facts/tables.h"
#include "metrics/order_rows.h"
#include "report/question_settings.h"
#include "report/report.h"

namespace kirnu {

/// The customers of one order file, each once, with what they spent.
struct OrderList {
  CustomerList list = {};
  std::vector<std::uint32_t> numbers = {};  ///< of the list's customers in the order file
  DayWindow days = {};                      ///< from the first order to the day after the last
};

/// Of the orders that count; without days where there is none.
OrderList build_order_list(const TransactionTable&, const ZoneOffsets&);

/// Two or three order files, one a period, as lists of customers: the earlier, the later, the one before both. Where
/// their days tell another order, they are turned, and that is said.
Report build_order_list_report(std::vector<const TransactionTable*> tables, const QuestionSettings&,
                               const std::vector<Benchmark>&);

}  // namespace kirnu
