#include "cli/options.h"

#include <algorithm>
#include <array>

#include "base/period.h"
#include "cli/usage_words.h"
#include "state/field_value.h"

namespace kirnu {
namespace {

/// A flag of `kirnu counts` and the field of the page that it fills.
struct CountFlag {
  std::string_view flag;
  std::string_view field;
};

constexpr auto kCountFlags = std::to_array<CountFlag>({{"--start", "start"},
                                                       {"--lost", "lost"},
                                                       {"--new", "new"},
                                                       {"--end", "end"},
                                                       {"--new-left", "new_left"},
                                                       {"--left-and-returned", "left_and_returned"},
                                                       {"--returned", "returned"},
                                                       {"--mrr-start", "mrr_start"},
                                                       {"--mrr-churned", "mrr_churned"},
                                                       {"--mrr-contraction", "mrr_contraction"},
                                                       {"--mrr-expansion", "mrr_expansion"},
                                                       {"--mrr-new", "mrr_new"},
                                                       {"--mrr-reactivation", "mrr_reactivation"},
                                                       {"--arpa", "arpa"},
                                                       {"--margin", "margin"},
                                                       {"--discount", "discount"},
                                                       {"--acquisition-cost", "acquisition_cost"}});

constexpr std::string_view kHelp =
    R"(Kirnu: churn and retention from customer counts. Nothing leaves this machine.

kirnu counts --start 1.500 --lost 250 [--new N] [--end N] [--period PERIOD]
             [--new-left N] [--left-and-returned N] [--returned N]
             [--mrr-start N --mrr-churned N --mrr-contraction N --mrr-expansion N --mrr-new N --mrr-reactivation N]
             [--arpa N --margin N --discount N --acquisition-cost N]
kirnu report FILE [FILE2 [FILE3]] [--kind counts|lists|subscriptions|transactions|survival|retention|reasons]
             [--set KEY=VALUE]...
             any export or table; two files are lists of customers, the earlier first; FILE may be - for standard input
kirnu read FILE [--typed] [--set KEY=VALUE]...
             how the file was understood: encoding, separator, roles, styles, then every row

common: --lang en|de|fi (default en)   --format text|json|csv   --explain METRIC   --help   --version
PERIOD: day, week, month, quarter, half_year, year, fiscal_year or a number of days

--new counts customers who are new and still there at the end. Of start, new, lost and end any three give the
fourth; start with lost, and start with new and end, are enough. Without --period the answer is a share.
--set keys: column.NAME=ROLE, kind, encoding, delimiter, quote, header, header_rows, decimal, date_order, minor_units,
event_value, duplicates, ids_trim, ids_email_case, ids_unicode, check=fields (how a file is read); from, to, period,
fiscal_year_start, as_of, time_zone, definition, churn_date, gap_days, past_due, trials, before, after, measure,
inactive_days, retention, survival_interval, tau, segment, benchmark, margin, arpa, discount, acquisition_cost,
threshold, model, fit_periods, horizon, cohort_size, kept (what is asked)

Exit status: 0 an answer, 1 the data give none, 2 usage.
)";

/// A problem, and what it is about.
struct Problem {
  UsageProblem problem;
  std::string_view found = {};
};

ReadOptions refuse(const Problem& problem, Language language) {
  return {.options = std::nullopt, .problem = usage_text(problem.problem, language, problem.found)};
}

/// The language of the answer, wherever it is said.
Language language_of(std::span<const char* const> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view value = arguments[i];
    if (value == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    else if (value.starts_with("--lang=")) value.remove_prefix(7);
    else continue;
    if (const std::optional<Language> language = find_language(value)) return *language;
  }
  return Language::En;
}

/// Walks over the arguments; a flag's value may stand beside it or behind "=".
class Arguments {
 public:
  explicit Arguments(std::span<const char* const> arguments) : arguments_(arguments) {}

  bool at_end() const { return next_ == arguments_.size(); }

  /// The next argument, split at '=' when it is a flag.
  std::string_view take() {
    std::string_view argument = arguments_[next_++];
    attached_.reset();
    const std::size_t equals = argument.find('=');
    if (argument.substr(0, 2) == "--" && equals != std::string_view::npos) {
      attached_ = argument.substr(equals + 1);
      argument = argument.substr(0, equals);
    }
    return argument;
  }

  /// The value of the flag taken last.
  std::optional<std::string_view> take_value() {
    if (attached_) return attached_;
    if (at_end()) return std::nullopt;
    return std::string_view(arguments_[next_++]);
  }

