#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/command.h"

/// `kirnu read --typed`: each cell as it was understood.
namespace kirnu {
namespace {

/// The rows of `typed` as they stand in the JSON.
std::string typed(const std::string& table) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "kirnu_typed.csv";
  std::ofstream(path, std::ios::binary) << table;
  const std::string output = run({"read", path.string(), "--typed", "--format", "json"}).output;
  std::filesystem::remove(path);
  const std::string_view name = "\"typed\":";
  const std::size_t begin = output.find(name) + name.size();
  return output.substr(begin, output.find(",\"rejected\"", begin) - begin);
}

TEST(ReadTyped, SaysNumbersOfEveryKindAsNumbers) {
  EXPECT_EQ(typed("time;event\n1,5;1\n2;0\n3;1\n"), R"([[1.5,"1"],[2.0,"0"],[3.0,"1"]])");
  EXPECT_EQ(typed("Month;MRR start;New MRR;Churned MRR\n2024-01;100.5;10;5\n2024-02;105.5;1;2\n"),
            R"([["2024-01",100.5,10.0,5.0],["2024-02",105.5,1.0,2.0]])");
}

TEST(ReadTyped, SaysDaysAndLeavesTextsAlone) {
  EXPECT_EQ(typed("customer;start;end\nA;01.02.2024;\nB;15.02.2024;31.03.2024\n"),
            R"([["A","2024-02-01",null],["B","2024-02-15","2024-03-31"]])");
}

TEST(ReadTyped, LeavesSharesAsTheyAreWritten) {
  EXPECT_EQ(typed("Monat;Kunden;Abwanderungsrate\nJan 2024;100;2,5 %\nFeb 2024;98;3 %\n"),
            R"([["Jan 2024","100","2,5 %"],["Feb 2024","98","3 %"]])");
}

}  // namespace
}  // namespace kirnu
