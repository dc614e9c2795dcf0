#pragma once
#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "metrics/spells.h"

/// Which rows of subscriptions count, and from when to when: the inner loop of build_spells().
namespace kirnu {

/// The columns of some rows that lie side by side. Null: the table has no such column.
struct SubscriptionBlock {
  std::size_t rows = 0;
  const std::uint32_t* customer = nullptr;
  const std::int32_t* start = nullptr;
  const std::int32_t* end = nullptr;       ///< the date that ends a row by the option …
  const std::int32_t* fallback = nullptr;  ///< … and the one that does where it is missing
  const std::int32_t* trial_end = nullptr;
  const std::int64_t* amount = nullptr;
  const std::uint32_t* status = nullptr;
  const std::uint32_t* segment = nullptr;
};

/// Gives a table's rows block by block, dates as days.
class SubscriptionBlocks {
 public:
  SubscriptionBlocks(const SubscriptionTable& table, const SpellOptions& options) : table_(table), options_(options) {}

  std::size_t count() const { return table_.customer.block_count(); }

  SubscriptionBlock block(std::size_t i) {
    SubscriptionBlock rows;
    rows.rows = table_.customer.block_size(i);
    rows.customer = table_.customer.block(i, customer_).data();
    rows.start = days(table_.start, i, rows.rows, start_);
    rows.end = days(table_.end, i, rows.rows, end_);
    rows.fallback = days(table_.canceled, i, rows.rows, canceled_);
    if (options_.churn_date == ChurnDate::Cancellation) std::swap(rows.end, rows.fallback);
    if (!options_.trials && !table_.trial_end.empty()) {
      rows.trial_end = days(table_.trial_end, i, rows.rows, trial_end_);
    }
    if (!table_.amount.empty()) rows.amount = table_.amount.block(i, amount_).data();
    if (!table_.status.empty()) rows.status = table_.status.codes.block(i, status_).data();
    if (options_.segment != nullptr && !options_.segment->empty())
      rows.segment = options_.segment->codes.block(i, segment_).data();
    return rows;
  }

 private:
  const std::int32_t* days(const TimeColumn& column, std::size_t i, std::size_t rows, DayBuffer& buffer) const {
    return days_of(column, i, rows, options_.zone, buffer).data();
  }

  const SubscriptionTable& table_;
  const SpellOptions& options_;
  DayBuffer start_, end_, canceled_, trial_end_;
  std::vector<std::uint32_t> customer_, status_, segment_;
  std::vector<std::uint64_t> amount_;
};

/// What the words of the status column mean for a row.
struct StatusRule {
  std::int64_t LeftOut::*refusal = nullptr;
  bool runs = false;   ///< a cancellation alone does not end it
  bool ended = false;  ///< needs a date
};

/// Decides which rows count. Dates come and go at random, so what every row goes through has no branches but one.
class SpellRules {
 public:
  SpellRules(const SubscriptionTable& table, const SpellOptions& options);

  /// Reads row i; false where it is left out.
  bool read(const SubscriptionBlock& rows, std::size_t i, Spell& spell) const {
    const StatusRule& rule = rule_of(rows, i);
    const std::int32_t start = rows.start[i];
    const std::int32_t end = end_of(rows, i, rule);
    const std::int32_t trial_end = rows.trial_end != nullptr ? rows.trial_end[i] : kNoDay;
    const bool no_end = end == kNoDay;
    const bool open = no_end | (end > options_.as_of);
    spell.start = std::max(start, trial_end);
    spell.end = open ? Spell::kOpen : end;
    const bool only_trial = (trial_end > start) & ((trial_end > options_.as_of) | (trial_end >= spell.end));
    const bool impossible = (start == kNoDay) | (start > options_.as_of) | (!no_end & (end < start));
    const bool free = rows.amount != nullptr && rows.amount[i] == 0;
    return !(only_trial | impossible | free | (rule.refusal != nullptr) | (rule.ended & no_end));
  }

