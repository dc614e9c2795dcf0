// The page's own few words: a line above the page that goes away, and what can be done.
import { boot_words } from './boot_words.mjs';
import { element } from './dom.mjs';

/** @typedef {import('./boot_words.mjs').Sentence} Sentence */

const kShort = 4000;  // milliseconds

export class Notice {
  #place;
  #announcer;
  #timer = 0;

  /** @param {HTMLElement} place empty and hidden while there is nothing to say
   * @param {import('./announcer.mjs').Announcer} announcer */
  constructor(place, announcer) {
    this.#place = place;
    this.#announcer = announcer;
    this.hide();
  }

  /** A sentence that stays until it is closed. @param {Sentence} sentence */
  show(sentence) {
    this.#fill(this.#words(sentence), this.#close_button());
  }

  /** A sentence for a moment. @param {Sentence} sentence */
  flash(sentence) {
    this.#fill(this.#words(sentence));
    this.#timer = window.setTimeout(() => this.hide(), kShort);
  }

  /** A selected text for the reader to copy by hand. @param {Sentence} sentence @param {string} text */
  show_text(sentence, text) {
    const field = element('textarea');
    field.readOnly = true;
    field.rows = 3;
    field.value = text;
    field.setAttribute('aria-label', this.#words(sentence));
    this.#fill(this.#words(sentence), this.#close_button(), field);
    field.focus({ preventScroll: true });
    field.select();
  }

  hide() {
    clearTimeout(this.#timer);
    this.#place.hidden = true;
    this.#place.replaceChildren();
  }

  /** @param {string} words @param {...HTMLElement} more */
  #fill(words, ...more) {
    clearTimeout(this.#timer);
    this.#place.replaceChildren(element('span', '', words), ...more);
    this.#place.hidden = false;
    this.#announcer.say(words);
  }

  /** @param {Sentence} sentence */
  #words(sentence) {
    return boot_words(document.documentElement.lang, sentence);
  }

  #close_button() {
    const button = element('button', 'button', this.#words('close'));
    button.type = 'button';
    button.addEventListener('click', () => this.hide());
    return button;
  }
}
