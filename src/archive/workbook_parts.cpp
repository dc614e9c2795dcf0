#include "archive/workbook_parts.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace kirnu {
namespace {

constexpr std::size_t kLongestCell = 16U << 20U;  // far beyond what a table may hold: it says so
constexpr std::size_t kMostStyles = 65'536;
constexpr std::size_t kMostCustomFormats = 4'096;

bool goes_on(XmlToken token) { return token != XmlToken::Done && token != XmlToken::Damaged; }

}  // namespace

std::string read_target(XmlReader& xml, std::string_view type, std::string_view id) {
  std::string target;
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token != XmlToken::Start || !target.empty() || !xml.attribute("Type").ends_with(type)) continue;
    if (id.empty() || xml.attribute("Id") == id) target = xml.attribute("Target");
  }
  return target;
}

std::string part_of_target(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string name(part.substr(0, part.rfind('/') + 1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!name.empty()) name.resize(name.rfind('/', name.size() - 2) + 1);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  name += target;
  return name;
}

std::string relations_of_part(std::string_view part) {
  std::string name(part);
  name.insert(part.rfind('/') + 1, "_rels/");
  name += ".rels";
  return name;
}

void CellFormats::read(XmlReader& xml) {
  std::vector<std::size_t> custom;  // id and format, one after the other
  bool in_formats = false, in_cells = false;
  for (XmlToken token = xml.next(); goes_on(token); token = xml.next()) {
    if (token == XmlToken::Text) continue;
    const bool begins = token == XmlToken::Start;
    const std::string_view name = xml.name();
    if (name == "numFmts") in_formats = begins;
    if (name == "cellXfs") in_cells = begins;
    const bool defines = in_formats && name == "numFmt" && custom.size() < 2 * kMostCustomFormats;
    const bool uses = in_cells && name == "xf" && formats_.size() < kMostStyles;
    if (!begins || (!defines && !uses)) continue;
    const auto id = static_cast<std::size_t>(whole_number(xml.attribute("numFmtId"), 0));
    if (defines) {
      custom.push_back(id);
      custom.push_back(static_cast<std::size_t>(format_of_code(xml.attribute("formatCode"))));
      continue;
    }
    std::size_t at = 0;
    while (at < custom.size() && custom[at] != id) at += 2;
    const CellFormat format = at < custom.size() ? static_cast<CellFormat>(custom[at + 1]) : built_in_format(id);
    formats_ += static_cast<char>(format);
  }
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
  if (!has(index)) return {};
  const std::size_t i = static_cast<std::size_t>(index);
  return std::string_view(text_).substr(ends_[i], ends_[i + 1] - ends_[i]);
}

void append_rich_text(std::string& text, XmlReader& xml) {
  const int depth = xml.depth();
  const std::size_t start = text.size();
  bool in_text = false;
  int in_reading = 0;  // the depth of rPh
  while (true) {
    const XmlToken token = xml.next();
    if (!goes_on(token) || xml.depth() < depth) break;
    if (token == XmlToken::Text) {
      if (in_text && text.size() - start < kLongestCell) text += xml.text();
      continue;
    }
    if (xml.depth() < in_reading) in_reading = 0;
    if (token == XmlToken::Start && xml.name() == "rPh" && in_reading == 0) in_reading = xml.depth();
    in_text = token == XmlToken::Start && xml.name() == "t" && in_reading == 0;
  }
  resolve_escapes(text, start);
}

void resolve_escapes(std::string& text, std::size_t from) {
  constexpr std::size_t kEscape = 7;
  std::size_t to = text.find("_x", from);
  for (std::size_t at = to; at < text.size();) {
    const std::string_view escape = std::string_view(text).substr(at, kEscape);
    const bool whole = escape.size() == kEscape && escape.starts_with("_x") && escape.ends_with('_');
    const char32_t character = whole ? character_of_code(escape.substr(2, 4), 16) : 0;
    if (character == 0) {
      text[to++] = text[at++];
      continue;
    }
    std::string resolved;
    append_utf8(resolved, character);
    to = static_cast<std::size_t>(std::copy(resolved.begin(), resolved.end(), text.data() + to) - text.data());
    at += kEscape;
  }
  if (to < text.size()) text.resize(to);
}

std::int64_t whole_number(std::string_view text, std::int64_t otherwise) {
  std::int64_t number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && digits < 15 && is_digit(text[digits]); ++digits) {
    number = number * 10 + (text[digits] - '0');
  }
  return digits > 0 ? number : otherwise;
}

}  // namespace kirnu
