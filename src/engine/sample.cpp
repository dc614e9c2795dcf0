#include "engine/sample.h"

#include <cstdint>

#include "base/date.h"
#include "state/state.h"

namespace kirnu {
namespace {

constexpr int kFirstYear = 2024;
constexpr int kMonths = 24;               ///< two years
constexpr int kPrices[] = {12, 29, 79};   ///< of the three plans
constexpr int kStaying[] = {93, 96, 98};  ///< of 100 customers of each plan, from one month to the next
constexpr int kTrades = 12, kFamilies = 10;

/// Numbers that look like chance and are the same everywhere.
struct Dice {
  std::uint32_t state = 2463534242U;

  /// 0 … sides − 1
  int roll(int sides) {
    state ^= state << 13U;
    state ^= state >> 17U;
    state ^= state << 5U;
    return static_cast<int>(state % static_cast<std::uint32_t>(sides));
  }
};

/// The part of "a|b|c" that stands at a place.
std::string_view part(std::string_view list, int place) {
  for (; place > 0; --place) list.remove_prefix(list.find('|') + 1);
  return list.substr(0, list.find('|'));
}

/// Few are often named and many seldom: 0 … 5, the first most often.
int seldom(Dice& dice) { return dice.roll(dice.roll(6) + 1); }

/// A day of a month counted from the first one; every month has it.
Date day_in(int month, int day) { return {first_of_month(kFirstYear, month + 1).days + day}; }

void add_row(std::string& file, std::initializer_list<std::string_view> cells) {
  for (const std::string_view& cell : cells) {
    file += cell;
    file += &cell + 1 == cells.end() ? '\n' : ';';
  }
}

std::string customer(int number) { return "K-" + std::to_string(1001 + number); }

/// Two years of a dozen dozen firms: most stay, some go, some are new.
std::vector<std::string> lists(const Words& words) {
  const std::string columns = words.say("sample.lists.columns");  // the last one is of a year
  const std::string trades = words.say("sample.trades"), families = words.say("sample.families");
  std::vector<std::string> files;
  for (const int year : {kFirstYear, kFirstYear + 1}) files.push_back(columns + " " + std::to_string(year) + "\n");
  Dice dice;
  for (int i = 0; i < kTrades * kFamilies; ++i) {
    const std::string name =
        std::string(part(trades, i % kTrades)) + " " + std::string(part(families, (i + i / kTrades) % kFamilies));
    const int value = (dice.roll(40) + 2) * (dice.roll(5) + 1) * 10, fate = dice.roll(100);
    if (fate < 88) add_row(files[0], {customer(i), name, std::to_string(value)});
    if (fate >= 14) add_row(files[1], {customer(i), name, std::to_string(value + dice.roll(20) * 10)});
  }
  return files;
}

/// Three plans, the dearer the longer kept; who goes may say why.
std::string subscriptions(const Words& words) {
  const std::string plans = words.say("sample.plans"), reasons = words.say("sample.reasons");
  std::string file = words.say("sample.subscriptions.columns") + "\n";
  const std::string interval = words.say("sample.monthly");
  Dice dice;
  for (int i = 0; i < 240; ++i) {
    const int plan = dice.roll(3), began = i < 60 ? 0 : dice.roll(kMonths), day = dice.roll(27);
    int month = began + 1;
    while (month < kMonths && dice.roll(100) < kStaying[plan]) ++month;
    const bool gone = month < kMonths;
    add_row(file, {customer(i), write_date(day_in(began, day)), gone ? write_date(day_in(month, day)) : "",
                   part(plans, plan), std::to_string(kPrices[plan]), "EUR", interval,
                   gone && dice.roll(5) > 0 ? part(reasons, seldom(dice)) : ""});
  }
  add_row(file, {customer(240), write_date(day_in(kMonths - 1, 30)), "", part(plans, 1), "29", "EUR", interval, ""});
  return file;
}

/// Who buys often, who seldom, and who once and never again.
std::string transactions(const Words& words) {
  std::string file = words.say("sample.transactions.columns") + "\n";
  Dice dice;
  int order = 5000;
  for (int i = 0; i < 120; ++i) {
    const int rhythm = 20 + dice.roll(8) * 15, last = dice.roll(3) > 0 ? 731 : 200 + dice.roll(531);
    for (int day = dice.roll(240); day < last; day += rhythm / 2 + dice.roll(rhythm))
      add_row(file, {customer(i), write_date({day_in(0, 0).days + day}), "R" + std::to_string(++order),
                     std::to_string(15 + dice.roll(140)), "EUR"});
  }
  return file;
}

std::string reasons(const Words& words) {
  std::string file = words.say("sample.reasons.columns") + "\n";
  const std::string list = words.say("sample.reasons");
  Dice dice;
  for (int i = 0; i < 90; ++i) add_row(file, {part(list, seldom(dice)), std::to_string(kPrices[dice.roll(3)])});
  return file;
}

/// How long each customer has stayed, and whether this ended.
std::string survival(const Words& words) {
  std::string file = words.say("sample.survival.columns") + "\n";
  const std::string plans = words.say("sample.plans"), yes_no = words.say("sample.yes_no");
  Dice dice;
  for (int i = 0; i < 120; ++i) {
    const int plan = i % 3, watched = 6 + dice.roll(31);
    int months = 1;
    while (months < watched && dice.roll(100) < kStaying[plan]) ++months;
    add_row(file, {std::to_string(months), part(yes_no, months < watched ? 0 : 1), part(plans, plan)});
  }
  return file;
}

}  // namespace

std::vector<std::string> sample_files(std::string_view id, const Words& words) {
  if (id == "lists") return lists(words);
  if (id == "subscriptions") return {subscriptions(words)};
  if (id == "transactions") return {transactions(words)};
  if (id == "reasons") return {reasons(words)};
  if (id == "survival") return {survival(words)};
  return {};
}

}  // namespace kirnu
