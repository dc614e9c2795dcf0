#include "archive/xml_reader.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr int kDeepest = 100;
constexpr std::size_t kLongestToken = 16U << 20U;
constexpr std::size_t kNowhere = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == kNowhere ? name : name.substr(colon + 1);
}

std::string_view without_spaces_before(std::string_view text) {
  while (!text.empty() && is_space(text[0])) text.remove_prefix(1);
  return text;
}

std::string_view up_to_space(std::string_view text) {
  return text.substr(0, static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_space) - text.begin()));
}

char32_t entity_character(std::string_view entity) {
  if (entity.starts_with("#x")) return character_of_code(entity.substr(2), 16);
  if (entity.starts_with('#')) return character_of_code(entity.substr(1), 10);
  if (entity == "amp") return '&';
  if (entity == "lt") return '<';
  if (entity == "gt") return '>';
  if (entity == "quot") return '"';
  return entity == "apos" ? U'\'' : 0;
}

}  // namespace

char32_t character_of_code(std::string_view digits, std::uint32_t base) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char low = static_cast<char>(c | 0x20);
    const int number = c <= '9' ? c - '0' : low >= 'a' ? low - 'a' + 10 : -1;
    const auto digit = static_cast<std::uint32_t>(number);  // huge for what is no digit
    value = value * base + digit;
    if (digit >= base || value > 0x10FFFF) return 0;
  }
  return value >= 0xD800 && value < 0xE000 ? 0 : static_cast<char32_t>(value);
}

XmlReader::XmlReader(Refill refill) : refill_(std::move(refill)) {}

XmlToken XmlReader::next() {
  if (closing_) {
    closing_ = false;
    --depth_;
    return XmlToken::End;
  }
  if (damaged_ || (!begun_ && !begin())) return damage();
  while (true) {
    if (at_ == buffer_.size() && !grow()) return depth_ == 0 && rooted_ && !damaged_ ? XmlToken::Done : damage();
    const std::optional<XmlToken> token = buffer_[at_] == '<' ? read_markup() : read_text();
    if (token) return *token;
  }
}

std::string_view XmlReader::attribute(std::string_view name) {
  std::string_view rest = attributes_;
  while (true) {
    rest = without_spaces_before(rest);
    const std::size_t equals = rest.find('=');
    if (equals == kNowhere) return {};
    const std::string_view key = up_to_space(rest.substr(0, equals));
    rest = without_spaces_before(rest.substr(equals + 1));
    if (rest.empty()) return {};
    const std::size_t end = rest.find(rest[0], 1);
    if (end == kNowhere) return {};
    const std::string_view value = rest.substr(1, end - 1);
    if (local_name(key) == name && !key.starts_with("xmlns")) return decode(value, attribute_scratch_);
    rest.remove_prefix(end + 1);
  }
}

/// Past a byte order mark. False when this is UTF-16.
bool XmlReader::begin() {
  begun_ = true;
  if (starts_with("\xEF\xBB\xBF")) at_ += 3;
  const std::string_view first = std::string_view(buffer_).substr(at_, 2);
  return first != "\xFF\xFE" && first != "\xFE\xFF" && first.find('\0') == kNowhere;
}

/// Forgets what was read and adds the next piece; false when there is none or the token gets too long.
bool XmlReader::grow() {
  const std::string_view piece = refill_();
  buffer_.erase(0, at_);
  at_ = 0;
  if (buffer_.size() > kLongestToken) damaged_ = true;
  if (piece.empty() || damaged_) return false;
  buffer_ += piece;
  return true;
}

bool XmlReader::starts_with(std::string_view text) {
  while (buffer_.size() - at_ < text.size() && grow()) {
  }
  return std::string_view(buffer_).substr(at_).starts_with(text);
}

/// Where `text` next stands, counted from the token's start.
std::size_t XmlReader::find(std::string_view text, std::size_t from) {
  while (true) {
    const std::size_t found = buffer_.find(text, at_ + from);
    if (found != kNowhere) return found - at_;
    const std::size_t seen = buffer_.size() - at_;
    from = std::max(from, seen - std::min(seen, text.size() - 1));
    if (!grow()) return kNowhere;
  }
}

