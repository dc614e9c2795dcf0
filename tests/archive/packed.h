#pragma once
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "archive/crc32.h"
#include "archive/unpacker.h"
#include "support/source_file.h"

/// Small packed files made by hand, for the tests of src/archive.
namespace kirnu::packed {

inline std::string fixture(const std::string& name) { return read_source("tests/archive/fixtures/" + name); }

inline std::string number(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
  return text;
}

inline std::uint32_t crc_of(std::string_view text) {
  Crc32 crc;
  crc.add(text);
  return crc.value();
}

/// A gzip of one block that is stored, at most 65535 bytes.
inline std::string gzip(std::string_view text) {
  std::string packed("\x1F\x8B\x08\0\0\0\0\0\0\x03\x01", 11);
  packed += number(text.size(), 2) + number(~text.size(), 2) + std::string(text);
  return packed + number(crc_of(text), 4) + number(text.size(), 4);
}

struct File {
  std::string name, content;
  std::uint32_t flags = 0;
  std::uint32_t method = 0;
};

/// A zip whose files are stored.
inline std::string zip(const std::vector<File>& files) {
  std::string bytes, directory;
  for (const File& file : files) {
    const std::string about = number(file.flags, 2) + number(file.method, 2) + number(0, 4) +
                              number(crc_of(file.content), 4) + number(file.content.size(), 4) +
                              number(file.content.size(), 4) + number(file.name.size(), 2) + number(0, 2);
    directory +=
        "PK\x01\x02" + number(20, 2) + number(20, 2) + about + number(0, 10) + number(bytes.size(), 4) + file.name;
    bytes += "PK\x03\x04" + number(20, 2) + about + file.name + file.content;
  }
  const std::string count = number(files.size(), 2);
  return bytes + directory + "PK\x05\x06" + number(0, 4) + count + count + number(directory.size(), 4) +
         number(bytes.size(), 4) + number(0, 2);
}

/// The parts of a workbook; empty ones are left out.
struct Book {
  std::string rows;                                                     ///< inside sheetData
  std::string strings = {};                                             ///< inside sst
  std::string styles = {};                                              ///< inside styleSheet
  std::string sheets = R"(<sheet name="S" sheetId="1" r:id="rId1"/>)";  ///< inside sheets
  std::string properties = {};                                          ///< before sheets
};

inline std::vector<File> parts(const Book& book) {
  const std::string type = " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::vector<File> files{
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", "<Relationships><Relationship Id=\"rId1\"" + type +
                          "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\">" + book.properties + "<sheets>" + book.sheets + "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"rId1\"" + type + "worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
           "<Relationship Id=\"rId2\"" + type + "worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" +
           "<Relationship Id=\"rId3\"" + type + "sharedStrings\" Target=\"sharedStrings.xml\"/>" +
           "<Relationship Id=\"rId4\"" + type + "styles\" Target=\"styles.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + book.rows + "</sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml",
       "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData></worksheet>"},
  };
  if (!book.strings.empty()) files.push_back({"xl/sharedStrings.xml", "<sst>" + book.strings + "</sst>"});
  if (!book.styles.empty()) files.push_back({"xl/styles.xml", "<styleSheet>" + book.styles + "</styleSheet>"});
  return files;
}

inline std::string workbook(const Book& book) { return zip(parts(book)); }

/// What came out of a packed file.
struct Unpacked {
  std::string text;
  bool good = false;
  std::string issue;  ///< its code, or empty
  std::vector<IssueValue> values;
  SheetInfo sheet;
  std::vector<std::string> notes;
};

inline Unpacked unpack(std::string_view bytes, std::size_t chunk = 0, UnpackLimits limits = {}) {
  Unpacked result;
  Unpacker unpacker(
      find_file_kind(bytes),
      [&](std::string_view text) {
        result.text += text;
        return true;
      },
      limits);
  if (chunk == 0) chunk = bytes.size() + 1;
  bool good = true;
  for (std::size_t at = 0; at < bytes.size() && good; at += chunk) {
    good = unpacker.feed(std::string(bytes.substr(at, chunk)));
  }
  result.good = unpacker.finish() && good;
  if (unpacker.error()) {
    result.issue = issue_code_name(unpacker.error()->code);
    result.values = unpacker.error()->values;
  }
  if (unpacker.sheet() != nullptr) result.sheet = *unpacker.sheet();
  for (const Issue& note : unpacker.notes()) result.notes.emplace_back(issue_code_name(note.code));
  return result;
}

}  // namespace kirnu::packed
