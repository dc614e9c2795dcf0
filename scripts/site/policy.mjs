// What each page may do. A page that has no `connect-src` but its own origin cannot send anything anywhere.

const kSite = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'frame-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'kirnu',
};

/** @param {Record<string, string>} directives */
const policy = directives => Object.entries(directives).map(([name, sources]) => `${name} ${sources}`).join('; ');

export const site_policy = policy(kSite);

/** With inline parts, named by their hashes; poster and program are two scripts. @param {string} script @param {string} style */
export const embed_policy = (script, style) =>
  policy({ ...kSite, 'script-src': `'self' '${script}' 'wasm-unsafe-eval'`, 'style-src': `'self' '${style}'`, 'trusted-types': "kirnu 'allow-duplicates'" });

/** Everything is in the page; nothing can be requested. @param {string} script @param {string} style */
export const single_file_policy = (script, style) =>
  policy({
    'default-src': "'none'",
    'script-src': `'${script}' 'wasm-unsafe-eval'`,
    'style-src': `'${style}'`,
    'img-src': 'data: blob:',
    'worker-src': 'blob:',
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'kirnu',
  });

/** An article with embeds: it runs nothing but the script that fits their heights. */
export const article_policy = policy({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': 'blob:',
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
});
