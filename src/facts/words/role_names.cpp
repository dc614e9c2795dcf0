#include "facts/words/role_names.h"

#include <algorithm>
#include <utility>

#include "base/name_list.h"
#include "base/sort.h"
#include "facts/words/reason_words.h"
#include "facts/words/role_names_table.h"

namespace kirnu {
namespace {

/// FNV-1a (Fowler, Noll and Vo).
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

bool is_foreign(std::string_view plain) {
  return std::any_of(kForeignParts.begin(), kForeignParts.end(),
                     [&](std::string_view part) { return plain.find(plain_name(part)) != std::string_view::npos; });
}

/// Stems of Finnish and German words for a reason end them; others stand anywhere.
bool has_stem(std::string_view plain, std::string_view stem) {
  if (stem.size() <= 5 && (stem == "grund" || stem == "syy")) return plain.ends_with(stem);
  return plain.find(stem) != std::string_view::npos;
}

void add_role(std::vector<NamedRole>& roles, NamedRole role) {
  const auto same = [&](const NamedRole& known) { return known.role == role.role; };
  if (std::none_of(roles.begin(), roles.end(), same)) roles.push_back(role);
}

void add_stems(std::vector<NamedRole>& roles, std::string_view plain) {
  if (is_foreign(plain)) return;
  if (asks_why_left(plain)) add_role(roles, {Role::Reason, kStemRank});
  for (const RoleWords& words : kRoleStems) {
    for_each_name(words.names, [&](std::string_view stem) {
      if (has_stem(plain, plain_name(stem))) add_role(roles, {words.role, words.rank});
    });
  }
}

}  // namespace

RoleNames::RoleNames() {
  std::vector<const RoleWords*> by_rank;
  for (const RoleWords& words : kRoleWords) by_rank.push_back(&words);
  sort_items(by_rank,
             [](const RoleWords* a, const RoleWords* b) { return std::pair(a->rank, a) < std::pair(b->rank, b); });
  for (const RoleWords* words : by_rank) {
    for_each_name(words->names, [&](std::string_view name) {
      entries_.push_back({.name = hash_of(plain_name(name)), .role = {words->role, words->rank}});
    });
  }
}

std::vector<NamedRole> RoleNames::find(const ColumnName& name) const {
  std::vector<NamedRole> roles;
  for (const std::string& plain : name.plain) {
    const std::uint64_t wanted = hash_of(plain);
    for (const Entry& entry : entries_) {
      if (entry.name == wanted) add_role(roles, entry.role);
    }
    if (roles.empty()) continue;
    const bool pieces = roles[0].role == Role::Quantity || roles[0].role == Role::Units;
    if (pieces && name.money) return {{Role::Amount, 0}};  // "Määrä €"
    return roles;
  }
  for (const std::string& plain : name.plain) {
    if (roles.empty()) add_stems(roles, plain);
  }
  return roles;
}

}  // namespace kirnu
