// Colours by meaning, from the style sheet to whoever draws without it.

const kMeanings = ['paper', 'card', 'field', 'ink', 'soft', 'line', 'data', 'signal', 'good', 'bad', 'unsure', 'butter'];

/** @param {Element} near @returns {Record<string, string>} */
export function read_colours(near) {
  const style = getComputedStyle(near);
  return Object.fromEntries(kMeanings.map(meaning => [meaning, style.getPropertyValue(`--${meaning}`).trim()]));
}

/** Calls back when the system's colours, contrast or motion wishes change. @param {() => void} changed
 * @param {AbortSignal} gone */
export function follow_system(changed, gone) {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)']) {
    matchMedia(query).addEventListener('change', changed, { signal: gone });
  }
}

export function forced_colours() {
  return matchMedia('(forced-colors: active)').matches;
}

export function reduced_motion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
