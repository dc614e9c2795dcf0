#include "facts/plan/list_order.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/count_span.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

constexpr std::string_view kOld =
    "last year|previous|previous year|before|earlier|old|prior year|vorjahr|letztes jahr|alt|vorher|früher|viime vuosi|"
    "edellinen vuosi|ennen|vanha|vanhat";
constexpr std::string_view kNew =
    "this year|current|current year|after|later|new|dieses jahr|aktuelles jahr|aktuell|neu|nachher|heute|tämä vuosi|"
    "kuluva vuosi|jälkeen|uusi|uudet";

std::optional<NamedDays> days_in(std::string_view name, std::string_view shown) {
  const std::optional<NamedTime> time = time_in_name(name);
  if (!time) return std::nullopt;
  return NamedDays{.name = std::string(shown), .from = time->first, .to = time->last + 1};
}

/// Spaces between words and numbers: "kunden-2024" and "kunden2024" are "kunden 2024", "2024-01" stays.
std::string spaced(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char before = i > 0 ? name[i - 1] : ' ', after = i + 1 < name.size() ? name[i + 1] : ' ';
    const bool dash = name[i] == '-' && !(is_digit(before) && is_digit(after));
    if (is_digit(name[i]) && may_be_letter(before)) text += ' ';
    text += dash ? ' ' : name[i];
  }
  return text;
}

/// Whether no two of the times have a day in common.
bool are_apart(std::span<const NamedDays> times) {
  for (std::size_t i = 0; i < times.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (times[i].from < times[j].to && times[j].from < times[i].to) return false;
    }
  }
  return true;
}

}  // namespace

bool is_named_later(std::string_view first, std::string_view second) {
  if (is_one_of(kNew, fold_case(first)) && is_one_of(kOld, fold_case(second))) return true;
  const std::optional<NamedDays> one = days_of_list(first), other = days_of_list(second);
  return one && other && one->from >= other->to;
}

std::optional<NamedDays> days_of_list(std::string_view name) { return days_in(name, name); }

std::optional<NamedDays> days_of_file(std::string_view path) {
  const std::string_view shown = path.substr(path.find_last_of("/\\") + 1);
  const std::string folded = fold_case(shown);
  std::string_view name = folded;
  for (const std::string_view end : {".gz", ".zip", ".csv", ".tsv", ".txt", ".xlsx"}) {
    if (name.ends_with(end)) name.remove_suffix(end.size());
  }
  std::optional<NamedDays> days = days_in(name, shown);
  return days ? days : days_in(spaced(name), shown);
}

std::vector<std::size_t> sheets_to_compare(std::span<const std::string> names, std::size_t read) {
  std::vector<std::size_t> places;
  std::vector<NamedDays> times;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (std::optional<NamedDays> days = days_of_file(names[i])) {
      places.push_back(i);
      times.push_back(std::move(*days));
    }
  }
  if (places.size() > 1 && are_apart(times) && std::find(places.begin(), places.end(), read) != places.end()) {
    sort_items(places, [&](std::size_t a, std::size_t b) {
      return days_of_file(names[a])->from < days_of_file(names[b])->from;
    });
    std::reverse(places.begin(), places.end());
    places.resize(std::min<std::size_t>(places.size(), 3));
    std::swap(places[0], places[1]);
    return places;
  }
  if (names.size() != 2 || read != 0) return {};
  return is_named_later(names[0], names[1]) ? std::vector<std::size_t>{1, 0} : std::vector<std::size_t>{0, 1};
}

std::vector<NamedDays> days_of_lists(std::span<const CustomerList* const> lists) {
  std::vector<NamedDays> columns, files;
  for (const CustomerList* list : lists) {
    if (list != nullptr && list->named) columns.push_back(*list->named);
    if (list != nullptr && list->file) files.push_back(*list->file);
  }
  if (columns.size() == lists.size() && are_apart(columns)) return columns;
  return files.size() == lists.size() && are_apart(files) ? files : std::vector<NamedDays>();
}

std::optional<std::vector<std::size_t>> order_by_time(std::span<const NamedDays> times) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const auto later = [&](std::size_t other) { return times[other].from > times[i].from; };
    order.insert(std::find_if(order.begin(), order.end(), later), i);
  }
  if (order.size() == 3) std::rotate(order.begin(), order.begin() + 1, order.end());
  if (order.size() < 2 || order.size() > 3 || std::is_sorted(order.begin(), order.end())) return std::nullopt;
  return order;
}

}  // namespace kirnu
