#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/date.h"
#include "base/name_list.h"
#include "base/sort.h"
#include "facts/plan/cohort_roles.h"
#include "facts/words/age_label.h"
#include "facts/words/count_name.h"
#include "facts/words/period_label.h"
#include "facts/words/unit_words.h"
#include "text/fold_case.h"

namespace kirnu {
namespace {

bool is_whole(const ColumnFacts& column) { return is_numeric(column) && column.profile.whole == column.profile.filled; }

/// Cohorts stand in several rows each, and are called so: a year beside a month, or a month beside a day, is a
/// calendar.
bool may_be_cohorts(const ColumnFacts& column) {
  const std::string folded = fold_case(column.name);
  const bool called = has_part(folded,
                               "cohort|kohort|startmonat|beitrittsmonat|eintrittsmonat|anmeldemonat|erster monat|"
                               "start month|start_month|signup month|signup_month|join month|join_month|"
                               "acquisition month|acquisition_month|first month|first_month|"
                               "aloituskuukausi|liittymiskuukausi|ensimmäinen kuukausi|hankintakuukausi");
  return called && (!is_numeric(column) || are_period_labels(column)) && column.profile.distinct() > 1 &&
         column.profile.distinct() * 3 <= column.profile.filled * 2;
}

/// A unit of time, or a word for an age: "cohort_age", but no "package".
bool may_be_ages(const ColumnFacts& column) {
  constexpr auto kWords = std::to_array<std::string_view>({"age", "period", "index", "alter", "ikä", "jakso"});
  const std::string folded = fold_case(column.name);
  const auto is_letter = [&](std::size_t i) { return i < folded.size() && is_ascii_lower(folded[i]); };
  const auto stands = [&](std::string_view word) {
    const std::size_t at = folded.find(word);
    return at != std::string::npos && !(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size());
  };
  return find_unit_in(column.name) || std::any_of(kWords.begin(), kWords.end(), stands);
}

/// The columns that may say who is still there, the likeliest first: whole numbers rather than their shares, those kept
/// rather than the active.
std::vector<std::size_t> find_retained(const TableFacts& table) {
  std::vector<std::pair<int, std::size_t>> found;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const ColumnFacts& column = table.columns[c];
    const bool named = std::any_of(column.named.begin(), column.named.end(),
                                   [](const NamedRole& one) { return one.role == Role::Retained; });
    if (!named || !is_numeric(column)) continue;
    const bool kept = read_count_name(column.name).role == Role::Retained;
    found.emplace_back(is_whole(column) ? (kept ? 0 : 1) : 2, c);
  }
  sort_items(found, [](const auto& one, const auto& other) { return one < other; });
  std::vector<std::size_t> columns;
  for (const auto& [rank, c] : found) columns.push_back(c);
  return columns;
}

/// How many different pairs two columns have.
std::size_t pairs_of(const TableHead& head, std::size_t a, std::size_t b) {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  for (const std::vector<std::string>& row : head.sample) pairs.emplace_back(row[a], row[b]);
  sort_items(pairs, [](const auto& one, const auto& other) { return one < other; });
  return static_cast<std::size_t>(std::unique(pairs.begin(), pairs.end()) - pairs.begin());
}

/// Whether every row has an age, from 0 or 1 on, or a period not before its cohort's.
bool are_ages(const TableHead& head, std::size_t cohort, std::size_t column) {
  bool from_start = false;
  for (const std::vector<std::string>& row : head.sample) {
    if (is_age_below_zero(row[column])) continue;  // its row will be left out
    const std::optional<AgeLabel> age = read_age_label(row[column]);
    const std::optional<PeriodDays> from = read_period_days(row[cohort]), to = read_period_days(row[column]);
    if (to ? !from || from->first > to->first : !age) return false;
    from_start = from_start || (to ? from->first == to->first : age->age <= 1);
  }
  return from_start;
}

/// Every cohort has one and the same number of customers beside it.
bool are_sizes(const TableFacts& table, const TableHead& head, std::size_t cohort, std::size_t column) {
  return is_whole(table.columns[column]) &&
         pairs_of(head, cohort, column) == static_cast<std::size_t>(table.columns[cohort].profile.distinct());
}

}  // namespace

std::optional<RoleAssignment> find_long_cohort_roles(const TableFacts& table, const TableHead& head) {
  const std::vector<std::size_t> retained = table.header ? find_retained(table) : std::vector<std::size_t>();
  if (retained.empty() || head.sample.size() < 3) return std::nullopt;
  const std::size_t columns = table.columns.size();
  for (std::size_t cohort = 0; cohort < columns; ++cohort) {
    if (cohort == retained[0] || !may_be_cohorts(table.columns[cohort])) continue;
    for (std::size_t age = cohort + 1; age < columns; ++age) {
      if (age == retained[0] || !may_be_ages(table.columns[age]) || !are_ages(head, cohort, age)) continue;
      if (pairs_of(head, cohort, age) != head.sample.size()) continue;
      // The same at every age of a cohort is its size, where another column moves.
      const auto moves = [&](std::size_t c) { return !are_sizes(table, head, cohort, c); };
      const auto moving = std::find_if(retained.begin(), retained.end(), moves);
      RoleAssignment roles = no_roles(table);
      roles.roles[moving != retained.end() ? *moving : retained[0]] = Role::Retained;
      roles.roles[cohort] = roles.roles[age] = Role::Time;
      for (std::size_t c = 0; c < columns && !roles.has(Role::Opening); ++c) {
        if (roles.roles[c] == Role::Ignore && are_sizes(table, head, cohort, c)) roles.roles[c] = Role::Opening;
      }
      return roles;
    }
  }
  return std::nullopt;
}

}  // namespace kirnu
