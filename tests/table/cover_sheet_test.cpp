#include "table/cover_sheet.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(CoverSheet, IsNoTable) {
  EXPECT_TRUE(is_cover_sheet("Kundenbericht 2023\n"));
  EXPECT_TRUE(is_cover_sheet("\n,Kundenbericht 2023\n\n,\"Bäckerei Huber, Köln\"\n,Petra\n"));
  EXPECT_TRUE(is_cover_sheet("Kundenbericht\nMuster GmbH\nStand: 31.12.2023\n"));
  EXPECT_TRUE(is_cover_sheet("Firma,Muster GmbH\nErstellt,03.01.2024\nvon,Petra\n"));
}

TEST(CoverSheet, IsNoneWithAList) {
  EXPECT_FALSE(is_cover_sheet("Kunde\nAal\n"));
  EXPECT_FALSE(is_cover_sheet("Aal\nBrot\nCord\n"));
  EXPECT_FALSE(is_cover_sheet("Kunde\nAal\n\nBrot\nStand: 31.12.2023\n"));
  EXPECT_FALSE(is_cover_sheet("Aal,100\nBrot,200\nQuelle: Kasse,\n"));
  EXPECT_FALSE(is_cover_sheet("Kunde,Ort\nAal,Ulm\n"));
  EXPECT_FALSE(is_cover_sheet("Stammkunden\n\nName\nAal\nBrot\n"));
  EXPECT_FALSE(is_cover_sheet("Stammkunden\n\nAal\nBrot\nCord\nDahl\n"));
  EXPECT_FALSE(is_cover_sheet("Kunden\nStand: 31.12.2023\n\nKunde,Ort\nAal,Ulm\nBrot,Bonn\nCord,Ulm\n"));
  EXPECT_FALSE(is_cover_sheet("Kundenbericht\n\na,b,c\n1,2,3\n"));
}

}  // namespace
}  // namespace kirnu
