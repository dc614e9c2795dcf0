#include "metrics/data_end.h"

#include <algorithm>
#include <vector>

#include "facts/words/status_words.h"
#include "metrics/spells.h"

namespace kirnu {
namespace {

constexpr std::int32_t kMonth = 31;         ///< ends so soon after the last start are no news
constexpr std::size_t kFewStarts = 8;       ///< days of starts from which their silences tell something
constexpr std::int32_t kLongSilence = 3;    ///< times the longest silence before
constexpr std::int64_t kUsualPercent = 75;  ///< terms of so many are the table's

/// A contract's term, its last day in it or not: 365, 364, 730, 1096 days.
bool is_whole_years(std::int32_t days) {
  const std::int32_t over = days % 365;
  return days >= 364 && (over == 364 || over <= 1 + days / 1000);
}

/// What rows say about the ends after `past`.
struct LaterEnds {
  std::int64_t all = 0, whole_years = 0;
  bool nobody_runs = true;                    ///< each row of all has an end
  std::int32_t first_running = Spell::kOpen;  ///< first of those whose status says that they run
  std::int32_t last_ended = kNoDay;           ///< last of those, before it, whose status says that they ended
  std::int32_t longest_silence = 0;           ///< days from one start to the next
  std::size_t start_days = 0;
};

struct CountedDays {
  std::optional<DayRange> starts = {}, ends = {}, cancellations = {};
};

class LaterEndsReader {
 public:
  LaterEndsReader(const SubscriptionTable& table, const TimeColumn& ends, const ZoneOffsets& zone)
      : table_(table), ends_(ends), zone_(zone), statuses_(subscription_statuses(table.status)) {}

  /// Whether a status says of some rows that nothing began: they tell no days either.
  bool leaves_out() const { return std::any_of(statuses_.begin(), statuses_.end(), is_left_out); }

  /// The days of the other rows.
  CountedDays counted() {
    CountedDays counted;
    for_each_row([&](std::int32_t start, std::int32_t end, std::int32_t canceled, SubscriptionStatus status) {
      if (is_left_out(status)) return;
      widen(counted.starts, start);
      widen(counted.ends, end);
      widen(counted.cancellations, canceled);
    });
    return counted;
  }

  LaterEnds read(const DayRange& starts, std::int32_t past) {
    LaterEnds later;
    std::vector<std::uint8_t> known(static_cast<std::size_t>(starts.last - starts.first) + 1);
    for_each_row([&](std::int32_t start, std::int32_t end, std::int32_t, SubscriptionStatus status) {
      if (start == kNoDay || is_left_out(status)) return;
      later.nobody_runs = later.nobody_runs && end != kNoDay;
      known[static_cast<std::size_t>(start - starts.first)] = 1;
      if (end <= past) return;
      ++later.all;
      if (is_whole_years(end - start)) ++later.whole_years;
      if (status == SubscriptionStatus::Running) later.first_running = std::min(later.first_running, end);
    });
    for_each_row([&](std::int32_t, std::int32_t end, std::int32_t canceled, SubscriptionStatus status) {
      const bool foreseen = canceled != kNoDay && end - canceled > kMonth;  // by who gave notice
      const bool ended = status == SubscriptionStatus::Ended && end < later.first_running && !foreseen;
      if (ended) later.last_ended = std::max(later.last_ended, end);
    });
    std::int32_t silence = 0;
    for (const std::uint8_t day : known) {
      ++silence;
      if (day == 0) continue;
      later.longest_silence = std::max(later.longest_silence, silence);
      ++later.start_days;
      silence = 0;
    }
    return later;
  }

 private:
  static bool is_left_out(SubscriptionStatus status) {
    return status == SubscriptionStatus::NotStarted || status == SubscriptionStatus::Future ||
           status == SubscriptionStatus::Test;
  }

  static void widen(std::optional<DayRange>& range, std::int32_t day) {
    if (day == kNoDay) return;
    if (!range) range = DayRange{.first = day, .last = day};
    range->first = std::min(range->first, day);
    range->last = std::max(range->last, day);
  }

  template <typename Visit>
  void for_each_row(Visit visit) {
    PackedReader<std::uint32_t> codes(table_.status.codes);
    std::size_t row = 0;
    for (std::size_t b = 0; b < table_.customer.block_count(); ++b) {
      const std::size_t rows = table_.customer.block_size(b);
      const std::span<const std::int32_t> starts = days_of(table_.start, b, rows, zone_, start_);
      const std::span<const std::int32_t> ends = days_of(ends_, b, rows, zone_, end_);
      const std::span<const std::int32_t> notices =
          table_.canceled.empty() ? std::span<const std::int32_t>() : days_of(table_.canceled, b, rows, zone_, notice_);
      for (std::size_t i = 0; i < rows; ++i, ++row) {
        const std::uint32_t code = table_.status.empty() ? CodeColumn::kNone : codes[row];
        visit(starts[i], ends[i], notices.empty() ? kNoDay : notices[i],
              code < statuses_.size() ? statuses_[code] : SubscriptionStatus::Unknown);
      }
    }
  }

  const SubscriptionTable& table_;
  const TimeColumn& ends_;
  const ZoneOffsets& zone_;
  std::vector<SubscriptionStatus> statuses_;
  DayBuffer start_, end_, notice_;
};

}  // namespace

std::optional<DataEnd> find_data_end(const SubscriptionTable& table, const ZoneOffsets& zone) {
  if (table.known_until != kNoDay) {
    DataEnd made{.day = table.known_until};
    const std::optional<DayRange> all = day_range(table.end, zone);
    if (all && all->last > made.day) made.to_come = all->last;
    return made;
  }
  const bool has_ends = !table.end.empty();  // else cancellations are the ends
  const TimeColumn& end = has_ends ? table.end : table.canceled;
  LaterEndsReader reader(table, end, zone);
  CountedDays days;
  if (reader.leaves_out()) days = reader.counted();
  else
    days = {day_range(table.start, zone), day_range(end, zone),
            has_ends ? day_range(table.canceled, zone) : std::nullopt};
  if (!has_ends) days.cancellations.reset();  // they are the ends
  const std::optional<DayRange>&starts = days.starts, &ends = days.ends, &cancellations = days.cancellations;
  const auto last_of = [](const std::optional<DayRange>& range) { return range ? range->last : kNoDay; };
  const std::int32_t past = std::max(last_of(starts), last_of(cancellations));
  const DataEnd latest{.day = std::max(past, last_of(ends))};
  if (latest.day == kNoDay) return std::nullopt;
  if (!starts || latest.day - past <= kMonth) return latest;
  const std::int32_t silence = latest.day - past;
  const LaterEnds later = reader.read(*starts, past);
  const DataEnd planned{.day = latest.day, .happened = std::max(past, later.last_ended)};
  if (later.first_running != Spell::kOpen) return planned;
  const bool by_term = later.all > 1 && later.whole_years * 100 >= later.all * kUsualPercent;
  const bool quiet = silence <= later.longest_silence && !(by_term && later.nobody_runs);
  if (quiet || later.last_ended == latest.day) return latest;
  const bool by_silence = later.start_days >= kFewStarts && silence > kLongSilence * later.longest_silence &&
                          silence <= past - starts->first;
  return cancellations || by_term || by_silence ? planned : latest;
}

}  // namespace kirnu
