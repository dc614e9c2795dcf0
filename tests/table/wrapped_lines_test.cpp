#include "table/wrapped_lines.h"

#include <gtest/gtest.h>

namespace kirnu {
namespace {

TEST(WrappedLines, AreRowsInOnePairOfQuotesEach) {
  EXPECT_TRUE(are_wrapped_lines("\"id,start,end\"\n\"A,2024-01-01,\"\n"));
  EXPECT_TRUE(are_wrapped_lines("\xEF\xBB\xBF\"id;name\"\r\n\"1;\"\"Müller; Hans\"\"\"\r\n\"2;Eva\"\r\n\"3;cut o"));
}

TEST(WrappedLines, AreNoFieldsInQuotes) {
  for (const char* text :
       {"id,start\nA,2024-01-01\n", "\"id\",\"start\"\n\"A\",\"2024-01-01\"\n", "\"Müller, Hans\"\n\"Meier, Eva\"\n",
        "\"Name\"\n\"Meier,Eva\"\n", "\"a,b\"\n", "\"id\"\n\"1\"\n", "\"a,b\"\n\"1,2\",3\n", ""}) {
    EXPECT_FALSE(are_wrapped_lines(text)) << text;
  }
}

TEST(WrappedLines, LoseTheirQuotesInAnyParts) {
  const std::string text = "\xEF\xBB\xBF\"id,name\"\r\n\"1,\"\"Müller, Hans\"\"\"\r\n\n\"2,\"\"\"\"\"\n";
  const std::string rows = "\xEF\xBB\xBFid,name\r\n1,\"Müller, Hans\"\r\n\n2,\"\"\n";
  for (std::size_t split = 0; split <= text.size(); ++split) {
    LineUnwrapper unwrapper;
    std::string got(unwrapper.unwrap(std::string_view(text).substr(0, split)));
    got += unwrapper.unwrap(std::string_view(text).substr(split));
    EXPECT_EQ(got, rows) << split;
  }
}

}  // namespace
}  // namespace kirnu
