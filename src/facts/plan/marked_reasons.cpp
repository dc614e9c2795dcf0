#include "facts/plan/marked_reasons.h"

#include <algorithm>
#include <utility>

#include "base/name_list.h"
#include "facts/plan/period_columns.h"
#include "facts/words/reason_words.h"
#include "text/fold_case.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

/// What nobody says of what he bought: "price" may be of a list, "too expensive" is a reason.
constexpr std::string_view kComplaints =
    "too expensive|too costly|price too|too high|missing|lacking|poor |bad |unhappy|dissatisf|unreliable|competitor|"
    "not using|no longer need|no need|moved away|switched to|too complex|too complicated|"
    "zu teuer|zu hoch|fehlend|fehlt|schlechter|unzufrieden|unzuverlässig|konkurrenz|wettbewerb|kein bedarf|nicht "
    "genutzt|umzug|"
    "zu kompliziert|anderer anbieter|gewechselt|"
    "liian kallis|liian vaikea|puuttu|huono|tyytymät|kilpailij|ei tarvetta|en tarvitse|en käytä|muutto|vaihdoin";

struct NameParts {
  std::string_view question = {}, option = {};
};

/// "Question [option]", "Q1[SQ1] option", "Question - option", "Question / option", "Question: option".
NameParts parts_of(std::string_view name) {
  if (const std::size_t open = name.find('['); open != std::string_view::npos) {
    const std::size_t close = std::min(name.find(']', open), name.size());
    const std::string_view behind = trim(name.substr(std::min(close + 1, name.size())));
    return {.question = trim(name.substr(0, open)),
            .option = behind.empty() ? trim(name.substr(open + 1, close - open - 1)) : behind};
  }
  for (const std::string_view between : {" / ", " - ", " – ", ": "}) {
    const std::size_t at = name.rfind(between);
    if (at == std::string_view::npos) continue;
    return {.question = trim(name.substr(0, at)), .option = trim(name.substr(at + between.size()))};
  }
  return {.option = name};
}

bool complains(std::string_view option) { return has_part(fold_case(option), kComplaints); }

bool is_other(std::string_view option) { return has_part(fold_case(option), "other|sonst|ander|muu"); }

/// Marks alone, or the option's own words, in a column in which anything stands; "Other" has words.
bool is_marked(const ColumnFacts& column, const TableHead& head, std::size_t c, std::string_view option) {
  if (column.chosen || column.date) return false;
  const bool other = is_other(option);
  bool any = false;
  for (const std::vector<std::string>& row : head.sample) {
    const std::string_view cell = trim(row[c]);
    const bool mark = read_presence(cell) || cell == "1" || cell == "0" || fold_case(cell) == fold_case(option);
    if (!cell.empty() && !mark && !other) return false;
    any = any || !cell.empty();
  }
  return any;
}

/// By the question, or where most of the options are what people complain of.
bool are_reasons(std::string_view question, const std::vector<std::string_view>& options) {
  if (options.size() < 2) return false;
  if (asks_why_left(question)) return true;
  const auto complaints = std::count_if(options.begin(), options.end(), complains);
  return complaints >= 2 && static_cast<std::size_t>(complaints) * 2 >= options.size();
}

}  // namespace

bool is_ticked(std::string_view cell) {
  cell = trim(cell);
  return !cell.empty() && cell != "0" && read_presence(cell).value_or(1) > 0 && !is_no_answer(cell);
}

std::vector<std::string> options_of(std::span<const std::string> names) {
  std::vector<std::string> options;
  for (const std::string& name : names) {
    const NameParts parts = parts_of(name);
    const auto shared = std::count_if(names.begin(), names.end(), [&](const std::string& other) {
      return parts_of(other).question == parts.question;
    });
    options.emplace_back(shared > 1 ? parts.option : std::string_view(name));
  }
  return options;
}

