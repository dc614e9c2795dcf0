#include "text/words.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace kirnu {
namespace {

const std::string* find_value(std::span<const WordValue> values, std::string_view name) {
  for (const WordValue& value : values) {
    if (value.name == name) return &value.text;
  }
  return nullptr;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

}  // namespace

Words::Words(std::vector<Entry> entries) : entries_(std::move(entries)) {
  sort_items(entries_, [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

const Words::Entry* Words::find(std::string_view key) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                      [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
  return found == entries_.end() || found->key != key ? nullptr : &*found;
}

WordValue::WordValue(std::string_view placeholder, std::string words) : name(placeholder), text(std::move(words)) {}

std::string Words::say(std::string_view key) const { return say(key, std::span<const WordValue>()); }

std::string Words::say(std::string_view key, std::initializer_list<WordValue> values) const {
  return say(key, std::span(values.begin(), values.size()));
}

std::string Words::say_count(std::string_view key, double count, std::initializer_list<WordValue> values) const {
  return say_count(key, count, std::span(values.begin(), values.size()));
}

std::string Words::say(std::string_view key, std::span<const WordValue> values) const {
  const Entry* found = find(key);
  if (found == nullptr) return "⟦" + std::string(key) + "⟧";
  std::string_view rest = found->text;
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

std::string Words::say_count(std::string_view key, double count, std::span<const WordValue> values) const {
  const std::string one = std::string(key) + ".one";
  return say(count == 1 && has(one) ? one : key, values);
}

bool Words::has(std::string_view key) const { return find(key) != nullptr; }

std::vector<std::string_view> Words::keys() const {
  std::vector<std::string_view> keys;
  keys.reserve(entries_.size());
  for (const Entry& entry : entries_) keys.push_back(entry.key);
  return keys;
}

std::optional<Words> read_words(std::string_view keys, std::string_view texts) {
  std::vector<Words::Entry> entries;
  while (!keys.empty() && !texts.empty()) entries.push_back({.key = take_line(keys), .text = take_line(texts)});
  if (!keys.empty() || !texts.empty()) return std::nullopt;
  return Words(std::move(entries));
}

}  // namespace kirnu
