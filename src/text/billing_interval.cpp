#include "text/billing_interval.h"

#include <cstdlib>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/name_list.h"
#include "text/fold_case.h"
#include "text/interval_words.h"

namespace kirnu {
namespace {

bool is_letter(char c) { return is_ascii_lower(c) || is_beyond_ascii(c); }

/// Words, numbers and slashes, in order; "½" and "¼" are words.
std::vector<std::string_view> pieces_of(std::string_view folded) {
  std::vector<std::string_view> pieces;
  const auto run = [&](std::size_t from, bool (*belongs)(char)) {
    std::size_t end = from;
    while (end < folded.size() && belongs(folded[end])) ++end;
    pieces.emplace_back(folded.substr(from, end - from));
    return end;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const std::string_view rest = folded.substr(i);
    const bool half = rest.starts_with("½"), quarter = rest.starts_with("¼"), cross = rest.starts_with("×");
    if (half || quarter || cross) pieces.emplace_back(half ? "halb" : quarter ? "viertel" : "x");
    if (half || quarter || cross) i += 2;
    else if (is_digit(folded[i])) i = run(i, is_digit);
    else if (is_letter(folded[i])) i = run(i, is_letter);
    else if (folded[i++] == '/') pieces.emplace_back("/");
  }
  return pieces;
}

/// Reads piece by piece: numbers wait for their unit.
class IntervalWords {
 public:
  explicit IntervalWords(std::string_view folded) : pieces_(pieces_of(folded)) {}

  std::optional<BillingInterval> read() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) take(i);
    if (!known_ || (strict_ && unknown_)) return std::nullopt;
    if (!found_) take_letters();
    if (!found_ && pieces_.size() == 1 && is_digit(pieces_[0][0])) return sensible({.months = factor_});
    if (!found_) return std::nullopt;
    if (waiting_) found_ = scaled(*found_);
    return sensible(*found_);
  }

 private:
  void take(std::size_t i) {
    static constexpr std::string_view kEach = "every|alle|aller|jeden|jede|jedes|joka|välein|each";
    static constexpr std::string_view kCounted = "x|times|time|mal|kertaa|kerta";
    static constexpr std::string_view kBeside =
        "a|an|per|pro|je|im|in|the|der|die|des|of|p|to|on|zu|ja|paid|billed|zahlbar|bezahlt|auf|max|min";
    const std::string_view piece = pieces_[i];
    if (piece == "/") return take_slash(i);
    if (is_digit(piece[0])) return wait(number_of(piece, 4));
    if (is_one_of(kEach, piece)) strict_ = true;
    else if (is_one_of(kCounted, piece)) count_times();
    else if (const auto times = find_times(piece)) wait(1 / *times);
    else if (const auto number = find_numeral(piece)) wait(*number);
    else if (piece == "bi") two_ = true;
    else if (piece == "quarter" && before_year(i)) wait(0.25);
    else if (is_one_of("and|und", piece)) known_ = known_ && !waiting_;
    else if (!is_one_of(kBeside, piece) && !take_unit(piece)) take_other(piece);
  }

  static int number_of(std::string_view digits, std::size_t most) {
    return digits.size() > most ? 0 : std::atoi(std::string(digits).c_str());
  }

  bool before_year(std::size_t i) const {
    return i + 1 < pieces_.size() && (pieces_[i + 1].starts_with("year") || pieces_[i + 1].starts_with("annu"));
  }

  /// "2/Jahr" is twice a year, "1/4" a part; "€/Monat" says nothing.
  void take_slash(std::size_t i) {
    if (!waiting_ || i + 1 >= pieces_.size()) return;
    if (!is_digit(pieces_[i + 1][0])) return count_times();
    const int parts = number_of(pieces_[i + 1], 2);
    pieces_[i + 1] = "p";
    known_ = known_ && parts > 0;
    if (parts > 0) factor_ /= parts;
  }

  void count_times() {
    known_ = known_ && waiting_ && factor_ > 0;
    if (known_) factor_ = 1 / factor_;
  }

  void wait(double factor) {
    known_ = known_ && factor > 0 && (!waiting_ || factor_ == 1 || factor < 1);
    factor_ = waiting_ ? factor_ * factor : factor;
    waiting_ = true;
  }

  /// A word with a unit in it, and what may stand in front of that in one word.
  bool take_unit(std::string_view word) {
    static constexpr std::string_view kInFront =
        "kalender|calendar|kalenteri|vertrags|ganz|mitglieds|abo|p|per|pro|all";
    const std::optional<UnitInWord> unit = find_unit(word);
    if (!unit) return false;
    const std::string_view front = word.substr(0, unit->at);
    const bool two = two_ || front == "bi", annual = unit->stem == "annu";
    if (const auto number = find_numeral(front)) wait(*number);
    else if (two && (annual || unit->stem == "week")) wait(annual ? 0.5 : 2);
    else if (two || (!front.empty() && !is_one_of(kInFront, front))) known_ = false;
    two_ = false;
    add(unit->interval);
    return true;
  }

  /// No word that is passed over may begin with a number.
  void take_other(std::string_view word) {
    unknown_ = true;
    known_ = known_ && !begins_with_numeral(word);
  }

  void add(const BillingInterval& unit) {
    const BillingInterval said = waiting_ ? scaled(unit) : unit;
    known_ = known_ && (!found_ || (found_->months == said.months && found_->days == said.days));
    found_ = said;
    waiting_ = false;
  }

  BillingInterval scaled(const BillingInterval& unit) const {
    return {.months = unit.months * factor_, .days = unit.days * factor_};
  }

  /// Letters count only where nothing else stands there; ISO 8601 begins with a P.
  void take_letters() {
    std::vector<std::string_view> letters;
    for (const std::string_view piece : pieces_) {
      if (piece != "p" && piece != "/" && !is_digit(piece[0])) letters.push_back(piece);
    }
    if (letters.size() != 1) return;
    if (const auto unit = find_unit_letter(letters[0])) add(*unit);
  }

  static std::optional<BillingInterval> sensible(const BillingInterval& interval) {
    constexpr double kFewestMonths = 0.25, kMostMonths = 120, kMostDays = 3660;
    const bool none = interval.months == 0 && interval.days == 0;
    const bool tiny = interval.months > 0 ? interval.months < kFewestMonths : interval.days < 1;
    if (none || tiny || interval.months > kMostMonths || interval.days > kMostDays) return std::nullopt;
    return interval;
  }

  std::vector<std::string_view> pieces_;
  std::optional<BillingInterval> found_ = {};
  double factor_ = 1;
  bool waiting_ = false;  ///< a number without its unit
  bool two_ = false;      ///< "bi-" stands in front
  bool known_ = true, strict_ = false, unknown_ = false;
};

}  // namespace

std::optional<BillingInterval> read_billing_interval(std::string_view text) {
  constexpr std::size_t kLongest = 200;  // bytes; nobody says it with more
  if (text.size() > kLongest) return std::nullopt;
  const std::string folded = fold_case(text);
  return IntervalWords(folded).read();
}

}  // namespace kirnu
