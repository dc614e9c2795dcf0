#include "text/clock_time.h"

#include "text/date_words.h"

namespace kirnu {
namespace {

struct Hms {
  int hour = 0, minute = 0, second = 0;
  bool hour_alone = false;
};

/// "1405" or "140559".
std::optional<Hms> split_compact(const DigitRun& run) {
  if (run.digits == 4) return Hms{.hour = run.value / 100, .minute = run.value % 100};
  if (run.digits == 6)
    return Hms{.hour = run.value / 10000, .minute = run.value / 100 % 100, .second = run.value % 100};
  return std::nullopt;
}

/// The parts of a second behind its mark, which are dropped.
void skip_fraction(DateScanner& scanner) {
  if (!scanner.at('.') && !scanner.at(',')) return;
  if (!scanner.at_digit(1)) return;
  scanner.skip(1);
  while (scanner.at_digit()) scanner.skip(1);
}

std::optional<int> take_two_digits(DateScanner& scanner) {
  const std::optional<DigitRun> run = scanner.take_number();
  if (!run || run->digits != 2) return std::nullopt;
  return run->value;
}

/// "14:05:59.123", "14.05", "14h05", "2" or, without marks, "140559".
std::optional<Hms> take_hms(DateScanner& scanner, bool compact) {
  const std::optional<DigitRun> hour = scanner.take_number();
  if (!hour) return std::nullopt;
  if (hour->digits > 2) {
    const auto hms = compact ? split_compact(*hour) : std::nullopt;
    if (hour->digits == 6) skip_fraction(scanner);
    return hms;
  }
  Hms hms{.hour = hour->value};
  const char mark = scanner.at_end() ? '\0' : scanner.rest()[0];
  if ((mark != ':' && mark != '.' && mark != 'h') || !scanner.at_digit(1)) {
    hms.hour_alone = true;
    return hms;
  }
  scanner.skip(1);
  const std::optional<int> minute = take_two_digits(scanner);
  if (!minute) return std::nullopt;
  hms.minute = *minute;
  if (mark == 'h' || !scanner.at(mark)) return hms;
  scanner.skip(1);
  const std::optional<int> second = take_two_digits(scanner);
  if (!second) return std::nullopt;
  hms.second = *second;
  skip_fraction(scanner);
  return hms;
}

enum class DayHalf { None, Am, Pm };

/// am, p.m., ap., ip. (aamu- and iltapäivä).
DayHalf take_day_half(DateScanner& scanner) {
  for (const std::string_view word : {"am", "a.m", "ap"}) {
    if (scanner.take_word(word)) return DayHalf::Am;
  }
  for (const std::string_view word : {"pm", "p.m", "ip"}) {
    if (scanner.take_word(word)) return DayHalf::Pm;
  }
  return DayHalf::None;
}

ClockTime make_clock(Hms hms, DayHalf half) {
  ClockTime clock{.said = true};
  const bool noon = hms.hour == 12;
  if (half == DayHalf::Am && noon) hms.hour = 0;
  if (half == DayHalf::Pm && hms.hour < 12) hms.hour += 12;
  const bool wrong_half = (half == DayHalf::Am && hms.hour > 12) || (half == DayHalf::Pm && hms.hour == 24);
  const bool midnight = hms.hour == 24 && hms.minute == 0 && hms.second == 0;
  clock.possible = !wrong_half && hms.minute < 60 && hms.second <= 60 && (hms.hour < 24 || midnight);
  if (hms.second == 60) hms.second = 59;
  clock.seconds = (hms.hour * 60 + hms.minute) * 60 + hms.second;
  return clock;
}

/// "+02:00", "-0500", "+2"; false when it is none.
bool take_offset(DateScanner& scanner, ClockTime& clock) {
  const bool east = scanner.at('+');
  if ((!east && !scanner.at('-')) || !scanner.at_digit(1)) return false;
  scanner.skip(1);
  const std::optional<DigitRun> run = scanner.take_number();
  if (!run || run->digits > 4) return false;
  int hours = run->value, minutes = 0;
  if (run->digits > 2) {
    hours = run->value / 100;
    minutes = run->value % 100;
  } else if (scanner.take(':')) {
    const std::optional<int> behind = take_two_digits(scanner);
    if (!behind) return false;
    minutes = *behind;
  }
  if (hours > 15 || minutes > 59) clock.possible = false;
  clock.offset_minutes = (east ? 1 : -1) * (hours * 60 + minutes);
  return true;
}

/// "Z", "UTC", "GMT+0200", "CET", "Etc/UTC", "(UTC)"; and what stands in brackets behind an offset. False when it is
/// something else; true when there is nothing.
bool take_zone(DateScanner& scanner, ClockTime& clock) {
  if (scanner.at('+') || scanner.at('-')) {
    if (!take_offset(scanner, clock)) return false;
  } else if (scanner.at_letter() || (scanner.at('(') && !scanner.at_digit(1))) {
    const bool bracket = scanner.take('(');
    if (scanner.take_word("etc")) scanner.take('/');
    const std::optional<int> zone = find_zone(scanner.take_letters());
    if (!zone || (bracket && !scanner.take(')'))) return false;
    clock.offset_minutes = zone;
    if (zone == 0 && (scanner.at('+') || scanner.at('-')) && !take_offset(scanner, clock)) return false;
  }
  if (!clock.offset_minutes) return true;
  const DateScanner before = scanner;
  scanner.take_spaces();
  const bool closed = scanner.rest().ends_with(')') || scanner.rest().ends_with(']');
  if ((scanner.at('(') || scanner.at('[')) && closed) scanner.skip(scanner.rest().size());
  else scanner = before;
  return true;
}

}  // namespace

std::optional<ClockTime> take_clock_and_zone(DateScanner& scanner, bool hour_alone, bool compact) {
  const std::optional<Hms> hms = take_hms(scanner, compact);
  if (!hms) return std::nullopt;
  DateScanner behind = scanner;
  behind.take_spaces();
  const DayHalf half = take_day_half(behind);
  if (half != DayHalf::None) scanner = behind;
  behind.take_spaces();
  const bool hours_word = behind.take_word("uhr");
  if (hours_word) scanner = behind;
  if (hms->hour_alone && !hour_alone && !hours_word && half == DayHalf::None) return std::nullopt;
  ClockTime clock = make_clock(*hms, half);
  behind = scanner;
  behind.take_spaces();
  if (behind.at_end() || behind.at_digit()) return clock;
  if (!take_zone(behind, clock)) return std::nullopt;
  scanner = behind;
  return clock;
}

std::optional<ClockTime> read_clock(DateScanner scanner, bool compact) {
  if (scanner.at_end()) return ClockTime{};
  if (scanner.at('z') || scanner.at('+')) {
    ClockTime zone_alone;
    if (take_zone(scanner, zone_alone) && scanner.at_end()) return zone_alone;
    return std::nullopt;
  }
  const bool t = scanner.at('t') && scanner.at_digit(1);
  if (t || scanner.at(':')) {
    scanner.skip(1);
  } else {
    bool apart = scanner.take_spaces();
    apart = scanner.take(',') || apart;
    if (!apart) return std::nullopt;
    scanner.take_spaces();
    if (scanner.at('-') && !scanner.at_digit(1)) scanner.skip(1);
    scanner.take_spaces();
    for (const std::string_view word : {"um", "klo", "kl", "at"}) scanner.take_word(word);
    scanner.take_spaces();
  }
  if (!scanner.at_digit()) {
    ClockTime zone_alone;
    if (take_zone(scanner, zone_alone) && zone_alone.offset_minutes && scanner.at_end()) return zone_alone;
    return std::nullopt;
  }
  const std::optional<ClockTime> clock = take_clock_and_zone(scanner, t, t || compact);
  return scanner.at_end() ? clock : std::nullopt;
}

}  // namespace kirnu
