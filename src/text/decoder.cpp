#include "text/decoder.h"

#include "base/utf8.h"
#include "text/single_bytes.h"

namespace kirnu {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kByteOrderMark = "\uFEFF";

char32_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
  const auto first = static_cast<std::uint8_t>(bytes[at]), second = static_cast<std::uint8_t>(bytes[at + 1]);
  return big_endian ? first * 256U + second : second * 256U + first;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Bytes of valid UTF-8 at the start of a text.
std::size_t valid_at_start(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += ascii_at_start(text.substr(at));
    if (at == text.size()) return at;
    const auto lead = static_cast<std::uint8_t>(text[at]);
    const bool letter = lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size() && (text[at + 1] & 0xC0) == 0x80;
    if (letter) {  // of two bytes, as most of what is not ASCII
      at += 2;
      continue;
    }
    const Utf8Character character = utf8_at_start(text.substr(at));
    if (character.state != Utf8State::Valid) return at;
    at += character.length;
  }
}

}  // namespace

std::string_view Decoder::decode_part(std::string_view bytes, bool last) {
  std::string_view input = bytes;
  if (!carry_.empty()) {
    input_ = carry_;
    input_ += bytes;
    input = input_;
  }
  decoded_.clear();
  replacements_.clear();
  next_replacement_ = 0;
  clean_ = true;
  input_start_ = next_start_;
  std::size_t taken = input.size();
  text_ = {};
  switch (encoding_) {
    case Encoding::Utf8: taken = decode_utf8(input, last, text_); break;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
      taken = decode_utf16(input, last);
      text_ = decoded_;
      break;
    case Encoding::Windows1252:
    case Encoding::Iso8859_15:
    case Encoding::MacRoman:
      for (const char c : input) append_utf8(decoded_, single_byte_character(encoding_, static_cast<std::uint8_t>(c)));
      text_ = decoded_;
      break;
  }
  carry_ = input.substr(taken);
  next_start_ = input_start_ + taken;
  cursor_ = 0;
  cursor_source_ = input_start_;
  const bool unicode = encoding_ == Encoding::Utf8 || encoding_ == Encoding::Utf16Le || encoding_ == Encoding::Utf16Be;
  if (unicode && !started_ && text_.starts_with(kByteOrderMark)) {
    text_.remove_prefix(kByteOrderMark.size());
    cursor_source_ += encoding_ == Encoding::Utf8 ? 3U : 2U;
    for (Replacement& replacement : replacements_) replacement.end -= kByteOrderMark.size();
  }
  started_ = started_ || taken > 0;
  return text_;
}

/// Gives valid text as it stands and copies only around what is broken.
std::size_t Decoder::decode_utf8(std::string_view input, bool last, std::string_view& text) {
  std::size_t at = valid_at_start(input);
  text = input.substr(0, at);
  if (at == input.size()) return at;
  if (!last && utf8_at_start(input.substr(at)).state == Utf8State::Cut) return at;
  decoded_ = text;
  while (at < input.size()) {
    const Utf8Character broken = utf8_at_start(input.substr(at));
    if (broken.state == Utf8State::Cut && !last) break;
    replace(at, broken.length);
    at += broken.length;
    const std::size_t valid = valid_at_start(input.substr(at));
    decoded_ += input.substr(at, valid);
    at += valid;
  }
  text = decoded_;
  return at;
}

std::size_t Decoder::decode_utf16(std::string_view input, bool last) {
  const bool big_endian = encoding_ == Encoding::Utf16Be;
  std::size_t at = 0;
  while (at + 2 <= input.size()) {
    const char32_t unit = unit_at(input, at, big_endian);
    if (is_high_surrogate(unit)) {
      if (at + 4 > input.size() && !last) return at;
      const char32_t next = at + 4 <= input.size() ? unit_at(input, at + 2, big_endian) : 0;
      if (is_low_surrogate(next)) {
        append_utf8(decoded_, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
        at += 4;
        continue;
      }
    }
    if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      replace(at, 2);
    } else {
      append_utf8(decoded_, unit);
    }
    at += 2;
  }
  if (last && at < input.size()) {
    replace(at, 1);
    odd_byte_ = true;
    ++at;
  }
  return at;
}

void Decoder::replace(std::size_t source_at, std::size_t source_length) {
  decoded_ += kReplacement;
  clean_ = false;
  if (encoding_ == Encoding::Utf8) {
    replacements_.push_back({.end = decoded_.size(), .longer = kReplacement.size() - source_length});
  }
  if (!first_invalid_) first_invalid_ = input_start_ + source_at;
  ++invalid_;
}

std::uint64_t Decoder::source_offset(std::size_t at) {
  if (encoding_ == Encoding::Utf8) {
    cursor_source_ += at - cursor_;
    while (next_replacement_ < replacements_.size() && replacements_[next_replacement_].end <= at) {
      cursor_source_ -= replacements_[next_replacement_++].longer;
    }
  } else {
    cursor_source_ += encoded_size(text_.substr(cursor_, at - cursor_), encoding_);
  }
  cursor_ = at;
  return cursor_source_;
}

}  // namespace kirnu
