#pragma once
#include <vector>

#include "facts/tables/tables.h"
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

/// Two order files, one a period, as an earlier and a later list of customers; `still_earlier` may be null. Of two, the
/// one whose days come first is the earlier, and that is said where it came second.
Report build_order_list_report(const TransactionTable& earlier, const TransactionTable& later,
                               const TransactionTable* still_earlier, const QuestionSettings&,
                               const std::vector<Benchmark>&);

}  // namespace kirnu
