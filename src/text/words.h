#pragma once
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kirnu {

/// Name and text of a {placeholder} of a sentence; the name must outlive it.
struct WordValue {
  WordValue(std::string_view placeholder, std::string words);
  std::string_view name;
  std::string text;
};

using WordValues = std::vector<WordValue>;

/// One language's catalogue: keys and the sentences behind them, with {name} placeholders.
class Words {
 public:
  struct Entry {
    std::string_view key, text;
  };

  Words() = default;

  /// Entries in any order; what they look at must outlive the catalogue.
  explicit Words(std::vector<Entry> entries);

  /// The sentence of `key` with its placeholders filled. An unknown key is answered as ⟦key⟧, a placeholder without
  /// a value stays as {name}: both are seen at once. Values are text, a { in them is not looked at again.
  std::string say(std::string_view key) const;
  std::string say(std::string_view key, std::span<const WordValue> values) const;
  std::string say(std::string_view key, std::initializer_list<WordValue> values) const;

  /// The same for a number of things: `key.one` where the language speaks of one thing and the catalogue has such a
  /// sentence, else `key`. All three languages say "one" of 1 alone.
  std::string say_count(std::string_view key, double count, std::span<const WordValue> values = {}) const;
  std::string say_count(std::string_view key, double count, std::initializer_list<WordValue> values) const;

  bool has(std::string_view key) const;

  /// All keys, sorted.
  std::vector<std::string_view> keys() const;

 private:
  const Entry* find(std::string_view key) const;

  std::vector<Entry> entries_;  ///< by key
};

/// Reads a catalogue: keys and texts in the same order, a line each. Absent when they are not as many. Both must
/// outlive the catalogue.
std::optional<Words> read_words(std::string_view keys, std::string_view texts);

}  // namespace kirnu
