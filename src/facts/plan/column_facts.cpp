#include "facts/plan/column_facts.h"

#include <algorithm>
#include <cmath>

#include "base/name_list.h"
#include "facts/plan/count_labels.h"
#include "facts/tables/day_steps.h"
#include "facts/words/booking_day.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"
#include "facts/words/status_words.h"
#include "text/billing_interval.h"
#include "text/fold_case.h"
#include "text/yes_no.h"

namespace kirnu {
namespace {

/// Months, quarters or years all the way down, each with its year. Years alone are no days of Excel's.
bool are_periods(const ColumnFacts& column) {
  const bool days = column.named_date && column.named_date->habit.form != DateForm::Excel1900;
  bool any = false;
  for (const ValueCount& value : column.profile.values) {
    const bool period = !days && read_period_days(value.text);
    if (!period && (days || read_date(value.text, {}).status != DateStatus::Missing)) return false;
    any = any || period;
  }
  return any;
}

/// Names of columns of a table without a header say nothing.
ColumnFacts column_facts(const TableHead& head, std::size_t column, const RoleNames& names,
                         const ImportChoice& choice) {
  ColumnFacts facts{.name = head.names[column]};
  if (head.dialect.header) facts.key = read_column_name(facts.name);
  if (head.dialect.header) facts.named = names.find(facts.key);
  facts.profile = profile_column(head.sample, column);
  facts.date = date_style_of(facts.profile, false);
  facts.named_date = date_style_of(facts.profile, true);
  facts.periods = are_periods(facts);
  if (facts.periods) facts.named_date.emplace();
  const auto chosen = choice.roles.find(facts.name);
  if (chosen != choice.roles.end()) facts.chosen = chosen->second;
  return facts;
}

/// 12.50 has one, 17850.0 has none: programs write whole numbers so where some of the cells are empty.
bool has_fraction(const ValueCount& value) {
  const std::size_t mark = value.text.find_last_of(".,");
  return mark != std::string::npos && value.text.find_first_not_of('0', mark + 1) != std::string::npos;
}

/// "emails_opened": how many, and nobody's address.
bool counts_emails(const ColumnFacts& column) {
  const auto says = [](const std::string& name) { return name.find("mail") != std::string::npos; };
  return is_numeric(column) && std::any_of(column.key.plain.begin(), column.key.plain.end(), says);
}

/// "yes" under "Customer" is no id; a number with decimals is none either.
bool may_be_ids(const ColumnFacts& column) {
  const ColumnProfile& profile = column.profile;
  const bool all_yes_no = profile.yes_no == profile.filled && profile.filled > 2;
  const bool compact = column.named_date && column.named_date->habit.form != DateForm::Calendar;
  const bool money = profile.number.point + profile.number.comma > 0 && profile.number.other == 0 &&
                     profile.scientific * 2 < profile.filled &&
                     std::any_of(profile.values.begin(), profile.values.end(), has_fraction);
  return !all_yes_no && !money && !counts_emails(column) && (!column.date || compact);
}

/// What became of a customer, in a few words or digits; larger numbers count something.
bool may_be_marks(const ColumnFacts& column) {
  constexpr std::int64_t kMostNumbers = 3, kMostWords = 8;
  const ColumnProfile& profile = column.profile;
  if (column.date || profile.distinct() > kMostWords) return false;
  const bool small = std::all_of(profile.values.begin(), profile.values.end(), [](const ValueCount& value) {
    const ReadNumber number = read_number(value.text, NumberKind::Real);
    return number.status != NumberStatus::Ok || std::fabs(number.value) < 1000;
  });
  const bool words = profile.numbers() == 0 && profile.filled > 2 * profile.distinct();
  return small && (words || profile.distinct() <= kMostNumbers);
}

/// Yes and no, 1 and 0, or an x where it holds.
bool are_yes_or_no(const ColumnProfile& profile) {
  return std::all_of(profile.values.begin(), profile.values.end(), [](const ValueCount& value) {
    const std::string word = fold_case(value.text);
    return is_one_of("0|1|x", word) || is_one_of(kYesWords, word) || is_one_of(kNoWords, word);
  });
}

/// A few kinds of rows, and money given back is one of them, or orders that came to nothing.
bool tells_refunds(const ColumnProfile& profile) {
  constexpr std::int64_t kMostKinds = 12;
  const auto refunds = [](const ValueCount& value) { return is_credit(value.text) || order_failed(value.text); };
  return profile.distinct() <= kMostKinds && std::any_of(profile.values.begin(), profile.values.end(), refunds);
}

bool are_account_sides(const ColumnProfile& profile) {
  return std::all_of(profile.values.begin(), profile.values.end(),
                     [](const ValueCount& value) { return is_account_side(value.text); });
}

/// "yearly", "per month": most of what stands there tells how often is paid. Under a name that says so, any text may.
bool may_be_intervals(const ColumnFacts& column) {
  const auto says = [](const NamedRole& named) { return named.role == Role::Interval && named.rank < kWordsOnlyRank; };
  const ColumnProfile& profile = column.profile;
  if (column.chosen || std::any_of(column.named.begin(), column.named.end(), says)) return true;
  std::int64_t intervals = 0;
  for (const ValueCount& value : profile.values) intervals += read_billing_interval(value.text) ? value.count : 0;
  return profile.with_digit * 2 < profile.filled && intervals * 2 > profile.filled;
}

/// Days of the fewer rows, hardly one of them twice: of orders, and not of customers, who may have several.
bool are_days_of_few(const ColumnProfile& profile) {
  return profile.filled * 2 <= profile.cells && profile.distinct() * 10 >= profile.filled * 8;
}

}  // namespace

std::vector<std::size_t> filled_columns(const TableFacts& table) {
  std::vector<std::size_t> filled;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].profile.filled > 0) filled.push_back(c);
  }
  return filled;
}

