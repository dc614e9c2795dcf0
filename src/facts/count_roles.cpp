#include "facts/count_roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "facts/column_name.h"

namespace kirnu {
namespace {

constexpr double kRoundedCents = 0.05;  ///< so far may sums of amounts in cents miss

struct RoleStem {
  std::string_view stem;  ///< lower case; begins or ends a word of the column's name
  Role role;
};

/// In the order in which they are tried: "new at end" is new, "lost at end" is lost.
constexpr auto kStems = std::to_array<RoleStem>({
    {"mrr", Role::Amount},
    {"umsatz", Role::Amount},
    {"erlös", Role::Amount},
    {"revenue", Role::Amount},
    {"sales", Role::Ignore},
    {"liikevaih", Role::Amount},
    {"myyn", Role::Ignore},
    {"betrag", Role::Ignore},
    {"amount", Role::Ignore},
    {"summa", Role::Ignore},
    {"price", Role::Ignore},
    {"preis", Role::Ignore},
    {"hinta", Role::Ignore},
    {"net", Role::Ignore},
    {"netto", Role::Ignore},
    {"rate", Role::ChurnRate},
    {"quote", Role::ChurnRate},
    {"prosentti", Role::ChurnRate},
    {"anteil", Role::ChurnRate},
    {"osuus", Role::ChurnRate},
    {"percent", Role::ChurnRate},
    {"customer", Role::CustomerId},
    {"kunde", Role::CustomerId},
    {"kunden", Role::CustomerId},
    {"asiak", Role::CustomerId},
    {"subscriber", Role::CustomerId},
    {"abonnent", Role::CustomerId},
    {"tilaaj", Role::CustomerId},
    {"member", Role::CustomerId},
    {"account", Role::CustomerId},
    {"user", Role::CustomerId},
    {"mitglied", Role::CustomerId},
    {"jäsen", Role::CustomerId},
    {"expan", Role::Amount},
    {"expan", Role::MrrExpansion},
    {"erweiter", Role::MrrExpansion},
    {"laajen", Role::MrrExpansion},
    {"upgrade", Role::MrrExpansion},
    {"upsell", Role::MrrExpansion},
    {"lisämyy", Role::MrrExpansion},
    {"contraction", Role::MrrContraction},
    {"kontraktion", Role::MrrContraction},
    {"downgrade", Role::MrrContraction},
    {"downsell", Role::MrrContraction},
    {"reduz", Role::MrrContraction},
    {"schrumpf", Role::MrrContraction},
    {"supist", Role::MrrContraction},
    {"vähen", Role::MrrContraction},
    {"retention", Role::RetentionRate},
    {"bindung", Role::RetentionRate},
    {"bleibe", Role::RetentionRate},
    {"pysyvyys", Role::RetentionRate},
    {"return", Role::Reactivated},
    {"reactiv", Role::Reactivated},
    {"zurück", Role::Reactivated},
    {"rückkehr", Role::Reactivated},
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
    {"poistuma", Role::Churned},
    {"attrition", Role::Churned},
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

/// Opening, gains, losses, closing, as people write movements of revenue; losses with or without their sign.
std::optional<std::vector<Role>> assign_movements(const std::vector<CountColumnValues>& columns) {
  std::vector<Role> roles{Role::MrrStart, Role::MrrNew, Role::MrrExpansion};
  if (columns.size() == 7) roles.push_back(Role::MrrReactivation);
  for (const Role role : {Role::MrrContraction, Role::MrrChurned, Role::MrrEnd}) roles.push_back(role);
  for (std::size_t row = 0; row < columns[0].size(); ++row) {
    double left = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!columns[c][row]) return std::nullopt;
      const double number = *columns[c][row];
      const bool loss = roles[c] == Role::MrrContraction || roles[c] == Role::MrrChurned;
      left += loss ? -std::fabs(number) : roles[c] == Role::MrrEnd ? -number : number;
    }
    if (std::fabs(left) > kRoundedCents) return std::nullopt;
  }
  return roles;
}

/// What one name says by itself.
struct Meaning {
  Role role = Role::Ignore;
  bool named = false;  ///< if only as something that counts nothing
  bool money = false, rate = false, people = false;

