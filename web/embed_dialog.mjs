// The dialog in which an author chooses what an embed shows, sees it, and copies its code.
import { copy_text } from './clipboard.mjs';
import { make_dialog, make_select, make_toggle } from './dialog.mjs';
import { element, set_text } from './dom.mjs';
import { page_word } from './page_words.mjs';
import { embed_address, snippets } from './snippets.mjs';

/** @typedef {import('./snippets.mjs').Wish} Wish */

const kChoices = /** @type {const} */ ({
  language: ['en', 'de', 'fi'],
  theme: ['auto', 'light', 'dark'],
  job: ['all', 'counts', 'benchmark', 'lists', 'subscriptions', 'transactions'],
  controls: ['full', 'min', 'none'],
});
const kKinds = /** @type {const} */ (['iframe', 'element', 'wordpress', 'ghost']);

/** @param {string} language of the page @param {string} theme @param {string} numbers of the page, as a link's fragment */
export function show_embed_dialog(language, theme, numbers) {
  const say = (/** @type {string} */ key) => page_word(language, key);
  const { dialog, body } = make_dialog('embed-dialog', say('embed.title'), say('close'));
  /** @type {Wish} */
  const wish = {
    base: new URL('./', location.href).href,
    embed: KIRNU_BUILD.embed,
    language,
    theme,
    job: 'counts',
    controls: 'min',
    numbers,
    title: '',
  };
  let kind = /** @type {typeof kKinds[number]} */ ('iframe');

  const help = element('p', 'help');
  const code = element('textarea', 'control code');
  code.readOnly = true;
  code.rows = 6;
  code.spellcheck = false;
  code.setAttribute('aria-label', say('embed.code'));
  const told = element('span', 'told');
  told.setAttribute('role', 'status');
  const preview = element('iframe', 'preview');
  preview.setAttribute('sandbox', 'allow-scripts allow-downloads');

  const show = () => {
    wish.title = page_word(wish.language, `title.${wish.job}`);
    code.value = snippets(wish)[kind];
    set_text(help, say(`kind.${kind}.help`));
    told.textContent = '';
    preview.title = wish.title;
    const address = embed_address(wish);
    // A frame whose fragment alone changes is not loaded anew.
    if (preview.getAttribute('src') !== address) preview.replaceWith(preview), preview.setAttribute('src', address);
  };
  const selects = Object.entries(kChoices).map(([name, values]) =>
    make_select(say(`embed.${name}`), values.map(value => [value, say(`${name}.${value}`)]), wish[/** @type {keyof typeof kChoices} */ (name)], value => {
      wish[/** @type {keyof typeof kChoices} */ (name)] = value;
      show();
    }),
  );
  const with_numbers = make_toggle(say('embed.numbers'), numbers !== '', on => {
    wish.numbers = on ? numbers : '';
    show();
  });
  with_numbers.field.hidden = numbers === '';
  const kinds = element('div', 'kinds');
  kinds.setAttribute('role', 'group');
  kinds.setAttribute('aria-label', say('embed.code'));
  for (const each of kKinds) {
    const button = element('button', 'segment', say(`kind.${each}`));
    button.type = 'button';
    button.dataset.kind = each;
    const press = () => {
      kind = each;
      for (const other of kinds.children) {
        other.classList.toggle('on', other === button);
        other.setAttribute('aria-pressed', String(other === button));
      }
      show();
    };
    button.addEventListener('click', press);
    kinds.append(button);
    if (each === kind) press();
  }
  const copy = element('button', 'button primary', say('embed.copy'));
  copy.type = 'button';
  copy.addEventListener('click', async () => {
    const done = await copy_text(code.value);
    if (done) told.textContent = say('embed.copied');
    else code.select();
  });
  body.append(
    element('p', 'lead', say('embed.text')),
    element('div', 'dialog-fields', ...selects),
    with_numbers.field,
    kinds,
    help,
    code,
    element('div', 'dialog-row', copy, told),
    element('h3', 'dialog-subtitle', say('embed.preview')),
    preview,
  );
  dialog.showModal();
}
