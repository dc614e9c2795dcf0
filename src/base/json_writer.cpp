#include <cmath>
#include <cstdint>

#include "base/decimal_digits.h"
#include "base/json.h"
#include "base/utf8.h"

namespace kirnu {
namespace {

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

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
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
  const std::string text = write_digits(shortest_digits(number), 15);
  out += text;
  if (text.find_first_of(".e") == std::string::npos) out += ".0";
}

void append_json(std::string& out, const Json& json) {
  switch (json.kind_) {
    case Json::Kind::Null: out += "null"; return;
    case Json::Kind::Boolean: out += json.boolean() ? "true" : "false"; return;
    case Json::Kind::Integer: out += std::to_string(json.integer_); return;
    case Json::Kind::Real: append_json_real(out, json.real_); return;
    case Json::Kind::String: append_json_text(out, json.text_); return;
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
