#include "text/number_affixes.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "text/currency.h"
#include "text/number_scale.h"
#include "text/spaces.h"

namespace kirnu {
namespace {

constexpr auto kMinusSigns =
    std::to_array<std::string_view>({"-", "\u2212", "\u2013", "\u2010", "\u2011", "\uFE63", "\uFF0D"});
constexpr auto kNotAvailable =
    std::to_array<std::string_view>({"-", "--", "–", "—", "\u2212", "n/a", "na", "n.a.", "n. a.", "k.a.", "k. a.",
                                     "k/a", "?", ".", "..", "...", "…", "x"});
constexpr auto kNull =
    std::to_array<std::string_view>({"null", "(null)", "\\n", "none", "nil", "undefined", "<na>", "nat"});
constexpr auto kNotNumbers =
    std::to_array<std::string_view>({"nan", "-nan", "+nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity",
                                     "∞", "+∞", "-∞", "−∞", "1.#inf", "-1.#inf", "1.#ind", "-1.#ind", "1.#qnan"});

/// What people write behind numbers of customers and of pieces, in small letters.
constexpr auto kCounted = std::to_array<std::string_view>(
    {"customers", "customer", "subscribers", "members", "pcs", "kunden", "kunde", "abonnenten", "mitglieder", "stück",
     "stk", "stk.", "asiakasta", "asiakas", "tilaajaa", "jäsentä", "kpl"});

template <class List>
bool is_one_of(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// #REF!, #DIV/0!, #NV, #PUUTTUU! and their like in any language, and the #### of a column that was too narrow.
bool is_error_cell(std::string_view text) {
  if (text.size() < 3 || text.size() > 20 || text[0] != '#') return false;
  return std::all_of(text.begin() + 1, text.end(), [](char c) {
    return is_ascii_upper(c) || c == '/' || c == '!' || c == '?' || c == '#' || c == '0' || c == '_' ||
           is_beyond_ascii(c);
  });
}

std::size_t minus_at_end(std::string_view text) {
  for (const std::string_view minus : kMinusSigns) {
    if (text.ends_with(minus)) return minus.size();
  }
  return 0;
}

/// What a trimmed number loses at its ends, one thing at a time.
class Peeler {
 public:
  explicit Peeler(std::string_view text) { bare_.body = text; }

  std::optional<BareNumber> peel() {
    take_per();
    while (good_ && (take_spaces() || take_parentheses() || take_percent() || take_sign() || take_currency() ||
                     take_scale() || take_counted())) {
    }
    if (!good_ || bare_.body.empty() || (!bare_.per.empty() && bare_.currency.empty())) return std::nullopt;
    bare_.negative = negative_;
    return bare_;
  }

 private:
  /// "€/kk": the slash and what follows the last digit's text.
  void take_per() {
    const std::size_t slash = bare_.body.rfind('/');
    if (slash == std::string_view::npos) return;
    const std::string_view per = bare_.body.substr(slash);
    if (per.size() < 2 || std::any_of(per.begin(), per.end(), is_digit)) return;
    bare_.per = per;
    bare_.body.remove_suffix(per.size());
  }

  bool take_spaces() {
    const std::string_view trimmed = trim(bare_.body);
    const bool changed = trimmed.size() != bare_.body.size();
    bare_.body = trimmed;
    return changed;
  }

  bool take_parentheses() {
    if (bare_.body.size() < 2 || bare_.body.front() != '(' || bare_.body.back() != ')') return false;
    bare_.body = bare_.body.substr(1, bare_.body.size() - 2);
    sign(true);
    return true;
  }

  bool take_percent() {
    const bool front = bare_.body.starts_with('%');
    if (!front && !bare_.body.ends_with('%')) return false;
    if (bare_.percent) good_ = false;
    bare_.percent = true;
    front ? bare_.body.remove_prefix(1) : bare_.body.remove_suffix(1);
    return true;
  }

  bool take_sign() {
    if (bare_.body.starts_with('+')) {
      bare_.body.remove_prefix(1);
      sign(false);
      return true;
    }
    if (const std::size_t front = minus_at_start(bare_.body)) {
      bare_.body.remove_prefix(front);
      sign(true);
      return true;
    }
    return take_sign_at_end();
  }

  /// "12-" is negative; the dash of "12,-" stands for the decimals.
  bool take_sign_at_end() {
    std::size_t back = minus_at_end(bare_.body);
    if (back == 0) return false;
    std::string_view rest = bare_.body.substr(0, bare_.body.size() - back);
    if (const std::size_t second = minus_at_end(rest)) rest.remove_suffix(second), back += second;
    const bool decimals = !rest.empty() && (rest.back() == ',' || rest.back() == '.');
    if (decimals) rest.remove_suffix(1);
    bare_.body = rest;
    if (!decimals) sign(true);
    return true;
  }

  bool take_currency() {
    std::size_t front = 0;
    while (front < bare_.body.size() && !is_digit(bare_.body[front]) && space_at_start(bare_.body.substr(front)) == 0 &&
           minus_at_start(bare_.body.substr(front)) == 0 && bare_.body[front] != '+' && bare_.body[front] != '(') {
      ++front;
    }
    for (std::size_t length : {front, front - std::min<std::size_t>(front, 1)}) {  // "$.50": the point is the number's
      const std::string_view text = bare_.body.substr(0, length);
      if (!text.empty() && text != "e" && set_currency(text)) {  // "12 e" is Finnish for euros, "e12" nothing
        bare_.body.remove_prefix(length);
        return true;
      }
    }
    return take_currency_at_end();
  }

  bool take_currency_at_end() {
    std::size_t begin = bare_.body.size();
    while (begin > 0 && !is_digit(bare_.body[begin - 1]) && space_at_end(bare_.body.substr(0, begin)) == 0 &&
           minus_at_end(bare_.body.substr(0, begin)) == 0 && bare_.body[begin - 1] != ')') {
      --begin;
    }
    if (begin == bare_.body.size() || !set_currency(bare_.body.substr(begin))) return false;
    bare_.body.remove_suffix(bare_.body.size() - begin);
    return true;
  }

  /// "90k", "1,2 Mio.", "1.2M€". A bare M needs a currency or a decimal mark, a bare T a currency: "12M" is a year, and
  /// "12 t" a weight.
  bool take_scale() {
    if (bare_.body.empty() || !is_digit(bare_.body.front()) || bare_.scale > 0) return false;
    std::size_t begin = bare_.body.size();
    while (begin > 0 && !is_digit(bare_.body[begin - 1])) --begin;
    std::string_view text = trim(bare_.body.substr(begin));
    for (const std::string_view sign : {"€", "$", "£"}) {
      if (text.size() == sign.size() || !text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      set_currency({text.data() + text.size(), sign.size()});
    }
    const std::string word = to_ascii_lower(text);
    const int scale = find_scale(word);
    const bool money = !bare_.currency.empty();
    const bool marked = bare_.body.find_first_of(".,") < begin && text == "M";
    if (scale == 0 || ((word == "m" || word == "t") && !money && !marked)) return false;
    bare_.scale = scale;
    bare_.body = bare_.body.substr(0, begin);
    return true;
  }

  /// "1.500 Kunden": a word of kCounted behind the number and a space.
  bool take_counted() {
    if (bare_.body.empty() || !is_digit(bare_.body.front())) return false;
    std::size_t begin = bare_.body.size();
    while (begin > 0 && space_at_end(bare_.body.substr(0, begin)) == 0) --begin;
    if (begin == 0 || begin == bare_.body.size() || counted_ ||
        !is_one_of(kCounted, to_ascii_lower(bare_.body.substr(begin))))
      return false;
    counted_ = true;
    bare_.body.remove_suffix(bare_.body.size() - begin);
    return true;
  }

  bool set_currency(std::string_view text) {
    if (!is_currency(text)) return false;
    if (!bare_.currency.empty()) good_ = false;
    bare_.currency = text;
    return true;
  }

  void sign(bool negative) {
    if (signed_) good_ = false;
    signed_ = true;
    negative_ = negative;
  }

  BareNumber bare_;
  bool signed_ = false;
  bool negative_ = false;
  bool counted_ = false;
  bool good_ = true;
};

}  // namespace

std::size_t minus_at_start(std::string_view text) {
  for (const std::string_view minus : kMinusSigns) {
    if (text.starts_with(minus)) return minus.size();
  }
  return 0;
}

std::optional<BareNumber> find_bare_number(std::string_view text) { return Peeler(text).peel(); }

namespace {

/// "-   €", "€ –": what accounting formats make of 0.
bool is_dash_of_money(std::string_view text) {
  std::size_t dash = minus_at_start(text);
  if (dash > 0) return is_currency(trim(text.substr(dash)));
  for (const std::string_view minus : kMinusSigns) {
    if (text.ends_with(minus)) dash = minus.size();
  }
  return dash > 0 && is_currency(trim(text.substr(0, text.size() - dash)));
}

}  // namespace

MissingKind find_missing(std::string_view text) {
  if (text.empty()) return MissingKind::Blank;
  if (text.size() > 20 || (is_digit(text[0]) && text.find('#') == std::string_view::npos)) return MissingKind::None;
  if (is_error_cell(text)) return MissingKind::ErrorCell;
  const std::string small = to_ascii_lower(text);
  if (is_one_of(kNotAvailable, small)) return MissingKind::NotAvailable;
  if (is_dash_of_money(text)) return MissingKind::NotAvailable;
  if (is_one_of(kNull, small)) return MissingKind::Null;
  return is_one_of(kNotNumbers, small) ? MissingKind::NotANumber : MissingKind::None;
}

}  // namespace kirnu
