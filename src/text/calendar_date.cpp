#include "text/calendar_date.h"

#include "text/date_words.h"

namespace kirnu {
namespace {

constexpr int kEarliestYear = 1000, kLatestYear = 9998, kPivot = 70, kFarYear = 10000;
constexpr char kMixed = 'x';

struct Field {
  DigitRun run;
  bool named = false;  ///< a month's name; `run.value` is the month
};

/// What stands between two fields: the mark, ' ' for spaces alone, kMixed for several marks, '\0' for nothing.
char take_mark(DateScanner& scanner) {
  const bool spaced = scanner.take_spaces();
  const bool dot = scanner.take('.');
  scanner.take_spaces();
  char mark = dot ? '.' : spaced ? ' ' : '\0';
  for (const char other : {',', '/', '-'}) {
    if (!scanner.take(other)) continue;
    mark = dot ? kMixed : other;
    break;
  }
  scanner.take_spaces();
  if (scanner.take_word("of")) scanner.take_spaces();
  return mark;
}

/// The st of 1st, nd, rd, th.
void skip_ordinal(DateScanner& scanner) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (scanner.rest().starts_with(ending) && !scanner.at_letter(2)) scanner.skip(2);
  }
}

std::optional<Field> take_field(DateScanner& scanner) {
  if (scanner.at_letter()) {
    const std::optional<int> month = find_month(scanner.take_letters());
    if (!month) return std::nullopt;
    return Field{.run = {.value = *month, .digits = 2}, .named = true};
  }
  scanner.take('\'');  // Dec 31 '24
  const std::optional<DigitRun> run = scanner.take_number();
  if (!run) return std::nullopt;
  if (scanner.at_letter()) skip_ordinal(scanner);
  return Field{.run = *run};
}

void skip_weekday(DateScanner& scanner) {
  DateScanner behind = scanner;
  if (!behind.at_letter() || !is_weekday(behind.take_letters())) return;
  behind.take('.');
  behind.take(',');
  if (behind.take_spaces()) scanner = behind;
}

/// "14:05:59 2024", the end of Tue Dec 31 14:05:59 2024: the third field, with its clock before it.
std::optional<Field> take_year_behind_clock(DateScanner& scanner, ClockTime& clock) {
  const std::optional<ClockTime> taken = take_clock_and_zone(scanner, false, false);
  if (!taken || !scanner.take_spaces()) return std::nullopt;
  clock = *taken;
  return take_field(scanner);
}

bool clock_follows(const DateScanner& scanner) {
  const bool digit = scanner.at_digit();
  return digit && scanner.rest().substr(scanner.at_digit(1) ? 2 : 1).starts_with(':');
}

/// Year, month and day of fields of which one is a month's name.
bool set_named(CalendarText& text, const std::array<Field, 3>& fields) {
  const std::size_t month = fields[0].named ? 0 : fields[1].named ? 1 : 2;
  const std::size_t a = month == 0 ? 1 : 0, b = month == 2 ? 1 : 2;
  if (fields[a].named || fields[b].named) return false;
  const bool year_in_front = fields[a].run.digits > 2 || (fields[a].run.value > 31 && fields[b].run.digits <= 2);
  const DigitRun& year = fields[year_in_front ? a : b].run;
  const DigitRun& day = fields[year_in_front ? b : a].run;
  text.shape = CalendarShape::NamedMonth;
  text.fields = {year, fields[month].run, day};
  return day.digits <= 2 && year.digits >= 2;
}

bool set_numeric(CalendarText& text, const std::array<Field, 3>& fields, char first_mark, char second_mark) {
  const bool known = first_mark == '.' || first_mark == '/' || first_mark == '-';
  if (!known || first_mark != second_mark) return false;
  text.fields = {fields[0].run, fields[1].run, fields[2].run};
  text.dotted = first_mark == '.';
  const auto& [a, b, c] = text.fields;
  text.shape = a.digits > 2 ? CalendarShape::YearFirst : CalendarShape::YearLast;
  return b.digits <= 2 && (text.shape == CalendarShape::YearFirst ? c.digits <= 2 : c.digits >= 2);
}

