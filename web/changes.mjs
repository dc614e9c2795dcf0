// What can be taken back, and done again: State and files before each change.

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./replaced.mjs').Snapshot} Snapshot */

const kMostSteps = 100;
const kMostText = 8_000_000;  // characters of all States kept, for pasted tables are part of them

export class Changes {
  /** @type {Snapshot[]} */ #past = [];
  /** @type {Snapshot[]} */ #future = [];
  /** The field that the last step is about: as long as that is typed into, it is one step. */ #named = '';

  get can_undo() {
    return this.#past.length > 0;
  }

  get can_redo() {
    return this.#future.length > 0;
  }

  /** Something may have changed. @param {Snapshot} before @param {Snapshot} now @param {string} [named] the field that was set */
  step(before, now, named = '') {
    if (!before.state || (before.files === now.files && (before.state === now.state || content_of(before.state) === content_of(now.state)))) return;
    const goes_on = named !== '' && named === this.#named && before.files === now.files;
    this.#named = named;
    this.#future = [];
    if (!goes_on) this.#past.push(before);
    this.#shorten();
  }

  /** What is to be brought back, if anything. @param {Snapshot} now @returns {Snapshot | undefined} */
  undo(now) {
    return this.#move(this.#past, this.#future, now);
  }

  /** @param {Snapshot} now @returns {Snapshot | undefined} */
  redo(now) {
    return this.#move(this.#future, this.#past, now);
  }

  /** @param {Snapshot[]} from @param {Snapshot[]} to @param {Snapshot} now */
  #move(from, to, now) {
    const snapshot = from.pop();
    if (snapshot) to.push(now);
    this.#named = '';
    return snapshot;
  }

  #shorten() {
    let text = 0;
    let kept = 0;
    while (kept < Math.min(this.#past.length, kMostSteps)) {
      text += this.#past[this.#past.length - 1 - kept].state.length;
      if (kept > 0 && text > kMostText) break;
      ++kept;
    }
    this.#past.splice(0, this.#past.length - kept);
  }
}

/** A State without what only concerns how the page looks. @param {string} state */
function content_of(state) {
  const { language: _, theme: __, controls: ___, job: ____, open: _____, ...content } = JSON.parse(state);
  return JSON.stringify(content);
}
