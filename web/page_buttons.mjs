// What a button of the View does on the page: some are the page's own, some hand something over, the rest are Actions.
import { share_address } from './address.mjs';
import { copy_text, download_bytes, download_text } from './clipboard.mjs';
import { draw_png } from './pictures.mjs';

const kLinks = ['share', 'copy_link'];  // their texts are fragments

/**
 * @typedef {object} Page
 * @property {import('./notice.mjs').Notice} notice
 * @property {(action: import('./kirnu.d.ts').Action) => void} act
 * @property {{href: string}} place     the address that a link is made of
 * @property {() => void} toggle_text
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => import('./drawing.mjs').Font[]} fonts   for pictures
 * @property {() => void} cancel        gives up the file that is being read
 * @property {(id: string) => Promise<string | null>} download   the text that the core hands over
 */

/** Must be called inside the click or key press. @param {import('./kirnu.d.ts').ButtonNode} node @param {Page} page */
export function press_button({ id, download, copies, copy }, page) {
  if (id === 'as_text') return page.toggle_text();
  if (id === 'cancel_import') return page.cancel();
  if (id === 'undo') return page.undo();
  if (id === 'redo') return page.redo();
  if (id === 'print') return print_page(page);
  if (download) return hand_over(id, download, copy, page);
  if (copies) return copy_made(id, page);
  if (!copy) return page.act({ type: 'press', id });
  put_in_clipboard(kLinks.includes(id) ? share_address(page.place, copy) : copy, page);
}

/** @param {string} text @param {Page} page */
async function put_in_clipboard(text, page) {
  if (await copy_text(text)) page.notice.flash('copied');
  else page.notice.show_text('copy_by_hand', text);
}

/** The core answers within the time for which a click counts as one. @param {string} id @param {Page} page */
async function copy_made(id, page) {
  const text = await page.download(id);
  if (text !== null) put_in_clipboard(text, page);
}

/** A frame that may open no dialog prints nothing and does not say so. @param {Page} page */
function print_page(page) {
  let printed = false;
  addEventListener('beforeprint', () => (printed = true), { once: true });
  print();
  if (!printed) page.notice.show('cannot_print');
}

/** @param {string} id @param {string} name @param {string | undefined} known @param {Page} page */
async function hand_over(id, name, known, page) {
  const text = known || (await page.download(id));
  if (text === null) return;
  if (!name.endsWith('.png')) return save_text(name, text, page);
  const picture = await draw_png(text, page.fonts()).catch(() => null);
  if (picture) download_bytes(name, picture);
  else page.notice.show('picture_failed');
}

/** A sandbox that allows no downloads swallows them without a word; only a page in one has no origin.
 * @param {string} name @param {string} text @param {Page} page */
function save_text(name, text, page) {
  download_text(name, text);
  if (origin === 'null' && parent !== window) page.notice.show('save_by_hand', {}, { words: 'copy_it', act: () => put_in_clipboard(text, page) });
}
