#include "facts/build/cell_reader.h"

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "facts/words/booking_day.h"
#include "text/currency.h"
#include "text/date_reader.h"
#include "text/number.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestPlainNumber = 14;

IssueCode flaw_of(DateStatus status) {
  switch (status) {
    case DateStatus::Impossible: return IssueCode::DateImpossible;
    case DateStatus::OutOfRange: return IssueCode::DateOutOfRange;
    case DateStatus::OtherStyle: return IssueCode::DateOtherStyle;
    default: return IssueCode::DateUnreadable;
  }
}

std::int64_t time_of(const Moment& moment, bool clock) {
  if (!clock) return moment.day.days;
  return moment.instant ? *moment.instant : moment.day.days * kSecondsPerDay;
}

/// Where programs begin to count and people see "no end": 1970-01-01, 1900-01-01 and Excel's 1899-12-30.
bool is_first_day(std::int64_t time, bool clock) {
  for (const std::int64_t day : {0, -25567, -25569}) {
    if (time == (clock ? day * kSecondsPerDay : day)) return true;
  }
  return false;
}

/// Dates before and after all others: 0001-01-01 and 9999-12-31.
bool is_outermost(std::string_view cell) {
  return cell.find("9999") != std::string_view::npos || cell.find("0001") != std::string_view::npos;
}

/// From 2099-12-31 on an end is none.
constexpr std::int32_t kNever = 47481;

/// Numbers as programs write them: digits, perhaps a minus, perhaps `mark` and up to four digits behind it.
bool read_plain_money(std::string_view text, char mark, std::int64_t& amount) {
  constexpr std::int64_t kScales[] = {10000, 1000, 100, 10, 1};
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kLongestPlainNumber || !is_digit(text[0])) return false;
  std::int64_t value = 0;
  std::size_t behind_mark = 0;  // where decimals begin
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned>(text[i]) - unsigned{'0'};
    if (digit <= 9) value = value * 10 + static_cast<std::int64_t>(digit);
    else if (text[i] == mark && behind_mark == 0) behind_mark = i + 1;
    else return false;
  }
  const std::size_t decimals = behind_mark == 0 ? 0 : text.size() - behind_mark;
  if (decimals > 4 || (behind_mark != 0 && decimals == 0)) return false;
  amount = (negative ? -value : value) * kScales[decimals];
  return true;
}

/// The mark that stands before decimals; 0 while it is not known, which no cell has.
char mark_of(const NumberHabit& habit) {
  switch (habit.decimal) {
    case DecimalMark::Point: return '.';
    case DecimalMark::Comma: return ',';
    case DecimalMark::Unknown: return '\0';
  }
  return '\0';
}

IssueCode flaw_of(const ReadNumber& number) {
  switch (number.status) {
    case NumberStatus::TooLarge: return IssueCode::NumberTooLarge;
    case NumberStatus::OtherStyle: return IssueCode::NumberOtherStyle;
    default: return IssueCode::NumberUnreadable;
  }
}

bool has_value(const ReadNumber& number) {
  return number.status == NumberStatus::Ok || number.status == NumberStatus::Ambiguous;
}

}  // namespace

std::string_view trim_cell(std::string_view cell) {
  const auto edge = [](char c) { return c <= ' ' || is_beyond_ascii(c); };
  if (cell.empty() || (!edge(cell.front()) && !edge(cell.back()))) return cell;
  return trim(cell);
}

void NothingMarkers::add(std::string_view cell) {
  constexpr std::size_t kMostKinds = 20;
  cell = trim_cell(cell);
  const auto known =
      std::find_if(counts_.begin(), counts_.end(), [cell](const auto& count) { return count.first == cell; });
  if (known != counts_.end()) ++known->second;
  else if (counts_.size() < kMostKinds) counts_.emplace_back(cell, 1);
  else ++counts_.back().second;
}

void NothingMarkers::note(const std::string& column, std::vector<Issue>& issues) const {
  if (counts_.empty()) return;
  Issue issue = make_issue(IssueCode::MarkersForNothing);
  issue.column = column;
  issue.count = 0;
  std::string found;
  for (const auto& [text, count] : counts_) {
    issue.count += count;
    found += (found.empty() ? "" : ", ") + text + " (" + std::to_string(count) + ")";
  }
  issue.values = {{"found", found}};
  issues.push_back(std::move(issue));
}

