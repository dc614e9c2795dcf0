#include "report/facts_report.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "facts/words/known_exports.h"
#include "facts/words/unit_words.h"
#include "metrics/list_comparison.h"
#include "metrics/matched_lists.h"
#include "report/kinds.h"
#include "report/order_lists.h"
#include "report/period_answer.h"
#include "report/report_parts.h"

namespace kirnu {
namespace {

template <class Table>
const Table* table_of(const Facts& facts) {
  return std::get_if<Table>(&facts.table);
}

Report refused(std::string_view kind, Issue issue) {
  Report report{.kind = std::string(kind), .definition = {}};
  add_issues(report, {std::move(issue)});
  return report;
}

/// One list that says who left, and perhaps why.
Report build_marked_report(const CustomerList& list, const QuestionSettings& settings,
                           const std::vector<Benchmark>& figures) {
  Report report = build_list_report(list, still_there(list), nullptr, settings, figures);
  if (!list.reasons.reason.empty()) add_reasons(report, list.reasons.reason, list.reasons.value);
  return report;
}

Report build_lists(const std::vector<const Facts*>& facts, const QuestionSettings& settings,
                   const std::vector<Benchmark>& figures) {
  if (facts.size() > 1 && facts.size() <= 3) {
    std::vector<const TransactionTable*> orders;
    for (const Facts* one : facts) orders.push_back(table_of<TransactionTable>(*one));
    if (std::find(orders.begin(), orders.end(), nullptr) == orders.end())
      return build_order_list_report(*orders[0], *orders[1], orders.size() == 3 ? orders[2] : nullptr, settings,
                                     figures);
  }
  std::vector<const CustomerList*> lists;
  for (const Facts* one : facts) {
    const CustomerList* list = table_of<CustomerList>(*one);
    if (list == nullptr) return refused("lists", make_issue(IssueCode::FilesDoNotFit, "file"));
    lists.push_back(list);
  }
  if (lists.size() == 1 && !lists[0]->left.empty()) return build_marked_report(*lists[0], settings, figures);
  if (lists.size() < 2) return refused("lists", make_issue(IssueCode::SecondListNeeded, "file2"));
  if (lists.size() > 3) return refused("lists", make_issue(IssueCode::FilesDoNotFit, "file"));
  const auto rest = std::make_shared<std::vector<CustomerList>>(lists.size());  // of lists that say who left
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists[i]->left.empty()) continue;
    (*rest)[i] = still_there(*lists[i]);
    lists[i] = &(*rest)[i];
  }
  std::optional<MatchedLists> matched = lists.size() == 2 ? match_lists(*lists[0], *lists[1]) : std::nullopt;
  if (matched) {
    rest->clear();
    rest->push_back(std::move(matched->earlier));
    rest->push_back(std::move(matched->later));
    lists = {&(*rest)[0], &(*rest)[1]};
  }
  Report report = build_list_report(*lists[0], *lists[1], lists.size() == 3 ? lists[2] : nullptr, settings, figures);
  if (report.lists) report.lists->owner = rest;
  if (matched)
    report.issues.push_back(
        make_issue(IssueCode::IdsMatched, "file2", {{"name", lists[0]->name}, {"other", lists[1]->name}}));
  return report;
}

/// The unit that the column of durations has in its name, or in that export.
std::optional<PeriodUnit> unit_of_durations(const ImportSummary& import) {
  for (const ImportColumn& column : import.columns) {
    if (column.role != Role::Time) continue;
    if (const std::optional<PeriodUnit> unit = find_unit_in(column.name)) return unit;
  }
  return durations_of_export(import.source);
}

}  // namespace

Report build_facts_report(const std::vector<const Facts*>& facts, const QuestionSettings& settings,
                          const std::vector<Benchmark>& figures, SubscriptionWorkings& workings,
                          std::optional<PeriodUnit> durations) {
  if (facts.empty()) return {};
  const Facts& first = *facts.front();
  if (facts.size() > 1 || table_of<CustomerList>(first) != nullptr) return build_lists(facts, settings, figures);
  if (const auto* table = table_of<SubscriptionTable>(first))
    return build_subscription_report(*table, settings, figures, workings);
  if (const auto* table = table_of<TransactionTable>(first)) return build_transaction_report(*table, settings, figures);
  if (const auto* table = table_of<SurvivalTable>(first)) return build_survival_report(*table, settings, durations);
  if (const auto* table = table_of<RetentionSeries>(first)) return build_retention_report(*table, settings, figures);
  if (const auto* table = table_of<CohortSheet>(first)) return build_cohort_report(*table, settings);
  if (const auto* table = table_of<ReasonTable>(first)) return build_reason_report(*table);
  if (const auto* table = table_of<CountTable>(first))
    return build_report({.period = settings.period,
                         .definition = settings.definition,
                         .from = settings.from,
                         .to = settings.to,
                         .as_of = settings.as_of},
                        table, figures, {});
  return {};
}

void add_import(Report& report, const ImportedFile& file) {
  if (!report.import) {
    report.import = file.import;
    report.rejected = file.rejected;
  } else {
    report.later_imports.push_back(file.import);
    report.rejected.insert(report.rejected.end(), file.rejected.begin(), file.rejected.end());
  }
  for (const Issue& issue : file.issues) {
    if (is_blocking(issue) && !report.error && (file.blocked || !file.has_facts())) report.error = issue;
    report.issues.push_back(issue);
  }
}

Report build_files_report(const std::vector<const ImportedFile*>& files, const QuestionSettings& settings,
                          const std::vector<Benchmark>& figures, SubscriptionWorkings& workings) {
  std::vector<const Facts*> facts;
  bool answerable = true;
  for (const ImportedFile* file : files) {
    answerable = answerable && file->has_facts();
    for (const Facts& one : file->facts) facts.push_back(&one);
  }
  Report report;
  if (answerable) {
    report = build_facts_report(facts, settings, figures, workings, unit_of_durations(files.front()->import));
  } else if (!facts.empty() && facts.front()->kind) {
    report.kind = fact_kind_name(*facts.front()->kind);
  }
  std::vector<Issue> own = std::exchange(report.issues, {});
  for (const ImportedFile* file : files) add_import(report, *file);  // what was read comes before what it says
  for (Issue& issue : own) report.issues.push_back(std::move(issue));
  if (report.import) {
    for (Assumption& assumption : report.assumptions) report.import->assumptions.push_back(std::move(assumption));
  }
  report.assumptions.clear();
  return report;
}

}  // namespace kirnu
