#include "facts/id_reader.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "table/table_reader.h"
#include "text/fold_case.h"
#include "text/nfc.h"

namespace kirnu {
namespace {

bool may_have_capitals(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

/// A hash of fold_case(text), made without the text.
std::uint64_t folded_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037U;
  char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool latin = before == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    const unsigned char small = (c >= 'A' && c <= 'Z') || latin ? static_cast<unsigned char>(byte + 0x20U) : byte;
    hash = (hash ^ small) * 1099511628211U;
    before = c;
  }
  return hash ^ hash >> 32U;
}

/// Hashes that came before, and now and then one that did not.
class SeenHashes {
 public:
  explicit SeenHashes(std::size_t count) {
    while (bits_ < count * 16) bits_ *= 2;
    seen_.resize(bits_);
  }

  bool add(std::uint64_t hash) {
    const std::size_t at = static_cast<std::size_t>(hash) & (bits_ - 1);
    const bool known = seen_[at];
    seen_[at] = true;
    return known;
  }

 private:
  std::size_t bits_ = 1024;
  std::vector<bool> seen_;
};

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

void IdReader::read(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& ids, BatchFlaws& flaws) {
  changed_.clear();
  for (std::size_t i = 0; i < batch.rows; ++i) {
    std::string_view id = batch.cell(i, column);
    if (rules_.trim) id = trimmed(id);
    if (apostrophe_ && id.starts_with('\'')) id.remove_prefix(1);
    if (rules_.unicode && may_need_nfc(id)) id = composed(id);
    const bool folds = rules_.email_case && emails_ && may_have_capitals(id);
    if (folds && id.find('@') != std::string_view::npos) id = folded(id);
    if (trim_cell(id).empty()) flaws.add(i, column, IssueCode::IdMissing);
    ids[i] = id;
  }
}

void IdReader::note_rules(const std::string& column, std::vector<Issue>& issues) const {
  const auto note = [&](const Changed& changed, Issue issue) {
    if (changed.count == 0) return;
    issue.count = changed.count;
    issue.column = column;
    issue.values = {{.name = "found", .value = changed.first}};
    issues.push_back(std::move(issue));
  };
  note(trims_, rule_issue(IssueCode::IdsTrimmed, "ids_trim"));
  note(folds_, rule_issue(IssueCode::IdsEmailCase, "ids_email_case"));
  note(compositions_, rule_issue(IssueCode::IdsUnicode, "ids_unicode"));
}

void warn_of_case(const IdPool& ids, const std::string& column, std::vector<Issue>& issues) {
  const auto count = static_cast<std::uint32_t>(ids.size());
  SeenHashes seen(count);
  std::vector<std::uint64_t> twice;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t hash = folded_hash(ids.text(i));
    if (seen.add(hash)) twice.push_back(hash);
  }
  if (twice.empty()) return;
  std::sort(twice.begin(), twice.end());
  std::map<std::string, std::uint32_t> firsts;
  Issue issue = make_issue(IssueCode::IdsDifferByCase);
  issue.column = column;
  issue.count = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!std::binary_search(twice.begin(), twice.end(), folded_hash(ids.text(i)))) continue;
    const auto [first, is_first] = firsts.emplace(fold_case(ids.text(i)), i);
    if (is_first) continue;
    if (issue.count++ > 0) continue;
    issue.values = {{.name = "found", .value = std::string(cut_utf8(ids.text(first->second), kLongestRaw))},
                    {.name = "other", .value = std::string(cut_utf8(ids.text(i), kLongestRaw))}};
  }
  if (issue.count > 0) issues.push_back(std::move(issue));
}

}  // namespace kirnu
