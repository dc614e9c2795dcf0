// Words of what stands around the calculator on the site: assets/page, put in by the build.

/** @param {string} language @param {string} key */
export function page_word(language, key) {
  return (KIRNU_WORDS[language] ?? KIRNU_WORDS.en)[key] ?? key;
}
