#include "report/question_settings.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/ascii.h"
#include "base/definition.h"
#include "text/number.h"
#include "text/spaces.h"
#include "text/typed_share.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestName = 256;
constexpr double kMostGapDays = 3653;

constexpr std::string_view kDateWords = "a date such as 2025-01-31";
constexpr std::string_view kSpanWords = "two dates as 2025-01-01/2026-01-01, the second not included";

/// A key takes a text, or a number: then a text is read as one first, and nothing takes it back.
struct Setting {
  std::string_view key;
  std::string_view values;
  bool (*take)(QuestionSettings&, std::string_view) = nullptr;
  bool (*take_number)(QuestionSettings&, std::optional<double>) = nullptr;
  std::optional<double> (*read)(std::string_view) = nullptr;
};

std::optional<double> read_plain(std::string_view text) {
  const ReadNumber number = read_number(trim(text), NumberKind::Real, typed_habit(Language::En));
  if (number.status != NumberStatus::Ok || !std::isfinite(number.value)) return std::nullopt;
  return number.value;
}

/// Takes a date; the empty text takes it away.
bool take_date(std::optional<Date>& date, std::string_view text) {
  if (text.empty()) return date.reset(), true;
  const std::optional<Date> read = read_iso_date(text);
  if (read) date = read;
  return read.has_value();
}

bool take_span(std::optional<DaySpan>& span, std::string_view text) {
  if (text.empty()) return span.reset(), true;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  const std::optional<Date> start = read_iso_date(text.substr(0, slash)), end = read_iso_date(text.substr(slash + 1));
  if (!start || !end || start->days >= end->days) return false;
  span = DaySpan{.start = *start, .end = *end};
  return true;
}

bool take_amount(std::optional<double>& place, std::optional<double> amount) {
  if (amount && *amount < 0) return false;
  place = amount;
  return true;
}

/// One of two words; empty is the first.
template <class T>
bool take_word(T& place, std::string_view text, std::pair<std::string_view, T> usual,
               std::pair<std::string_view, T> other) {
  if (!text.empty() && text != usual.first && text != other.first) return false;
  place = text == other.first ? other.second : usual.second;
  return true;
}

bool take_whole(int& place, std::string_view text, int usual, double low, double high) {
  if (text.empty()) return place = usual, true;
  const std::optional<double> read = read_plain(text);
  if (!read || *read < low || *read > high || std::trunc(*read) != *read) return false;
  place = static_cast<int>(*read);
  return true;
}

bool take_name(std::string& place, std::string_view text) {
  if (text.size() > kLongestName) return false;
  place = text;
  return true;
}

bool take_period(QuestionSettings& s, std::string_view text) {
  const bool fiscal = text == "fiscal_year";
  const bool none = text.empty() || text == "none";
  const std::optional<Period> period = fiscal ? period_of(PeriodUnit::Year) : read_period(text);
  if (!none && !period) return false;
  if (!none && period->unit == PeriodUnit::Days && std::trunc(period->days) != period->days) return false;
  s.period = none ? std::nullopt : period;
  s.fiscal_year = fiscal;
  return true;
}

bool take_time_zone(QuestionSettings& s, std::string_view text) {
  if (text.empty()) return s.time_zone = "UTC", true;
  for (const char c : text) {
    const bool usual = is_ascii_letter(c) || is_digit(c) || c == '/' || c == '_' || c == '-' || c == '+';
    if (!usual) return false;
  }
  return take_name(s.time_zone, text);
}

bool take_definition(QuestionSettings& s, std::string_view text) {
  if (!text.empty() && !is_definition(text)) return false;
  s.definition = text;
  return true;
}

std::optional<double> read_share(std::string_view text) {
  const ReadNumber number = read_number(trim(text), NumberKind::Real, typed_habit(Language::En));
  return number.status == NumberStatus::Ok ? typed_share(text, number) : std::nullopt;
}

bool take_share(std::optional<double>& place, std::optional<double> share) {
  if (share && (*share < 0 || *share > 1)) return false;
  place = share;
  return true;
}

/// A whole number from `low` on; absent where nothing is said.
bool take_count(std::optional<int>& place, std::optional<double> number, double low) {
  constexpr double kMost = 1200;
  if (number && (*number < low || *number > kMost || std::trunc(*number) != *number)) return false;
  place = number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  return true;
}

bool take_gap(std::optional<int>& gap, std::string_view text) {
  int days = 0;
  if (text.empty()) return gap.reset(), true;
  if (!take_whole(days, text, 0, 0, kMostGapDays)) return false;
  gap = days;
  return true;
}

bool take_model(QuestionSettings& s, std::string_view text) {
  const std::optional<LifetimeModel> model = find_lifetime_model(text);
  if (!text.empty() && !model) return false;
  s.model = model;
  return true;
}

using Q = QuestionSettings;
using V = std::string_view;
using N = std::optional<double>;

constexpr Setting number_setting(V key, V values, bool (*take)(Q&, N), N (*read)(V) = read_plain) {
  return {.key = key, .values = values, .take_number = take, .read = read};
}

