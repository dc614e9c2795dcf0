#include "metrics/answers.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts/words/reason_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
std::optional<CodeColumn> tidy_answers(const CodeColumn& reason) {
  CodeColumn tidy{.name = reason.name, .between = reason.between};
  std::map<std::string, std::uint32_t> known;
  std::vector<std::uint32_t> code_of;
  bool changed = false;
  for (std::uint32_t code = 0; code < reason.words.size(); ++code) {
    const std::string small = fold_case(trim(reason.words.text(code)));
    if (is_no_answer(small)) {
      code_of.push_back(CodeColumn::kNone);
      changed = true;
      continue;
    }
    const auto same = known.find(small);
    changed = changed || same != known.end();
    code_of.push_back(same != known.end() ? same->second : tidy.words.add(reason.words.text(code)));
    known.emplace(small, code_of.back());
  }
  if (!changed) return std::nullopt;
  PackedReader<std::uint32_t> codes(reason.codes);
  for (std::size_t row = 0; row < reason.codes.size(); ++row) {
    const std::uint32_t code = codes[row];
    tidy.codes.push_back(code == CodeColumn::kNone ? code : code_of[code]);
  }
  return tidy;
}

}  // namespace kirnu
