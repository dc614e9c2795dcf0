// What a button of the View does on the page: some are the page's own, some hand something over, the rest are Actions.
import { share_address } from './address.mjs';
import { copy_text, download_text } from './clipboard.mjs';

/**
 * @typedef {object} Page
 * @property {import('./notice.mjs').Notice} notice
 * @property {(action: import('./kirnu.d.ts').Action) => void} act
 * @property {{href: string}} place     the address that a link is made of
 * @property {() => void} toggle_text
 * @property {() => void} cancel        gives up the file that is being read
 * @property {(id: string) => Promise<string | null>} download   the text that the core hands over
 */

/** Must be called inside the click or key press. @param {import('./kirnu.d.ts').ButtonNode} node @param {Page} page */
export function press_button({ id, download, copy }, page) {
  if (id === 'as_text') return page.toggle_text();
  if (id === 'cancel_import') return page.cancel();
  if (download) return hand_over(id, download, copy, page);
  if (!copy) return page.act({ type: 'press', id });
  const text = id === 'share' ? share_address(page.place, copy) : copy;
  copy_text(text).then(done => (done ? page.notice.flash('copied') : page.notice.show_text('copy_by_hand', text)));
}

/** @param {string} id @param {string} name @param {string | undefined} known @param {Page} page */
async function hand_over(id, name, known, page) {
  const text = known || (await page.download(id));
  if (text !== null) download_text(name, text);
}
