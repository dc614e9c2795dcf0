#pragma once
#include <string>
#include <string_view>

namespace kirnu {

/// Whether every line of a text is one field in quotes with a whole row of a table in it, as spreadsheets make when
/// they save a table that they took for one column: "a,""b, c"",d". The last line may be cut off.
bool are_wrapped_lines(std::string_view text);

/// Takes those quotes off, from text in any parts.
class LineUnwrapper {
 public:
  /// The text so far without them; lives until the next call.
  std::string_view unwrap(std::string_view part);

 private:
  std::string text_;
  bool begins_ = true;  ///< a line
  bool quote_ = false;  ///< came last: the first of two, or the end of the line
};

}  // namespace kirnu
