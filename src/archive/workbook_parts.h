#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/cell_format.h"
#include "archive/xml_reader.h"

/// The small parts of a workbook, each read from its XML. What is read is whole only if the XML then ended well.
namespace kirnu {

/// A line of a .rels part: an id, what the target is ("worksheet": the last word of its type), and where.
struct Relationship {
  std::string id, type, target;
};

std::vector<Relationship> read_relationships(XmlReader& xml);

/// The target of a relation as a part's name; `part` is the one whose relation it is.
std::string part_of_target(std::string_view part, std::string_view target);

/// The .rels part of a part: xl/_rels/workbook.xml.rels.
std::string relationships_part(std::string_view part);

struct SheetLine {
  std::string name, relation;
  bool hidden = false;
};

struct WorkbookPart {
  std::vector<SheetLine> sheets;  ///< in the order of their tabs
  Epoch epoch = Epoch::Year1900;
};

WorkbookPart read_workbook_part(XmlReader& xml);

/// The number formats of the cell styles, in their order.
std::vector<CellFormat> read_styles(XmlReader& xml);

/// Texts that cells share, one behind the other.
class SharedStrings {
 public:
  /// Reads all of them; false when they are more than `most_bytes`.
  bool read(XmlReader& xml, std::uint64_t most_bytes);

  /// Empty when there is none of that number.
  std::string_view at(std::uint64_t index) const;

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};

/// Adds the text of the element that just began (si, is), without the readings of Japanese words, and reads past it.
void append_rich_text(std::string& text, XmlReader& xml);

/// Resolves what workbooks write for characters that XML lacks: _x000D_ is a line end, _x005F_ an underscore.
void resolve_escapes(std::string& text, std::size_t from);

}  // namespace kirnu
