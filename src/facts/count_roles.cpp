#include "facts/count_roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace kirnu {
namespace {

struct RoleStem {
  std::string_view stem;  ///< lower case; begins or ends a word of the column's name
  Role role;
};

/// In the order in which they are tried: "new at end" is new, "lost at end" is lost.
constexpr auto kStems = std::to_array<RoleStem>({
    {"mrr", Role::Ignore},
    {"arr", Role::Ignore},
    {"umsatz", Role::Ignore},
    {"erlös", Role::Ignore},
    {"revenue", Role::Ignore},
    {"sales", Role::Ignore},
    {"liikevaih", Role::Ignore},
    {"myyn", Role::Ignore},
    {"betrag", Role::Ignore},
    {"amount", Role::Ignore},
    {"summa", Role::Ignore},
    {"price", Role::Ignore},
    {"preis", Role::Ignore},
    {"hinta", Role::Ignore},
    {"net", Role::Ignore},
    {"netto", Role::Ignore},
    {"rate", Role::Ignore},
    {"quote", Role::Ignore},
    {"prosentti", Role::Ignore},
    {"anteil", Role::Ignore},
    {"osuus", Role::Ignore},
    {"percent", Role::Ignore},
    {"return", Role::Reactivated},
    {"reactiv", Role::Reactivated},
    {"zurück", Role::Reactivated},
    {"reaktiv", Role::Reactivated},
    {"wieder", Role::Reactivated},
    {"palan", Role::Reactivated},
    {"palau", Role::Reactivated},
    {"lost", Role::Churned},
    {"churn", Role::Churned},
    {"cancel", Role::Churned},
    {"left", Role::Churned},
    {"depart", Role::Churned},
    {"verlor", Role::Churned},
    {"verlust", Role::Churned},
    {"abgang", Role::Churned},
    {"abgäng", Role::Churned},
    {"abwander", Role::Churned},
    {"kündig", Role::Churned},
    {"gekündigt", Role::Churned},
    {"menet", Role::Churned},
    {"poistu", Role::Churned},
    {"lähte", Role::Churned},
    {"lopetta", Role::Churned},
    {"irtisan", Role::Churned},
    {"new", Role::New},
    {"neu", Role::New},
    {"zugang", Role::New},
    {"zugäng", Role::New},
    {"gewonn", Role::New},
    {"uude", Role::New},
    {"uusi", Role::New},
    {"acquired", Role::New},
    {"joined", Role::New},
    {"signup", Role::New},
    {"start", Role::Opening},
    {"begin", Role::Opening},
    {"open", Role::Opening},
    {"anfang", Role::Opening},
    {"alussa", Role::Opening},
    {"alku", Role::Opening},
    {"alun", Role::Opening},
    {"end", Role::Closing},
    {"ende", Role::Closing},
    {"clos", Role::Closing},
    {"schluss", Role::Closing},
    {"lopussa", Role::Closing},
    {"loppu", Role::Closing},
    {"lopun", Role::Closing},
    {"month", Role::Time},
    {"period", Role::Time},
    {"quarter", Role::Time},
    {"year", Role::Time},
    {"date", Role::Time},
    {"week", Role::Time},
    {"time", Role::Time},
    {"monat", Role::Time},
    {"zeit", Role::Time},
    {"quartal", Role::Time},
    {"jahr", Role::Time},
    {"datum", Role::Time},
    {"woche", Role::Time},
    {"kuukau", Role::Time},
    {"jakso", Role::Time},
    {"neljänn", Role::Time},
    {"vuosi", Role::Time},
    {"pvm", Role::Time},
    {"päivä", Role::Time},
    {"viikko", Role::Time},
    {"aika", Role::Time},
});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

/// ASCII and the capital umlauts of German and Finnish, which UTF-8 writes as C3 84, C3 96 and C3 9C.
std::string lower_case(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    if (out[i] == '\xC3' && i + 1 < out.size()) {
      const unsigned char next = static_cast<unsigned char>(out[i + 1]);
      if (next == 0x84 || next == 0x96 || next == 0x9C) out[i + 1] = static_cast<char>(next + 0x20);
    }
  }
  return out;
}