namespace {

/// Says which of several reasons a column has: "Hauptgrund", "second reason", "reason (primary)".
constexpr std::string_view kRanks =
    "haupt|neben|erster |zweiter |dritter |weiterer |zusätzlicher |primary|secondary|tertiary|main|first|second|third|"
    "additional|further|pää|sivu|ensisijainen |toissijainen |ensimmäinen |toinen |kolmas ";

/// "Grund 2" without its number, "Hauptgrund" without its rank; empty where there is neither.
std::string numbered_name(std::string_view name) {
  static constexpr std::string_view kBetween = "0123456789 _.#-()";
  std::string small = fold_case(trim(name));
  std::replace(small.begin(), small.end(), '_', ' ');
  const std::size_t end = small.find_last_not_of("0123456789)");
  if (end + 1 != small.size() && small.find_first_of("0123456789", end + 1) != std::string::npos)
    return small.substr(0, small.find_last_not_of(kBetween) + 1);
  const std::string whole = small;
  for_each_name(kRanks, [&](std::string_view rank) {
    if (small.starts_with(rank)) small.erase(0, rank.size());
    const std::size_t last = small.find_last_not_of(kBetween) + 1;
    if (std::string_view(small).substr(0, last).ends_with(trim(rank))) small.resize(last - trim(rank).size());
  });
  if (small == whole) return {};
  const std::size_t begin = std::min(small.find_first_not_of(kBetween), small.size());
  return small.substr(begin, small.find_last_not_of(kBetween) + 1 - begin);
}

bool is_reason_name(std::string_view name) {
  constexpr std::string_view kNames =
      "grund|gründe|kündigungsgrund|austrittsgrund|abwanderungsgrund|grund der kündigung|reason|churn reason|"
      "cancel reason|cancellation reason|leaving reason|reason for leaving|reason for churn|reason for cancellation|"
      "syy|lähtösyy|irtisanomissyy|eroamissyy|lähdön syy|irtisanomisen syy";
  return is_one_of(kNames, name);
}

/// Columns of answers, of a customer who may have given several; of those without a rank the first: "Grund; Grund 2".
std::vector<std::size_t> find_numbered_reasons(const TableFacts& table) {
  std::vector<std::size_t> found;
  bool numbered = false, bare = false;
  for (std::size_t c = 0; c < table.columns.size() && table.header; ++c) {
    const ColumnFacts& column = table.columns[c];
    const std::string name = numbered_name(column.name);
    const bool first = name.empty() && !bare && is_reason_name(fold_case(trim(column.name)));
    if (!first && !is_reason_name(name)) continue;
    if (column.chosen || !may_have_role(column, Role::Reason)) continue;
    numbered = numbered || !first;
    bare = bare || first;
    found.push_back(c);
  }
  return numbered ? found : std::vector<std::size_t>();
}

}  // namespace

bool are_numbered(std::span<const std::string> names) {
  const auto is_alike = [&](const std::string& name) {
    const std::string base = numbered_name(name);
    return is_reason_name(base.empty() ? fold_case(trim(name)) : base) ||
           (!base.empty() && base == numbered_name(names[0]));
  };
  return names.size() > 1 && std::all_of(names.begin(), names.end(), is_alike);
}

std::optional<RoleAssignment> find_marked_reasons(const TableFacts& table, const TableHead& head,
                                                  RoleAssignment roles) {
  struct Question {
    std::string_view text = {};
    std::vector<std::size_t> columns = {};
    std::vector<std::string_view> options = {};
  };
  std::vector<Question> questions;
  for (std::size_t c = 0; c < table.columns.size() && table.header; ++c) {
    const NameParts parts = parts_of(table.columns[c].name);
    if (!is_marked(table.columns[c], head, c, parts.option)) continue;
    const auto same = [&](const Question& question) { return question.text == parts.question; };
    auto question = std::find_if(questions.begin(), questions.end(), same);
    if (question == questions.end()) question = questions.insert(questions.end(), Question{.text = parts.question});
    question->columns.push_back(c);
    question->options.push_back(parts.option);
  }
  if (const std::vector<std::size_t> numbered = find_numbered_reasons(table); numbered.size() > 1) {
    std::replace(roles.roles.begin(), roles.roles.end(), Role::Reason, Role::Ignore);
    for (const std::size_t c : numbered) roles.roles[c] = Role::Reason;
    return roles;
  }
  for (const Question& question : questions) {
    if (!are_reasons(question.text, question.options)) continue;
    std::replace(roles.roles.begin(), roles.roles.end(), Role::Reason, Role::Ignore);
    for (std::size_t i = 0; i < question.columns.size(); ++i) {
      const std::string_view option = question.options[i];
      const bool asked = !question.text.empty() || complains(option) || is_other(option);  // "vip" is beside the point
      if (asked) roles.roles[question.columns[i]] = Role::Reason;
    }
    return roles;
  }
  return std::nullopt;
}

}  // namespace kirnu
