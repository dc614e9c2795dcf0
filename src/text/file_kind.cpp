#include "text/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "text/encoding.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  FileKind kind;
};

constexpr auto kMagic = std::to_array<Magic>({{"\x1F\x8B"sv, FileKind::Gzip},
                                              {"%PDF"sv, FileKind::Pdf},
                                              {"\x89PNG"sv, FileKind::Image},
                                              {"\xFF\xD8\xFF"sv, FileKind::Image},
                                              {"GIF8"sv, FileKind::Image},
                                              {"\xD0\xCF\x11\xE0"sv, FileKind::OldWorkbook}});

FileKind zip_kind(std::string_view bytes) {
  if (bytes.find("opendocument.spreadsheet") != std::string_view::npos) return FileKind::OpenDocument;
  return bytes.find("xl/") != std::string_view::npos ? FileKind::Workbook : FileKind::Zip;
}

/// Not any tag: <TICKER>,<DATE> is a table's header, and <ann@example.com> an address.
bool starts_like_html(std::string_view text) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<style", "<title", "<tr>", "<!--"});
  const std::string start = to_ascii_lower(text.substr(0, 16));
  return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view tag) { return start.starts_with(tag); });
}

bool starts_like_json(std::string_view text) {
  if (text.empty() || (text[0] != '[' && text[0] != '{')) return false;
  const std::string_view inner = trim(text.substr(1));
  if (inner.empty()) return false;
  if (text[0] == '{') return inner[0] == '"' || inner[0] == '}';
  return inner[0] == '{' || inner[0] == '[' || inner[0] == '"' || inner[0] == ']';
}

/// Cells of a spreadsheet as records: "ID;PWXL;N;E", later "C;Y1;X1;K…". A table may have a header "ID;Plan;…".
bool starts_like_sylk(std::string_view text) {
  if (!text.starts_with("ID;P")) return false;
  constexpr auto kRecords = std::to_array<std::string_view>({"C;X", "C;Y", "B;X", "B;Y", "P;P", "F;P", "O;", "NN;"});
  const std::string_view second = trim(text.substr(std::min(text.find_first_of("\r\n"), text.size())));
  return std::any_of(kRecords.begin(), kRecords.end(),
                     [&](std::string_view record) { return second.starts_with(record); });
}

/// The Data Interchange Format: three lines for each thing, of which the first is "TABLE" with its version.
bool starts_like_dif(std::string_view text) {
  if (!text.starts_with("TABLE")) return false;
  const std::string_view second = trim(text.substr(5));
  return second.starts_with("0,1") && trim(second.substr(3)).starts_with('"');
}

/// Zero bytes or control characters, more than a text that was damaged has. What is packed has one in eleven bytes; two
/// of them separate the fields of tables.
bool looks_binary(std::string_view bytes) {
  const auto control = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const bool separates = c == '\x01' || c == '\x1F';
    return !separates && c >= '\0' && c < ' ' && (c <= '\x08' || c >= '\x0E') && c != '\x1A' && c != '\x1B';
  });
  return static_cast<std::size_t>(control) * 16 > bytes.size();
}

}  // namespace

std::string_view file_kind_name(FileKind kind) {
  switch (kind) {
    case FileKind::Text: return "text";
    case FileKind::Empty: return "empty";
    case FileKind::Workbook: return "xlsx";
    case FileKind::OpenDocument: return "ods";
    case FileKind::OldWorkbook: return "xls";
    case FileKind::Zip: return "zip";
    case FileKind::Gzip: return "gzip";
    case FileKind::Pdf: return "pdf";
    case FileKind::Image: return "image";
    case FileKind::Html: return "html";
    case FileKind::Xml: return "xml";
    case FileKind::Json: return "json";
    case FileKind::Sylk: return "sylk";
    case FileKind::Dif: return "dif";
    case FileKind::Binary: return "binary";
  }
  return "";
}

FileKind find_file_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return zip_kind(bytes);
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  }
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return FileKind::Binary;  // UTF-32, which looks like UTF-16
  const Encoding encoding = guess_encoding(bytes).encoding;
  if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be)
    return bytes.size() > 2 ? FileKind::Text : FileKind::Empty;
  const std::string_view text = trim(bytes);
  if (text.empty()) return FileKind::Empty;
  if (text.starts_with("<?xml")) return FileKind::Xml;
  if (starts_like_html(text)) return FileKind::Html;
  if (starts_like_json(text)) return FileKind::Json;
  if (starts_like_sylk(text)) return FileKind::Sylk;
  if (starts_like_dif(text)) return FileKind::Dif;
  return looks_binary(bytes) ? FileKind::Binary : FileKind::Text;
}

}  // namespace kirnu