void read_times(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, RecentMonths& months,
                BatchValues<std::int64_t>& times, BatchFlaws& flaws, NothingMarkers& markers) {
  const bool usual = plan.date.form == DateForm::Calendar && !plan.clock;
  const bool day_first = usual && plan.date.order == DateOrder::Dmy;
  const bool may_be_none = plan.role == Role::End || plan.role == Role::Canceled || plan.role == Role::TrialEnd;
  const auto take_as_none = [&](std::size_t i) {
    times[i] = kNoInstant;
    markers.add(batch.cell(i, column));
  };
  for (std::size_t i = 0; i < batch.rows; ++i) {
    const std::string_view cell = batch.cell(i, column);
    std::int32_t day = 0;
    if (usual && cell.size() == 10 &&
        (months.read_year_first(cell.data(), day) || (day_first && months.read_day_first(cell.data(), day)))) {
      times[i] = day;
      if (may_be_none && (day >= kNever || (day <= 0 && is_first_day(day, false)))) take_as_none(i);
      continue;
    }
    times[i] = kNoInstant;
    if (cell.empty()) continue;
    if (may_be_none && cell == "0") {
      take_as_none(i);
      continue;
    }
    if (const auto booked = plan.booked_in ? read_booking_day(cell, *plan.booked_in) : std::nullopt) {
      times[i] = *booked;
      continue;
    }
    const std::optional<PeriodDays> period = plan.periods ? read_period_days(cell) : std::nullopt;
    if (period) {
      times[i] = day_of_period(*period, plan.role);
      continue;
    }
    const ReadDate date = read_date(cell, plan.date);
    if (date.status == DateStatus::Missing) {
      if (may_be_none && date.missing != MissingKind::Blank) markers.add(cell);
      continue;
    }
    if (date.status == DateStatus::Ok || date.status == DateStatus::Ambiguous) {
      times[i] = time_of(date.moment, plan.clock);
      if (may_be_none && (date.moment.day.days >= kNever || is_first_day(times[i], plan.clock))) take_as_none(i);
    } else if (date.status == DateStatus::OutOfRange && may_be_none && is_outermost(cell)) {
      take_as_none(i);
    } else {
      flaws.add(i, column, flaw_of(date.status));
    }
  }
}

void read_money(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, BatchValues<std::int64_t>& amounts,
                BatchFlaws& flaws, std::string& currency, NothingMarkers& markers) {
  const char mark = mark_of(plan.number);
  const double divisor = (plan.minor_units ? 100 : 1) * std::max(plan.months, 1.0);
  for (std::size_t i = 0; i < batch.rows; ++i) {
    const std::string_view cell = batch.cell(i, column);
    if (!read_plain_money(cell, mark, amounts[i])) {
      const ReadNumber number = read_number(cell, NumberKind::Money, plan.number);
      amounts[i] = kNoMoney;
      if (number.status == NumberStatus::Missing) {
        if (number.missing != MissingKind::Blank) markers.add(cell);
        continue;
      }
      const double scaled = number.value * kMoneyScale;
      if (!has_value(number) || !(std::fabs(scaled) < 9e18)) {
        flaws.add(i, column, has_value(number) ? IssueCode::NumberTooLarge : flaw_of(number));
        continue;
      }
      amounts[i] = std::llround(scaled);
      if (!number.currency.empty()) currency = number.currency;
    }
    if (plan.scale != 1) {
      const double larger = static_cast<double>(amounts[i]) * plan.scale;
      if (std::fabs(larger) < 9e18) amounts[i] = std::llround(larger);
      else flaws.add(i, column, IssueCode::NumberTooLarge);
    }
    if (divisor > 1) amounts[i] = std::llround(static_cast<double>(amounts[i]) / divisor);
  }
}

void read_reals(const RowBatch& batch, std::size_t column, const ColumnPlan& plan, double absent,
                BatchValues<double>& numbers, BatchFlaws& flaws, NothingMarkers& markers) {
  for (std::size_t i = 0; i < batch.rows; ++i) {
    const ReadNumber number = read_number(batch.cell(i, column), NumberKind::Real, plan.number);
    numbers[i] = has_value(number) ? number.value : absent;
    if (has_value(number)) continue;
    if (number.status != NumberStatus::Missing) flaws.add(i, column, flaw_of(number));
    else if (number.missing != MissingKind::Blank) markers.add(batch.cell(i, column));
  }
}

void read_texts(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& texts) {
  for (std::size_t i = 0; i < batch.rows; ++i) texts[i] = trim_cell(batch.cell(i, column));
}

}  // namespace kirnu
