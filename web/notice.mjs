// The page's own few words: a line above the page that stays or goes away, and what can be done.
import { boot_words } from './boot_words.mjs';
import { element } from './dom.mjs';

/** @typedef {import('./boot_words.mjs').Sentence} Sentence */
/** @typedef {import('./boot_words.mjs').Values} Values */
/** Something that can be done about it. @typedef {{words: Sentence, act: () => void}} Offer */

const kShort = 4000;  // milliseconds

export class Notice {
  #place;
  #announcer;
  #language;
  #timer = 0;
  #on_left;
  /** Shows what stays, in the language of the moment. @type {(() => string) | null} */ #standing = null;

  /** @param {HTMLElement} place empty and hidden while there is nothing to say
   * @param {import('./announcer.mjs').Announcer} announcer @param {() => string} language of the moment
   * @param {() => void} on_left what had the focus is gone */
  constructor(place, announcer, language, on_left) {
    this.#place = place;
    this.#announcer = announcer;
    this.#language = language;
    this.#on_left = on_left;
    this.hide();
  }

  /** A sentence that stays until it is closed. @param {Sentence} sentence @param {Values} [values] @param {Offer} [offer] */
  show(sentence, values, offer) {
    this.#stand(() => {
      const words = this.#words(sentence, values);
      const button = offer && this.#button(offer.words, offer.act);
      return this.#fill(words, ...(button ? [button] : []), this.#close_button());
    });
  }

  /** A sentence for a moment; what stays comes back after it. @param {Sentence} sentence */
  flash(sentence) {
    this.#announcer.say(this.#fill(this.#words(sentence)));
    this.#timer = window.setTimeout(() => (this.#standing ? this.retell() : this.hide()), kShort);
  }

  /** A selected text for the reader to copy by hand. @param {Sentence} sentence @param {string} text */
  show_text(sentence, text) {
    const field = element('textarea');
    field.readOnly = true;
    field.rows = 3;
    field.value = text;
    this.#stand(() => {
      field.setAttribute('aria-label', this.#words(sentence));
      return this.#fill(this.#words(sentence), this.#close_button(), field);
    });
    field.focus({ preventScroll: true });
    field.select();
  }

  /** Says what stays in the language of the moment. */
  retell() {
    this.#standing?.();
  }

  hide() {
    clearTimeout(this.#timer);
    this.#standing = null;
    const had_focus = this.#place.matches(':focus-within');
    this.#place.hidden = true;
    this.#place.replaceChildren();
    if (had_focus) this.#on_left();
  }

  /** @param {() => string} show */
  #stand(show) {
    this.#standing = show;
    this.#announcer.say(show());
  }

  /** @param {string} words @param {...HTMLElement} more */
  #fill(words, ...more) {
    clearTimeout(this.#timer);
    this.#place.replaceChildren(element('span', '', words), ...more);
    this.#place.hidden = false;
    return words;
  }

  /** @param {Sentence} sentence @param {Values} [values] */
  #words(sentence, values) {
    return boot_words(this.#language(), sentence, values);
  }

  #close_button() {
    return this.#button('close', () => this.hide());
  }

  /** @param {Sentence} words @param {() => void} act */
  #button(words, act) {
    const button = element('button', 'button', this.#words(words));
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }
}
