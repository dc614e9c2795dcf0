#pragma once
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "facts/build/cell_reader.h"
#include "facts/tables/id_pool.h"
#include "facts/tables/id_rules.h"

namespace kirnu {

/// Cells as ids, by the rules; and what the rules changed.
class IdReader {
 public:
  /// `emails`: the column holds e-mail addresses. `apostrophe`: a leading one is not the id's. `go_down`: an empty cell
  /// has the id above it. `given`: the cells of first names, which stand before the ids that are surnames. `surname`:
  /// where these stand instead, of firms the ids: who has none is told by its name.
  IdReader(IdRules rules, bool emails, bool apostrophe, bool go_down, std::optional<std::size_t> given = {},
           std::optional<std::size_t> surname = {})
      : rules_(rules), emails_(emails), apostrophe_(apostrophe), go_down_(go_down), given_(given), surname_(surname) {}

  /// Ids; an empty one is a flaw. The views live until the next call.
  void read(const RowBatch& batch, std::size_t column, BatchValues<std::string_view>& ids, BatchFlaws& flaws);

  /// Where nothing tells customers, each row is one, called by its number. The views live until the next call.
  void number(const RowBatch& batch, BatchValues<std::string_view>& ids);

  /// One note for each rule that changed an id, with the first one and the count.
  void note_rules(const std::string& column, std::vector<Issue>& issues) const;

 private:
  struct Changed {
    std::int64_t count = 0;
    std::string first = {};
    void add(std::string_view id);
  };

  std::string_view trimmed(std::string_view id);
  std::string_view folded(std::string_view id);
  std::string_view composed(std::string_view id);
  std::string_view or_above(std::string_view id);
  std::string_view with_given(std::string_view given, std::string_view surname);

  IdRules rules_;
  bool emails_;
  bool apostrophe_, go_down_;
  std::optional<std::size_t> given_, surname_;
  std::list<std::string> changed_;  ///< of the last batch, or its numbers
  Changed trims_, folds_, compositions_, downs_;
  std::string above_;  ///< the last id, where they go down
};

/// A warning with an example and the count where ids of a table differ by capital letters (A–Z, À–Þ) alone.
void warn_of_case(const IdPool& ids, const std::string& column, std::vector<Issue>& issues);

}  // namespace kirnu
