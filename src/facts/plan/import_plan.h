#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/period.h"
#include "facts/tables/id_rules.h"
#include "facts/tables/role.h"
#include "facts/words/period_label.h"
#include "facts/words/scale_words.h"
#include "table/table_reader.h"
#include "text/date_reader.h"
#include "text/number.h"

namespace kirnu {

/// What a person decided about a file (the --set keys of the same names); the rest is guessed from the bytes.
struct ImportChoice {
  std::optional<FactKind> kind = {};
  std::map<std::string, Role> roles = {};  ///< column name → role
  TableChoice table = {};                  ///< encoding, delimiter, header
  DecimalMark decimal = DecimalMark::Unknown;
  DateOrder date_order = DateOrder::Unknown;
  std::optional<bool> minor_units = {};
  std::string event_value = {};  ///< survival: the cell that means "left"
  std::string segment = {};      ///< a column that customers are split by, whatever its name would say
  IdRules ids = {};
  Duplicates duplicates = Duplicates::Sum;
};

/// How one column is read, with the evidence.
struct ColumnPlan {
  std::string name = {};
  Role role = Role::Ignore;
  bool chosen = false;                       ///< a person gave the role
  NumberHabit number = {};                   ///< of columns of numbers
  DateHabit date = {};                       ///< of columns of dates
  bool clock = false;                        ///< dates have a clock: kept as instants
  bool local_clock = false;                  ///< … that no zone was said of, here or in the name
  bool periods = false;                      ///< months, quarters and years stand where days could …
  std::optional<PeriodUnit> unit = {};       ///< … all of this unit
  std::optional<PeriodDays> booked_in = {};  ///< days and months alone, of this time
  bool minor_units = false;                  ///< amounts are cents
  double scale = 1;                          ///< 1000 for amounts of thousands
  double months = 0;                   ///< of which amounts are by their name, and a month's is wanted; 0: nobody says
  bool more_ids = false;               ///< of a list: tells customers as well as the column of their ids
  bool surname = false;                ///< tells the customer where the column of firms is empty
  bool open = false;                   ///< a question about its cells is unanswered: until then none has a value
  std::string style = {};              ///< as reports name it: "decimal comma", "calendar dmy", …; empty: text
  std::vector<Role> suggestions = {};  ///< of a column without a role, the likeliest first
};

/// How a file's rows become facts. Made from the head alone, before the first row: deterministic, bytes only.
struct ImportPlan {
  std::optional<FactKind> kind = {};  ///< absent: nobody can tell; the issues ask
  std::string_view source = {};       ///< id of a known export ("stripe_subscriptions"), or empty; static text
  std::vector<ColumnPlan> columns = {};
  TitleScale title = {};                       ///< what the lines above the table say about its numbers
  bool skip_continuations = false;             ///< rows without customer and date continue the order above (Shopify)
  bool newest_only = false;                    ///< several rows an id, of which the newest updated_at counts (Recurly)
  bool price_each = false;                     ///< orders: the amount is the price of one piece
  bool ids_go_down = false;                    ///< an id stands in the first row of its group alone
  bool apostrophe_ids = false;                 ///< ids carry a leading apostrophe that is not theirs (Shopify)
  std::string event_value = {};                ///< survival: the cell that means "left"; empty while it is asked
  std::string question = {};                   ///< reasons: of several questions the one whose answers count
  double parts_of_whole = 0;                   ///< reasons: what the shares come to that stand for counts; 0: counts
  bool ends_are_sure = false;                  ///< subscriptions: a known export says what its ends mean …
  bool paid_until = false;                     ///< … the days until which is paid
  bool paid_terms = false;                     ///< subscriptions: payments, each with the day until which it pays
  bool event_is_day = false;                   ///< lists: who left has a day in the column
  bool event_is_blank = false;                 ///< lists: who is there has a mark, and who left has none
  std::vector<std::string> event_values = {};  ///< what it may be, the first few
  std::vector<Issue> issues = {};              ///< questions, warnings and notes; `column` says where
  bool blocked = false;                        ///< a question must be answered before there is an answer

  /// The first column of a role; absent when there is none.
  std::optional<std::size_t> column_of(Role role) const;
};

ImportPlan make_import_plan(const TableHead& head, const ImportChoice& choice);

}  // namespace kirnu
