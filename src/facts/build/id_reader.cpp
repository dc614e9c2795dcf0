#include "facts/build/id_reader.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "table/table_reader.h"
#include "text/fold_case.h"
#include "text/nfc.h"

namespace kirnu {
namespace {

/// No rule changes such an id: ASCII without spaces or an apostrophe at its ends.
bool is_plain(std::string_view id) {
  const auto edge = [](char c) { return c <= ' ' || c == '\''; };
  return !id.empty() && !edge(id.front()) && !edge(id.back()) && ascii_at_start(id) == id.size();
}

bool may_have_capitals(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_upper(c) || is_beyond_ascii(c); });
}

Issue rule_issue(IssueCode code, std::string set) {
  Issue issue = make_issue(code);
  issue.set = std::move(set);
  issue.choices = {"yes", "no"};
  return issue;
}

}  // namespace

void IdReader::Changed::add(std::string_view id) {
  if (count++ == 0) first = cut_utf8(id, kLongestRaw);
}

std::string_view IdReader::trimmed(std::string_view id) {
  const std::string_view bare = trim_cell(id);
  if (bare.size() != id.size() && !bare.empty()) trims_.add(id);
  return bare;
}

std::string_view IdReader::folded(std::string_view id) {
  std::string small = fold_case(id);
  if (small == id) return id;
  folds_.add(id);
  return changed_.emplace_back(std::move(small));
}

std::string_view IdReader::composed(std::string_view id) {
  std::string nfc = to_nfc(id);
  if (nfc == id) return id;
  compositions_.add(id);
  return changed_.emplace_back(std::move(nfc));
}

std::string_view IdReader::with_given(std::string_view given, std::string_view surname) {
  given = trim_cell(given);
  if (given.empty() || trim_cell(surname).empty()) return surname;
  return changed_.emplace_back(std::string(given) + " " + std::string(surname));
}

void IdReader::read(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& ids, BatchFlaws& flaws) {
  changed_.clear();
  const bool may_be_plain = (!given_ || surname_) && !(rules_.email_case && emails_) && !go_down_;
  for (std::size_t i = 0; i < batch.rows; ++i) {
    std::string_view id = ids[i] = batch.cell(i, column);
    if (may_be_plain && is_plain(id)) continue;
    const bool person = surname_ && trim_cell(id).empty();
    if (person) id = batch.cell(i, *surname_);
    if (rules_.trim) id = trimmed(id);
    if (given_ && (person || !surname_)) id = with_given(batch.cell(i, *given_), id);
    if (apostrophe_ && id.starts_with('\'')) id.remove_prefix(1);
    if (rules_.unicode && may_need_nfc(id)) id = composed(id);
    const bool folds = rules_.email_case && emails_ && may_have_capitals(id);
    if (folds && id.find('@') != std::string_view::npos) id = folded(id);
    if (go_down_) id = or_above(id);
    if (trim_cell(id).empty()) flaws.add(i, column, IssueCode::IdMissing);
    ids[i] = id;
  }
}

std::string_view IdReader::or_above(std::string_view id) {
  if (!trim_cell(id).empty()) {
    above_ = id;
    return id;
  }
  downs_.add(above_);
  return changed_.emplace_back(above_);
}

void IdReader::number(const RowBatch& batch, BatchValues<std::string_view>& ids) {
  changed_.clear();
  for (std::size_t i = 0; i < batch.rows; ++i)
    ids[i] = changed_.emplace_back(std::to_string(batch.first_row + static_cast<std::int64_t>(i)));
}

void IdReader::note_rules(const std::string& column, std::vector<Issue>& issues) const {
  const auto note = [&](const Changed& changed, Issue issue) {
    if (changed.count == 0) return;
    issue.count = changed.count;
    issue.column = column;
    issue.values = {{"found", changed.first}};
    issues.push_back(std::move(issue));
  };
  note(trims_, rule_issue(IssueCode::IdsTrimmed, "ids_trim"));
  note(folds_, rule_issue(IssueCode::IdsEmailCase, "ids_email_case"));
  note(downs_, make_issue(IssueCode::IdsGoDown));
  note(compositions_, rule_issue(IssueCode::IdsUnicode, "ids_unicode"));
}

void warn_of_case(const IdPool& ids, const std::string& column, std::vector<Issue>& issues) {
  const std::optional<IdPool::CaseTwins>& twins = ids.case_twins();
  if (!twins) return;
  const auto id = [&](std::uint32_t number) { return std::string(cut_utf8(ids.text(number), kLongestRaw)); };
  Issue issue = make_issue(IssueCode::IdsDifferByCase, {}, {{"found", id(twins->first)}, {"other", id(twins->later)}});
  issue.column = column;
  issue.count = ids.case_twin_count();
  issues.push_back(std::move(issue));
}

}  // namespace kirnu
