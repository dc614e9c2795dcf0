// What is being edited stays in sight: above a keyboard that slides over the page, and when the page is shown in
// another way.
import { focused_near } from './dom.mjs';

const kRoom = 16;  // CSS pixels around the field

/** Browsers that do so themselves leave nothing to do. @param {HTMLElement} root @param {AbortSignal} gone */
export function keep_above_keyboard(root, gone) {
  const seen = window.visualViewport;
  if (!seen) return;
  let { height, scale } = seen;
  seen.addEventListener('resize', () => {
    const covered = seen.height < height && seen.scale === scale;  // another scale: two fingers did it
    ({ height, scale } = seen);
    const edited = focused_near(root);
    if (covered && edited?.matches('input, textarea') && root.contains(edited)) scroll_into(seen, edited);
  }, { signal: gone });
}

/** @param {VisualViewport} seen @param {Element} edited */
function scroll_into(seen, edited) {
  const { top, bottom } = edited.getBoundingClientRect();
  const below = bottom + kRoom - (seen.offsetTop + seen.height);
  const most = top - kRoom - seen.offsetTop;  // of a field that is higher than the room its beginning is shown
  if (below > 0) window.scrollBy({ top: Math.min(below, most), behavior: 'instant' });
}

/** The control with the focus keeps its place in the window over a change of the page.
 * @param {HTMLElement} root @param {() => void} change */
export function keep_in_place(root, change) {
  const focused = focused_near(root);
  const top = () => (focused && root.contains(focused) ? focused.getBoundingClientRect().top : 0);
  const before = top();
  change();
  window.scrollBy({ top: top() - before, behavior: 'instant' });
}
