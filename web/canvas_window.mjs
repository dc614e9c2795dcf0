// A tall page is drawn in part: the canvas is a window on it that moves with the scroll.

const kLargestBacking = 4096;  // device pixels

/** Which part of the page the canvas covers, in CSS pixels of the page: all of it, or what is in sight with margins.
 * @param {DOMRect} stage where the page is @param {number} whole its height
 * @param {{top: number, height: number}} now what is covered; kept while that is enough */
export function part_to_draw(stage, whole, now) {
  const largest = Math.floor(kLargestBacking / devicePixelRatio / 4) * 4;
  if (whole <= largest) return { top: 0, height: whole };
  const height = Math.min(whole, Math.max(largest, innerHeight));
  const from = Math.min(Math.max(0, -stage.top), whole);
  const to = Math.min(Math.max(from, innerHeight - stage.top), whole);
  const covered = now.height === height && now.top <= from && now.top + height >= to && now.top + height <= whole;
  if (covered) return { top: now.top, height };
  const margin = (height - (to - from)) / 2;
  // In steps of 4 px the upper edge falls on a device pixel at every common ratio.
  const top = Math.floor(Math.min(Math.max(0, from - margin), whole - height) / 4) * 4;
  return { top, height };
}