  bool is_movement() const { return role == Role::MrrExpansion || role == Role::MrrContraction; }
};

Meaning meaning_of(std::string_view column_name) {
  const auto has = [&](std::string_view sign) { return column_name.find(sign) != std::string_view::npos; };
  Meaning meaning{.money = has("$") || has("€") || has("£") || says_yearly(column_name), .rate = has("%")};
  const std::vector<std::string> words = words_of(column_name);
  for (const RoleStem& known : kStems) {
    const auto says = [&](const std::string& word) { return begins_or_ends(word, known.stem); };
    if (std::none_of(words.begin(), words.end(), says)) continue;
    if (known.role == Role::Amount) meaning.money = true;
    else if (known.role == Role::ChurnRate) meaning.rate = true;
    else if (known.role == Role::CustomerId) meaning.people = true;
    else if (!meaning.named) meaning.role = known.role, meaning.named = true;
  }
  return meaning;
}

/// What the column of a count is in a table of revenue.
Role money_role(Role role) {
  switch (role) {
    case Role::Opening: return Role::MrrStart;
    case Role::New: return Role::MrrNew;
    case Role::Churned: return Role::MrrChurned;
    case Role::Closing: return Role::MrrEnd;
    case Role::Reactivated: return Role::MrrReactivation;
    case Role::MrrExpansion:
    case Role::MrrContraction: return role;
    default: return Role::Ignore;
  }
}

/// Whether columns that say neither money nor customers are money, because the table is of revenue.
bool is_about_money(const std::vector<Meaning>& meanings) {
  bool ends = false, more = false, less = false, counts = false;
  for (const Meaning& meaning : meanings) {
    if (meaning.rate) continue;
    const Role role = money_role(meaning.role);
    if (meaning.money) ends = ends || role == Role::MrrStart || role == Role::MrrEnd || role == Role::MrrExpansion;
    more = more || role == Role::MrrExpansion;
    less = less || role == Role::MrrContraction;
    const auto is_same = [&](const Meaning& other) { return other.money && other.role == meaning.role; };
    counts = counts || (!meaning.money && role != Role::Ignore &&
                        (meaning.people || std::any_of(meanings.begin(), meanings.end(), is_same)));
  }
  return !counts && (ends || (more && less));
}

}  // namespace

std::optional<Role> find_count_role(std::string_view column_name) {
  const Meaning meaning = meaning_of(column_name);
  if (meaning.money || meaning.rate) return Role::Ignore;
  return meaning.named && meaning.role != Role::RetentionRate ? std::optional(meaning.role) : std::nullopt;
}

std::vector<Role> find_count_roles(std::span<const CountColumn> columns) {
  std::vector<Meaning> meanings;
  for (const CountColumn& column : columns) {
    meanings.push_back(meaning_of(column.name));
    meanings.back().rate = meanings.back().rate || column.percent;
    if (column.dated && meanings.back().role != Role::Ignore) meanings.back() = {.role = Role::Time};
  }
  const bool about_money = is_about_money(meanings);
  std::vector<Role> roles(columns.size(), Role::Ignore);
  const auto take = [&](std::size_t c, Role role) {  // a role belongs to the first column that names it
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles[c] = role;
  };
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Meaning& meaning = meanings[c];
    if (meaning.rate || meaning.role == Role::RetentionRate) continue;
    const bool money = meaning.money || (about_money && meaning.role != Role::Time);
    if (money || !meaning.is_movement()) take(c, money ? money_role(meaning.role) : meaning.role);
  }
  const CountsTold told = counts_told(roles);
  for (std::size_t c = 0; c < columns.size() && !told.any(); ++c) {
    const Meaning& meaning = meanings[c];
    if (meaning.money || !meaning.rate) continue;
    if (meaning.role == Role::Churned) take(c, Role::ChurnRate);
    if (meaning.role == Role::RetentionRate) take(c, Role::RetentionRate);
  }
  const auto counts_something = [](Role role) { return role >= Role::Opening; };
  const bool nothing = std::none_of(roles.begin(), roles.end(), counts_something);
  const auto is_loss = [](Role role) { return role == Role::MrrChurned || role == Role::MrrContraction; };
  const bool movements = std::any_of(roles.begin(), roles.end(), is_loss);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Meaning& meaning = meanings[c];
    if (meaning.named || meaning.rate) continue;
    if (meaning.people && !meaning.money && nothing) take(c, Role::Closing);
    else if (meaning.money && movements && !told.money) take(c, Role::MrrEnd);  // "MRR" alone is what it came to
  }
  return roles;
}

CountsTold counts_told(std::span<const Role> roles) {
  const auto has = [roles](Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
  const bool opening = has(Role::Opening), lost = has(Role::Churned), closing = has(Role::Closing);
  const bool added_and_closing = has(Role::New) && closing;
  CountsTold told{.counts = (opening && (lost || added_and_closing)) || (lost && added_and_closing)};
  told.ends = !told.counts && closing && !lost && !has(Role::New);
  told.money = (has(Role::MrrStart) || has(Role::MrrEnd)) && (has(Role::MrrChurned) || has(Role::MrrContraction));
  told.rates = has(Role::ChurnRate) || has(Role::RetentionRate);
  return told;
}

std::optional<std::vector<Role>> find_roles_by_arithmetic(const std::vector<CountColumnValues>& columns) {
  if (columns.size() == 7 || columns.size() == 6) return assign_movements(columns);
  if (columns.size() == 4) return assign_four(columns);
  if (columns.size() == 3) return assign_three(columns);
  if (columns.size() == 2) return assign_two(columns);
  return std::nullopt;
}

}  // namespace kirnu
