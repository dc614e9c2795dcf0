// Colours by meaning, from the style sheet to whoever draws without it.

const kMeanings = ['paper', 'card', 'field', 'ink', 'soft', 'line', 'data', 'signal', 'good', 'bad', 'unsure', 'butter'];

/** And how deep the deepest shade of a heat map is, as a share of the data colour.
 * @param {Element} near @returns {Record<string, string | number>} */
export function read_colours(near) {
  const style = getComputedStyle(near);
  const value_of = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(kMeanings.map(meaning => [meaning, value_of(meaning)]));
  return { ...colours, deepest: parseFloat(value_of('deepest')) / 100 };
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

/** Whoever asks often keeps it: to make one takes long. */
export function reduced_motion() {
  return matchMedia('(prefers-reduced-motion: reduce)');
}