std::vector<std::string> words_of(std::string_view name) {
  const std::string lower = lower_case(name);
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower + " ") {
    if (is_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

/// Stems of three letters only begin words: "end" is in "Endbestand", not in "spend".
bool begins_or_ends(std::string_view word, std::string_view stem) {
  if (word.size() < stem.size()) return false;
  if (word.substr(0, stem.size()) == stem) return true;
  return stem.size() > 3 && word.substr(word.size() - stem.size()) == stem;
}

/// How far an assignment of columns fits: rows that add up, and rows that open where the last one closed.
struct Fit {
  bool adds_up = true;
  int continued = 0;
  double surplus = 0;  ///< opening customers less new ones, over all rows
};

Fit fit_of(const CountColumnValues& opening, const CountColumnValues& added, const CountColumnValues& lost,
           const CountColumnValues& closing) {
  Fit fit;
  int rows = 0;
  for (std::size_t i = 0; i < opening.size(); ++i) {
    if (!opening[i] || !added[i] || !lost[i] || !closing[i]) continue;
    ++rows;
    fit.surplus += *opening[i] - *added[i];
    if (*closing[i] != *opening[i] + *added[i] - *lost[i] || *lost[i] > *opening[i]) fit.adds_up = false;
    if (i + 1 < opening.size() && opening[i + 1] && *opening[i + 1] == *closing[i]) ++fit.continued;
  }
  fit.adds_up = fit.adds_up && rows > 0;
  return fit;
}

std::optional<std::vector<Role>> assign_four(const std::vector<CountColumnValues>& columns) {
  std::array<std::size_t, 4> order{0, 1, 2, 3};  // opening, new, lost, closing
  std::optional<std::array<std::size_t, 4>> best;
  int best_score = -1;
  do {
    const Fit fit = fit_of(columns[order[0]], columns[order[1]], columns[order[2]], columns[order[3]]);
    if (!fit.adds_up) continue;
    const int score = 4 * fit.continued + (fit.surplus >= 0 ? 2 : 0) + (order[0] < order[3] ? 1 : 0);
    if (score > best_score) {
      best = order;
      best_score = score;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  if (!best) return std::nullopt;
  std::vector<Role> roles(4, Role::Ignore);
  roles[(*best)[0]] = Role::Opening;
  roles[(*best)[1]] = Role::New;
  roles[(*best)[2]] = Role::Churned;
  roles[(*best)[3]] = Role::Closing;
  return roles;
}

/// Opening, new and lost, told by the next row's opening: at least two rows must continue, none may break.
std::optional<std::vector<Role>> assign_three(const std::vector<CountColumnValues>& columns) {
  std::array<std::size_t, 3> order{0, 1, 2};
  do {
    const CountColumnValues& opening = columns[order[0]];
    const CountColumnValues& added = columns[order[1]];
    const CountColumnValues& lost = columns[order[2]];
    int continued = 0;
    bool broken = false;
    for (std::size_t i = 0; i + 1 < opening.size(); ++i) {
      if (!opening[i] || !added[i] || !lost[i] || !opening[i + 1]) continue;
      if (*opening[i + 1] == *opening[i] + *added[i] - *lost[i]) ++continued;
      else broken = true;
    }
    if (broken || continued < 2) continue;
    std::vector<Role> roles(3, Role::Ignore);
    roles[order[0]] = Role::Opening;
    roles[order[1]] = Role::New;
    roles[order[2]] = Role::Churned;
    return roles;
  } while (std::next_permutation(order.begin(), order.end()));
  return std::nullopt;
}

std::optional<std::vector<Role>> assign_two(const std::vector<CountColumnValues>& columns) {
  const auto never_more = [](const CountColumnValues& lost, const CountColumnValues& opening) {
    for (std::size_t i = 0; i < lost.size(); ++i) {
      if (lost[i] && opening[i] && *lost[i] > *opening[i]) return false;
    }
    return true;
  };
  if (never_more(columns[1], columns[0])) return std::vector<Role>{Role::Opening, Role::Churned};
  if (never_more(columns[0], columns[1])) return std::vector<Role>{Role::Churned, Role::Opening};
  return std::nullopt;
}

}  // namespace

std::optional<Role> find_count_role(std::string_view column_name) {
  for (const std::string_view sign : {"%", "$", "€", "£"}) {
    if (column_name.find(sign) != std::string_view::npos) return Role::Ignore;
  }
  const std::vector<std::string> words = words_of(column_name);
  for (const RoleStem& known : kStems) {
    for (const std::string& word : words) {
      if (begins_or_ends(word, known.stem)) return known.role;
    }
  }
  return std::nullopt;
}

std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<CountColumnValues>& columns) {
  if (columns.size() == 4) return assign_four(columns);
  if (columns.size() == 3) return assign_three(columns);
  if (columns.size() == 2) return assign_two(columns);
  return std::nullopt;
}

}  // namespace kirnu
