#include "facts/plan/single_customers.h"

#include <algorithm>

#include "base/name_list.h"
#include "facts/words/count_name.h"
#include "facts/words/name_words.h"

namespace kirnu {
namespace {

/// What ends the names of ids, as a word of its own or behind the customers of whom they are.
constexpr std::string_view kIdWords = "id|ids|nr|no|nro|uuid|guid|key|code|tunnus|kennung|koodi";
constexpr std::string_view kIdEnds = "id|nr|nummer|numero|tunnus|kennung";

/// Names of many customers are those of counts too.
constexpr std::string_view kMany = "customers|kunden|asiakkaat";

bool ends_as_id(std::string_view word) {
  return word != "paid" && any_name(kIdEnds, [word](std::string_view end) { return word.ends_with(end); });
}

bool is_named_id(std::string_view name) {
  const std::vector<std::string> words = small_words(name, Digits::EndWords);
  if (words.empty() || !read_count_name(name).people) return false;
  return is_one_of(kIdWords, words.back()) || ends_as_id(words.back());
}

bool names_customers(const ColumnFacts& column) {
  return std::any_of(column.named.begin(), column.named.end(),
                     [](const NamedRole& named) { return named.role == Role::CustomerId && named.rank < kNameRank; });
}

/// "customer_id", which says it all; "Customers (no.)" may count them.
bool is_id_of_customers(const ColumnFacts& column) {
  return std::any_of(column.named.begin(), column.named.end(),
                     [](const NamedRole& named) { return named.role == Role::CustomerId && named.rank == 0; });
}

bool names_many(const ColumnFacts& column) {
  return std::any_of(column.key.plain.begin(), column.key.plain.end(),
                     [](const std::string& name) { return is_one_of(kMany, name); });
}

bool says_who_left(const ColumnFacts& column) {
  return are_marks(column) && find_count_role(column.name) == Role::Churned;
}

}  // namespace

bool are_marks(const ColumnFacts& column) {
  const std::vector<ValueCount>& values = column.profile.values;
  return !values.empty() && std::all_of(values.begin(), values.end(), [](const ValueCount& value) {
    return value.text == "0" || value.text == "1" || value.text == "0.0" || value.text == "1.0";
  });
}

bool are_flags(const TableFacts& table, const std::vector<std::size_t>& columns) {
  const bool marks = std::all_of(columns.begin(), columns.end(), [&](std::size_t c) {
    return table.columns[c].profile.filled == 0 || are_marks(table.columns[c]);
  });
  const std::vector<ValueCount>& first = table.columns[columns[0]].profile.values;
  return marks && std::any_of(first.begin(), first.end(), [](const ValueCount& value) { return value.text[0] == '0'; });
}

std::vector<bool> columns_of_single_customers(const TableFacts& table) {
  const std::vector<ColumnFacts>& columns = table.columns;
  const bool marked = std::any_of(columns.begin(), columns.end(), says_who_left);
  const bool periods = std::any_of(columns.begin(), columns.end(), [](const ColumnFacts& column) {
    return !is_numeric(column) && !column.date && are_period_labels(column);
  });
  std::vector<bool> single(columns.size());
  bool any = false;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const ColumnProfile& profile = columns[c].profile;
    const bool each = profile.each_once() && !periods, named = is_named_id(columns[c].name);
    const bool numbers = marked && each && (!names_many(columns[c]) || profile.running);
    single[c] = (named && (each || is_id_of_customers(columns[c]))) || (names_customers(columns[c]) && numbers);
    any = any || single[c];
  }
  for (std::size_t c = 0; c < columns.size(); ++c) single[c] = single[c] || (any && says_who_left(columns[c]));
  return single;
}

}  // namespace kirnu
