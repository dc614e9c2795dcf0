// What was on the page before: undo and redo, the offer to bring back what was replaced, Back and Forward, and links that
// would take its place.
import { is_link } from './address.mjs';
import { Visits } from './visits.mjs';

/** @typedef {import('./replaced.mjs').Snapshot} Snapshot */

export class PageHistory {
  #core;
  #notice;
  #touch;
  /** @type {Visits | null} */ #visits = null;

  /** @param {import('./core_client.mjs').CoreClient} core @param {import('./notice.mjs').Notice} notice
   * @param {() => void} touch   the reader did something */
  constructor(core, notice, touch) {
    this.#core = core;
    this.#notice = notice;
    this.#touch = touch;
  }

  /** From now on Back and Forward go between what stood on the page. @param {AbortSignal} gone */
  follow_visits(gone) {
    this.#visits ??= new Visits({
      now: () => this.#core.history.snapshot,
      bring_back: snapshot => this.#bring_back(snapshot),
      arrive: fragment => this.#arrive(fragment),
    }, gone);
  }

  /** Numbers of the reader's own were taken away. @param {Snapshot} before @param {string} by */
  replaced(before, by) {
    if (by !== 'link') this.#visits?.leave(before);  // a link that was followed made an entry of its own
    this.#notice.show('replaced', {}, { words: 'undo', act: () => this.#bring_back(before) });
  }

  /** False: there is nothing to take back. */
  undo() {
    return this.#moved(this.#core.history.undo());
  }

  /** False: nothing was taken back. */
  redo() {
    return this.#moved(this.#core.history.redo());
  }

  /** A link was followed. What is in a table is in no link, and is not taken away without being asked.
   * @param {string} fragment */
  follow_link(fragment) {
    if (!is_link(fragment)) return;
    const act = () => {
      this.#notice.hide();
      this.#core.act({ type: 'link', fragment }, true);
    };
    if (this.#core.has_data) this.#notice.show('link_replaces', {}, { words: 'open_link', act });
    else act();
  }

  /** Where Back or Forward lead, and nothing is remembered. @param {string} fragment */
  #arrive(fragment) {
    if (is_link(fragment)) return this.follow_link(fragment);
    if (this.#core.has_data) return;
    this.#touch();
    this.#core.act({ type: 'press', id: 'example' });
  }

  /** @param {Snapshot} before */
  #bring_back(before) {
    this.#touch();
    this.#notice.hide();
    this.#core.history.bring_back(before);
  }

  /** @param {boolean} done */
  #moved(done) {
    if (!done) return false;
    this.#touch();
    this.#notice.hide();  // it may offer what has just been done
    return true;
  }
}