/// The > that ends a tag: one inside quotation marks does not.
std::size_t XmlReader::find_end_of_tag() {
  char quote = '\0';
  for (std::size_t i = 1;; ++i) {
    if (at_ + i == buffer_.size() && !grow()) return kNowhere;
    const char c = buffer_[at_ + i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return i;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
}

XmlToken XmlReader::damage() {
  damaged_ = true;
  return XmlToken::Damaged;
}

std::optional<XmlToken> XmlReader::read_text() {
  std::size_t end = find("<");
  if (end == kNowhere) {
    if (depth_ > 0 || damaged_) return damage();
    end = buffer_.size() - at_;
  }
  const std::string_view raw = std::string_view(buffer_).substr(at_, end);
  at_ += end;
  if (depth_ == 0) return trim(raw).empty() ? std::nullopt : std::optional(damage());
  text_ = decode(raw, text_scratch_);
  return XmlToken::Text;
}

std::optional<XmlToken> XmlReader::read_markup() {
  if (!starts_with("<!") && !starts_with("<?")) return read_tag();  // most by far
  if (starts_with("<!--")) return pass_over("-->", 4);
  if (starts_with("<![CDATA[")) return read_character_data();
  return starts_with("<?") ? pass_over("?>", 2) : pass_over_document_type();
}

std::optional<XmlToken> XmlReader::pass_over(std::string_view closing, std::size_t from) {
  const std::size_t end = find(closing, from);
  if (end == kNowhere) return damage();
  at_ += end + closing.size();
  return std::nullopt;
}

std::optional<XmlToken> XmlReader::read_character_data() {
  constexpr std::size_t kOpening = 9;
  const std::size_t end = find("]]>", kOpening);
  if (end == kNowhere || depth_ == 0) return damage();
  text_ = std::string_view(buffer_).substr(at_ + kOpening, end - kOpening);
  at_ += end + 3;
  return text_.empty() ? std::nullopt : std::optional(XmlToken::Text);
}

/// To the > outside its brackets. What it declares is not read, so nothing can grow from it.
std::optional<XmlToken> XmlReader::pass_over_document_type() {
  int brackets = 0;
  for (std::size_t i = 1;; ++i) {
    if (at_ + i == buffer_.size() && !grow()) return damage();
    const char c = buffer_[at_ + i];
    if (c == '[') ++brackets;
    if (c == ']') --brackets;
    if (c != '>' || brackets > 0) continue;
    at_ += i + 1;
    return std::nullopt;
  }
}

std::optional<XmlToken> XmlReader::read_tag() {
  const std::size_t end = find_end_of_tag();
  if (end == kNowhere) return damage();
  std::string_view tag = std::string_view(buffer_).substr(at_ + 1, end - 1);
  at_ += end + 1;
  const bool ends = tag.starts_with('/');
  closing_ = !ends && tag.ends_with('/');
  if (ends) tag.remove_prefix(1);
  if (closing_) tag.remove_suffix(1);
  const std::string_view name = up_to_space(tag);
  name_ = local_name(name);
  attributes_ = tag.substr(name.size());
  if (name_.empty() || (ends ? depth_ == 0 : depth_ == kDeepest)) return damage();
  rooted_ = true;
  depth_ += ends ? -1 : 1;
  return ends ? XmlToken::End : XmlToken::Start;
}

/// The text that `raw` stands for: entities as characters, every line end as one \n.
std::string_view XmlReader::decode(std::string_view raw, std::string& scratch) {
  if (raw.find('&') == kNowhere && raw.find('\r') == kNowhere) return raw;
  scratch.clear();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::size_t end = raw[i] == '&' ? raw.substr(0, i + 12).find(';', i) : kNowhere;
    const char32_t character = end == kNowhere ? 0 : entity_character(raw.substr(i + 1, end - i - 1));
    if (character != 0) {
      append_utf8(scratch, character);
      i = end;
    } else if (raw[i] != '\r') {
      scratch += raw[i];
    } else if (i + 1 == raw.size() || raw[i + 1] != '\n') {
      scratch += '\n';
    }
  }
  return scratch;
}

}  // namespace kirnu
