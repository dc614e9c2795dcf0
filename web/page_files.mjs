// Files that a person picks or drops: which of them are read together, and what is said when they cannot be read. Lists
// whose names tell another order of time are put in it by the core, which says so.
import { kMostFiles } from './kirnu_limits.mjs';

/** @typedef {import('./boot_words.mjs').Sentence} Sentence */
/** @typedef {import('./boot_words.mjs').Values} Values */
/**
 * @typedef {object} Reader
 * @property {() => File[]} in_place                the files whose data are in place
 * @property {(id: string) => boolean} has_field    whether the View has this field
 * @property {(files: File[]) => void} open         earlier, later, still earlier
 * @property {(sentence: Sentence, values?: Values) => void} say
 */

export class PageFiles {
  #reader;
  /** The later list, chosen before the earlier one. @type {File | null} */ #later = null;

  /** @param {Reader} reader */
  constructor(reader) {
    this.#reader = reader;
  }

  /** Chosen in a file field: `file2` adds a later list to what is in place. @param {string} id @param {File[]} chosen */
  pick(id, chosen) {
    const [file] = chosen;
    if (chosen.length !== 1) return this.#read_together(chosen);
    const [first, ...others] = this.#reader.in_place();
    if (id === 'file2') {
      if (first && first !== this.#later) return this.#reader.open([first, file, ...others.slice(1)]);
      this.#later = file;
      return this.#reader.open([file]);
    }
    if (first && first === this.#later) others.unshift(first);
    this.#later = null;
    this.#reader.open([file, ...(this.#reader.has_field('file2') ? others : [])]);
  }

  /** Dropped on the page. @param {DataTransfer} data */
  drop(data) {
    const entries = [...data.items].map(item => item.webkitGetAsEntry?.());
    if (entries.some(entry => entry?.isDirectory)) return this.#reader.say('folder');
    const waits = this.#reader.has_field('file2') && this.#reader.in_place().length === 1;
    if (waits && data.files.length === 1) return this.pick('file2', [data.files[0]]);  // for its later list
    this.#read_together([...data.files]);
  }

  /** @param {File[]} files */
  #read_together(files) {
    if (files.length === 0) return;
    if (files.length > kMostFiles) return this.#reader.say('too_many_files', { count: files.length });
    this.#later = null;
    this.#reader.open(files);
  }

  /** @param {import('./core_worker.mjs').CoreError} error @param {File[]} files @param {string} language */
  unread({ code, progress }, files, language) {
    const name = files.map(file => file.name).join(', ');
    if (code === 'no_memory') return this.#reader.say('file_too_much', { name });
    if (code !== 'file_unreadable') return this.#reader.say('file_failed', { name });
    const share = progress?.size ? progress.read / progress.size : 0;
    const text = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
    this.#reader.say(share > 0 ? 'unread' : 'unread_at_once', { name, share: text });
  }
}
