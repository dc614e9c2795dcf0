// The browser's Back and Forward: each entry of its history that this page made, with what stood on the page there.

/** @typedef {import('./replaced.mjs').Snapshot} Snapshot */
/**
 * @typedef {object} Page
 * @property {() => Snapshot} now
 * @property {(snapshot: Snapshot) => void} bring_back
 * @property {(fragment: string) => void} arrive    another address than before, which nothing is remembered of
 */

export class Visits {
  #page;
  #at = 0;
  #last = 0;
  /** What stood there when it was left. @type {Map<number, Snapshot>} */ #left = new Map();

  /** @param {Page} page @param {AbortSignal} gone */
  constructor(page, gone) {
    this.#page = page;
    this.#at = this.#last = number_here() ?? 0;
    if (!number_entry(this.#at)) return;
    addEventListener('popstate', () => this.#go(), { signal: gone });
    addEventListener('hashchange', () => this.#arrive(), { signal: gone });
  }

  /** What stands on the page is about to be another thing as a whole: Back brings it back. @param {Snapshot} before */
  leave(before) {
    this.#left.set(this.#at, before);
    try {
      history.pushState({ kirnu: this.#last + 1 }, '');
      this.#at = ++this.#last;
    } catch {
      // Some documents may not add to the history; undo still works there.
    }
  }

  /** The browser went to an entry. */
  #go() {
    const there = number_here();
    if (there === undefined || there === this.#at) return;
    this.#left.set(this.#at, this.#page.now());
    this.#at = there;
    this.#last = Math.max(this.#last, there);
    const snapshot = this.#left.get(there);
    if (snapshot) this.#page.bring_back(snapshot);
    else this.#page.arrive(location.hash);  // from before the page was loaded anew
  }

  /** The fragment changed: by the browser between entries of ours, or by somebody who followed a link. */
  #arrive() {
    if (number_here() !== undefined) return;
    this.#left.set(this.#at, this.#page.now());
    this.#at = ++this.#last;
    number_entry(this.#at);
    this.#page.arrive(location.hash);
  }
}

/** @returns {number | undefined} */
function number_here() {
  const number = history.state?.kirnu;
  return Number.isInteger(number) ? number : undefined;
}

/** @param {number} number */
function number_entry(number) {
  try {
    history.replaceState({ kirnu: number }, '');
    return true;
  } catch {
    return false;
  }
}
