#include "text/currency.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace kirnu {
namespace {

struct Sign {
  std::string_view code, english, german, finnish;
};

/// Currencies that at least one of the three languages writes with a sign (CLDR 43).
constexpr auto kSigns = std::to_array<Sign>({
    {"AUD", "A$", "AU$", "AUD"},     {"BRL", "R$", "R$", "BRL"},     {"CAD", "CA$", "CA$", "CAD"},
    {"CNY", "CN¥", "CN¥", "CNY"},    {"EUR", "€", "€", "€"},         {"GBP", "£", "£", "£"},
    {"HKD", "HK$", "HK$", "HKD"},    {"ILS", "₪", "₪", "ILS"},       {"INR", "₹", "₹", "INR"},
    {"JPY", "¥", "¥", "¥"},          {"KRW", "₩", "₩", "KRW"},       {"MXN", "MX$", "MX$", "MXN"},
    {"NZD", "NZ$", "NZ$", "NZD"},    {"PHP", "₱", "PHP", "PHP"},     {"THB", "THB", "฿", "THB"},
    {"TWD", "NT$", "NT$", "TWD"},    {"USD", "$", "$", "$"},         {"VND", "₫", "₫", "VND"},
    {"XAF", "FCFA", "FCFA", "FCFA"}, {"XCD", "EC$", "EC$", "XCD"},   {"XOF", "F\u202FCFA", "F\u202FCFA", "F\u202FCFA"},
    {"XCG", "Cg.", "Cg.", "Cg."},    {"XPF", "CFPF", "CFPF", "XPF"},
});

constexpr std::string_view kNoDecimals =
    "AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP UGX VND "
    "VUV "
    "XAF XOF XPF YER";
constexpr std::string_view kThreeDecimals = "BHD JOD KWD LYD OMR TND";

/// Codes of money in use; words and signs that people write instead.
constexpr std::string_view kCodes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP "
    "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG "
    "HUF "
    "IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
    "SAR "
    "SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS "
    "VES "
    "VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWL BTC ETH USDT USDC";
constexpr auto kNames = std::to_array<std::string_view>(
    {"€",    "$",    "£",     "¥",     "₹",     "₽", "₺",      "₴",       "₩",        "₪",       "₫",
     "₱",    "฿",    "¢",     "zł",    "Kč",    "kr",  "kr.",    "Ft",      "Fr",       "Fr.",     "SFr.",
     "sFr.", "Rs",   "Rs.",   "R$",    "A$",    "C$",  "NZ$",    "US$",     "AU$",      "CA$",     "HK$",
     "NT$",  "MX$",  "S$",    "CN¥",   "EC$",   "lei", "лв",     "лв.",     "р.",       "руб.",    "€uro",
     "Euro", "euro", "Euros", "euros", "euroa", "e",   "Dollar", "dollars", "dollaria", "Franken", "kruunua"});

bool is_listed(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole = (at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ');
    if (whole) return !word.empty();
  }
  return false;
}

}  // namespace

std::string currency_symbol(std::string_view code, Language language) {
  const auto found = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& sign) { return sign.code == code; });
  if (found == kSigns.end()) return std::string(code);
  switch (language) {
    case Language::En: return std::string(found->english);
    case Language::De: return std::string(found->german);
    case Language::Fi: return std::string(found->finnish);
  }
  return std::string(code);
}

int currency_decimals(std::string_view code) {
  if (is_listed(kNoDecimals, code)) return 0;
  return is_listed(kThreeDecimals, code) ? 3 : 2;
}

bool is_currency(std::string_view text) {
  if (std::find(kNames.begin(), kNames.end(), text) != kNames.end()) return true;
  if (text.size() < 3 || text.size() > 4) return false;
  return is_listed(kCodes, to_ascii_upper(text));
}

}  // namespace kirnu
