#include "base/name_list.h"

namespace kirnu {

// Looks for the text in the whole list, which is asked of every cell of a file's beginning: name by name takes longer.
bool is_one_of(std::string_view names, std::string_view text) {
  constexpr char kBetween = '|';
  if (text.empty() || text.find(kBetween) != std::string_view::npos) return false;
  for (std::size_t at = names.find(text); at != std::string_view::npos; at = names.find(text, at + 1)) {
    const std::size_t end = at + text.size();
    if ((at == 0 || names[at - 1] == kBetween) && (end == names.size() || names[end] == kBetween)) return true;
  }
  return false;
}

}  // namespace kirnu
