#include "facts/words/age_label.h"

#include <string>

#include "base/ascii.h"
#include "facts/words/unit_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr int kOldest = 1200;

/// Words beside an age that name no unit.
constexpr std::string_view kOtherWords =
    "|p|t|period|periods|periode|perioden|zeitraum|jakso|jaksoa|age|alter|ikä|renewal|renewals|verlängerung|"
    "after|nach|jälkeen|in|retention|churn|pct|percent|retained|";

}  // namespace

bool is_age_below_zero(std::string_view text) {
  constexpr std::string_view kMinus = "−";
  if (text.starts_with('-')) text.remove_prefix(1);
  else if (text.starts_with(kMinus)) text.remove_prefix(kMinus.size());
  else return false;
  return !text.empty() && is_digit(text.front()) && text.find_first_not_of("0.") != std::string_view::npos;
}

std::optional<AgeLabel> read_age_label(std::string_view text) {
  if (is_age_below_zero(text)) return std::nullopt;
  constexpr std::string_view kSeparators = " ._-+()%";
  std::string label = fold_case(text);
  const bool real = label.size() > 2 && label.ends_with(".0") && is_digit(label[label.size() - 3]);
  if (real) label.resize(label.size() - 2);  // "3.0", as programs write whole numbers beside empty cells
  AgeLabel read;
  bool numbered = false;
  for (std::size_t i = 0; i < label.size();) {
    std::string word;
    if (is_digit(label[i])) {
      if (numbered) return std::nullopt;
      numbered = true;
      for (; i < label.size() && is_digit(label[i]); ++i) {
        read.age = read.age * 10 + (label[i] - '0');
        if (read.age > kOldest) return std::nullopt;
      }
    } else if (kSeparators.find(label[i]) != std::string_view::npos) {
      ++i;
    } else {
      while (i < label.size() && !is_digit(label[i]) && kSeparators.find(label[i]) == std::string_view::npos)
        word += label[i++];
      if (const std::optional<PeriodUnit> unit = find_unit_word(word, UnitPlace::Age)) read.unit = unit;
      else if (kOtherWords.find("|" + word + "|") == std::string_view::npos) return std::nullopt;
    }
  }
  return numbered ? std::optional(read) : std::nullopt;
}

std::vector<int> ages_of(const RetentionSeries& series) {
  std::vector<int> ages, places;
  for (std::size_t i = 0; i < series.retained.size(); ++i) {
    places.push_back(static_cast<int>(i));
    const std::string_view label = i < series.labels.size() ? std::string_view(series.labels[i]) : "";
    const std::optional<AgeLabel> age = i == 0 && label.empty() ? AgeLabel{} : read_age_label(label);
    if (age && (ages.empty() || ages.back() < age->age) && ages.size() == i) ages.push_back(age->age);
  }
  return ages.size() == places.size() ? ages : places;
}

std::optional<AgeLabel> first_age(const std::vector<std::string_view>& labels) {
  std::optional<AgeLabel> first;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::optional<AgeLabel> one = read_age_label(labels[i]);
    if (!one) return std::nullopt;
    if (i == 0) first = one;
    if (one->age != first->age + static_cast<int>(i)) return std::nullopt;
  }
  return first && first->age <= 1 ? first : std::nullopt;
}

}  // namespace kirnu
