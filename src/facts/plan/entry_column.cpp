#include "facts/plan/entry_column.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/sort.h"
#include "facts/plan/column_numbers.h"
#include "facts/words/unit_words.h"

namespace kirnu {
namespace {

using Names = std::span<const std::string_view>;

/// Plain names that mean nothing else, and those that are a first day elsewhere.
constexpr auto kEntryNames = std::to_array<std::string_view>({"tstart",
                                                              "entry",
                                                              "entrytime",
                                                              "timeentry",
                                                              "entryage",
                                                              "ageentry",
                                                              "ageatentry",
                                                              "agestart",
                                                              "startage",
                                                              "delayedentry",
                                                              "t0",
                                                              "time0",
                                                              "time1",
                                                              "starttime",
                                                              "eintrittszeit",
                                                              "eintrittsalter",
                                                              "alterbeieintritt",
                                                              "beobachtetab",
                                                              "beobachtungsbeginn",
                                                              "alkuaika",
                                                              "alkuika",
                                                              "seurannanalku",
                                                              "seurantaalkaa"});
constexpr auto kStartNames = std::to_array<std::string_view>({"start", "begin", "beginn", "alku"});
constexpr auto kExitNames = std::to_array<std::string_view>({"stop",
                                                             "tstop",
                                                             "end",
                                                             "tend",
                                                             "exit",
                                                             "exittime",
                                                             "timeexit",
                                                             "exitage",
                                                             "ageexit",
                                                             "ageatexit",
                                                             "ageend",
                                                             "endage",
                                                             "agestop",
                                                             "stopage",
                                                             "time1",
                                                             "t1",
                                                             "time2",
                                                             "stoptime",
                                                             "endtime",
                                                             "ende",
                                                             "austrittszeit",
                                                             "austrittsalter",
                                                             "alterbeiaustritt",
                                                             "beobachtetbis",
                                                             "beobachtungsende",
                                                             "loppu",
                                                             "loppuaika",
                                                             "loppuika",
                                                             "seurannanloppu",
                                                             "seurantapaattyy"});
/// Points in time, not lengths.
constexpr auto kTimeNames = std::to_array<std::string_view>({"time", "t", "age", "zeit", "alter", "aika", "ika"});

/// One row in so many may be wrong where the names leave no doubt.
constexpr std::size_t kRowsOfOneWrong = 10;

/// So many rows that go on, and none that does not, need no name.
constexpr std::size_t kFollowEnough = 3;

/// A unit may follow: "start_days", "Beginn in Tagen".
bool has_name(const ColumnFacts& column, Names names) {
  return std::any_of(column.key.plain.begin(), column.key.plain.end(), [&](std::string_view plain) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      if (!plain.starts_with(name)) return false;
      std::string_view rest = plain.substr(name.size());
      if (rest.starts_with("in")) rest.remove_prefix(2);
      return plain == name || (rest.size() > 2 && find_unit_word(rest, UnitPlace::Age));
    });
  });
}

bool has_first_name(const ColumnFacts& column, Role role) {
  return std::any_of(column.named.begin(), column.named.end(),
                     [role](const NamedRole& named) { return named.role == role && named.rank == 0; });
}

bool may_be_time(const ColumnFacts& column, Role elsewhere) {
  return column.profile.numbers() > 0 && !may_have_role(column, elsewhere) && !column.chosen;
}

bool may_be_entry(const ColumnFacts& column) {
  const bool named = has_name(column, kEntryNames) || has_name(column, kStartNames);
  return (named || has_first_name(column, Role::Start)) && may_be_time(column, Role::Start);
}

bool is_exit(const ColumnFacts& column) { return has_name(column, kExitNames) || has_first_name(column, Role::End); }

/// What the first rows say of two columns.
struct Evidence {
  std::size_t rows = 0;
  std::size_t wrong = 0;   ///< that end before they begin
  std::size_t again = 0;   ///< of a customer who has one before
  std::size_t follow = 0;  ///< of those, that begin where it ended
  bool from_zero = false;
  std::optional<std::size_t> late = {};  ///< the first that begins after 0 and follows none
};

/// The rows that have both times, those of a customer together and by time.
std::vector<std::size_t> rows_by_customer(const TableHead& head, std::optional<std::size_t> id,
                                          const std::vector<std::optional<double>>& from,
                                          const std::vector<std::optional<double>>& to) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < from.size(); ++row) {
    if (from[row] && to[row]) rows.push_back(row);
  }
  const auto customer = [&](std::size_t row) { return std::string_view(head.sample[row][*id]); };
  if (id)
    sort_items(rows, [&](std::size_t a, std::size_t b) {
      return std::pair(customer(a), *from[a]) < std::pair(customer(b), *from[b]);
    });
  return rows;
}

