#include "text/total_words.h"

#include <gtest/gtest.h>

#include <string>

namespace kirnu {
namespace {

class TotalsOf : public testing::TestWithParam<const char*> {};

TEST_P(TotalsOf, EveryCurrencyAreTotals) {
  const std::string currency = GetParam();
  for (const char* word : {"Total", "Summe", "Gesamt", "Yhteensä", "Sum"}) {
    EXPECT_TRUE(names_total(word + (" " + currency))) << word << currency;
    EXPECT_TRUE(names_total(word + (" (" + currency + "):"))) << word << currency;
    EXPECT_TRUE(names_total(currency + " " + word)) << word << currency;
  }
}

INSTANTIATE_TEST_SUITE_P(All, TotalsOf,
                         testing::Values("EUR", "USD", "CHF", "GBP", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY", "CAD",
                                         "AUD", "€", "$", "£", "Fr.", "kr", "euroa"));

TEST(TotalWords, StandAloneOrBesideWhatIsAddedUp) {
  for (const char* cell : {"Total",
                           "gesamt:",
                           " Summe ",
                           "YHTEENSÄ",
                           "yht.",
                           "Σ",
                           "Ø",
                           "Grand Total",
                           "Zwischensumme",
                           "Total revenue",
                           "Umsatz gesamt",
                           "Summe Umsatz",
                           "Kunden gesamt",
                           "Alle Kunden",
                           "All users",
                           "Overall",
                           "Alle",
                           "Kaikki asiakkaat",
                           "asiakkaat yhteensä",
                           "Durchschnitt Umsatz",
                           "Ø gesamt",
                           "gewichteter Durchschnitt"})
    EXPECT_TRUE(names_total(cell)) << cell;
}

TEST(TotalWords, AreNoneInOtherNames) {
  for (const char* cell : {"", "Kunde", "Total Energies", "Summe AG", "Gesamtschule Ulm", "Alle Jahre GmbH", "EUR",
                           "Umsatz", "Umsatz EUR", "Total EUR Umsatz", "Totalis", "Sum 41", "Alle meine Kunden"})
    EXPECT_FALSE(names_total(cell)) << cell;
}

}  // namespace
}  // namespace kirnu
