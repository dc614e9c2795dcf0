#include <array>

#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "text/decoder.h"

namespace kirnu::fuzz {
namespace {

constexpr std::array<Encoding, 6> kEncodings{Encoding::Utf8,        Encoding::Utf16Le,    Encoding::Utf16Be,
                                             Encoding::Windows1252, Encoding::Iso8859_15, Encoding::MacRoman};

struct Decoded {
  std::string text;
  std::vector<std::uint64_t> sources;  ///< of each byte of the text
  std::int64_t invalid = 0;
  std::optional<std::uint64_t> first_invalid;
  bool odd_byte = false;
  bool clean = true;
  friend bool operator==(const Decoded&, const Decoded&) = default;
};

void append(Decoded& decoded, Decoder& decoder, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;  // a character has one source
    decoded.sources.push_back(inside ? decoded.sources.back() : decoder.source_offset(at));
  }
  decoded.text += text;
  decoded.clean = decoded.clean && decoder.clean();
}

Decoded decode(const std::vector<std::string>& parts, Encoding encoding) {
  Decoder decoder(encoding);
  Decoded decoded;
  for (const std::string& part : parts) append(decoded, decoder, decoder.decode(part));
  append(decoded, decoder, decoder.finish());
  decoded.invalid = decoder.invalid();
  decoded.first_invalid = decoder.first_invalid();
  decoded.odd_byte = decoder.odd_byte();
  return decoded;
}

bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const Utf8Character character = utf8_at_start(text);
    if (character.state != Utf8State::Valid) return false;
    text.remove_prefix(character.length);
  }
  return true;
}

void check_decoded(const Decoded& whole, std::string_view bytes, Encoding encoding) {
  check(is_valid_utf8(whole.text), "the text is valid UTF-8");
  check(whole.clean == (whole.invalid == 0), "a clean text has no U+FFFD put in");
  check(whole.first_invalid.has_value() == (whole.invalid > 0), "the first invalid byte is known when there is one");
  check(!whole.first_invalid || *whole.first_invalid < bytes.size(), "the first invalid byte is in the file");
  for (std::size_t i = 0; i < whole.sources.size(); ++i) {
    check(whole.sources[i] < bytes.size(), "a character comes from the file");
    check(i == 0 || whole.sources[i - 1] <= whole.sources[i], "characters keep their order");
  }
  const std::size_t mark = whole.sources.empty() ? 0 : static_cast<std::size_t>(whole.sources[0]);
  if (whole.invalid == 0 && !whole.text.empty())
    check(encoded_size(whole.text, encoding) + mark == bytes.size(), "what is valid has the file's size");
}

}  // namespace
}  // namespace kirnu::fuzz

/// First byte: the encoding, or a guess; then a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kirnu;
  std::string_view bytes = fuzz::text_of(data, size);
  const std::size_t choice = fuzz::take_choice(bytes) % (fuzz::kEncodings.size() + 1);
  const EncodingGuess guess = guess_encoding(bytes);
  const Encoding encoding = choice < fuzz::kEncodings.size() ? fuzz::kEncodings[choice] : guess.encoding;
  const fuzz::Decoded whole = fuzz::decode({std::string(bytes)}, encoding);
  fuzz::check_decoded(whole, bytes, encoding);
  fuzz::check(fuzz::decode(fuzz::split(bytes), encoding) == whole, "any split gives the same text");
  return 0;
}
