// What can be told from a picture of the page: blobs of letters on their ground, and the contrast between the two.

/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {import('pngjs').PNG} Picture */

/** @param {Picture} picture @param {number} x @param {number} y 0xrrggbb */
export const colour_at = (picture, x, y) => picture.data.readUInt32BE(4 * (y * picture.width + x)) >>> 8;

/** Relative luminance, as WCAG defines it. @param {number} colour 0xrrggbb */
function luminance(colour) {
  const [red, green, blue] = [colour >> 16, (colour >> 8) & 255, colour & 255].map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} a @param {number} b 0xrrggbb */
export function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** How often each colour is in a box. @param {Picture} picture @param {Box} box @returns {Map<number, number>} */
export function colours_in(picture, { x, y, width, height }) {
  const counts = new Map();
  const [right, bottom] = [Math.min(x + width, picture.width), Math.min(y + height, picture.height)];
  for (let row = Math.max(Math.ceil(y), 0); row < bottom; ++row) {
    for (let column = Math.max(Math.ceil(x), 0); column < right; ++column) {
      const colour = colour_at(picture, column, row);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

/** @param {Map<number, number>} counts */
function most_frequent(counts) {
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Runs of indices that are marked, ended by `gap` others. @param {boolean[]} marked @param {number} gap @returns {[number, number][]} from, to */
function runs(marked, gap) {
  /** @type {[number, number][]} */
  const found = [];
  marked.forEach((is, at) => {
    if (!is) return;
    const last = found.at(-1);
    if (last && at - last[1] <= gap) last[1] = at;
    else found.push([at, at]);
  });
  return found;
}

/** The strongest contrast in each word of a box of the picture: letters and their ground. What is lower than letters are, as
 * lines and dashes, is left out. @param {Picture} picture @param {Box} box @param {{letter: number, gap: number}} sizes in
 * pixels of the picture: the least height of a letter, the space between words @returns {{box: Box, contrast: number}[]} */
export function word_contrasts(picture, box, { letter, gap }) {
  const left = Math.ceil(box.x), top = Math.ceil(box.y), width = Math.floor(box.width), height = Math.floor(box.height);
  if (width <= 0 || height <= 0) return [];
  const ground = most_frequent(colours_in(picture, { x: left, y: top, width, height }));
  const differs = (/** @type {number} */ column, /** @type {number} */ row) => colour_at(picture, left + column, top + row) !== ground;
  const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => column).some(column => differs(column, row)));
  return runs(rows, 1).flatMap(([from, to]) => {
    if (to - from + 1 < letter) return [];
    const columns = Array.from({ length: width }, (_, column) => Array.from({ length: to - from + 1 }, (_, row) => from + row).some(row => differs(column, row)));
    return runs(columns, gap).map(([begin, end]) => {
      const word = { x: left + begin - 1, y: top + from - 1, width: end - begin + 3, height: to - from + 3 };
      const counts = colours_in(picture, word);
      const own = most_frequent(counts);
      return { box: word, contrast: Math.max(...[...counts.keys()].map(colour => contrast(colour, own))) };
    });
  });
}
