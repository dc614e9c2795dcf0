#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/decimal_digits.h"
#include "base/json.h"
#include "base/utf8.h"

namespace kirnu {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Reads a text from its front. What is no JSON leaves `failed_`, and the rest is of no meaning.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<Json> read() {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    Json json = value(0);
    skip_space();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return json;
  }

 private:
  char front() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  void expect(std::string_view token) {
    if (!take(token)) failed_ = true;
  }

  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\n\r"), rest_.size())); }

  Json value(std::size_t depth) {
    skip_space();
    if (take("{")) return members(depth + 1);
    if (take("[")) return items(depth + 1);
    if (take("\"")) return text();
    if (take("null")) return nullptr;
    if (take("true")) return true;
    if (take("false")) return false;
    return number();
  }

  Json items(std::size_t depth) {
    Json array = Json::array();
    list(depth, ']', [&] { array.push_back(value(depth)); });
    return array;
  }

  Json members(std::size_t depth) {
    Json object = Json::object();
    list(depth, '}', [&] {
      skip_space();
      expect("\"");
      const std::string name = text();
      skip_space();
      expect(":");
      object.add(name, value(depth));
    });
    return object;
  }

  template <class ReadItem>
  void list(std::size_t depth, char close, ReadItem read_item) {
    failed_ = failed_ || depth > kDeepestJson;
    skip_space();
    const std::string_view end(&close, 1);
    if (failed_ || take(end)) return;
    do {
      read_item();
      skip_space();
    } while (!failed_ && take(","));
    expect(end);
  }

  std::string text() {
    std::string text;
    while (!failed_ && !take("\"")) {
      if (take("\\")) {
        escape(text);
        continue;
      }
      failed_ = static_cast<unsigned char>(front()) < 0x20;  // the end, too
      if (failed_) break;
      const Utf8Character next = utf8_at_start(rest_);
      failed_ = next.state != Utf8State::Valid;
      text += rest_.substr(0, next.length);
      rest_.remove_prefix(next.length);
    }
    return text;
  }

  void escape(std::string& text) {
    constexpr std::string_view kNames = "\"\\/bfnrt", kNamed = "\"\\/\b\f\n\r\t";
    const char name = front();
    const std::size_t named = name == '\0' ? std::string_view::npos : kNames.find(name);
    if (named != std::string_view::npos) {
      text += kNamed[named];
      rest_.remove_prefix(1);
      return;
    }
    expect("u");
    char32_t code = hex4();
    if (code >= 0xD800 && code < 0xDC00) {
      expect("\\u");
      const char32_t low = hex4();
      failed_ = failed_ || low < 0xDC00 || low > 0xDFFF;
      code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    } else if (code >= 0xDC00 && code < 0xE000) {
      failed_ = true;
    }
    if (!failed_) append_utf8(text, code);
  }

  char32_t hex4() {
    char32_t code = 0;
    for (int i = 0; i < 4 && !failed_; ++i) {
      const int digit = hex_digit(front());
      failed_ = digit < 0;
      code = code * 16 + static_cast<char32_t>(digit);
      if (!failed_) rest_.remove_prefix(1);
    }
    return code;
  }

  /// Digits at the front; a number without any is none.
  std::string_view digits() {
    const std::string_view all = rest_;
    while (is_digit(front())) rest_.remove_prefix(1);
    const std::string_view taken = all.substr(0, all.size() - rest_.size());
    failed_ = failed_ || taken.empty();
    return taken;
  }

  Json number() {
    const bool negative = take("-");
    const std::string_view whole = digits();
    failed_ = failed_ || (whole.size() > 1 && whole.front() == '0');
    if (failed_) return nullptr;
    if (front() != '.' && front() != 'e' && front() != 'E' && whole.size() < 19) {
      std::int64_t integer = 0;
      for (const char digit : whole) integer = integer * 10 + (digit - '0');
      return negative ? -integer : integer;
    }
    return real(negative, whole);
  }

  Json real(bool negative, std::string_view whole) {
    std::string all(whole);
    if (take(".")) all += digits();
    int exponent = 0;
    if (take("e") || take("E")) {
      const bool below_one = take("-");
      if (!below_one) take("+");
      for (const char digit : digits()) exponent = std::min(exponent * 10 + (digit - '0'), 100'000);
      if (below_one) exponent = -exponent;
    }
    const double number = nearest_double(all, exponent + static_cast<int>(whole.size()));
    failed_ = failed_ || std::isinf(number);
    return negative ? -number : number;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::optional<Json> parse_json(std::string_view text, std::size_t longest) {
  if (text.size() > longest) return std::nullopt;
  return Reader(text).read();
}

}  // namespace kirnu
