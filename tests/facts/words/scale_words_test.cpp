#include "facts/words/scale_words.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(ScaleWords, SayInWhatNumbersAreCounted) {
  struct Row {
    const char* name;
    double scale;
  };
  const Row rows[] = {{"Mitglieder (in Tsd.)", 1e3},
                      {"(in thousands)", 1e3},
                      {"Liittymät (1 000)", 1e3},
                      {"Subscribers (1,000s)", 1e3},
                      {"Jäseniä, tuhansia", 1e3},
                      {"MRR (K)", 1e3},
                      {"Kunden in Mio.", 1e6},
                      {"Subscribers end of period (millions)", 1e6},
                      {"Tilaajat (milj.)", 1e6},
                      {"Kunden", 1},
                      {"Kündigungen je 1.000 Kunden", 1},
                      {"Churn per thousand", 1},
                      {"Kunden 1000", 1},
                      {"Customers (2023)", 1}};
  for (const Row& row : rows) EXPECT_EQ(scale_in(row.name), row.scale) << row.name;
}

TEST(ScaleWords, InATitleStandBesideWhatTheyCount) {
  struct Row {
    const char* title;
    double factor;
    bool money;
  };
  const Row rows[] = {{"Angaben in Tausend", 1e3, false},
                      {"Umsatz in Tsd. EUR", 1e3, true},
                      {"Liikevaihto, tuhatta euroa", 1e3, true},
                      {"Luvut tuhansina", 1e3, false},
                      {"Beträge in 1.000 €", 1e3, true},
                      {"TEUR", 1e3, true},
                      {"in thousands", 1e3, false},
                      {"Kunden 2023\nin Mio. EUR\n", 1e6, true},
                      {"Tausend Dank an alle Kunden", 1, false},
                      {"Umsatz in 10000 Filialen", 1, false},
                      {"Kunden 2023", 1, false}};
  for (const Row& row : rows) {
    const TitleScale scale = scale_in_title(row.title);
    EXPECT_EQ(scale.factor, row.factor) << row.title;
    EXPECT_EQ(scale.factor != 1 && scale.money, row.money) << row.title;
  }
}

}  // namespace
}  // namespace kirnu
