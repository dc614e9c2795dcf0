#include "metrics/split_answers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "facts/tables/order_share.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr auto kBetween = std::to_array<std::string_view>({";", "|", "\n", ","});
constexpr std::size_t kMostDifferent = 10'000;  ///< answers; more are free texts, and twelve boxes make fewer
constexpr std::size_t kFewestAnswers = 2;       ///< with several reasons

std::vector<std::string_view> parts_of(std::string_view answer, std::string_view between) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = answer.find(between);
    const std::string_view part = trim(answer.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    answer.remove_prefix(end + between.size());
  }
}

/// How often each answer was given.
std::vector<std::size_t> times_of(const CodeColumn& reason) {
  std::vector<std::size_t> times(reason.words.size());
  for (std::size_t row = 0; row < reason.codes.size(); ++row) {
    const std::uint32_t code = reason.codes[row];
    if (code != CodeColumn::kNone) ++times[code];
  }
  return times;
}

/// Whether four of five parts of answers with several come again; behind commas, which sentences have too, in another
/// answer than the same.
bool come_again(const CodeColumn& reason, const std::vector<std::size_t>& times, std::string_view between) {
  std::map<std::string_view, std::size_t> answers;
  std::vector<std::vector<std::string_view>> several;
  for (std::uint32_t code = 0; code < reason.words.size(); ++code) {
    std::vector<std::string_view> parts = parts_of(reason.words.text(code), between);
    const std::size_t given = between == "," ? 1 : times[code];
    for (const std::string_view part : std::set<std::string_view>(parts.begin(), parts.end())) answers[part] += given;
    if (parts.size() > 1) several.push_back(std::move(parts));
  }
  std::size_t parts = 0, again = 0;
  for (const std::vector<std::string_view>& answer : several) {
    parts += answer.size();
    for (const std::string_view part : answer) again += answers[part] > 1 ? 1U : 0U;
  }
  return several.size() >= kFewestAnswers && again * 5 >= parts * 4;
}

}  // namespace

std::optional<SplitAnswers> split_answers(const CodeColumn& reason, const PackedColumn<std::int64_t>& value,
                                          const PackedColumn<std::int64_t>& customers) {
  std::string_view between = reason.between;
  if (between.empty() && reason.words.size() > kMostDifferent) return std::nullopt;
  const std::vector<std::size_t> times = between.empty() ? times_of(reason) : std::vector<std::size_t>();
  for (const std::string_view candidate : kBetween) {
    if (between.empty() && come_again(reason, times, candidate)) between = candidate;
  }
  if (between.empty()) return std::nullopt;
  SplitAnswers split{.reason = {.name = reason.name}, .between = between};
  std::vector<std::vector<std::uint32_t>> parts;
  for (std::uint32_t code = 0; code < reason.words.size(); ++code) {
    std::vector<std::uint32_t>& codes = parts.emplace_back();
    for (const std::string_view part : parts_of(reason.words.text(code), between)) {
      const std::uint32_t word = split.reason.words.add(part);
      if (std::find(codes.begin(), codes.end(), word) == codes.end()) codes.push_back(word);
    }
  }
  const std::vector<std::uint32_t> none{CodeColumn::kNone};
  for (std::size_t row = 0; row < reason.codes.size(); ++row) {
    const std::uint32_t code = reason.codes[row];
    const std::int64_t gave = customers.empty() ? 1 : customers[row];
    if (code != CodeColumn::kNone) split.answered += gave;
    const std::vector<std::uint32_t>& reasons = code == CodeColumn::kNone ? none : parts[code];
    const auto shares = static_cast<std::int64_t>(reasons.size());
    for (std::int64_t i = 0; i < shares; ++i) {
      split.reason.codes.push_back(reasons[static_cast<std::size_t>(i)]);
      if (!value.empty()) split.value.push_back(value[row] == kNoMoney ? kNoMoney : share_of(value[row], i, shares));
      split.customers.push_back(gave);
      split.answers.push_back(static_cast<std::uint32_t>(row));
    }
  }
  return split;
}

}  // namespace kirnu
