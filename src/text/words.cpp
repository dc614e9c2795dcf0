#include "text/words.h"

#include <algorithm>

#include "base/json.h"

namespace kirnu {
namespace {

const std::string* find_value(const WordValues& values, std::string_view name) {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto& value) { return value.first == name; });
  return found == values.end() ? nullptr : &found->second;
}

}  // namespace

Words::Words(std::map<std::string, std::string, std::less<>> texts) : texts_(std::move(texts)) {}

std::string Words::say(std::string_view key, const WordValues& values) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) return "⟦" + std::string(key) + "⟧";
  std::string_view rest = found->second;
  std::string sentence;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    sentence += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open);
    const std::size_t close = rest.find('}');
    const std::string* value =
        close == std::string_view::npos ? nullptr : find_value(values, rest.substr(1, close - 1));
    if (value != nullptr) sentence += *value;
    const std::size_t taken = value == nullptr ? 1 : close + 1;
    if (value == nullptr) sentence += '{';
    rest.remove_prefix(taken);
  }
  return sentence;
}

std::string Words::say_count(std::string_view key, double count, const WordValues& values) const {
  const std::string one = std::string(key) + ".one";
  return say(count == 1 && has(one) ? one : key, values);
}

bool Words::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

std::vector<std::string_view> Words::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(texts_.size());
  for (const auto& [key, text] : texts_) keys.push_back(key);
  return keys;
}

std::optional<Words> read_words(std::string_view json) {
  const std::optional<Json> catalogue = parse_json(json);
  if (!catalogue || !catalogue->is_object()) return std::nullopt;
  std::map<std::string, std::string, std::less<>> texts;
  for (const Json& text : *catalogue) {
    if (!text.is_string()) return std::nullopt;
    texts[text.name()] = text.text();
  }
  return Words(std::move(texts));
}

}  // namespace kirnu
