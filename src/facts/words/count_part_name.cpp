#include "facts/words/count_part_name.h"

#include <array>
#include <vector>

#include "base/name_list.h"
#include "facts/words/count_words_table.h"
#include "facts/words/name_words.h"
#include "facts/words/period_label.h"
#include "text/total_words.h"

namespace kirnu {
namespace {

constexpr std::string_view kOfWhich = "davon|darunter|which|thereof|including|incl|joista";
constexpr std::string_view kNothing =
    "of|at|the|in|on|by|to|and|number|no|count|counts|this|current|actual|actuals|ty|during|"
    "am|im|zu|zum|der|des|die|das|den|und|anzahl|zahl|nr|ist|dieses|während|"
    "lkm|määrä|toteuma|aikana|ja";
constexpr auto kUnits =
    std::to_array<std::string_view>({"customer|kunde|kunden|asiak|client|mandant|member|mitglied|jäsen",
                                     "contract|vertrag|verträge|sopimu|subscription|abos|abonnement|licen|lizenz|seats",
                                     "user|nutzer|käyttäj", "account|konto|konten|tili"});
constexpr std::string_view kAny =
    "lost|churn|loss|depart|attrition|exits|verlor|verlust|abgang|abgäng|abwander|abgewander|"
    "menet|poistu|poistuma|lähte|lähtij|new|added|adds|acquired|gained|neu|zugang|zugäng|uude|uusi";

/// The first of the stems that begins or ends the word; empty where none does.
std::string_view stem_in(std::string_view word, std::string_view stems) {
  std::string_view found;
  for_each_name(stems, [&](std::string_view stem) {
    if (found.empty() && begins_or_ends(word, stem)) found = stem;
  });
  return found;
}

std::string_view stems_of(Role role) {
  for (const CountWords& known : kCountWords) {
    if (known.role == role) return known.stems;
  }
  return {};
}

int unit_in(std::string_view word) {
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (!stem_in(word, kUnits[i]).empty()) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// "Q1", "KW3", "V2": one of several times or versions.
bool is_numbered(std::string_view word) {
  const std::size_t digits = word.find_first_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits < 3 &&
         word.find_first_not_of("0123456789", digits) == std::string_view::npos;
}

}  // namespace

PartName read_part_name(std::string_view column_name, Role role) {
  PartName name;
  for (const std::string& word : small_words(column_name, Digits::AreInWords)) {
    const bool number = word.find_first_not_of("0123456789") == std::string::npos;
    const std::string_view stem = stem_in(word, stems_of(role));
    const int unit = unit_in(word);
    if (unit != 0 && name.unit == 0) name.unit = unit;
    name.dated = name.dated || number;
    if (is_sum_word(word)) name.total = true;
    else if (is_one_of(kOfWhich, word)) name.of_which = true;
    else if (!stem.empty()) name.stem = stem;
    else if (is_numbered(word) || read_period_label(word)) name.period = true;
    else if (!number && unit == 0 && !is_one_of(kNothing, word) && stem_in(word, stems_of(Role::Time)).empty())
      name.about.insert(word);
  }
  name.any = !stem_in(name.stem, kAny).empty();
  return name;
}

}  // namespace kirnu
