#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kirnu {

/// Name and text of each {placeholder} of a sentence.
using WordValues = std::vector<std::pair<std::string, std::string>>;

/// One language's catalogue: keys and the sentences behind them, with {name} placeholders.
class Words {
 public:
  Words() = default;
  explicit Words(std::map<std::string, std::string, std::less<>> texts);

  /// The sentence of `key` with its placeholders filled. An unknown key is answered as ⟦key⟧, a placeholder without
  /// a value stays as {name}: both are seen at once. Values are text, a { in them is not looked at again.
  std::string say(std::string_view key, const WordValues& values = {}) const;

  /// The same for a number of things: `key.one` where the language speaks of one thing and the catalogue has such a
  /// sentence, else `key`. All three languages say "one" of 1 alone.
  std::string say_count(std::string_view key, double count, const WordValues& values = {}) const;

  bool has(std::string_view key) const;

  /// All keys, sorted.
  std::vector<std::string_view> keys() const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

/// Reads a catalogue from flat JSON {"key": "text", …}; absent when it is no such JSON or a value is no text.
std::optional<Words> read_words(std::string_view json);

}  // namespace kirnu
