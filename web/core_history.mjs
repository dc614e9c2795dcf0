// Taking back and doing again: the State and the files that were in place go back together, one way after the other.
import { Changes } from './changes.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./replaced.mjs').Snapshot} Snapshot */
/**
 * @typedef {object} Core
 * @property {Snapshot} snapshot     what is there now
 * @property {() => void} cancel     gives up what is being read
 * @property {(action: Action) => Promise<void>} act
 * @property {(files: File[], again: boolean) => Promise<void>} open
 */

export class CoreHistory {
  #core;
  #changes = new Changes();
  #told = { undo: false, redo: false };
  /** What is on its way back; nothing where all is in place. @type {Snapshot | null} */ #goal = null;
  /** Until the last way back is over. */ #gone = Promise.resolve();

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
  }

  /** What is there, or will be when all that is on its way back has come. @returns {Snapshot} */
  get snapshot() {
    return this.#goal ?? this.#core.snapshot;
  }

  /** Something may have changed. @param {Snapshot} before @param {string} [named] the field that was set */
  step(before, named) {
    this.#changes.step(before, this.#core.snapshot, named);
    this.#tell();
  }

  /** Takes the last change back. False: there is none. */
  undo() {
    return this.#go_to(this.#changes.undo(this.snapshot));
  }

  /** Does again what was taken back last. */
  redo() {
    return this.#go_to(this.#changes.redo(this.snapshot));
  }

  /** Numbers and files as they were, as a change that can be taken back. @param {Snapshot} snapshot */
  bring_back(snapshot) {
    this.#changes.step(this.snapshot, snapshot);
    this.#go_to(snapshot);
  }

  /** What was on its way before stops there: two ways at once would mix their numbers and files.
   * @param {Snapshot | undefined} goal */
  #go_to(goal) {
    if (!goal) return false;
    this.#goal = goal;
    this.#core.cancel();
    this.#tell();
    this.#gone = this.#gone.then(() => this.#restore(goal)).catch(error => reportError(error));
    return true;
  }

  /** Language, colours and what is open stay. @param {Snapshot} goal */
  async #restore(goal) {
    try {
      for (const way of this.#ways(goal)) {
        if (this.#goal === goal) await way();
      }
    } finally {
      if (this.#goal === goal) this.#goal = null;
    }
  }

  /** @param {Snapshot} goal */
  #ways({ files, state }) {
    const keep_files = files.length > 0 && files === this.#core.snapshot.files;
    const { language, theme, open } = JSON.parse(this.#core.snapshot.state);
    const kept = JSON.parse(state);
    return [
      () => this.#core.act({ type: 'restore', state: { ...kept, theme, open }, keep_files }),
      () => kept.language !== language && this.#core.act({ type: 'set', id: 'language', value: language }),
      () => files.length > 0 && !keep_files && this.#core.open(files, true),
    ];
  }

  /** What can be taken back is shown on the page, by the core. */
  #tell() {
    const { can_undo: undo, can_redo: redo } = this.#changes;
    if (undo === this.#told.undo && redo === this.#told.redo) return;
    this.#told = { undo, redo };
    this.#core.act({ type: 'history', undo, redo });
  }
}
