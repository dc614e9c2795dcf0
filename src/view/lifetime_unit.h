#pragma once
#include <string>

#include "view/view.h"

namespace kirnu {

/// In which unit lengths of stay are told: where the data count days, the reader's period says it (days, weeks, months
/// or years; quarters and half-years are told in months). Else the data's own.
struct LifetimeUnit {
  std::string name = {};  ///< as period_unit_name() has it; empty: the file does not say
  double length = 1;      ///< in the data's unit
};

/// The report has lifetimes.
LifetimeUnit lifetime_unit(const Report&);

/// A length in the data's unit as told: "97 days", "3.2 months", "4" where the file names no unit.
std::string lifetime_text(const ViewContext&, double time);

/// The same in a sentence, where a number alone says nothing: "30 periods".
std::string lifetime_in_words(const ViewContext&, double time);

}  // namespace kirnu