/// More than four digits are a year out of range, whatever zeros stand in front, with the leap day of their own.
int full_year(const DigitRun& run) {
  if (run.digits > 4) return kFarYear + run.value % 400;
  if (run.digits > 2) return run.value;
  return run.value + (run.value < kPivot ? 2000 : 1900);
}

bool day_exists(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int longest = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  return day <= longest;
}

}  // namespace

std::optional<CalendarText> read_calendar_text(std::string_view simple) {
  DateScanner scanner(simple);
  CalendarText text;
  if (scanner.at_letter()) skip_weekday(scanner);
  if (!scanner.take('+')) text.before_zero = scanner.take('-');
  std::array<Field, 3> fields;
  std::array<char, 2> marks{};
  bool clock_taken = false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) marks[i - 1] = take_mark(scanner);
    clock_taken = i == 2 && clock_follows(scanner);
    const std::optional<Field> field = clock_taken ? take_year_behind_clock(scanner, text.clock) : take_field(scanner);
    if (!field) return std::nullopt;
    fields[i] = *field;
  }
  const bool named = fields[0].named || fields[1].named || fields[2].named;
  if (named ? !set_named(text, fields) : !set_numeric(text, fields, marks[0], marks[1])) return std::nullopt;
  if (text.before_zero && text.shape != CalendarShape::YearFirst) return std::nullopt;
  if (scanner.at('.') && !scanner.at_digit(1)) scanner.skip(1);  // 2024. 12. 31.
  if (clock_taken) return scanner.at_end() ? std::optional(text) : std::nullopt;
  const std::optional<ClockTime> clock = read_clock(scanner, false);
  if (!clock) return std::nullopt;
  text.clock = *clock;
  return text;
}

bool is_zero_date(const CalendarText& text) {
  const auto& [a, b, c] = text.fields;
  if (a.value == 0 && b.value == 0 && c.value == 0) return true;
  const bool year_last = text.shape == CalendarShape::YearLast;
  const DigitRun& year = year_last ? c : a;
  if (year.value != 1900 && !(year.value == 0 && year.digits == 2)) return false;
  if (!year_last) return b.value == 1 && c.value == 0;
  return (a.value == 1 && b.value == 0) || (a.value == 0 && b.value == 1);
}

CalendarReading read_calendar(const CalendarText& text, DateOrder order) {
  const auto& [a, b, c] = text.fields;
  if (text.shape != CalendarShape::YearLast) {
    const CalendarReading reading = make_reading(full_year(a), b.value, c.value, text.clock);
    return text.before_zero && reading.exists() ? CalendarReading{.status = DateStatus::OutOfRange} : reading;
  }
  const int year = full_year(c);
  switch (order) {
    case DateOrder::Mdy: return make_reading(year, a.value, b.value, text.clock);
    case DateOrder::Ymd:
      if (a.digits != 2 || c.digits != 2) return {};
      return make_reading(full_year(a), b.value, c.value, text.clock);
    case DateOrder::Dmy:
    case DateOrder::Unknown: break;
  }
  return make_reading(year, b.value, a.value, text.clock);
}

CalendarReading make_reading(int year, int month, int day, const ClockTime& clock) {
  if (!day_exists(year, month, day) || !clock.possible) return {};
  if (year < kEarliestYear || year > kLatestYear) return {.status = DateStatus::OutOfRange};
  CalendarReading reading{.status = DateStatus::Ok, .moment = {.day = date_of(year, month, day)}};
  reading.moment.zone_said = clock.offset_minutes.has_value();
  if (!clock.said) return reading;
  reading.moment.instant =
      std::int64_t{reading.moment.day.days} * 86400 + clock.seconds - clock.offset_minutes.value_or(0) * 60;
  reading.moment.day.days += clock.seconds / 86400;
  return reading;
}

}  // namespace kirnu
