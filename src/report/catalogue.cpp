#include "report/catalogue.h"

#include "base/assets.h"

namespace kirnu {
namespace {

std::string_view strings_of(Language language) {
  switch (language) {
    case Language::En: return assets::strings_en;
    case Language::De: return assets::strings_de;
    case Language::Fi: return assets::strings_fi;
  }
  return assets::strings_en;
}

}  // namespace

Words words_of(Language language) { return read_words(assets::string_keys, strings_of(language)).value_or(Words{}); }

}  // namespace kirnu
