#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/language.h"
#include "text/spaces.h"

/// Numbers as people write them: 1.500,00 · 1 500 · 1'500.00 · € 12,50 · 12,50- · (12.50) · 1,50,000 · 5 % · 1,2E+05.
namespace kirnu {

/// What the number is of. A count cannot have a fraction, so 1.500 is 1500 there.
enum class NumberKind { Count, Money, Real };

enum class DecimalMark { Unknown, Point, Comma };

/// How to read what can be read in two ways.
struct NumberHabit {
  DecimalMark decimal = DecimalMark::Unknown;
  /// True: a column decided `decimal`, and a number that contradicts it is OtherStyle. False: only a lone group of
  /// three digits is read by it; 12.5 is read anywhere.
  bool strict = false;
  /// True: a person typed it, so NaN, NULL or #REF! are not a missing value but a mistake.
  bool typed = false;
};

/// The habit of a number typed into a field or a command line.
NumberHabit typed_habit(Language);

enum class NumberStatus {
  Ok,
  Missing,     ///< nothing there, or a marker for nothing: `missing` says which
  Ambiguous,   ///< `value` with the mark as thousands, `other` with the mark as decimal
  Unreadable,  ///< no number, or digits that are not 0–9
  TooLarge,    ///< beyond a double, or a count beyond 2^53
  OtherStyle,  ///< a number of the other decimal mark in a column that decided; `value` is that reading
};

enum class MissingKind {
  None,
  Blank,         ///< nothing, or only spaces
  NotAvailable,  ///< - – n/a N.A. k. A. ?
  Null,          ///< NULL \N None nil undefined
  NotANumber,    ///< NaN Inf -Infinity
  ErrorCell,     ///< #REF! #DIV/0! #N/A …
};

struct ReadNumber {
  NumberStatus status = NumberStatus::Unreadable;
  double value = 0;  ///< with a percent sign a fraction: 5 % is 0.05. Never -0
  double other = 0;  ///< Ambiguous: the decimal reading
  MissingKind missing = MissingKind::None;
  bool percent = false;
  bool thousands_assumed = false;  ///< a count such as 1.500: taken as 1500 because it cannot be 1.5
  bool by_habit = false;           ///< money or a real such as 1.500, read in the habit's way
  std::string_view currency = {};  ///< as written ("€", "EUR", "kr"); points into the text that was read
  std::string_view per = {};       ///< what follows a currency: "/kk"; points into the text
};

/// Reads one number. Its sign and fraction are not judged: a count of 1.5 or -3 is Ok, and the caller refuses it.
/// Text longer than 256 bytes is no number.
ReadNumber read_number(std::string_view text, NumberKind kind, const NumberHabit& habit = {});

/// How many numbers of a column speak for which decimal mark.
struct NumberEvidence {
  std::int64_t point = 0;  ///< 12.5, 1,234.5, 1,234,567
  std::int64_t comma = 0;  ///< 12,5, 1.234,5, 1.234.567
  std::int64_t lone = 0;   ///< 1.500 or 1,500: say nothing
  std::int64_t plain = 0;  ///< no mark, or spaces alone
  std::int64_t other = 0;  ///< no numbers
  std::int64_t missing = 0;
};

/// Adds what one cell says.
void add_evidence(NumberEvidence&, std::string_view text);

/// The decimal mark that most numbers speak for; Unknown when none does or both equally.
DecimalMark decimal_mark_of(const NumberEvidence&);

/// The same for a whole column.
DecimalMark find_number_style(std::span<const std::string_view> values);

}  // namespace kirnu
