// The `kirnu` command: the engine, driven by arguments and printed. Exit 0: an answer; 1: the data give none; 2: usage.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "cli/options.h"
#include "engine/engine.h"
#include "report/issue_text.h"
#include "report/report_csv.h"
#include "report/report_json.h"
#include "state/field_value.h"
#include "view/text_page.h"

namespace kirnu {
namespace {

constexpr int kAnswered = 0, kNoAnswer = 1, kUsage = 2;
constexpr std::size_t kChunk = 1U << 16U;

void print(std::FILE* to, std::string_view text) { std::fwrite(text.data(), 1, text.size(), to); }

int usage(std::string_view problem) {
  print(stderr, problem);
  print(stderr, "\nSee kirnu --help.\n");
  return kUsage;
}

/// Feeds a file, or standard input for "-", to the engine; false when it cannot be opened or read.
bool feed_from(const std::string& name, Engine& engine) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return false;
  engine.open_file(name);
  std::array<char, kChunk> chunk;
  bool wanted = true;
  while (wanted) {
    const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file);
    if (size == 0) break;
    wanted = engine.feed_file(std::string_view(chunk.data(), size));
  }
  const bool readable = std::ferror(file) == 0;
  if (file != stdin) std::fclose(file);
  return readable;
}

int print_explanation(const Engine& engine, const std::string& id) {
  const std::optional<Explanation> how = engine.explain(id);
  if (!how) return usage("No metric “" + id + "” in this answer.");
  for (const std::string& line : {how->definition, how->formula, how->inserted, how->source})
    print(stdout, line + "\n");
  return kAnswered;
}

int print_answer(const Engine& engine, const Options& options) {
  const bool answered = has_answer(engine.report());
  if (answered && !options.explain.empty()) return print_explanation(engine, options.explain);
  switch (options.format) {
    case OutputFormat::Text: print(stdout, write_text_page(engine.view())); break;
    case OutputFormat::Json: print(stdout, write_report_json(engine.report()) + "\n"); break;
    case OutputFormat::Csv: print(stdout, write_report_csv(engine.report())); break;
  }
  // CSV has no place for a reason.
  if (!answered && options.format == OutputFormat::Csv) print(stderr, write_text_page(engine.view()));
  return answered ? kAnswered : kNoAnswer;
}

/// A setting about how files are read.
bool is_about_files(std::string_view key) {
  return key.starts_with("column.") || key == "encoding" || key == "delimiter" || key == "header";
}

int run(const Options& options) {
  Engine engine;
  engine.apply({.body = SetAction{.id = "language", .value = std::string(language_code(options.language))}});
  engine.apply({.body = PressAction{.id = "clear"}});
  if (!options.kind.empty() && options.kind != "counts")
    return usage("--kind “" + options.kind + "” is not understood yet; counts is.");
  for (const auto& [id, value] : options.values) {
    if (options.files.empty() && is_about_files(id)) return usage("“" + id + "” is about a file, and there is none.");
    const std::optional<Period> days = id == "days" ? read_period(value) : std::nullopt;
    const std::string text = days ? write_field(days->days, FieldKind::Days, options.language) : value;
    if (!engine.set(id, text)) return usage("“" + id + "=" + value + "” is not a known setting.");
  }
  if (options.files.size() > 1) return usage("One file of counts at a time.");
  for (const std::string& file : options.files) {
    if (!feed_from(file, engine))
      return usage("“" + file + "” cannot be read. Check the name and that you may read it.");
    engine.finish_file();
  }
  return print_answer(engine, options);
}

}  // namespace
}  // namespace kirnu

int main(int count, char** arguments) {
  using namespace kirnu;
  const ReadOptions read = read_options({arguments + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)});
  if (!read.options) return usage(read.problem);
  switch (read.options->command) {
    case Command::Help: print(stdout, help_text()); return kAnswered;
    case Command::Version: print(stdout, std::string(kVersion) + "\n"); return kAnswered;
    case Command::Counts:
    case Command::Report: return run(*read.options);
  }
  return kUsage;
}
