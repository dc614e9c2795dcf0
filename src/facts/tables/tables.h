#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/period.h"
#include "facts/tables/column.h"
#include "facts/tables/count_table.h"
#include "facts/tables/id_pool.h"
#include "facts/tables/packed_column.h"
#include "facts/tables/role.h"

/// What an import makes of a file: typed columns, one entry an accepted row, all columns of a table equally long.
namespace kirnu {

/// Stands for "no day" and "no instant".
inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t kNoInstant = std::numeric_limits<std::int64_t>::min();

inline constexpr std::int64_t kSecondsPerDay = 86400;

/// The day on which so many seconds since 1970 lie, in UTC.
inline std::int32_t day_of_instant(std::int64_t instant) {
  const std::int64_t day = instant / kSecondsPerDay;
  return static_cast<std::int32_t>(instant % kSecondsPerDay < 0 ? day - 1 : day);
}

/// Dates of a column: days since 1970-01-01, or instants (seconds since then, UTC) where the column has clocks.
struct TimeColumn {
  bool clock = false;
  bool local = false;                        ///< clocks with no zone beside them: their days are the same in every zone
  PackedColumn<std::int32_t> days = {};      ///< while !clock
  PackedColumn<std::int64_t> instants = {};  ///< while clock
  bool empty() const { return days.empty() && instants.empty(); }
  std::size_t size() const { return clock ? instants.size() : days.size(); }
};

/// Texts of a column that come again and again, as numbers of a dictionary. Empty: the file has no such column.
struct CodeColumn {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::string name = {};  ///< of the column in the file
  IdPool words = {};
  PackedColumn<std::uint32_t> codes = {};  ///< kNone: an empty cell
  std::string_view between = {};           ///< stands between several words of a row; empty: nobody says
  bool empty() const { return codes.empty(); }
  /// Of a row, or of what else there is one entry for; empty where nothing is said.
  std::string_view text(std::size_t entry) const {
    const std::uint32_t code = entry < codes.size() ? codes[entry] : kNone;
    return code == kNone ? std::string_view() : words.text(code);
  }
};

/// Money is kept in units of 1/10000 of the major unit; kNoMoney: an empty cell.
inline constexpr double kMoneyScale = 10000;
inline constexpr std::int64_t kNoMoney = std::numeric_limits<std::int64_t>::min();

/// Subscriptions: one row an interval of one customer. Columns that the file lacks are empty.
struct SubscriptionTable {
  IdPool customers = {};
  PackedColumn<std::uint32_t> customer = {};
  TimeColumn start = {};
  TimeColumn end = {};       ///< no day: still running
  TimeColumn canceled = {};  ///< no day: not cancelled
  TimeColumn trial_end = {};
  PackedColumn<std::int64_t> amount = {};  ///< price of one interval and one piece
  Column<double> quantity = {};
  bool monthly = false;  ///< amounts are of a month, whatever interval stands beside them
  CodeColumn interval = {};
  Column<double> interval_count = {};
  CodeColumn currency = {}, status = {}, plan = {}, reason = {};
  std::vector<CodeColumn> segments = {};
  std::int32_t known_until = kNoDay;  ///< the last day that the file tells of, where it names it; else its dates do
};

/// From here on orders are numbered whose name another customer's order has, too.
inline constexpr std::uint32_t kOtherOrder = 1U << 31U;

/// Orders and payments: one row an order (or a part of one, where `order` is not empty).
struct TransactionTable {
  IdPool customers = {};
  PackedColumn<std::uint32_t> customer = {};
  TimeColumn date = {};
  PackedColumn<std::int64_t> amount = {};
  Column<double> units = {};
  IdPool orders = {}, other_orders = {};
  PackedColumn<std::uint32_t> order = {};  ///< in `orders`; from kOtherOrder on in `other_orders`
  CodeColumn currency = {}, status = {};
  std::vector<CodeColumn> segments = {};
  std::optional<PeriodUnit> periods = {};  ///< dates are the first days of such periods: when in them nobody says
  bool refunds = false;                    ///< amounts below 0 are given back; else the sign says nothing
  std::int32_t known_until = kNoDay;       ///< as of subscriptions
};

/// When a list was as a name says, "Kunden 2023".
struct NamedDays {
  std::string name = {};
  std::int32_t from = 0;
  std::int32_t to = 0;  ///< the day after the last
};

/// Reasons for leaving, one row an answer, or equal ones that somebody counted.
struct ReasonTable {
  CodeColumn reason = {};
  PackedColumn<std::int64_t> value = {};      ///< of all answers of the row; empty: no such column
  PackedColumn<std::int64_t> customers = {};  ///< who gave it; empty: one a row
  bool shares = false;                        ///< `customers` are millionths of all who gave any: nobody says how many
};

/// Customers of one list, each once; `value` adds up the rows of a customer.
struct CustomerList {
  std::string name = {};                           ///< of the column in the file
  std::optional<NamedDays> named = {}, file = {};  ///< by the name of a column, and by that of the file
  IdPool customers = {};
  Column<std::int64_t> value = {};       ///< one a customer; empty: no such column
  Column<std::int32_t> first_seen = {};  ///< one a customer, kNoDay where none is told; empty: no such column
  Column<std::uint8_t> left = {};        ///< one a customer, 1: the list says that it left; empty: no such column
  std::vector<CodeColumn> others = {};   ///< other columns that may tell the same customers, one entry a customer
  ReasonTable reasons = {};              ///< of those who left, one row each; without rows: no such column
  std::int64_t repeated = 0;             ///< rows of a customer who was there already
};

/// One row a customer: how long, and whether it left then. Where the file says from when on each row tells of its
/// customer, one may have several.
struct SurvivalTable {
  Column<double> time = {};
  Column<std::uint8_t> left = {};  ///< 1: left at `time`; 0: still there when the data end
  std::vector<CodeColumn> groups = {};
  Column<double> entry = {};            ///< below `time`: observed after it; empty: all from 0 on, in one row each
  Column<std::uint32_t> customer = {};  ///< below `customers`, or CodeColumn::kNone; empty: each row is another's
  std::size_t customers = 0;
  Column<std::uint32_t> before = {};  ///< the row that ends where this one goes on; CodeColumn::kNone: none does
};

/// Customers (or percent) still there after 0, 1, 2 … periods.
struct RetentionSeries {
  std::vector<std::string> labels = {};
  std::vector<double> retained = {};
  bool percent = false;
  std::optional<PeriodUnit> unit = {};  ///< of the periods, where the labels say it
};

/// Stands for an empty cell of a column of numbers: no number that is read is infinite.
inline constexpr double kEmptyCell = std::numeric_limits<double>::infinity();

/// Who is still there of one cohort after 0, 1, 2 … periods, as far as it was observed.
struct CohortRow {
  std::string label = {};
  /// Customers; shares of 1 where the table has no sizes. kEmptyCell where nobody looked, between others.
  std::vector<double> retained = {};
};

/// A table that has counted already: cohorts of customers, each with its own ages.
struct CohortSheet {
  std::vector<CohortRow> rows = {};
  bool shares = false;                  ///< percent, and nobody says of how many
  bool amounts = false;                 ///< shares of the amount that a cohort began with
  std::optional<PeriodUnit> unit = {};  ///< of the ages, where the labels say it
};

/// The facts of one file.
struct Facts {
  std::optional<FactKind> kind = {};
  std::variant<std::monostate, CountTable, CustomerList, SubscriptionTable, TransactionTable, SurvivalTable,
               RetentionSeries, CohortSheet, ReasonTable>
      table = {};
};

}  // namespace kirnu
