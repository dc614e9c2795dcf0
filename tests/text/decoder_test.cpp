#include "text/decoder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kirnu {
namespace {

using namespace std::string_literals;

/// Text of bytes that come in chunks ending at each of `splits`.
std::string decode(Encoding encoding, std::string_view bytes, const std::vector<std::size_t>& splits = {}) {
  Decoder decoder(encoding);
  std::string text;
  std::size_t begin = 0;
  for (const std::size_t split : splits) {
    text += decoder.decode(std::string(bytes.substr(begin, split - begin)));
    begin = split;
  }
  text += decoder.decode(std::string(bytes.substr(begin)));
  text += decoder.finish();
  return text;
}

struct Case {
  Encoding encoding;
  std::string bytes;
  std::string text;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases{
      {Encoding::Utf8, "Müller,Ääkkönen €–", "Müller,Ääkkönen €–"},
      {Encoding::Utf8, "\xEF\xBB\xBFMüller", "Müller"},
      {Encoding::Utf8,
       "\xEF\xBB\xBF\xEF\xBB\xBF"
       "a",
       "\uFEFFa"},
      {Encoding::Utf8, "😀 a 😀", "😀 a 😀"},
      {Encoding::Utf8,
       "a\xC0\x80"
       "b",
       "a\uFFFD\uFFFDb"},
      {Encoding::Utf8,
       "a\xED\xA0\x80"
       "b",
       "a\uFFFD\uFFFD\uFFFDb"},
      {Encoding::Utf8,
       "a\xF0\x9F\x98"
       "b\xF0\x9F\x98",
       "a\uFFFDb\uFFFD"},
      {Encoding::Utf8, "a\xE2\x82", "a\uFFFD"},
      {Encoding::Utf8, "\xFF\xFE\xC3\xA4", "\uFFFD\uFFFDä"},
      {Encoding::Utf8, "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {Encoding::Utf8, "\xEF\xBB", "\uFFFD"},
      {Encoding::Utf8, "", ""},
      {Encoding::Utf16Le, "\xFF\xFEM\0\xFC\0l\0\xAC\x20"s, "Mül€"},
      {Encoding::Utf16Be, "\xFE\xFF\0M\0\xFC\x20\xAC"s, "Mü€"},
      {Encoding::Utf16Le,
       "\x3D\xD8\x00\xDE"
       "a\0"s,
       "😀a"},
      {Encoding::Utf16Be, "\xD8\x3D\xDE\x00\0a"s, "😀a"},
      {Encoding::Utf16Le,
       "\x3D\xD8"
       "a\0\x00\xDE"s,
       "\uFFFDa\uFFFD"},
      {Encoding::Utf16Le, "a\0b"s, "a\uFFFD"},
      {Encoding::Utf16Le,
       "a\0\x3D\xD8"
       "b"s,
       "a\uFFFD\uFFFD"},
      {Encoding::Windows1252, "M\xFCller \x80 \x96 \x81", "Müller € – \u0081"},
      {Encoding::Iso8859_15, "M\xFCller \xA4 \xBD", "Müller € œ"},
      {Encoding::MacRoman, "M\x9Fller \x80\x8Akk\x9Anen \xDB", "Müller Ääkkönen €"},
  };
  return kCases;
}

TEST(Decoder, TurnsEachEncodingIntoUtf8) {
  for (const Case& c : cases()) EXPECT_EQ(decode(c.encoding, c.bytes), c.text);
}

TEST(Decoder, GivesTheSameTextForAnySplitOfTheBytes) {
  for (const Case& c : cases()) {
    for (std::size_t first = 0; first <= c.bytes.size(); ++first) {
      for (std::size_t second = first; second <= c.bytes.size(); ++second) {
        EXPECT_EQ(decode(c.encoding, c.bytes, {first, second}), c.text) << first << ' ' << second;
      }
    }
  }
}

TEST(Decoder, CountsWhatIsInvalidAndTellsTheFirstPlace) {
  const std::string bytes = "\xEF\xBB\xBFä\xFFx\xC3";
  for (std::size_t split = 0; split <= bytes.size(); ++split) {
    Decoder decoder(Encoding::Utf8);
    decoder.decode(bytes.substr(0, split));
    decoder.decode(bytes.substr(split));
    decoder.finish();
    EXPECT_EQ(decoder.invalid(), 2) << split;
    EXPECT_EQ(decoder.first_invalid(), 5U) << split;
    EXPECT_FALSE(decoder.odd_byte());
  }
}

TEST(Decoder, TellsAboutHalfAUnitAtTheEndOfUtf16) {
  Decoder decoder(Encoding::Utf16Le);
  decoder.decode("a\0b"s);
  decoder.finish();
  EXPECT_TRUE(decoder.odd_byte());
  EXPECT_EQ(decoder.invalid(), 1);
  EXPECT_EQ(decoder.first_invalid(), 2U);
}

TEST(Decoder, KnowsWhichByteOfTheFileATextCameFrom) {
  struct PlaceCase {
    Encoding encoding;
    std::string bytes;
    std::uint64_t x_at;  ///< the byte of the file where the only x stands
  };
  const std::vector<PlaceCase> places{
      {Encoding::Utf8, "äöx", 4},
      {Encoding::Utf8, "\xEF\xBB\xBFäx", 5},
      {Encoding::Utf8, "\xFF\xE2\x82ä\xFFx", 6},
      {Encoding::Utf16Le, "\xFF\xFE\xE4\0\x3D\xD8\x00\xDEx\0"s, 8},
      {Encoding::Utf16Be, "\0\xE4\0x"s, 2},
      {Encoding::Windows1252, "\x80\xFCx", 2},
      {Encoding::MacRoman, "\x9F\x9Fx", 2},
  };
  for (const PlaceCase& c : places) {
    for (std::size_t split = 0; split <= c.bytes.size(); ++split) {
      Decoder decoder(c.encoding);
      std::optional<std::uint64_t> found;
      for (const std::string& part : {c.bytes.substr(0, split), c.bytes.substr(split)}) {
        const std::string_view text = decoder.decode(part);
        const std::size_t at = text.find('x');
        if (at != std::string_view::npos) found = decoder.source_offset(at);
      }
      EXPECT_EQ(found, c.x_at) << c.bytes << ' ' << split;
    }
  }
}

}  // namespace
}  // namespace kirnu
