#include "archive/workbook_parts.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestCell = 16U << 20U;  // far beyond what a table may hold: it says so
constexpr std::size_t kMostLines = 10'000;        // of small parts: none has as many
constexpr std::size_t kMostStyles = 65'536;
constexpr std::size_t kMostCustomFormats = 4'096;

bool goes_on(XmlToken token) { return token != XmlToken::Done && token != XmlToken::Damaged; }

/// The number a text begins with; 0 when it is none.
int small_number(std::string_view text) {
  int number = 0;
  for (const char c : text.substr(0, 8)) {
    if (c < '0' || c > '9') break;
    number = number * 10 + (c - '0');
  }
  return number;
}

struct CustomFormat {
  int id = 0;
  CellFormat format = CellFormat::Number;
};

CellFormat format_of_id(int id, const std::vector<CustomFormat>& custom) {
  for (const CustomFormat& format : custom) {
    if (format.id == id) return format.format;
  }
  return built_in_format(id);
}

/// The value of _x000D_ at the start of a text; absent when there is no such escape.
std::optional<char32_t> escaped_character(std::string_view text) {
  if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(2, 4)) {
    const char low = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (low >= 'a' && low <= 'f') {
      value = value * 16 + static_cast<char32_t>(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return surrogate ? std::nullopt : std::optional(value);
}

}  // namespace

std::vector<Relationship> read_relationships(XmlReader& xml) {
  std::vector<Relationship> relationships;
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token != XmlToken::Start || xml.name() != "Relationship" || relationships.size() == kMostLines) continue;
    Relationship relationship{.id = std::string(xml.attribute("Id")),
                              .type = std::string(xml.attribute("Type")),
                              .target = std::string(xml.attribute("Target"))};
    relationship.type.erase(0, relationship.type.rfind('/') + 1);
    relationships.push_back(std::move(relationship));
  }
  return relationships;
}

std::string part_of_target(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(part.substr(0, part.rfind('/') + 1));
  while (target.starts_with("./") || target.starts_with("../")) {
    const bool up = target.starts_with("../");
    target.remove_prefix(up ? 3 : 2);
    if (!up || folder.empty()) continue;
    folder.pop_back();
    folder.erase(folder.rfind('/') + 1);
  }
  return folder.append(target);
}

std::string relationships_part(std::string_view part) {
  const std::size_t folder = part.rfind('/') + 1;
  return std::string(part.substr(0, folder)).append("_rels/").append(part.substr(folder)).append(".rels");
}

WorkbookPart read_workbook_part(XmlReader& xml) {
  WorkbookPart workbook;
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token != XmlToken::Start) continue;
    if (xml.name() == "sheet" && workbook.sheets.size() < kMostLines) {
      SheetLine sheet{
          .name = std::string(xml.attribute("name")), .relation = std::string(xml.attribute("id")), .hidden = false};
      const std::string_view state = xml.attribute("state");
      sheet.hidden = state == "hidden" || state == "veryHidden";
      workbook.sheets.push_back(std::move(sheet));
    } else if (xml.name() == "workbookPr") {
      const std::string_view year_1904 = xml.attribute("date1904");
      if (year_1904 == "1" || year_1904 == "true") workbook.epoch = Epoch::Year1904;
    }
  }
  return workbook;
}

std::vector<CellFormat> read_styles(XmlReader& xml) {
  std::vector<CustomFormat> custom;
  std::vector<CellFormat> formats;
  bool in_formats = false, in_cells = false;
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token == XmlToken::Text) continue;
    const bool begins = token == XmlToken::Start;
    if (xml.name() == "numFmts") {
      in_formats = begins;
    } else if (xml.name() == "cellXfs") {
      in_cells = begins;
    } else if (begins && in_formats && xml.name() == "numFmt" && custom.size() < kMostCustomFormats) {
      const int id = small_number(xml.attribute("numFmtId"));
      custom.push_back({.id = id, .format = format_of_code(xml.attribute("formatCode"))});
    } else if (begins && in_cells && xml.name() == "xf" && formats.size() < kMostStyles) {
      formats.push_back(format_of_id(small_number(xml.attribute("numFmtId")), custom));
    }
  }
  return formats;
}

bool SharedStrings::read(XmlReader& xml, std::uint64_t most_bytes) {
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token != XmlToken::Start || xml.name() != "si") continue;
    append_rich_text(text_, xml);
    ends_.push_back(text_.size());
    if (text_.size() + ends_.size() * sizeof(ends_[0]) > most_bytes) return false;
  }
  return true;
}

std::string_view SharedStrings::at(std::uint64_t index) const {
  if (index >= ends_.size()) return {};
  const std::size_t i = static_cast<std::size_t>(index);
  const std::size_t start = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(text_).substr(start, ends_[i] - start);
}

void append_rich_text(std::string& text, XmlReader& xml) {
  const int depth = xml.depth();
  const std::size_t start = text.size();
  bool in_text = false;
  while (true) {
    const XmlToken token = xml.next();
    if (!goes_on(token) || xml.depth() < depth) break;
    if (token == XmlToken::Text) {
      if (in_text && text.size() - start < kLongestCell) text += xml.text();
      continue;
    }
    in_text = token == XmlToken::Start && xml.name() == "t";
    if (token == XmlToken::Start && xml.name() == "rPh" && !xml.skip_to_end_of(xml.depth())) break;
  }
  resolve_escapes(text, start);
}

void resolve_escapes(std::string& text, std::size_t from) {
  std::size_t to = text.find("_x", from);
  for (std::size_t at = to; at < text.size();) {
    const std::optional<char32_t> character = escaped_character(std::string_view(text).substr(at, 7));
    if (!character) {
      text[to++] = text[at++];
      continue;
    }
    std::string resolved;
    append_utf8(resolved, *character);
    std::copy(resolved.begin(), resolved.end(), text.begin() + static_cast<std::ptrdiff_t>(to));
    to += resolved.size();
    at += 7;
  }
  if (to < text.size()) text.resize(to);
}

}  // namespace kirnu