constexpr auto kSettings = std::to_array<Setting>({
    {"from", kDateWords, [](Q& s, V v) { return take_date(s.from, v); }},
    {"to", kDateWords, [](Q& s, V v) { return take_date(s.to, v); }},
    {"period", "day, week, month, quarter, half_year, year, fiscal_year or a whole number of days", take_period},
    {"fiscal_year_start", "a month from 1 to 12",
     [](Q& s, V v) { return take_whole(s.fiscal_year_start, v, 1, 1, 12); }},
    {"as_of", kDateWords, [](Q& s, V v) { return take_date(s.as_of, v); }},
    {"time_zone", "a time zone such as Europe/Berlin", take_time_zone},
    {"definition", "start_base, events, stripe, average_base, daily_sum or daily_weighted", take_definition},
    {"churn_date", "period_end or cancellation",
     [](Q& s, V v) {
       return take_word(s.churn_date, v, {"period_end", ChurnDate::PeriodEnd},
                        {"cancellation", ChurnDate::Cancellation});
     }},
    {"gap_days", "a whole number of days, 0 or more", [](Q& s, V v) { return take_gap(s.gap_days, v); }},
    {"past_due", "count or exclude",
     [](Q& s, V v) {
       return take_word<bool>(s.count_past_due, v, {"count", true}, {"exclude", false});
     }},
    {"trials", "count or exclude",
     [](Q& s, V v) {
       return take_word<bool>(s.count_trials, v, {"exclude", false}, {"count", true});
     }},
    {"before", kSpanWords, [](Q& s, V v) { return take_span(s.before, v); }},
    {"after", kSpanWords, [](Q& s, V v) { return take_span(s.after, v); }},
    {"measure", "orders or value",
     [](Q& s, V v) {
       PurchaseMeasure measure{};
       if (!take_word(measure, v, {"orders", PurchaseMeasure::Orders}, {"value", PurchaseMeasure::Value})) return false;
       s.measure = v.empty() ? std::nullopt : std::optional(measure);
       return true;
     }},
    {"retention", "exact or on_or_after",
     [](Q& s, V v) {
       return take_word(s.retention, v, {"exact", RetentionRule::Exact}, {"on_or_after", RetentionRule::OnOrAfter});
     }},
    {"survival_interval", "log_log or log",
     [](Q& s, V v) {
       return take_word(s.survival_interval, v, {"log_log", SurvivalInterval::LogLog}, {"log", SurvivalInterval::Log});
     }},
    number_setting("tau", "a number above 0",
                   [](Q& s, N n) {
                     if (n && *n <= 0) return false;
                     s.tau = n;
                     return true;
                   }),
    {"segment", "a column's name", [](Q& s, V v) { return take_name(s.segment, v); }},
    number_setting(
        "margin", "a share such as 80%", [](Q& s, N n) { return take_share(s.margin, n); }, read_share),
    number_setting(
        "discount", "a share a year such as 10%", [](Q& s, N n) { return take_share(s.discount, n); }, read_share),
    {"model", "sbg, bdw or geometric", take_model},
    number_setting("fit_periods", "a whole number from 2 to 1200",
                   [](Q& s, N n) { return take_count(s.fit_periods, n, 2); }),
    number_setting("inactive_days", "a whole number of days from 1 to 1200",
                   [](Q& s, N n) { return take_count(s.inactive_days, n, 1); }),
    number_setting("horizon", "a whole number from 1 to 1200", [](Q& s, N n) { return take_count(s.horizon, n, 1); }),
    number_setting("cohort_size", "an amount, 0 or more", [](Q& s, N n) { return take_amount(s.cohort_size, n); }),
    number_setting("arpa", "an amount, 0 or more", [](Q& s, N n) { return take_amount(s.arpa, n); }),
    number_setting("acquisition_cost", "an amount, 0 or more",
                   [](Q& s, N n) { return take_amount(s.acquisition_cost, n); }),
    number_setting("kept", "a number, 0 or more", [](Q& s, N n) { return take_amount(s.what_if_kept, n); }),
    number_setting("threshold", "an amount, 0 or more", [](Q& s, N n) { return take_amount(s.threshold, n); }),
});

const Setting* find_setting(std::string_view key) {
  for (const Setting& setting : kSettings) {
    if (setting.key == key) return &setting;
  }
  return nullptr;
}

}  // namespace

SettingOutcome take_setting(QuestionSettings& settings, std::string_view key, std::string_view value) {
  const Setting* setting = find_setting(key);
  if (setting == nullptr) return SettingOutcome::UnknownKey;
  bool done = false;
  if (setting->take != nullptr) {
    done = setting->take(settings, value);
  } else {
    const std::optional<double> number = setting->read(value);
    done = (number || value.empty()) && setting->take_number(settings, number);
  }
  return done ? SettingOutcome::Done : SettingOutcome::BadValue;
}

SettingOutcome take_setting(QuestionSettings& settings, std::string_view key, double value) {
  const Setting* setting = find_setting(key);
  if (setting == nullptr || setting->take_number == nullptr) return SettingOutcome::UnknownKey;
  return setting->take_number(settings, value) ? SettingOutcome::Done : SettingOutcome::BadValue;
}

std::string_view setting_values(std::string_view key) {
  const Setting* setting = find_setting(key);
  return setting == nullptr ? std::string_view() : setting->values;
}

}  // namespace kirnu