  /// Why row i is left out.
  std::int64_t LeftOut::*reason(const SubscriptionBlock& rows, std::size_t i) const {
    const StatusRule& rule = rule_of(rows, i);
    if (rule.refusal != nullptr) return rule.refusal;
    if (rows.amount != nullptr && rows.amount[i] == 0) return &LeftOut::free;
    if (rows.start[i] == kNoDay) return &LeftOut::start_missing;
    if (rows.start[i] > options_.as_of) return &LeftOut::future;
    const std::int32_t end = end_of(rows, i, rule);
    if (end == kNoDay && rule.ended) return &LeftOut::ended_without_date;
    if (end != kNoDay && end < rows.start[i]) return &LeftOut::end_before_start;
    return &LeftOut::trial;
  }

 private:
  const StatusRule& rule_of(const SubscriptionBlock& rows, std::size_t i) const {
    const std::size_t none = by_code_.size() - 1;
    return by_code_[rows.status != nullptr ? std::min<std::size_t>(rows.status[i], none) : none];
  }

  static std::int32_t end_of(const SubscriptionBlock& rows, std::size_t i, const StatusRule& rule) {
    const std::int32_t end = rows.end[i];
    const std::int32_t fallback = rule.runs ? kNoDay : rows.fallback[i];
    return end == kNoDay ? fallback : end;
  }

  const SpellOptions& options_;
  std::vector<StatusRule> by_code_;
};

/// Calls visit(i, spell) for the rows that count and left_out(i) for the others. A call of its own for each block: see
/// Spells::visit().
template <typename Visit, typename Left>
[[gnu::noinline]] void visit_spell_rows(const SpellRules& rules, const SubscriptionBlock& block, std::uint32_t segment,
                                        Visit& visit, Left& left_out) {
  for (std::size_t i = 0; i < block.rows; ++i) {
    if (block.segment != nullptr && block.segment[i] != segment) continue;
    Spell spell;
    if (rules.read(block, i, spell)) visit(i, spell);
    else left_out(i);
  }
}

/// Calls visit(customer) for every row of the options' part of a table, whether it counts or not.
template <typename Visit>
void for_each_row_of_part(const SubscriptionTable& table, const SpellOptions& options, Visit visit) {
  const bool parts = options.segment != nullptr && !options.segment->empty();
  std::vector<std::uint32_t> customer_buffer, code_buffer;
  for (std::size_t b = 0; b < table.customer.block_count(); ++b) {
    const std::span<const std::uint32_t> customers = table.customer.block(b, customer_buffer);
    const std::uint32_t* const codes = parts ? options.segment->codes.block(b, code_buffer).data() : nullptr;
    for (std::size_t i = 0; i < customers.size(); ++i) {
      if (codes == nullptr || codes[i] == options.segment_code) visit(customers[i]);
    }
  }
}

/// Calls visit(customer, row number, spell) for every row that counts, adds the others to `left_out` by their reasons,
/// and answers how many count.
template <typename Visit>
std::int64_t for_each_spell_row(const SubscriptionTable& table, const SpellOptions& options, LeftOut& left_out,
                                Visit visit) {
  const SpellRules rules(table, options);
  SubscriptionBlocks blocks(table, options);
  std::int64_t counted = 0;
  std::size_t first = 0;
  for (std::size_t b = 0; b < blocks.count(); ++b) {
    const SubscriptionBlock block = blocks.block(b);
    std::int64_t counted_here = 0;
    auto keep = [&](std::size_t i, const Spell& spell) {
      ++counted_here;
      visit(block.customer[i], first + i, spell);
    };
    auto leave_out = [&](std::size_t i) { ++(left_out.*rules.reason(block, i)); };
    visit_spell_rows(rules, block, options.segment_code, keep, leave_out);
    counted += counted_here;
    first += block.rows;
  }
  return counted;
}

}  // namespace kirnu
