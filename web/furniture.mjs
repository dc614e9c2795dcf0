// What stands under the calculator on the site: ways to embed it, to check it, to have it without a network.
import { is_single_file } from './built_files.mjs';
import { element } from './dom.mjs';
import { show_embed_dialog } from './embed_dialog.mjs';
import { page_word } from './page_words.mjs';
import { show_privacy_panel } from './privacy_panel.mjs';

/** @typedef {{ready_at: () => number, numbers: () => string}} Site */

/** @param {HTMLElement} place @param {Site} site */
export function furnish(place, { ready_at, numbers }) {
  const html = document.documentElement;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) => {
    const made = element('button', 'furniture-item');
    made.type = 'button';
    made.dataset.word = key;
    made.addEventListener('click', act);
    return made;
  };
  const link = (/** @type {string} */ key, /** @type {string} */ address) => {
    const made = element('a', 'furniture-item');
    made.href = address;
    made.rel = 'noreferrer';
    made.dataset.word = key;
    return made;
  };
  const items = [button('furniture.privacy', () => show_privacy_panel(html.lang, ready_at(), numbers))];
  // The single file has nothing beside it that could be embedded or downloaded.
  if (!is_single_file) {
    const offline = link('furniture.offline', 'kirnu-offline.html');
    offline.download = 'kirnu-offline.html';
    items.push(
      button('furniture.embed', () => show_embed_dialog(html.lang, html.dataset.theme ?? 'auto', numbers())),
      /** @type {any} */ (offline),
      /** @type {any} */ (link('furniture.examples', 'examples/')),
    );
  }
  place.replaceChildren(...items);
  const tell = () => {
    for (const item of items) item.textContent = page_word(html.lang, item.dataset.word ?? '');
    const examples = place.querySelector('a[data-word="furniture.examples"]');
    if (examples instanceof HTMLAnchorElement) examples.href = `examples/${html.lang === 'fi' ? 'fi' : 'de'}/`;
  };
  tell();
  new MutationObserver(tell).observe(html, { attributeFilter: ['lang'] });
}
