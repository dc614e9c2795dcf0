#pragma once
#include <algorithm>
#include <string>

#include "base/date.h"
#include "facts/build/importer.h"

/// What an import makes of a text, written down.
namespace kirnu {

inline ImportedFile import(const std::string& bytes, const ImportChoice& choice = {}) {
  Importer importer(choice);
  importer.feed(bytes);
  return importer.finish();
}

/// "2023-01-01 A 100; …": when, who and how much, in the table's order; no amount: "–".
inline std::string orders_of(const ImportedFile& file) {
  const auto& table = std::get<TransactionTable>(file.facts.at(0).table);
  std::string text;
  for (std::size_t i = 0; i < table.customer.size(); ++i) {
    const std::int64_t amount = table.amount.empty() ? kNoMoney : table.amount[i];
    text += (text.empty() ? "" : "; ") + write_date({table.date.days[i]}) + " " +
            std::string(table.customers.text(table.customer[i])) + " " +
            (amount == kNoMoney ? "–" : std::to_string(amount / 10000));
  }
  return text;
}

/// "A 2024-01-01…2024-03-01 50; …": who, from when until when, for how much a month; without an end the row still runs.
inline std::string spells_of(const ImportedFile& file) {
  const auto& table = std::get<SubscriptionTable>(file.facts.at(0).table);
  std::string text;
  for (std::size_t i = 0; i < table.customer.size(); ++i) {
    const std::int32_t end = table.end.days[i];
    text += (text.empty() ? "" : "; ") + std::string(table.customers.text(table.customer[i])) + " " +
            write_date({table.start.days[i]}) + "…" + (end == kNoDay ? "" : write_date({end}));
    if (!table.amount.empty()) text += " " + std::to_string(table.amount[i] / 10000);
  }
  return text;
}

inline bool has_issue(const ImportedFile& file, IssueCode code) {
  return std::any_of(file.issues.begin(), file.issues.end(), [code](const Issue& issue) { return issue.code == code; });
}

}  // namespace kirnu
