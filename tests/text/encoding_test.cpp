#include "text/encoding.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "text/file_kind.h"

namespace kirnu {
namespace {

using namespace std::string_literals;

TEST(Encoding, IsGuessedFromTheFirstBytes) {
  struct Case {
    std::string bytes;
    Encoding encoding;
    EncodingReason reason;
  };
  const std::vector<Case> cases{
      {"", Encoding::Utf8, EncodingReason::Ascii},
      {"id;name\n1;Anna\n", Encoding::Utf8, EncodingReason::Ascii},
      {"\xEF\xBB\xBFid", Encoding::Utf8, EncodingReason::ByteOrderMark},
      {"id;Müller", Encoding::Utf8, EncodingReason::ValidUtf8},
      {"id;M\xC3", Encoding::Utf8, EncodingReason::Ascii},
      {"Müller Mäkinen Järvi \xFF", Encoding::Utf8, EncodingReason::MostlyUtf8},
      {"\xFF\xFEi\0d\0"s, Encoding::Utf16Le, EncodingReason::ByteOrderMark},
      {"\xFE\xFF\0i\0d"s, Encoding::Utf16Be, EncodingReason::ByteOrderMark},
      {"i\0d\0\t\0\xFC\0"s, Encoding::Utf16Le, EncodingReason::ZeroPattern},
      {"\0i\0d\0\t\0\xFC"s, Encoding::Utf16Be, EncodingReason::ZeroPattern},
      {"id;M\xFCller", Encoding::Windows1252, EncodingReason::NotUtf8},
      {"12 \x80", Encoding::Windows1252, EncodingReason::NotUtf8},
      {"don\x92t \x96 Milo\x9A, \x8Akoda", Encoding::Windows1252, EncodingReason::NotUtf8},
      {"M\x9Fller;J\x8Arvi;M\x8Akinen", Encoding::MacRoman, EncodingReason::MacintoshLetters},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(encoding_name(guess_encoding(c.bytes).encoding), encoding_name(c.encoding)) << c.bytes;
    EXPECT_EQ(encoding_reason_name(guess_encoding(c.bytes).reason), encoding_reason_name(c.reason)) << c.bytes;
  }
}

TEST(Encoding, IsFoundByName) {
  EXPECT_EQ(find_encoding("Windows-1252"), Encoding::Windows1252);
  EXPECT_EQ(find_encoding("UTF-8"), Encoding::Utf8);
  EXPECT_EQ(find_encoding("macintosh"), Encoding::MacRoman);
  EXPECT_FALSE(find_encoding("klingon"));
}

/// Bytes of all kinds, as what is packed in a way that nobody knows.
std::string packed_bytes() {
  std::string bytes;
  for (std::uint32_t i = 0, state = 7; i < 4000; ++i) {
    state = state * 1664525 + 1013904223;
    bytes += static_cast<char>(state >> 24U);
  }
  return bytes;
}

TEST(FileKind, IsSeenInTheBytesWhateverTheName) {
  struct Case {
    std::string bytes;
    FileKind kind;
  };
  const std::vector<Case> cases{
      {"", FileKind::Empty},
      {"\xEF\xBB\xBF", FileKind::Empty},
      {"\r\n \n", FileKind::Empty},
      {"\xFF\xFE", FileKind::Empty},
      {"id;name\n1;a\n", FileKind::Text},
      {"\xFF\xFEi\0d\0"s, FileKind::Text},
      {"M\xFCller;1\n", FileKind::Text},
      {"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", FileKind::Workbook},
      {"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FileKind::OpenDocument},
      {"PK\x03\x04....photo.jpg", FileKind::Zip},
      {"\x1F\x8B\x08", FileKind::Gzip},
      {"%PDF-1.7", FileKind::Pdf},
      {"\x89PNG\r\n", FileKind::Image},
      {"\xD0\xCF\x11\xE0\xA1", FileKind::OldWorkbook},
      {"\n<!DOCTYPE html><title>503", FileKind::Html},
      {"<html lang=en>", FileKind::Html},
      {"<ann@example.com>\n<ben@example.com>\n", FileKind::Text},
      {"<table border=1>\r\n <tr><td>id", FileKind::Html},
      {"<meta charset=utf-8><table>", FileKind::Html},
      {"<TICKER>\t<DATE>\nA\t20240102\n", FileKind::Text},
      {"<id>;name\n<7>;b\n", FileKind::Text},
      {"<id>\n7\n", FileKind::Text},
      {"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<Workbook>", FileKind::Xml},
      {"[{\"id\": 1}]", FileKind::Json},
      {"{\n \"data\": []}", FileKind::Json},
      {"[id];[name]\n", FileKind::Text},
      {"id\x01"
       "end\n7\x01"
       "8\n9\x01\n",
       FileKind::Text},
      {"a\x1F"
       "b\x1F"
       "c\n1\x1F"
       "2\x1F"
       "3\n",
       FileKind::Text},
      {packed_bytes(), FileKind::Binary},
      {"\x7F"
       "ELF\x02\x01\x01\0\0\0\0\0\0"s,
       FileKind::Binary},
  };
  for (const Case& c : cases) EXPECT_EQ(file_kind_name(find_file_kind(c.bytes)), file_kind_name(c.kind)) << c.bytes;
}

}  // namespace
}  // namespace kirnu
