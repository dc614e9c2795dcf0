#include "text/nfc.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

struct Row {
  std::string_view text, composed;
};

TEST(Nfc, MakesOneCharacterOfLetterAndMark) {
  for (const Row& row : {Row{"Mu\u0308ller", "M\u00FCller"}, Row{"A\u030Akesson", "\u00C5kesson"},
                         Row{"M\u00FCller", "M\u00FCller"}, Row{"\u212B", "\u00C5"}, Row{"\u1100\u1161", "\uAC00"},
                         Row{"a\u0323\u0307", "\u1EA1\u0307"}, Row{"a\u0307\u0323", "\u1EA1\u0307"},
                         Row{"\U0001D15E", "\U0001D157\U0001D165"}, Row{"Stra\u00DFe", "Stra\u00DFe"}, Row{"", ""}}) {
    EXPECT_EQ(to_nfc(row.text), row.composed) << row.text;
  }
}

TEST(Nfc, IsNoQuestionBelowTheFirstMark) {
  EXPECT_FALSE(may_need_nfc("cus_4711"));
  EXPECT_FALSE(may_need_nfc("M\u00FCller \u02AF"));
  EXPECT_TRUE(may_need_nfc("u\u0308"));
  EXPECT_TRUE(may_need_nfc("\u212B"));
}

}  // namespace
}  // namespace kirnu
