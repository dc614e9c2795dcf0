// The `kirnu` command: the engine, driven by arguments and printed. Exit 0: an answer; 1: the data give none; 2: usage.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/read_command.h"
#include "cli/usage_words.h"
#include "engine/choices.h"
#include "engine/engine.h"
#include "report/issue_text.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

constexpr int kAnswered = 0, kNoAnswer = 1, kUsage = 2;
constexpr std::size_t kChunk = 1U << 20U;

void print(std::FILE* to, std::string_view text) { std::fwrite(text.data(), 1, text.size(), to); }

int usage(const Options& options, UsageProblem problem, std::string_view found) {
  print(stderr, usage_text(problem, options.language, found));
  return kUsage;
}

/// Hands a file, or standard input for "-", over in chunks until `take` wants no more; false when it cannot be opened
/// or read.
template <class Take>
bool read_chunks(const std::string& name, Take take) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return false;
  std::vector<char> chunk(kChunk);
  bool wanted = true;
  while (wanted) {
    const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file);
    if (size == 0) break;
    wanted = take(std::string_view(chunk.data(), size));
  }
  const bool readable = std::ferror(file) == 0;
  if (file != stdin) std::fclose(file);
  return readable;
}

int print_explanation(const Engine& engine, const Options& options) {
  const std::optional<Explanation> how = engine.explain(options.explain);
  if (!how) return usage(options, UsageProblem::NoMetric, options.explain);
  for (const std::string& line : {how->definition, how->formula, how->inserted, how->source})
    print(stdout, line + "\n");
  return kAnswered;
}

/// A question can be answered on the command line.
void print_choices(const Issue& question) {
  if (question.set.empty() || question.choices.empty()) return;
  std::string line = "  --set " + question.set + "=";
  for (const std::string& choice : question.choices) line += (line.ends_with("=") ? "" : " | ") + choice;
  print(stdout, line + "\n");
}

int print_answer(const Engine& engine, const Options& options) {
  const bool answered = has_answer(engine.report());
  if (answered && !options.explain.empty()) return print_explanation(engine, options);
  switch (options.format) {
    case OutputFormat::Text:
      print(stdout, write_text_page(engine.view()));
      if (engine.report().error) print_choices(*engine.report().error);
      break;
    case OutputFormat::Json: print(stdout, write_report_json(engine.report()) + "\n"); break;
    case OutputFormat::Csv: print(stdout, write_report_csv(engine.report())); break;
  }
  // CSV has no place for a reason.
  if (!answered && options.format == OutputFormat::Csv) print(stderr, write_text_page(engine.view()));
  return answered ? kAnswered : kNoAnswer;
}

/// What is wrong with a setting that the engine does not take.
int refuse_setting(const Options& options, const std::string& id, const std::string& value) {
  const std::string_view expected = key_values(id);
  const UsageProblem problem = expected.empty() ? UsageProblem::UnknownSetting : UsageProblem::BadValue;
  print(stderr, usage_text(problem, options.language, id + "=" + value, expected));
  return kUsage;
}

/// Sets everything that was said on the command line; 0 when all of it is understood.
int apply_settings(const Options& options, Engine& engine) {
  for (const auto& [id, value] : options.values) {
    if (options.files.empty() && is_file_key(id)) return usage(options, UsageProblem::SettingOfFile, id);
    if (!engine.set(id, value)) return refuse_setting(options, id, value);
  }
  return kAnswered;
}

/// What files take away is set again: a period that the data do not name by themselves is the one that was asked for,
/// rows of counts are cut, and typed counts lead before them.
int apply_again(const Options& options, Engine& engine) {
  for (const auto& [id, value] : options.values) {
    const bool period = id == "period" || id == "days", day = id == "from" || id == "to" || id == "as_of";
    if (is_typed_count(id) && engine.report().kind != "counts")
      return usage(options, UsageProblem::CountBesideFile, id);
    if ((period && options.period_said) || day || is_typed_count(id)) engine.set(id, value);
  }
  return kAnswered;
}

int run(const Options& options) {
  Engine engine;
  engine.apply({.body = SetAction{.id = "language", .value = std::string(language_code(options.language))}});
  engine.apply({.body = PressAction{.id = "clear"}});
  if (const int problem = apply_settings(options, engine)) return problem;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    if (i == 0) engine.open_file(options.files[i]);
    else engine.next_file(options.files[i]);
    if (!read_chunks(options.files[i], [&](std::string_view chunk) { return engine.feed_file(chunk); }))
      return usage(options, UsageProblem::FileUnreadable, options.files[i]);
  }
  if (!options.files.empty()) {
    engine.finish_file();
    if (const int problem = apply_again(options, engine)) return problem;
  }
  return print_answer(engine, options);
}

int run_read(const Options& options) {
  ImportChoice choice;
  for (const auto& [key, value] : options.values) {
    if (!take_reading_choice(choice, key, value)) return refuse_setting(options, key, value);
  }
  std::string bytes;
  const bool readable = read_chunks(options.files[0], [&](std::string_view chunk) {
    bytes += chunk;
    return true;
  });
  if (!readable) return usage(options, UsageProblem::FileUnreadable, options.files[0]);
  const ReadOutput output = read_file(bytes, choice, options.format, options.language, options.typed);
  print(stdout, output.text);
  if (!output.left_out.empty()) print(stderr, output.left_out);
  if (!output.whole) print(stderr, output.refusal + "\n");
  return output.whole ? kAnswered : kNoAnswer;
}

}  // namespace
}  // namespace kirnu

int main(int count, char** arguments) {
  using namespace kirnu;
  const ReadOptions read = read_options({arguments + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)});
  if (!read.options) {
    print(stderr, read.problem);
    return kUsage;
  }
  switch (read.options->command) {
    case Command::Help: print(stdout, help_text()); return kAnswered;
    case Command::Version: print(stdout, std::string(kVersion) + "\n"); return kAnswered;
    case Command::Counts:
    case Command::Report: return run(*read.options);
    case Command::Read: return run_read(*read.options);
  }
  return kUsage;
}
