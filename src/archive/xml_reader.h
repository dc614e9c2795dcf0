#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kirnu {

/// The character of that code in digits of base 10 or 16; 0 when there is none.
char32_t character_of_code(std::string_view digits, std::uint32_t base);

enum class XmlToken {
  Start,    ///< an element begins: name() and attribute()
  End,      ///< an element ends: name()
  Text,     ///< text() between two tags, entities resolved; never empty
  Done,     ///< the document ended as it should
  Damaged,  ///< no XML, cut off, not UTF-8, nested deeper than 100, or a tag or text beyond 16 MiB
};

/// Reads XML as a row of tokens, from pieces that are asked for when they are needed. Prefixes of namespaces are left
/// out of names. Comments, instructions and the document type are passed over; entities that it declares stay as they
/// are written.
class XmlReader {
 public:
  using Refill = std::function<std::string_view()>;  ///< the next piece; empty at the end

  explicit XmlReader(Refill refill);

  /// What next() gave stays valid until it is called again.
  XmlToken next();

  std::string_view name() const { return name_; }

  /// An attribute of the element that just began, without its prefix; empty when there is none. Valid until the next
  /// call of attribute() or next().
  std::string_view attribute(std::string_view name);

  std::string_view text() const { return text_; }

  /// Elements open: one that just began is among them, one that just ended is not.
  int depth() const { return depth_; }

 private:
  bool begin();
  bool grow();
  bool starts_with(std::string_view text);
  std::size_t find(std::string_view text, std::size_t from = 0);
  std::size_t find_end_of_tag();
  XmlToken damage();
  std::optional<XmlToken> read_text();
  std::optional<XmlToken> read_markup();
  std::optional<XmlToken> pass_over(std::string_view closing, std::size_t from);
  std::optional<XmlToken> read_character_data();
  std::optional<XmlToken> pass_over_document_type();
  std::optional<XmlToken> read_tag();
  std::string_view decode(std::string_view raw, std::string& scratch);

  Refill refill_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< the next token begins here
  std::string_view name_, attributes_, text_;
  std::string text_scratch_, attribute_scratch_;
  int depth_ = 0;
  bool begun_ = false;
  bool rooted_ = false;   ///< an element was seen
  bool closing_ = false;  ///< the element that just began has no content
  bool damaged_ = false;
};

}  // namespace kirnu
