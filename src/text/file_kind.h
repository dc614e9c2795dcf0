#pragma once
#include <string_view>

namespace kirnu {

/// What a file is, whatever its name.
enum class FileKind {
  Text,
  Empty,
  Workbook,
  OpenDocument,
  OldWorkbook,
  Zip,
  Gzip,
  Pdf,
  Image,
  Html,
  Xml,
  Json,
  Sylk,
  Dif,
  Binary
};

/// "text", "empty", "xlsx", "ods", "xls", "zip", "gzip", "pdf", "image", "html", "xml", "json", "sylk", "dif",
/// "binary".
std::string_view file_kind_name(FileKind);

/// Looks at magic bytes, then at the first characters. Empty also when there is nothing but a byte order mark, spaces
/// and line ends.
FileKind find_file_kind(std::string_view first_bytes);

}  // namespace kirnu
