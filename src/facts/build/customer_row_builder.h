#pragma once
#include <utility>
#include <vector>

#include "facts/build/table_builder.h"

namespace kirnu {

/// Subscriptions out of files with many rows a customer, none of which says from when until when: months in which it
/// paid, events by which it came and left. Rows wait for the last one.
class CustomerRowBuilder : public TableBuilder {
 public:
  void take(const RowBatch& batch) final;
  BuiltTables finish() final;

 protected:
  struct Row {
    std::uint32_t customer = 0;
    std::int64_t time = 0;           ///< as TimeColumn has it
    std::uint32_t row = 0;           ///< of the file, from 0
    std::int64_t amount = kNoMoney;  ///< absent too where the file has none
    std::uint8_t what = 0;           ///< as what_of() says
  };

  explicit CustomerRowBuilder(BuilderPlan plan);

  /// What else a row says.
  virtual std::uint8_t what_of(const RowBatch& batch, std::size_t row) const = 0;

  /// Adds the subscriptions of all rows, which come by customer, then in the order of time, then of the file.
  virtual void add_spells(std::vector<Row> rows) = 0;

  std::int32_t day_of(const Row& row) const {
    return date_.column().clock ? day_of_instant(row.time) : static_cast<std::int32_t>(row.time);
  }

  /// A subscription of `first`'s customer at its price and with its words; kNoDay: it still runs.
  void add_spell(const Row& first, std::int32_t start, std::int32_t end);

  /// The same between the times of rows, of which `end` may be null.
  void add_spell_of_times(const Row& first, const Row* end);

  bool has_amounts() const { return amount_cell_.has_value(); }
  void know_until(std::int32_t day) { table_.known_until = day; }
  void note(Issue issue) { notes_.push_back(std::move(issue)); }
  void pay_by_month() { table_.monthly = true; }
  std::optional<std::size_t> cell_of(Role role) const { return plan_.cell_of(role); }

 private:
  void add_words(const Row& first);

  BuilderPlan plan_;
  SubscriptionTable table_;
  std::vector<Issue> notes_;  ///< of what the rows say together
  BatchFlaws flaws_;
  BatchValues<std::string_view> texts_;
  BatchValues<std::uint32_t> codes_;
  IdReader ids_;
  std::optional<std::size_t> id_cell_, amount_cell_;
  TimeBuilder date_;
  MoneyBuilder amount_;
  CodeBuilder currency_, product_;
  std::vector<CodeBuilder> segments_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> kept_;  ///< rows of the file, of each row of the table
};

}  // namespace kirnu
