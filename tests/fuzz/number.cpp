#include <array>
#include <cmath>

#include "fuzz/fuzz.h"
#include "text/number.h"
#include "text/number_format.h"

namespace kirnu::fuzz {
namespace {

constexpr double kLargestCount = 9007199254740992;

void check_value(double value, NumberKind kind) {
  check(std::isfinite(value), "a number is finite");
  check(value != 0 || !std::signbit(value), "zero has no sign");
  check(kind != NumberKind::Count || std::fabs(value) <= kLargestCount, "a count is a whole number that doubles tell");
}

bool lies_in(std::string_view part, std::string_view text) {
  return part.empty() || (part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size());
}

void check_number(std::string_view text, NumberKind kind, const NumberHabit& habit) {
  const ReadNumber number = read_number(text, kind, habit);
  switch (number.status) {
    case NumberStatus::Ambiguous: check_value(number.other, kind); [[fallthrough]];
    case NumberStatus::Ok:
    case NumberStatus::OtherStyle: check_value(number.value, kind); break;
    case NumberStatus::Missing: check(number.missing != MissingKind::None, "what is missing is so somehow"); break;
    case NumberStatus::Unreadable:
    case NumberStatus::TooLarge: check(number.value == 0, "no number, no value"); break;
  }
  check(lies_in(number.currency, text) && lies_in(number.per, text), "currency and interval stand in the text");
  const std::string spaced = " \u00A0" + std::string(text) + "\u200B ";
  const ReadNumber same = read_number(spaced, kind, habit);
  check(same.status == number.status && same.value == number.value, "spaces around change nothing");
}

void check_evidence(std::string_view text) {
  NumberEvidence evidence;
  add_evidence(evidence, text);
  check(evidence.point + evidence.comma + evidence.lone + evidence.plain + evidence.other + evidence.missing == 1,
        "a cell counts once");
  const ReadNumber number = read_number(text, NumberKind::Real, {});
  check((number.status == NumberStatus::Missing) == (evidence.missing == 1), "what is missing counts as missing");
  check((number.status == NumberStatus::Unreadable) == (evidence.other == 1), "what is no number counts as none");
  check((number.status == NumberStatus::Ambiguous) == (evidence.lone == 1) || number.status == NumberStatus::TooLarge,
        "what is ambiguous says nothing");
}

/// What the reader understood is written in each language and read again.
void check_round_trip(std::string_view text) {
  const ReadNumber number = read_number(text, NumberKind::Real, {});
  if (number.status != NumberStatus::Ok || std::fabs(number.value) >= 1e15) return;
  for (const Language language : {Language::En, Language::De, Language::Fi}) {
    const std::string written = format_number(number.value, 2, language);
    const ReadNumber again = read_number(written, NumberKind::Real, typed_habit(language));
    check(again.status == NumberStatus::Ok, "what we write we read");
    check(std::fabs(again.value - number.value) <= 0.005 + std::fabs(number.value) * 1e-15, "and it is the same");
  }
}

}  // namespace
}  // namespace kirnu::fuzz

/// First byte: kind and habit; then the text of a number.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  std::string_view text = fuzz::text_of(data, size);
  const std::size_t choice = fuzz::take_choice(text);
  const NumberKind kind = std::array{NumberKind::Count, NumberKind::Money, NumberKind::Real}[choice % 3];
  const NumberHabit habit{
      .decimal = std::array{DecimalMark::Unknown, DecimalMark::Point, DecimalMark::Comma}[choice / 3 % 3],
      .strict = choice / 9 % 2 == 1,
      .typed = choice / 18 % 2 == 1};
  const std::string copy(text);  // its end is the end of what may be read
  fuzz::check_number(copy, kind, habit);
  fuzz::check_evidence(copy);
  fuzz::check_round_trip(copy);
  return 0;
}