Evidence evidence_of(const TableHead& head, std::optional<std::size_t> id, std::size_t entry, std::size_t exit) {
  const std::vector<std::optional<double>> from = numbers_of(head, entry), to = numbers_of(head, exit);
  const std::vector<std::size_t> rows = rows_by_customer(head, id, from, to);
  Evidence found{.rows = rows.size()};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t row = rows[i];
    const bool same = id && i > 0 && head.sample[rows[i - 1]][*id] == head.sample[row][*id];
    const bool follows = same && *to[rows[i - 1]] == *from[row];
    found.wrong += *from[row] < 0 || *from[row] >= *to[row] ? 1U : 0U;
    found.again += same ? 1U : 0U;
    found.follow += follows ? 1U : 0U;
    found.from_zero = found.from_zero || *from[row] == 0;
    if (*from[row] > 0 && !follows) found.late = std::min(found.late.value_or(row), row);
  }
  return found;
}

/// Both names say it, or one does and no row contradicts, or rows of customers follow each other.
bool are_entry_and_exit(const ColumnFacts& entry, const ColumnFacts& exit, const Evidence& found) {
  if (found.rows == 0) return false;
  if (!may_be_entry(entry)) return found.follow >= kFollowEnough && found.follow == found.again && found.wrong == 0;
  const bool named = is_exit(exit) || (has_name(entry, kEntryNames) && has_name(exit, kTimeNames) && found.wrong == 0);
  return (named || found.follow > 0) && found.wrong * kRowsOfOneWrong <= found.rows;
}

/// The columns that may hold the time until which a row tells of its customer: the surest alone, where there is one.
std::vector<std::size_t> exits_of(const RoleAssignment& roles, const TableFacts& table) {
  std::vector<std::size_t> exits;
  const std::optional<std::size_t> time = roles.column_of(Role::Time);
  if (time) exits.push_back(*time);
  if (time && roles.ranks[*time] <= 0) return exits;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const bool free = roles.roles[c] == Role::Ignore && is_exit(table.columns[c]);
    if (free && may_be_time(table.columns[c], Role::End)) exits.insert(exits.begin(), c);
  }
  return exits;
}

}  // namespace

void take_entry(RoleAssignment& roles, const TableFacts& table, const TableHead& head) {
  if (roles.has(Role::Entry)) return;
  const std::optional<std::size_t> id = roles.column_of(Role::CustomerId);
  const bool again = id && table.columns[*id].profile.distinct() < table.columns[*id].profile.filled;
  for (const std::size_t exit : exits_of(roles, table)) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const ColumnFacts& column = table.columns[c];
      const bool may_be = may_be_entry(column) || (again && may_be_time(column, Role::Start));
      if (roles.roles[c] != Role::Ignore || c == exit || !may_be) continue;
      const Evidence found = evidence_of(head, id, c, exit);
      if (!are_entry_and_exit(column, table.columns[exit], found)) continue;
      if (const std::optional<std::size_t> time = roles.column_of(Role::Time)) roles.roles[*time] = Role::Ignore;
      roles.roles[exit] = Role::Time;
      roles.ranks[exit] = std::min(roles.ranks[exit], 1);  // tables of counts have a start and an end too
      roles.roles[c] = Role::Entry;
      roles.ranks[c] = 0;
      return;
    }
  }
}

void warn_of_likely_entry(ImportPlan& plan, const TableFacts& table, const TableHead& head) {
  const std::optional<std::size_t> time = plan.column_of(Role::Time);
  if (plan.kind != FactKind::Survival || !time || plan.column_of(Role::Entry)) return;
  for (std::size_t c = 0; c < plan.columns.size(); ++c) {
    if (plan.columns[c].role != Role::Ignore || !may_be_entry(table.columns[c])) continue;
    const Evidence found = evidence_of(head, plan.column_of(Role::CustomerId), c, *time);
    if (!found.late || !found.from_zero || found.wrong > 0) continue;
    Issue issue = make_issue(IssueCode::ColumnUnfit, {},
                             {{"role", std::string(role_name(Role::Entry))},
                              {"found", head.sample[*found.late][c]},
                              {"kind", std::string(fact_kind_name(FactKind::Survival))}});
    issue.column = plan.columns[c].name;
    plan.issues.push_back(std::move(issue));
  }
}

}  // namespace kirnu
