#include "facts/marked_reasons.h"

#include <algorithm>
#include <utility>

#include "base/name_list.h"
#include "facts/period_columns.h"
#include "facts/reason_words.h"
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

/// "Grund 2" without its number; empty where there is none.
std::string numbered_name(std::string_view name) {
  const std::size_t end = name.find_last_not_of("0123456789)");
  if (end == std::string_view::npos || end + 1 == name.size()) return {};
  return fold_case(trim(name.substr(0, name.find_last_not_of("0123456789 _.#-()") + 1)));
}

/// Columns of answers, of a customer who may have given several.
std::vector<std::size_t> find_numbered_reasons(const TableFacts& table) {
  constexpr std::string_view kNames =
      "grund|gründe|kündigungsgrund|austrittsgrund|reason|churn reason|cancel reason|"
      "cancellation reason|syy|lähtösyy|irtisanomissyy|eroamissyy";
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < table.columns.size() && table.header; ++c) {
    const ColumnFacts& column = table.columns[c];
    std::string name = numbered_name(column.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    if (is_one_of(kNames, name) && !column.chosen && may_have_role(column, Role::Reason)) found.push_back(c);
  }
  return found;
}

}  // namespace

bool are_numbered(std::span<const std::string> names) {
  return names.size() > 1 && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
           return !numbered_name(name).empty() && numbered_name(name) == numbered_name(names[0]);
         });
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