bool is_numeric(const ColumnFacts& column) { return column.profile.only_numbers() && !column.date; }

bool are_period_labels(const ColumnFacts& column) {
  if (column.date) {
    std::vector<std::string_view> labels;
    for (const ValueCount& value : column.profile.values) labels.emplace_back(value.text);
    if (read_day_steps(labels) || read_month_days(labels)) return true;
  }
  PeriodNumbers numbers;
  for (const ValueCount& value : column.profile.values) {
    if (!read_period_label(value.text) || !numbers.add(value.text)) return false;
  }
  return !column.profile.values.empty() && !numbers.alone();
}

bool is_date_role(Role role) {
  return role == Role::Start || role == Role::End || role == Role::Canceled || role == Role::TrialStart ||
         role == Role::TrialEnd || role == Role::Date || role == Role::LastSeen || role == Role::UpdatedAt;
}

bool is_number_role(Role role) {
  return role == Role::Amount || role == Role::Quantity || role == Role::IntervalCount || role == Role::Units ||
         role == Role::Entry || is_figure_role(role);
}

bool may_have_role(const ColumnFacts& column, Role role) {
  const ColumnProfile& profile = column.profile;
  if (profile.filled == 0) return true;
  if (is_date_role(role)) return column.named_date.has_value();
  if (is_number_role(role)) return may_be_numbers(profile) && !column.date;
  switch (role) {
    case Role::CustomerId: return may_be_ids(column);
    case Role::Currency: return profile.currencies * 2 >= profile.filled;
    case Role::Event: return may_be_marks(column);
    case Role::Segment: return profile.distinct() <= 50 && !column.date;
    case Role::Reason: return !column.date && profile.numbers() * 2 <= profile.filled;
    case Role::Status:
      return !column.date && profile.distinct() <= 50 && (profile.numbers() == 0 || profile.distinct() <= 2);
    case Role::Sandbox:
    case Role::Free:
    case Role::Trial: return profile.distinct() <= 3 && !column.date;
    case Role::Void:
      if (column.named_date) return are_days_of_few(profile);
      return are_yes_or_no(profile) ? profile.distinct() <= 2 : tells_refunds(profile) || are_account_sides(profile);
    case Role::OrderId: return !tells_refunds(profile);  // kinds of documents, under "Tosite" too
    case Role::Plan: return !column.date;
    case Role::Interval: return !column.date && may_be_intervals(column);
    default: return true;
  }
}

/// 2000, 2010, 2020: years, unless new or lost customers stand beside them.
bool are_years_of_rows(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  return column.periods &&
         std::all_of(values.begin(), values.end(), [](const ValueCount& value) { return is_four_digits(value.text); });
}

bool is_movement(const ColumnFacts& column) {
  const std::optional<Role> count = find_count_role(column.name);
  return count == Role::New || count == Role::Churned;
}

/// Days of which the year stands above the table.
void take_booking_days(TableFacts& table, std::string_view title) {
  const std::optional<PeriodDays> period = read_booking_period(title);
  for (ColumnFacts& column : table.columns) {
    if (!period || column.named_date || !place_in_export(*table.known, Role::Date, column.key)) continue;
    const std::vector<ValueCount>& values = column.profile.values;
    const auto is_day = [&](const ValueCount& value) { return read_booking_day(value.text, *period).has_value(); };
    if (values.empty() || !std::all_of(values.begin(), values.end(), is_day)) continue;
    column.named_date.emplace();
    column.booked_in = period;
  }
}

TableFacts table_facts(const TableHead& head, const ImportChoice& choice) {
  TableFacts table{.header = head.dialect.header};
  const RoleNames names;
  std::vector<ColumnName> keys;
  for (std::size_t c = 0; c < head.names.size(); ++c) {
    table.columns.push_back(column_facts(head, c, names, choice));
    keys.push_back(table.columns.back().key);
  }
  const bool counts = std::any_of(table.columns.begin(), table.columns.end(), is_movement);
  for (ColumnFacts& column : table.columns) {
    if (!counts || !are_years_of_rows(column)) continue;
    column.periods = false;
    column.named_date = date_style_of(column.profile, true);
  }
  table.known = find_known_export(keys);
  if (table.known != nullptr && table.known->id == "datev") take_booking_days(table, head.title);
  return table;
}

}  // namespace kirnu
