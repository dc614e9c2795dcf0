// What may become a program or markup. Pages ask their browser to refuse every other text (require-trusted-types-for), so this
// is all there is: addresses of our own scripts and workers, and pictures that the core drew.

/** @typedef {{createScriptURL: (address: string) => string, createHTML: (text: string) => string}} Rule */

/** @type {Rule | undefined} */
let rule;

const as_it_is = (/** @type {string} */ text) => text;

/** @returns {Rule} */
function our_rule() {
  if (rule) return rule;
  rule = { createScriptURL: as_it_is, createHTML: as_it_is };
  try {
    rule = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('kirnu', rule) ?? rule;
  } catch {
    // A page around the element allows other names only: then it is for that page to decide.
  }
  return /** @type {Rule} */ (rule);
}

/** @param {string} address of a script or worker of ours */
export function program_address(address) {
  return our_rule().createScriptURL(address);
}

/** @param {string} svg drawn by the core */
export function drawn_picture(svg) {
  return our_rule().createHTML(svg);
}
