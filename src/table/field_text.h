#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Texts of rows and fields, each by itself.
namespace kirnu {

inline bool is_space_or_tab(char c) { return c == ' ' || c == '\t'; }

/// Nothing but spaces and tabs.
bool is_blank(std::string_view text);

/// Lines under or around a table: --- | ---, =====, +-----+-----+.
bool is_rule(std::string_view text);

/// The text of a quoted field: "" is a quote, and with `backslash_escapes` \n is a line end and \" a quote.
void unescape(std::string_view field, char quote, bool backslash_escapes, std::string& text);

/// Where a field stands in its row.
struct SpacedField {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The fields of a row between which at least so many spaces stand, or a tab. Spaces at the ends belong to none. Where
/// one space is enough, a field in quotes may hold some.
void split_at_spaces(std::string_view row, std::size_t least, std::vector<SpacedField>& fields);

}  // namespace kirnu
