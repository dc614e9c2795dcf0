#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"

namespace kirnu {

enum class Command { Counts, Report, Read, Help, Version };
enum class OutputFormat { Text, Json, Csv };

/// The command line, taken apart but not yet understood: values are as typed.
struct Options {
  Command command = Command::Help;
  Language language = Language::En;
  OutputFormat format = OutputFormat::Text;
  bool period_said = false;                                 ///< not only the default
  bool typed = false;                                       ///< kirnu read: the values as understood, too
  std::string explain;                                      ///< metric id, or empty
  std::vector<std::pair<std::string, std::string>> values;  ///< field or setting → text, in the order given
  std::vector<std::string> files;                           ///< "-" is standard input
};

struct ReadOptions {
  std::optional<Options> options;
  std::string problem;  ///< a sentence in the language asked for, and where help is, when options is absent
};

/// Reads the arguments after the program's name.
ReadOptions read_options(std::span<const char* const> arguments);

/// The text of `kirnu --help`.
std::string_view help_text();

}  // namespace kirnu
