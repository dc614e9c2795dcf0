#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/cell_format.h"
#include "archive/xml_reader.h"

/// What the small parts of a workbook say, read from their XML. It counts only if the XML then ended well.
namespace kirnu {

/// Where a .rels part says that a relation leads: the first of a type ("/worksheet" is how it ends) and, unless `id` is
/// empty, with that id; empty when there is none.
std::string read_target(XmlReader& xml, std::string_view type, std::string_view id);

/// A target as the name of a part; `part` is the one whose relation it is.
std::string part_of_target(std::string_view part, std::string_view target);

/// The .rels part of a part: xl/_rels/workbook.xml.rels.
std::string relations_of_part(std::string_view part);

/// The number formats of a workbook's cell styles.
class CellFormats {
 public:
  void read(XmlReader& xml);

  /// Number when there is none of that number.
  CellFormat at(std::uint64_t style) const {
    return style < formats_.size() ? static_cast<CellFormat>(formats_[static_cast<std::size_t>(style)])
                                   : CellFormat::Number;
  }

 private:
  std::string formats_;  ///< a byte each
};

/// Texts that cells share, one behind the other.
class SharedStrings {
 public:
  /// Reads all of them; false when they are more than `most_bytes`.
  bool read(XmlReader& xml, std::uint64_t most_bytes);

  bool has(std::uint64_t index) const { return index + 1 < ends_.size(); }

  /// Empty when there is none of that number.
  std::string_view at(std::uint64_t index) const;

 private:
  std::string text_;
  std::vector<std::size_t> ends_{0};  ///< of each text; the first begins at the 0
};

/// Adds the text of the element that just began (si, is), without the readings of Japanese words, and reads past it.
void append_rich_text(std::string& text, XmlReader& xml);

/// Resolves what workbooks write for characters that XML lacks: _x000D_ is a line end, _x005F_ an underscore.
void resolve_escapes(std::string& text, std::size_t from);

/// The number that a text begins with, from its first 15 digits; `otherwise` without any.
std::int64_t whole_number(std::string_view text, std::int64_t otherwise);

}  // namespace kirnu
