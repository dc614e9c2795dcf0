#pragma once
#include <vector>

#include "base/issue.h"
#include "report/report.h"
#include "state/state.h"

namespace kirnu {

/// What a person asks, read from what was typed, with an issue for every field that is no number (field = its id) and
/// a note where a number was understood in a way that is not obvious.
struct ReadQuestion {
  Question question;
  std::vector<Issue> issues;
};

ReadQuestion read_question(const State&);

}  // namespace kirnu
