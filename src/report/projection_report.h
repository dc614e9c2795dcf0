#pragma once
#include "metrics/lifetime_fit.h"
#include "report/question_settings.h"
#include "report/report.h"

namespace kirnu {

/// Fitted numbers have so many significant digits: more say nothing.
inline constexpr int kFittedDigits = 6;

/// What renewals are of.
struct RenewalSource {
  Renewals renewals = {};
  bool percent = false;               ///< a series of percent
  std::optional<double> size = {};    ///< nominal number of customers of percent; absent: real customers
  std::optional<Period> period = {};  ///< from one renewal to the next, where `report.period` says none
  bool asked = false;                 ///< a refusal is told: somebody asked for a projection, or the file is for one
};

/// Adds the projection with its metrics, or why there is none; `report.period` is set already.
void add_projection(Report&, const RenewalSource&, const QuestionSettings&);

/// Whether a setting asks for a projection.
bool asks_for_projection(const QuestionSettings&);

}  // namespace kirnu
