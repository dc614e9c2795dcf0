#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Notes that programs write into a table: lines that begin with # and a space, and what stands below it.
namespace kirnu {

/// "# exported in May", "#", "## note"; not "#1001", which is an order, nor "#;Name", the number of a row.
bool begins_comment(std::string_view text);

/// A row whose first cell is a note, and all others are empty.
bool is_comment(std::span<const std::string_view> cells);

/// "Seite 1 von 2", "Stand: 31.12.2023", "Quelle: …", "Erstellt am 3.1.2024", "* ohne Steuer": what programs and people
/// write below a table, and nobody is called.
bool begins_footnote(std::string_view cell);

/// A row of such a note alone; behind "Anzahl:" one other cell may say it.
bool is_footnote(std::span<const std::string_view> cells);

/// What stands right under some headers: "(Pflichtfeld)", "Stück;EUR;TT.MM.JJJJ", "string;date;number", "z. B. 12,50".
/// Whether a row says of its columns, and of nothing else, how they are filled in.
bool explains_columns(std::span<const std::string> cells);

/// The notes above a table.
struct CommentsAbove {
  std::int64_t rows = 0;
  std::size_t bytes = 0;       ///< with the blank lines between them
  std::string_view last = {};  ///< the last of them
};
CommentsAbove find_comments_above(std::string_view sample);

/// Whether notes stand between the rows too: some lines begin one, and most do not.
bool has_comments(std::string_view sample);

}  // namespace kirnu
