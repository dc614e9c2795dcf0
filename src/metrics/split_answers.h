#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "facts/tables/tables.h"

namespace kirnu {

/// Answers that name several reasons, as forms with boxes to tick write them ("Too expensive, Moved away"), cut into
/// one row a reason; what the customer was worth is divided evenly between them. All three columns are as in
/// ReasonTable.
struct SplitAnswers {
  CodeColumn reason = {};
  PackedColumn<std::int64_t> value = {};
  PackedColumn<std::int64_t> customers = {};
  std::vector<std::uint32_t> answers = {};  ///< one a row: the row of the file that it is of
  std::int64_t answered = 0;                ///< customers who gave an answer, each once
  std::string_view between = {};            ///< what stands between the reasons of an answer
};

/// Absent where there are more different answers than boxes make, and where no separator cuts answers into parts that
/// mostly come again, behind commas in other answers: those of sentences do not.
std::optional<SplitAnswers> split_answers(const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
                                          const PackedColumn<std::int64_t>& customers);

}  // namespace kirnu
