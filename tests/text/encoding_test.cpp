#include "text/encoding.h"

#include <gtest/gtest.h>

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
      {"[{\"id\": 1}]", FileKind::Json},
      {"{\n \"data\": []}", FileKind::Json},
      {"[id];[name]\n", FileKind::Text},
      {"\x7F"
       "ELF\x02\x01\x01\0\0\0\0\0\0"s,
       FileKind::Binary},
  };
  for (const Case& c : cases) EXPECT_EQ(file_kind_name(find_file_kind(c.bytes)), file_kind_name(c.kind)) << c.bytes;
}

}  // namespace
}  // namespace kirnu
