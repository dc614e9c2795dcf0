#include "facts/plan/count_roles.h"

#include <gtest/gtest.h>

#include "facts/words/count_name.h"

namespace kirnu {
namespace {

TEST(CountRoles, AreKnownByNameInThreeLanguages) {
  struct Row {
    const char* name;
    Role role;
  };
  const Row rows[] = {{"Customers at start", Role::Opening},
                      {"opening", Role::Opening},
                      {"Kunden zu Beginn", Role::Opening},
                      {"Anfangsbestand", Role::Opening},
                      {"Asiakkaita alussa", Role::Opening},
                      {"ALKU", Role::Opening},
                      {"New customers", Role::New},
                      {"Neukunden", Role::New},
                      {"Zugänge", Role::New},
                      {"Uudet asiakkaat", Role::New},
                      {"Uusia", Role::New},
                      {"Lost", Role::Churned},
                      {"churned", Role::Churned},
                      {"Verlorene Kunden", Role::Churned},
                      {"Kündigungen", Role::Churned},
                      {"ABGÄNGE", Role::Churned},
                      {"Menetetyt", Role::Churned},
                      {"Lähteneet", Role::Churned},
                      {"Customers at end", Role::Closing},
                      {"Endbestand", Role::Closing},
                      {"Monatsende", Role::Closing},
                      {"Asiakkaita lopussa", Role::Closing},
                      {"Returned", Role::Reactivated},
                      {"Zurückgekehrt", Role::Reactivated},
                      {"Palanneet", Role::Reactivated},
                      {"Month", Role::Time},
                      {"Zeitraum", Role::Time},
                      {"Kuukausi", Role::Time},
                      {"Churn rate", Role::Ignore},
                      {"Lost %", Role::Ignore},
                      {"Kirchenmitglieder am 31.12.", Role::Closing},
                      {"Mitglieder am 1.1.", Role::Opening},
                      {"Aufnahmen", Role::New},
                      {"Kirkkoon liittyneet", Role::New},
                      {"Bestattungen", Role::Churned},
                      {"churn_pct", Role::Ignore},
                      {"monthly_churn_hazard", Role::Ignore},
                      {"Abwanderung in Prozent", Role::Ignore},
                      {"Poistumaprosentti", Role::Ignore},
                      {"churn_risk_pct", Role::Ignore},
                      {"Churn risk", Role::Ignore},
                      {"cost_per_churn", Role::Ignore},
                      {"Austritte je 1.000 Mitglieder", Role::Ignore},
                      {"Kündigungen pro Monat", Role::Churned},
                      {"avg_lifetime_months", Role::Ignore},
                      {"avg_monthly_rev", Role::Ignore},
                      {"Gross subscriber additions during period", Role::New}};
  for (const Row& row : rows) EXPECT_EQ(find_count_role(row.name), row.role) << row.name;
  EXPECT_FALSE(find_count_role("Kalender"));
  EXPECT_FALSE(find_count_role("A"));
  EXPECT_FALSE(find_count_role("Liittymät (1 000)"));  // lines, not those who joined
}

TEST(CountRoles, OfATableAreReadTogether) {
  struct Row {
    const char* what;
    std::vector<CountColumn> names;
    std::vector<Role> roles;
  };
  using enum Role;
  const Row rows[] = {
      {"money beside movements",
       {{"Month"}, {"Opening MRR"}, {"New"}, {"Expansion"}, {"Contraction"}, {"Churned"}, {"Closing MRR"}},
       {Time, MrrStart, MrrNew, MrrExpansion, MrrContraction, MrrChurned, MrrEnd}},
      {"nobody says MRR",
       {{"Kuukausi"}, {"Alussa"}, {"Uudet"}, {"Laajennukset"}, {"Supistukset"}, {"Poistuneet"}, {"Lopussa"}},
       {Time, MrrStart, MrrNew, MrrExpansion, MrrContraction, MrrChurned, MrrEnd}},
      {"customers and money",
       {{"Monat"}, {"Kunden Anfang"}, {"Kunden verloren"}, {"MRR Anfang"}, {"MRR verloren"}},
       {Time, Opening, Churned, MrrStart, MrrChurned}},
      {"MRR alone is what it came to",
       {{"Month"}, {"New MRR"}, {"Expansion MRR"}, {"Churned MRR"}, {"MRR"}},
       {Time, MrrNew, MrrExpansion, MrrChurned, MrrEnd}},
      {"a rate beside counts is none",
       {{"Month"}, {"Start"}, {"Lost"}, {"Churn rate"}},
       {Time, Opening, Churned, Ignore}},
      {"a rate alone", {{"Monat"}, {"Abwanderungsrate"}}, {Time, ChurnRate}},
      {"a rate by its cells", {{"Month"}, {.name = "Churn", .percent = true}}, {Time, ChurnRate}},
      {"kept per period", {{"Kuukausi"}, {"Asiakaspysyvyys, %"}}, {Time, RetentionRate}},
      {"a rate of revenue is none", {{"Month"}, {"MRR churn rate"}}, {Time, Ignore}},
      {"customers alone", {{"Monat"}, {"Umsatz"}, {"Kunden"}}, {Time, Ignore, Closing}},
      {"kept of those at the start", {{"Monat"}, {"Kunden Anfang"}, {"Geblieben"}}, {Time, Opening, Retained}},
      {"kept beside the lost", {{"Month"}, {"Start"}, {"Lost"}, {"Retained"}}, {Time, Opening, Churned, Ignore}},
      {"kept beside the end alone", {{"Month"}, {"Customers at end"}, {"Retained"}}, {Time, Closing, Ignore}},
      {"kept in percent", {{"Month"}, {"Start"}, {"Retained %"}}, {Time, Opening, RetentionRate}},
      {"kept for a time", {{"Month"}, {"Start"}, {"Retained after 3 months"}}, {Time, Opening, Ignore}},
      {"a plan beside the actual",
       {{"Monat"}, {"Kunden Plan"}, {"Kunden Ist"}, {"Verluste Plan"}, {"Verluste Ist"}},
       {Time, Ignore, Opening, Ignore, Churned}},
      {"a plan alone", {{"Monat"}, {"Plan-Kunden Anfang"}, {"Plan-Verluste"}}, {Time, Opening, Churned}},
      {"the year before", {{"Month"}, {"Start Vorjahr"}, {"Start"}, {"Lost"}}, {Time, Ignore, Opening, Churned}},
      {"losses so far are none", {{"Month"}, {"Start"}, {"Lost YTD"}, {"Lost"}}, {Time, Opening, Ignore, Churned}},
      {"losses so far alone", {{"Monat"}, {"Anfang"}, {"Verluste kumuliert"}}, {Time, Opening, Churned}},
      {"revenue in Kirnu's own words",
       {{"Kuukausi"}, {"MRR alussa"}, {"Kasvu"}, {"Lasku"}, {"Menetetyt"}},
       {Time, MrrStart, MrrExpansion, MrrContraction, MrrChurned}},
      {"prices that rise",
       {{"Month"}, {"Starting MRR"}, {"Cross-sell"}, {"Reductions"}, {"Winback"}, {"Churn"}},
       {Time, MrrStart, MrrExpansion, MrrContraction, MrrReactivation, MrrChurned}},
      {"growth of customers is no revenue",
       {{"Monat"}, {"Kunden Anfang"}, {"Zuwachs"}, {"Rückgang"}, {"Verloren"}},
       {Time, Opening, Ignore, Ignore, Churned}},
      {"upgrades of customers", {{"Month"}, {"Start"}, {"Lost"}, {"Upgrades"}}, {Time, Opening, Churned, Ignore}},
  };
  for (const Row& row : rows) EXPECT_EQ(find_count_roles(row.names), row.roles) << row.what;
}

}  // namespace
}  // namespace kirnu
