#include "facts/age_label.h"

#include <string>

#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr int kOldest = 1200;

struct UnitWords {
  std::string_view words;  ///< between bars
  std::optional<PeriodUnit> unit;
};

constexpr UnitWords kUnits[] = {
    {"|m|mo|month|months|monat|monate|monaten|kk|kuukausi|kuukautta|kuukauden|", PeriodUnit::Month},
    {"|w|wk|week|weeks|woche|wochen|vk|viikko|viikkoa|viikon|", PeriodUnit::Week},
    {"|d|day|days|tag|tage|tagen|pv|päivä|päivää|päivän|", PeriodUnit::Day},
    {"|q|quarter|quarters|quartal|quartale|quartalen|neljännes|neljännestä|", PeriodUnit::Quarter},
    {"|y|yr|year|years|jahr|jahre|jahren|vuosi|vuotta|vuoden|", PeriodUnit::Year},
    {"|p|t|period|periods|periode|perioden|zeitraum|jakso|jaksoa|age|alter|ikä|renewal|renewals|verlängerung|", {}},
    {"|after|nach|jälkeen|in|retention|", {}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<AgeLabel> read_age_label(std::string_view text) {
  constexpr std::string_view kSeparators = " ._-+()%";
  const std::string label = fold_case(text);
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
      word = "|";
      while (i < label.size() && !is_digit(label[i]) && kSeparators.find(label[i]) == std::string_view::npos)
        word += label[i++];
      word += '|';
      bool known = false;
      for (const UnitWords& unit : kUnits) {
        if (unit.words.find(word) == std::string_view::npos) continue;
        known = true;
        if (unit.unit) read.unit = unit.unit;
      }
      if (!known) return std::nullopt;
    }
  }
  return numbered ? std::optional(read) : std::nullopt;
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
