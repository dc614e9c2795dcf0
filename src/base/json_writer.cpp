#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "base/decimal_digits.h"
#include "base/json.h"
#include "base/short_decimal.h"
#include "base/utf8.h"

namespace kirnu {
namespace {

constexpr int kMostWhole = 15;  ///< from 10^15 on a number is written with an exponent
constexpr std::string_view kReplacement = "\uFFFD";

void append_ascii(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t", kNames = "\"\\bfnrt";
  const std::size_t named = kNamed.find(c);
  if (named != std::string_view::npos) {
    out += '\\';
    out += kNames[named];
  } else if (static_cast<unsigned char>(c) < 0x20) {
    out += c < 0x10 ? "\\u000" : "\\u001";
    out += "0123456789abcdef"[c % 16];
  } else {
    out += c;
  }
}

/// Characters at the start of a text that stand for themselves.
std::size_t plain_at_start(std::string_view text) {
  const auto special = [](char c) { return static_cast<signed char>(c) < 0x20 || c == '"' || c == '\\'; };
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), special) - text.begin());
}

/// Writes a number that 15 digits tell exactly, as most of a report's do: no fewer tell it, and there is one such
/// decimal only. False when it takes more.
bool append_short(std::string& out, double number) {
  const std::optional<ShortDecimal> decimal = short_decimal(number, kMostWhole);
  if (!decimal || decimal->digits == 0 || value_of(*decimal) != number) return false;
  std::array<char, kMostWhole> digits{};
  std::uint64_t rest = static_cast<std::uint64_t>(std::abs(decimal->digits));
  for (std::size_t i = digits.size(); i-- > 0; rest /= 10) digits[i] = static_cast<char>('0' + rest % 10);
  const std::string_view all(digits.data(), digits.size());
  if (number < 0) out += '-';
  append_digits(out, all.substr(0, all.find_last_not_of('0') + 1), kMostWhole - decimal->scale, kMostWhole);
  return true;
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t plain = plain_at_start(text);
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Utf8Character next = utf8_at_start(text);
    if (next.state != Utf8State::Valid) out += kReplacement;
    else if (next.length == 1) append_ascii(out, text.front());
    else out += text.substr(0, next.length);
    text.remove_prefix(next.length);
  }
  out += '"';
}

/// As few digits as read back the same; with a point or an exponent, so that it stays a real.
void append_json_real(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  const std::size_t start = out.size();
  if (!append_short(out, number)) out += write_digits(shortest_digits(number), kMostWhole);
  if (out.find_first_of(".e", start) == std::string::npos) out += ".0";
}

void append_json(std::string& out, const Json& json) {
  switch (json.kind_) {
    case Json::Kind::Null: out += "null"; return;
    case Json::Kind::Boolean: out += json.boolean() ? "true" : "false"; return;
    case Json::Kind::Integer: out += std::to_string(json.integer_); return;
    case Json::Kind::Real: append_json_real(out, json.real_); return;
    case Json::Kind::String: append_json_text(out, json.text_); return;
    case Json::Kind::Written: out += json.text_; return;
    case Json::Kind::Array:
    case Json::Kind::Object: break;
  }
  out += json.is_object() ? '{' : '[';
  for (const Json& item : json) {
    if (&item != json.begin()) out += ',';
    if (json.is_object()) {
      append_json_text(out, item.name_);
      out += ':';
    }
    append_json(out, item);
  }
  out += json.is_object() ? '}' : ']';
}

std::string write_json(const Json& json) {
  std::string out;
  append_json(out, json);
  return out;
}

}  // namespace kirnu
