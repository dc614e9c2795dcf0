#include "cli/options.h"

#include <algorithm>
#include <array>

#include "base/period.h"

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

kirnu counts --start 1.500 --lost 250 [--new N] [--end N] [--period month|quarter|year|DAYS]
             [--new-left N] [--left-and-returned N] [--returned N]
             [--mrr-start N --mrr-churned N --mrr-contraction N --mrr-expansion N --mrr-new N --mrr-reactivation N]
             [--arpa N --margin N --discount N --acquisition-cost N]
kirnu report FILE [FILE2 [FILE3]] [--kind counts|lists|subscriptions|transactions|survival|retention|reasons]
             [--set KEY=VALUE]...
             any export or table; two files are lists of customers, the earlier first; FILE may be - for standard input
kirnu read FILE [--typed] [--set KEY=VALUE]...
             how the file was understood: encoding, separator, roles, styles, then every row

common: --lang en|de|fi (default en)   --format text|json|csv   --explain METRIC   --help   --version

--new counts customers who are new and still there at the end. Of start, new, lost and end any three give the
fourth; start with lost, and start with new and end, are enough. Without --period the answer is a share.
--set keys: column.NAME=ROLE, kind, encoding, delimiter, header, decimal, date_order, minor_units, event_value,
check=fields (how a file is read); from, to, period, as_of, time_zone, definition, churn_date, gap_days, past_due,
trials, before, after, measure, retention, survival_interval, tau, segment, benchmark, margin, arpa, discount,
acquisition_cost, threshold, model, fit_periods, horizon, cohort_size, kept (what is asked)

Exit status: 0 an answer, 1 the data give none, 2 usage.
)";

ReadOptions problem(std::string text) { return {.options = std::nullopt, .problem = std::move(text)}; }

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

std::optional<std::string> take_common(std::string_view flag, std::string_view value, Options& options) {
  if (flag == "--lang") {
    const std::optional<Language> language = find_language(value);
    if (!language) return "--lang takes en, de or fi, not “" + std::string(value) + "”.";
    options.language = *language;
  } else if (flag == "--format") {
    if (value == "text") options.format = OutputFormat::Text;
    else if (value == "json") options.format = OutputFormat::Json;
    else if (value == "csv") options.format = OutputFormat::Csv;
    else return "--format takes text, json or csv, not “" + std::string(value) + "”.";
  } else {
    options.explain = value;
  }
  return std::nullopt;
}

std::optional<std::string> take_period(std::string_view value, Options& options) {
  options.period_said = true;
  if (value == "none") return options.values.emplace_back("period", value), std::nullopt;
  if (value == "fiscal_year") return options.values.emplace_back("period", value), std::nullopt;
  const std::optional<Period> period = read_period(value);
  if (!period)
    return "--period takes day, week, month, quarter, half_year, year, none or a number of days, not “" +
           std::string(value) + "”.";
  if (period->unit == PeriodUnit::Days) {
    options.values.emplace_back("period", "days");
    options.values.emplace_back("days", value);
  } else {
    options.values.emplace_back("period", value);
  }
  return std::nullopt;
}

std::optional<std::string> take_setting(std::string_view value, Options& options) {
  const std::size_t equals = value.find('=');
  if (equals == std::string_view::npos || equals == 0)
    return "--set takes KEY=VALUE, not “" + std::string(value) + "”.";
  if (value.substr(0, equals) == "period") return take_period(value.substr(equals + 1), options);
  options.values.emplace_back(value.substr(0, equals), value.substr(equals + 1));
  return std::nullopt;
}

std::optional<std::string> take_flag(std::string_view flag, std::string_view value, Options& options) {
  if (flag == "--lang" || flag == "--format" || flag == "--explain") return take_common(flag, value, options);
  if (flag == "--set") return take_setting(value, options);
  if (flag == "--period" && options.command == Command::Counts) return take_period(value, options);
  if (flag == "--kind" && options.command != Command::Counts) {
    options.values.emplace_back("kind", value);
    return std::nullopt;
  }
  const auto known =
      std::find_if(kCountFlags.begin(), kCountFlags.end(), [&](const CountFlag& known) { return known.flag == flag; });
  if (known == kCountFlags.end() || options.command != Command::Counts) {
    return "“" + std::string(flag) + "” is not a known option.";
  }
  options.values.emplace_back(known->field, value);
  return std::nullopt;
}

ReadOptions read_rest(Arguments& arguments, Options options) {
  while (!arguments.at_end()) {
    const std::string_view argument = arguments.take();
    if (argument == "--help") return {.options = Options{}, .problem = {}};
    if (argument.substr(0, 2) != "--") {
      if (options.command == Command::Counts) return problem("“" + std::string(argument) + "” is not a known option.");
      options.files.emplace_back(argument);
      continue;
    }
    if (argument == "--typed" && options.command == Command::Read) {
      options.typed = true;
      continue;
    }
    const std::optional<std::string_view> value = arguments.take_value();
    if (!value) return problem(std::string(argument) + " needs a value.");
    if (const auto text = take_flag(argument, *value, options)) return problem(*text);
  }
  if (options.command != Command::Counts && options.files.empty())
    return problem("A file is needed, or - for standard input.");
  if (options.files.size() > (options.command == Command::Read ? 1U : 3U)) return problem("Too many files.");
  return {.options = std::move(options), .problem = {}};
}

}  // namespace

ReadOptions read_options(std::span<const char* const> raw) {
  Arguments arguments(raw);
  if (arguments.at_end()) return problem("Say what to do: kirnu counts, kirnu report or kirnu --help.");
  const std::string_view command = arguments.take();
  Options options;
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
    return problem("“" + std::string(command) + "” is not a command: counts, report or read.");
  }
  return read_rest(arguments, std::move(options));
}

std::string_view help_text() { return kHelp; }

}  // namespace kirnu
