#include "archive/unpacker.h"

#include <gtest/gtest.h>

#include <string>

#include "archive/packed.h"

namespace kirnu {
namespace {

using packed::unpack;

std::string customers() {
  std::string text = "id;start;end\n";
  for (int i = 0; i < 200; ++i) {
    const int day = i % 28 + 1;
    text += "c" + std::to_string(i) + ";2024-01-" + (day < 10 ? "0" : "") + std::to_string(day) + ";\n";
  }
  return text;
}

TEST(Gzip, GivesTheTextOfAllItsMembers) {
  const packed::Unpacked result = unpack(packed::fixture("customers.csv.gz"));
  EXPECT_TRUE(result.good);
  EXPECT_EQ(result.text, customers());
}

TEST(Gzip, GivesTheSameTextHoweverItIsSplit) {
  const std::string bytes = packed::fixture("customers.csv.gz"), text = customers();
  for (const std::size_t chunk : {1U, 2U, 3U, 17U}) EXPECT_EQ(unpack(bytes, chunk).text, text) << chunk;
  for (std::size_t at = 0; at <= bytes.size(); ++at) {
    std::string got;
    Unpacker unpacker(FileKind::Gzip, [&](std::string_view part) {
      got += part;
      return true;
    });
    EXPECT_TRUE(unpacker.feed(bytes.substr(0, at)) && unpacker.feed(bytes.substr(at)) && unpacker.finish()) << at;
    EXPECT_EQ(got, text) << at;
  }
}

TEST(Gzip, ReadsEveryPartOfAHeader) {
  std::string bytes = packed::gzip("a,b\n1,2\n");
  bytes[3] = 2 | 4 | 8 | 16;
  bytes.insert(10, std::string("\x03\0xyzname\0comment\0\x12\x34", 20));
  for (const std::size_t chunk : {1U, 5U, 1000U}) EXPECT_EQ(unpack(bytes, chunk).text, "a,b\n1,2\n");
}

TEST(Gzip, TellsWhatIsDamaged) {
  const std::string good = packed::gzip("a,b\n1,2\n");
  const auto changed = [&](std::size_t at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    return bytes;
  };
  EXPECT_TRUE(unpack(good).good);
  EXPECT_TRUE(unpack(packed::gzip("")).good);
  EXPECT_TRUE(unpack(good + std::string(600, '\0')).good);
  EXPECT_TRUE(unpack(good + std::string(600, '\0'), 1).good);
  EXPECT_EQ(unpack(good + good, 1).text, "a,b\n1,2\na,b\n1,2\n");
  const std::string bad[] = {
      changed(2),                      // method
      changed(11),                     // a block's length
      changed(16),                     // text
      changed(good.size() - 8),        // checksum
      changed(good.size() - 1),        // length
      good + "more",                   // what is no gzip
      good + std::string("\0\0x", 3),  // what is no padding
      good.substr(0, 2),
      good + good.substr(0, 5),
  };
  for (const std::string& bytes : bad) {
    for (const std::size_t chunk : {1U, 1000U}) {
      const packed::Unpacked result = unpack(bytes, chunk);
      EXPECT_FALSE(result.good);
      EXPECT_EQ(result.issue, "archive_damaged");
    }
  }
  for (std::size_t size = 2; size < good.size(); ++size) {
    EXPECT_EQ(unpack(good.substr(0, size)).issue, "archive_damaged") << size;
  }
}

TEST(Gzip, StopsWhenItUnpacksToTooMuch) {
  const std::string zeros = packed::fixture("zeros.gz");
  EXPECT_EQ(unpack(zeros).text.size(), 2'000'000U);
  UnpackLimits limits;
  limits.gzip_bytes = 1U << 20U;
  const packed::Unpacked large = unpack(zeros, 100, limits);
  EXPECT_EQ(large.issue, "archive_too_large");
  EXPECT_EQ(std::get<std::string>(large.values.at(0).value), "1 MiB");
  limits = {};
  limits.ratio_from = 100'000;
  limits.ratio = 500;
  const packed::Unpacked dense = unpack(zeros, 0, limits);
  EXPECT_EQ(dense.issue, "archive_too_large");
  EXPECT_EQ(std::get<std::string>(dense.values.at(0).value), "500:1");
  EXPECT_LT(dense.text.size(), 1'500'000U);
}

TEST(Zip, GivesItsOnlyFile) {
  EXPECT_EQ(unpack(packed::fixture("customers.zip")).text, customers());
  EXPECT_EQ(unpack(packed::fixture("streamed_64.zip"), 1).text, customers());
  EXPECT_EQ(unpack(packed::zip({{"a.csv", "a,b\n"}})).text, "a,b\n");
  EXPECT_EQ(unpack(packed::zip({{"a.csv", "a,b\n"}}) + "trailing bytes").text, "a,b\n");
}

TEST(Zip, ReadsNumbersOf64Bits) {
  const std::string text = "a,b\n", name = "a.csv", none = packed::number(0xFFFFFFFFU, 4);
  const std::string about = packed::number(0, 8) + packed::number(packed::crc_of(text), 4);
  const std::string local = "PK\x03\x04" + packed::number(45, 2) + about + packed::number(4, 4) + packed::number(4, 4) +
                            packed::number(5, 2) + packed::number(0, 2) + name + text;
  const std::string extra =
      packed::number(1, 2) + packed::number(24, 2) + packed::number(4, 8) + packed::number(4, 8) + packed::number(0, 8);
  const std::string directory = "PK\x01\x02" + packed::number(45, 2) + packed::number(45, 2) + about + none + none +
                                packed::number(5, 2) + packed::number(28, 2) + packed::number(0, 10) + none + name +
                                extra;
  const std::string end64 = "PK\x06\x06" + packed::number(44, 8) + packed::number(0, 12) + packed::number(1, 8) +
                            packed::number(1, 8) + packed::number(directory.size(), 8) +
                            packed::number(local.size(), 8);
  const std::string locator =
      "PK\x06\x07" + packed::number(0, 4) + packed::number(local.size() + directory.size(), 8) + packed::number(1, 4);
  const std::string end = "PK\x05\x06" + packed::number(0, 4) + none + none + none + packed::number(0, 2);
  EXPECT_EQ(unpack(local + directory + end64 + locator + end).text, text);
  EXPECT_EQ(unpack(local + directory + locator + end).issue, "archive_damaged");
  EXPECT_EQ(unpack(local + directory + end).issue, "archive_many_files");  // 65535, it says
}

TEST(Zip, TellsWhatItCannotRead) {
  struct Case {
    std::string bytes, issue;
  };
  std::string wrong_text = packed::zip({{"a.csv", "a,b\n"}}), wrong_place = wrong_text;
  wrong_text[wrong_text.find("a,b")] = 'x';
  wrong_place[wrong_place.size() - 6] = 'x';
  std::string cut = packed::fixture("customers.zip");
  cut.resize(cut.size() - 30);
  const Case cases[] = {
      {wrong_text, "archive_damaged"},
      {wrong_place, "archive_damaged"},
      {cut, "archive_damaged"},
      {"PK\x03\x04 and nothing more", "archive_damaged"},
      {packed::zip({{"a.csv", "a"}, {"b.csv", "b"}}), "archive_many_files"},
      {packed::zip({{"a/", ""}, {"__MACOSX/a", "b"}}), "archive_many_files"},
      {packed::zip({{"a.csv", "a", 1}}), "archive_encrypted"},
      {packed::zip({{"a.csv", "a", 0, 9}}), "archive_method_unknown"},
      {packed::zip({{"a.csv", "a", 0, 8}}), "archive_damaged"},
      {packed::zip({{"a.csv", packed::zip({{"b.csv", "b"}})}}), ""},
  };
  for (const Case& c : cases) {
    const packed::Unpacked result = unpack(c.bytes);
    EXPECT_EQ(result.issue, c.issue);
    EXPECT_EQ(result.good, c.issue.empty());
  }
}

TEST(Zip, StopsWhenItUnpacksToTooMuch) {
  const std::string zeros = packed::fixture("zeros.zip");
  EXPECT_EQ(unpack(zeros).text.size(), 2'000'000U);
  UnpackLimits limits;
  limits.zip_bytes = 1'000'000;
  EXPECT_EQ(unpack(zeros, 0, limits).issue, "archive_too_large");
  limits = {};
  limits.ratio_from = 100'000;
  limits.ratio = 500;
  EXPECT_EQ(unpack(zeros, 0, limits).issue, "archive_too_large");
  limits = {};
  limits.zip_packed = 1000;
  EXPECT_EQ(unpack(zeros, 100, limits).issue, "archive_too_large");
  limits = {};
  limits.zip_files = 2;
  EXPECT_EQ(unpack(packed::zip({{"a/", ""}, {"b/", ""}, {"c", "1"}}), 0, limits).issue, "archive_many_files");
}

TEST(Unpacker, StopsWhenNobodyWantsMore) {
  for (const char* name : {"zeros.gz", "zeros.zip", "customers.xlsx"}) {
    const std::string bytes = packed::fixture(name);
    int calls = 0;
    Unpacker unpacker(find_file_kind(bytes), [&](std::string_view) { return ++calls < 1; });
    unpacker.feed(bytes);
    EXPECT_FALSE(unpacker.finish());
    EXPECT_FALSE(unpacker.error());
    EXPECT_EQ(calls, 1);
  }
}

TEST(Unpacker, TakesPackedFilesOnly) {
  EXPECT_TRUE(Unpacker::unpacks(find_file_kind(packed::fixture("customers.csv.gz"))));
  EXPECT_TRUE(Unpacker::unpacks(find_file_kind(packed::fixture("customers.zip"))));
  EXPECT_EQ(find_file_kind(packed::fixture("customers.xlsx")), FileKind::Workbook);
  EXPECT_EQ(find_file_kind(packed::fixture("streamed.xlsx")), FileKind::Workbook);
  EXPECT_FALSE(Unpacker::unpacks(find_file_kind("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")));  // .xls, or one with a password
  EXPECT_FALSE(Unpacker::unpacks(find_file_kind(
      packed::zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}))));
}

TEST(Unpacker, SaysHowFarItIs) {
  const std::string bytes = packed::fixture("zeros.zip");
  Unpacker unpacker(FileKind::Zip, [](std::string_view) { return true; });
  unpacker.feed(bytes);
  EXPECT_EQ(unpacker.progress(), 0);
  double last = 0;
  int steps = 0;
  while (unpacker.step()) {
    EXPECT_GE(unpacker.progress(), last);
    last = unpacker.progress();
    ++steps;
  }
  EXPECT_GE(steps, 2);
  EXPECT_EQ(unpacker.progress(), 1);
}

}  // namespace
}  // namespace kirnu