 private:
  std::span<const char* const> arguments_;
  std::size_t next_ = 0;
  std::optional<std::string_view> attached_;
};

std::optional<Problem> take_common(std::string_view flag, std::string_view value, Options& options) {
  if (flag == "--lang") {
    const std::optional<Language> language = find_language(value);
    if (!language) return Problem{UsageProblem::UnknownLanguage, value};
    options.language = *language;
  } else if (flag == "--format") {
    if (value == "text") options.format = OutputFormat::Text;
    else if (value == "json") options.format = OutputFormat::Json;
    else if (value == "csv") options.format = OutputFormat::Csv;
    else return Problem{UsageProblem::UnknownFormat, value};
  } else {
    options.explain = value;
  }
  return std::nullopt;
}

/// A unit, or a number of days as it is typed in the language.
std::optional<Problem> take_period(std::string_view value, Options& options) {
  options.period_said = true;
  const std::optional<Period> unit = read_period(value);
  const bool named = value == "none" || value == "fiscal_year" || (unit && unit->unit != PeriodUnit::Days);
  if (named) return options.values.emplace_back("period", value), std::nullopt;
  if (!read_field(*find_field("days"), value, options.language).value)
    return Problem{UsageProblem::UnknownPeriod, value};
  options.values.emplace_back("period", "days");
  options.values.emplace_back("days", value);
  return std::nullopt;
}

/// KEY=VALUE; a column's name may have a "=" itself.
std::optional<Problem> take_setting(std::string_view value, Options& options) {
  const std::size_t equals = value.starts_with("column.") ? value.rfind('=') : value.find('=');
  if (equals == std::string_view::npos || equals == 0) return Problem{UsageProblem::NoSetting, value};
  if (value.substr(0, equals) == "period") return take_period(value.substr(equals + 1), options);
  options.values.emplace_back(value.substr(0, equals), value.substr(equals + 1));
  return std::nullopt;
}

std::optional<Problem> take_flag(std::string_view flag, std::string_view value, Options& options) {
  const bool explains = flag == "--explain" && options.command != Command::Read;
  if (flag == "--lang" || flag == "--format" || explains) return take_common(flag, value, options);
  if (flag == "--set") return take_setting(value, options);
  if (flag == "--period" && options.command == Command::Counts) return take_period(value, options);
  if (flag == "--kind" && options.command != Command::Counts) {
    options.values.emplace_back("kind", value);
    return std::nullopt;
  }
  const auto known =
      std::find_if(kCountFlags.begin(), kCountFlags.end(), [&](const CountFlag& known) { return known.flag == flag; });
  if (known == kCountFlags.end() || options.command != Command::Counts)
    return Problem{UsageProblem::UnknownOption, flag};
  options.values.emplace_back(known->field, value);
  return std::nullopt;
}

ReadOptions read_rest(Arguments& arguments, Options options, Language language) {
  const auto problem = [language](UsageProblem what, std::string_view found = {}) {
    return refuse({what, found}, language);
  };
  while (!arguments.at_end()) {
    const std::string_view argument = arguments.take();
    if (argument == "--help") return {.options = Options{}, .problem = {}};
    if (argument.substr(0, 2) != "--") {
      if (options.command == Command::Counts) return problem(UsageProblem::UnknownOption, argument);
      options.files.emplace_back(argument);
      continue;
    }
    if (argument == "--typed" && options.command == Command::Read) {
      options.typed = true;
      continue;
    }
    const std::optional<std::string_view> value = arguments.take_value();
    if (!value) return problem(UsageProblem::ValueNeeded, argument);
    if (const auto found = take_flag(argument, *value, options)) return refuse(*found, language);
  }
  if (options.command != Command::Counts && options.files.empty()) return problem(UsageProblem::FileNeeded);
  if (options.files.size() > (options.command == Command::Read ? 1U : 3U)) return problem(UsageProblem::TooManyFiles);
  return {.options = std::move(options), .problem = {}};
}

}  // namespace

ReadOptions read_options(std::span<const char* const> raw) {
  Arguments arguments(raw);
  const Language language = language_of(raw);
  if (arguments.at_end()) return refuse({UsageProblem::NoCommand}, language);
  const std::string_view command = arguments.take();
  Options options;
  options.language = language;
  if (command == "--help" || command == "help" || command == "-h") return {.options = options, .problem = {}};
  if (command == "--version") {
    options.command = Command::Version;
    return {.options = options, .problem = {}};
  }
  if (command == "counts") {
    options.command = Command::Counts;
    options.values.emplace_back("period", "none");
  } else if (command == "report") {
    options.command = Command::Report;
    options.values.emplace_back("period", "none");
  } else if (command == "read") {
    options.command = Command::Read;
  } else {
    return refuse({UsageProblem::UnknownCommand, command}, language);
  }
  return read_rest(arguments, std::move(options), language);
}

std::string_view help_text() { return kHelp; }

}  // namespace kirnu
