#include "archive/xml_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace kirnu {
namespace {

/// A document as its tokens, given in pieces of `piece` bytes: <a x=1>text</a>.
std::string tokens_of(const std::string& document, std::size_t piece = 1000, std::string_view attribute = "x") {
  std::size_t at = 0;
  XmlReader xml([&] {
    const std::string_view next = std::string_view(document).substr(at, piece);
    at += next.size();
    return next;
  });
  std::string told, text;
  while (true) {
    const XmlToken token = xml.next();
    if (token == XmlToken::Text) {
      text += xml.text();
      continue;
    }
    told += text;
    text.clear();
    if (token == XmlToken::Done) return told;
    if (token == XmlToken::Damaged) return told + "!";
    const std::string_view value = token == XmlToken::Start ? xml.attribute(attribute) : "";
    told += (token == XmlToken::Start ? "<" : "</") + std::string(xml.name());
    told += (value.empty() ? "" : " " + std::string(value)) + ">";
  }
}

TEST(Xml, IsReadAsTokens) {
  struct Case {
    std::string document, tokens;
  };
  const Case cases[] = {
      {"<a>b</a>", "<a>b</a>"},
      {"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<a>b</a>\n", "<a>b</a>"},
      {"<p:a xmlns:x=\"no\" p:x=\"1\">b</p:a>", "<a 1>b</a>"},
      {"<a y='\"' x = '1>&lt;2'/>", "<a 1><2></a>"},
      {"<a\n\tx=\"1\"\n/>", "<a 1></a>"},
      {"<a x=\"\"/>", "<a></a>"},
      {"<a x/>", "<a></a>"},
      {"<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;</a>", "<a>&<>\"'AA</a>"},
      {"<a>&nbsp; & &#; &#xD800; &#0; &#x110000; &#x:@; &amp</a>",
       "<a>&nbsp; & &#; &#xD800; &#0; &#x110000; &#x:@; &amp</a>"},
      {"<a>1\r\n2\r3</a>", "<a>1\n2\n3</a>"},
      {"<a><![CDATA[<&amp;]]]>]]></a>", "<a><&amp;]]]></a>"},
      {"<a>b<!-- <c> -- > -->d<?pi <e>?>f</a>", "<a>bdf</a>"},
      {"<!DOCTYPE a [<!ENTITY b \"c>\"><!ENTITY d '&b;&b;'>]><a>&d;</a>", "<a>&d;</a>"},
      {"<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "<a></a>"},
      {"", "!"},
      {"  ", "!"},
      {"text", "!"},
      {"<a>", "<a>!"},
      {"<a></a></b>", "<a></a>!"},
      {"<a/>text", "<a></a>!"},
      {"<a", "!"},
      {"<a x=\"", "!"},
      {"<>", "!"},
      {"<a><!-- ", "<a>!"},
      {"<a><![CDATA[ ", "<a>!"},
      {std::string("\xFF\xFE<\0a\0/\0>\0", 10), "!"},
      {std::string("<\0a\0/\0>\0", 8), "!"},
      {std::string("\0<\0a", 4), "!"},
  };
  for (const Case& c : cases) {
    for (const std::size_t piece : {1U, 2U, 3U, 1000U}) {
      EXPECT_EQ(tokens_of(c.document, piece), c.tokens) << c.document << " in pieces of " << piece;
    }
  }
}

TEST(Xml, GoesAHundredElementsDeep) {
  const auto nested = [](int depth) {
    std::string document;
    for (int i = 0; i < depth; ++i) document += "<a>";
    for (int i = 0; i < depth; ++i) document += "</a>";
    return document;
  };
  EXPECT_FALSE(tokens_of(nested(100)).ends_with('!'));
  EXPECT_TRUE(tokens_of(nested(101)).ends_with('!'));
}

TEST(Xml, HasATextOfAtMost16MiB) {
  EXPECT_EQ(tokens_of("<a>" + std::string(1U << 20U, 'b') + "</a>", 1U << 16U).size(), (1U << 20U) + 7);
  EXPECT_EQ(tokens_of("<a>" + std::string(17U << 20U, 'b') + "</a>", 1U << 16U), "<a>!");
}

}  // namespace
}  // namespace kirnu
