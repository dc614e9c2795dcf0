#pragma once
#include <string>
#include <string_view>

#include "base/language.h"

namespace kirnu {

/// What is wrong with a command line.
enum class UsageProblem {
  NoCommand,
  UnknownCommand,  ///< from here on the sentence quotes what was found
  UnknownOption,
  ValueNeeded,
  UnknownLanguage,
  UnknownFormat,
  UnknownPeriod,
  NoSetting,
  UnknownSetting,
  BadValue,
  SettingOfFile,
  CountBesideFile,
  FileUnreadable,
  NoMetric,
  FileNeeded,  ///< from here on it does not
  TooManyFiles,
};

/// The sentence for it, and where help is, a line each. `expected`: of a bad value, what is understood.
std::string usage_text(UsageProblem problem, Language language, std::string_view found = {},
                       std::string_view expected = {});

}  // namespace kirnu
