#pragma once
#include <algorithm>
#include <string_view>

namespace kirnu {

/// Calls `take` with each of the names, which | keeps apart.
template <class Take>
void for_each_name(std::string_view names, Take take) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find('|'), names.size());
    take(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

/// Whether one of the names, which | keeps apart, is what `test` looks for.
template <class Test>
bool any_name(std::string_view names, Test test) {
  bool any = false;
  for_each_name(names, [&](std::string_view name) { any = any || test(name); });
  return any;
}

/// Whether a text is one of the names, which | keeps apart.
bool is_one_of(std::string_view names, std::string_view text);

/// Whether one of the parts, which | keeps apart, stands anywhere in the text.
inline bool has_part(std::string_view text, std::string_view parts) {
  return any_name(parts, [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace kirnu
