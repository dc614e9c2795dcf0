#include "state/field_value.h"
#include "state/state.h"

namespace kirnu {
namespace {

constexpr std::string_view kMonths =
    "2025-01\t1500\t24\t20\t1504\n"
    "2025-02\t1504\t21\t23\t1502\n"
    "2025-03\t1502\t26\t18\t1510\n"
    "2025-04\t1510\t19\t24\t1505\n"
    "2025-05\t1505\t30\t21\t1514\n"
    "2025-06\t1514\t22\t41\t1495\n"
    "2025-07\t1495\t25\t22\t1498\n"
    "2025-08\t1498\t28\t19\t1507\n"
    "2025-09\t1507\t17\t21\t1503\n"
    "2025-10\t1503\t23\t18\t1508\n"
    "2025-11\t1508\t27\t24\t1511\n"
    "2025-12\t1511\t20\t23\t1508\n";

std::string_view header_of(Language language) {
  switch (language) {
    case Language::En: return "Month\tStart\tNew\tLost\tEnd\n";
    case Language::De: return "Monat\tBeginn\tNeu\tVerloren\tEnde\n";
    case Language::Fi: return "Kuukausi\tAlku\tUudet\tLähtijät\tLoppu\n";
  }
  return {};
}

}  // namespace

State example_state(Language language) {
  State state;
  state.language = language;
  state.example = true;
  state.fields["start"] = write_field(1500, FieldKind::Count, language);
  state.fields["lost"] = write_field(250, FieldKind::Count, language);
  state.fields["paste"] = std::string(header_of(language)) + std::string(kMonths);
  return state;
}

}  // namespace kirnu
