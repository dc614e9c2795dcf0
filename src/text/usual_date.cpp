#include "text/usual_date.h"

#include <array>

#include "base/ascii.h"

namespace kirnu {
namespace {

constexpr std::size_t kDayBytes = 10;

bool are_marks(char first, char second, char mark) { return first == mark && second == mark; }

/// Ten bytes with the year last, in the column's order.
bool read_year_last(const char* t, const DateHabit& habit, std::int32_t& day) {
  const bool dotted = are_marks(t[2], t[5], '.');
  if (!dotted && !are_marks(t[2], t[5], '/') && !are_marks(t[2], t[5], '-')) return false;
  const bool day_first = habit.order == DateOrder::Dmy;
  if (!day_first && (habit.order != DateOrder::Mdy || (dotted && !habit.dotted))) return false;
  const char* const d = day_first ? t : t + 3;
  const char* const m = day_first ? t + 3 : t;
  const std::array<char, kDayBytes> iso{t[6], t[7], t[8], t[9], '-', m[0], m[1], '-', d[0], d[1]};
  return read_iso_day(iso.data(), day);
}

bool read_compact(const char* t, std::int32_t& day) {
  const std::array<char, kDayBytes> iso{t[0], t[1], t[2], t[3], '-', t[4], t[5], '-', t[6], t[7]};
  return read_iso_day(iso.data(), day);
}

/// Two digits below `limit`; -1 when they are none.
int read_two(const char* t, int limit) {
  const bool digits = is_digit(t[0]) && is_digit(t[1]);
  const int value = (t[0] - '0') * 10 + (t[1] - '0');
  return digits && value < limit ? value : -1;
}

/// " 14:05", "T14:05:59": seconds since midnight, -1 when it is anything else.
int read_clock(std::string_view t) {
  if ((t[0] != ' ' && t[0] != 'T') || (t.size() != 6 && t.size() != 9) || t[3] != ':') return -1;
  const int hour = read_two(t.data() + 1, 24), minute = read_two(t.data() + 4, 60);
  const bool seconds = t.size() == 9;
  const int second = seconds && t[6] == ':' ? read_two(t.data() + 7, 60) : seconds ? -1 : 0;
  return hour < 0 || minute < 0 || second < 0 ? -1 : (hour * 60 + minute) * 60 + second;
}

}  // namespace

std::optional<Moment> read_usual_date(std::string_view text, const DateHabit& habit) {
  std::int32_t day = 0;
  if (habit.form == DateForm::Compact) {
    if (text.size() != 8 || !read_compact(text.data(), day)) return std::nullopt;
    return Moment{.day = {day}};
  }
  if (habit.form != DateForm::Calendar || text.size() < kDayBytes) return std::nullopt;
  if (!read_iso_day(text.data(), day) && !read_year_last(text.data(), habit, day)) return std::nullopt;
  if (text.size() == kDayBytes) return Moment{.day = {day}};
  std::string_view clock = text.substr(kDayBytes);
  const bool zone = clock.ends_with('Z');
  if (zone) clock.remove_suffix(1);
  if (clock.empty()) return std::nullopt;
  const int seconds = read_clock(clock);
  if (seconds < 0) return std::nullopt;
  return Moment{.day = {day}, .instant = std::int64_t{day} * 86400 + seconds, .zone_said = zone};
}

}  // namespace kirnu
