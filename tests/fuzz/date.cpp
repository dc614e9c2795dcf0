#include <array>
#include <cstdlib>

#include "fuzz/fuzz.h"
#include "text/date_reader.h"

namespace kirnu::fuzz {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int32_t kFirst = -354285, kLast = 2932896;  // 1000-01-01 and 9999-01-01

void check_moment(const Moment& moment) {
  check(moment.day.days >= kFirst && moment.day.days <= kLast, "a day is of the years 1000 to 9998");
  if (!moment.instant) return;
  const std::int64_t apart = *moment.instant - std::int64_t{moment.day.days} * kDay;
  check(apart > -17 * 3600 && apart < kDay + 17 * 3600, "an instant is of its day in some zone");
  check(moment.zone_said || (apart >= 0 && apart < kDay), "without a zone it is of its day in UTC");
}

void check_same(const ReadDate& a, const ReadDate& b) {
  check(a.status == b.status && a.missing == b.missing && a.moment.day == b.moment.day &&
            a.moment.instant == b.moment.instant && a.moment.zone_said == b.moment.zone_said,
        "spaces around change nothing");
}

void check_date(std::string_view text, const DateHabit& habit) {
  const ReadDate date = read_date(text, habit);
  check((date.status == DateStatus::Missing) == (date.missing != MissingKind::None), "what is missing is so somehow");
  check_same(read_date(" " + std::string(text) + "\u00A0", habit), date);
  if (date.status != DateStatus::Ok && date.status != DateStatus::Ambiguous) return;
  check_moment(date.moment);
  if (date.status == DateStatus::Ambiguous) {
    check_moment(date.other);
    check(!(date.moment.day == date.other.day), "what is ambiguous has two days");
    check(habit.form == DateForm::Calendar && habit.order == DateOrder::Unknown, "an order ends all ambiguity");
  }
  const std::string written = write_date(date.moment.day);
  std::int32_t day = 0;
  const bool read = written.size() == 10 && read_iso_day(written.data(), day);
  check(read ? day == date.moment.day.days : date.moment.day.days == kLast, "what we write we read");
}

DateEvidence check_evidence(const std::string& cell) {
  DateEvidence e;
  add_evidence(e, cell);
  const std::int64_t numbers = e.compact + e.epoch_s + e.epoch_ms + e.epoch_us + e.serial;
  check(e.cells == 1 && e.missing + e.zero + e.calendar + numbers + e.impossible + e.other == 1, "a cell counts once");
  check(e.year_first + e.named_month + e.only_dmy + e.only_mdy + e.only_ymd + e.either == e.calendar,
        "a date has one shape");
  const DateStatus status = read_date(cell, {}).status;
  check((e.missing == 1) == (status == DateStatus::Missing), "what is missing counts as missing");
  check(e.other == 0 || (status != DateStatus::Ok && status != DateStatus::Ambiguous), "what is read is not other");
  check(e.calendar == 0 || status != DateStatus::Unreadable, "what counts as a date is read");
  check(e.calendar + e.impossible == 0 || has_shape_of_date(cell), "a date has the shape of one");
  return e;
}

void add(DateEvidence& sum, const DateEvidence& e) {
  for (const auto member :
       {&DateEvidence::cells, &DateEvidence::missing, &DateEvidence::zero, &DateEvidence::calendar,
        &DateEvidence::year_first, &DateEvidence::named_month, &DateEvidence::only_dmy, &DateEvidence::only_mdy,
        &DateEvidence::either, &DateEvidence::only_ymd, &DateEvidence::not_ymd, &DateEvidence::dotted,
        &DateEvidence::compact, &DateEvidence::epoch_s, &DateEvidence::epoch_ms, &DateEvidence::epoch_us,
        &DateEvidence::serial, &DateEvidence::impossible, &DateEvidence::other})
    sum.*member += e.*member;
}

void check_style(const DateEvidence& evidence, bool named) {
  const std::optional<DateStyle> style = find_date_style(evidence, named);
  if (!style) return;
  check(!date_style_name(style->habit).empty(), "a style has a name");
  check(!style->ambiguous || style->habit.order == DateOrder::Unknown, "what is asked is not known");
}

}  // namespace
}  // namespace kirnu::fuzz

/// First byte: the habit; then cells, one a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  std::string_view text = fuzz::text_of(data, size);
  const std::size_t choice = fuzz::take_choice(text);
  const DateHabit habit{
      .form = std::array{DateForm::Calendar, DateForm::Compact, DateForm::EpochSeconds, DateForm::EpochMilliseconds,
                         DateForm::EpochMicroseconds, DateForm::Excel1900, DateForm::Excel1904}[choice % 7],
      .order = std::array{DateOrder::Unknown, DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd}[choice / 7 % 4],
      .dotted = choice / 28 % 2 == 1};
  DateEvidence evidence;
  while (!text.empty()) {
    const std::string cell(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), cell.size() + 1));
    fuzz::check_date(cell, habit);
    fuzz::add(evidence, fuzz::check_evidence(cell));
  }
  fuzz::check_style(evidence, choice % 2 == 0);
  return 0;
}
