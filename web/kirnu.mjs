// The wrapper around kirnu-core.wasm: text and bytes in, text out. Works in browsers, workers and Node 18 or newer.
// Types and the meaning of each member: kirnu.d.ts.

import { KirnuError } from './kirnu_error.mjs';
import { compile, instantiate } from './kirnu_host.mjs';
import { kMostFiles } from './kirnu_limits.mjs';
import { Reading } from './kirnu_reading.mjs';
import { read_settings } from './kirnu_settings.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./kirnu.d.ts').View} View */
/** @typedef {import('./kirnu.d.ts').Report} Report */
/** @typedef {import('./kirnu.d.ts').Counts} Counts */
/** @typedef {import('./kirnu.d.ts').Figure} Figure */
/** @typedef {import('./kirnu.d.ts').Bytes} Bytes */
/** @typedef {import('./kirnu.d.ts').LoadOptions} LoadOptions */
/** @typedef {import('./kirnu.d.ts').OpenOptions} OpenOptions */
/** @typedef {(...args: number[]) => number} Entry */

/** The core sees a file through one window of this many bytes. */
const kWindow = 1 << 20;
/** What is tried before the first file comes: most of what files need. A second time, because a browser makes fast only
 * what is called again. */
const kTrials = ['subscriptions', 'transactions', 'lists', 'subscriptions', 'transactions', 'lists'];

export { KirnuError };

export class Kirnu {
  /** @type {WebAssembly.Instance | null} */ #instance = null;
  #module;
  #engine = 0;
  #dead = false;
  #reading = false;
  #placed = false;
  #bytes = new Uint8Array(0);
  /** @type {string | null} */ #view_text = null;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /** @param {LoadOptions} [options] @returns {Promise<Kirnu>} */
  static async load(options = {}) {
    let module;
    try {
      module = await compile(options.wasm);
    } catch (cause) {
      throw new KirnuError('wasm_unreachable', 'kirnu-core.wasm could not be loaded.', cause);
    }
    const kirnu = new Kirnu(module);
    kirnu.#instance = await instantiate(module);
    if ('_initialize' in kirnu.#instance.exports) kirnu.#call('_initialize');
    kirnu.#engine = kirnu.#call('kirnu_create');
    if (kirnu.#engine === 0) throw new KirnuError('no_memory', 'There is not enough memory for the calculation.');
    if (options.language) kirnu.dispatch({ type: 'set', id: 'language', value: options.language });
    return kirnu;
  }

  /** @param {{signal?: AbortSignal}} [options] */
  async warmUp({ signal } = {}) {
    for (const sample of kTrials) {
      if (signal?.aborted) return;
      const trial = await Kirnu.load({ wasm: this.#module });
      trial.dispatchText(JSON.stringify({ type: 'press', id: `sample.${sample}` }));
      trial.#call('kirnu_report', trial.#engine);
      trial.close();
      await new Promise(resolve => setTimeout(resolve));  // whoever asked something meanwhile is answered
    }
  }

  get module() {
    return this.#module;
  }
  get dead() {
    return this.#dead;
  }
  get viewText() {
    return (this.#view_text ??= this.#answer('kirnu_view'));
  }
  /** @returns {View} */
  get view() {
    return JSON.parse(this.viewText);
  }
  get reportText() {
    return this.#answer('kirnu_report');
  }
  /** @returns {Report} */
  get report() {
    return JSON.parse(this.reportText);
  }
  get stateText() {
    return this.#answer('kirnu_state');
  }
  /** @returns {object} */
  get state() {
    return JSON.parse(this.stateText);
  }
  get csv() {
    return this.#answer('kirnu_report_csv');
  }
  get text() {
    return this.#answer('kirnu_text');
  }

  /** @param {string} id @param {number} width @returns {string | null} */
  svg(id, width) {
    const found = this.#with_text(id, (pointer, size) => this.#call('kirnu_svg', this.#engine, pointer, size, width));
    return found === 1 ? this.#output() : null;
  }

  /** @param {Action} action @returns {View} */
  dispatch(action) {
    return JSON.parse(this.dispatchText(JSON.stringify(action)));
  }

  /** @param {string} action @returns {string} */
  dispatchText(action) {
    const understood = this.#with_text(action, (pointer, size) => this.#call('kirnu_dispatch', this.#engine, pointer, size));
    const view = this.#output();
    this.#view_text = view;
    if (understood !== 1) throw new KirnuError('action_unreadable', `This action is not understood: ${action.slice(0, 200)}`);
    return view;
  }

  /** Of a button that hands over a file: its text. @param {string} id @returns {string | null} */
  download(id) {
    if (!this.#has('kirnu_download')) return null;
    const found = this.#with_text(id, (pointer, size) => this.#call('kirnu_download', this.#engine, pointer, size));
    return found === 1 ? this.#output() : null;
  }

  /** @param {Counts} counts @returns {Report} */
  counts(counts) {
    const now = /** @type {{language: string}} */ (this.state);
    const settings = this.#understood({ period: 'none', ...counts });
    this.dispatchText(JSON.stringify({ type: 'restore', state: { ...now, example: false, fields: {}, period: 'none' } }));
    this.#take(settings);
    return this.report;
  }

  /** @param {Record<string, Figure | undefined>} question @returns {Report} */
  ask(question) {
    this.set(question);
    return this.report;
  }

  /** @param {Record<string, Figure | undefined>} question */
  set(question) {
    this.#take(this.#understood(question));
  }

  /** The settings that were asked, all of them known to the core; otherwise it throws and nothing is changed.
   * @param {Record<string, Figure | undefined>} asked */
  #understood(asked) {
    const settings = read_settings(asked, /** @type {{language: string}} */ (this.state).language);
    for (const [key, text] of settings) {
      const known = this.#with_text(key, (key_at, key_size) =>
        this.#with_text(text, (at, size) => this.#call('kirnu_understands', this.#engine, key_at, key_size, at, size)),
      );
      if (known !== 1) throw new KirnuError('setting_unknown', `“${key}=${text}” is not a known setting; nothing was changed.`);
    }
    return settings;
  }

  /** @param {import('./kirnu_settings.mjs').Setting[]} settings */
  #take(settings) {
    for (const [key, text] of settings) {
      this.#with_text(key, (key_at, key_size) =>
        this.#with_text(text, (at, size) => this.#call('kirnu_set', this.#engine, key_at, key_size, at, size)),
      );
    }
    this.#view_text = null;
  }

  get reread() {
    return /^\{[^{]*"reread":true/.test(this.viewText);  // it stands before the page
  }
  get placed() {
    return this.#placed;
  }

  /** @param {Bytes | Bytes[]} file @param {OpenOptions} [options] @returns {Promise<Report>} */
  async open(file, options = {}) {
    await this.read(file, options);
    return this.report;
  }

  /** @param {Bytes | Bytes[]} file @param {OpenOptions} [options] @returns {Promise<boolean>} */
  async read(file, options = {}) {
    const files = Array.isArray(file) ? file : [file];
    if (files.length === 0 || files.length > kMostFiles) throw new KirnuError('file_refused', 'One to three files can be read together.');
    if (this.#reading) throw new KirnuError('file_refused', 'Another file is being read.');
    if (files.length > 1 && !this.#has('kirnu_next')) throw new KirnuError('file_refused', 'This core reads one file at a time.');
    this.#reading = true;
    this.#placed = false;
    let window = 0;
    try {
      options.signal?.throwIfAborted();
      window = this.#allocate(kWindow);
      await this.#read_all(new Reading(files, options), window, options);
      this.#placed = this.#call('kirnu_finish', this.#engine) === 1;
      return this.#placed;
    } catch (error) {
      if (!this.#dead && this.#instance) this.#call('kirnu_cancel', this.#engine);
      throw error;
    } finally {
      this.#view_text = null;
      if (window !== 0) this.#release(window);
      this.#reading = false;
    }
  }

  close() {
    if (this.#instance && !this.#dead) this.#call('kirnu_free', this.#engine);
    this.#instance = null;
    this.#bytes = new Uint8Array(0);
    this.#engine = 0;
  }

  /** Every file's bytes go through the one window, as large as they come. @param {Reading} reading
   * @param {number} window @param {OpenOptions} options */
  async #read_all(reading, window, { again, onProgress }) {
    for (const [at, name] of reading.names.entries()) {
      const entry = at > 0 ? 'kirnu_next' : again ? 'kirnu_reopen' : 'kirnu_open';
      this.#with_text(name, (pointer, size) => this.#call(entry, this.#engine, pointer, size));
      const size = reading.size_of(at);
      if (size !== null && this.#has('kirnu_expect')) this.#call('kirnu_expect', this.#engine, size);
      for await (const part of reading.parts(at, kWindow)) {
        this.#memory().set(part, window);
        const goes_on = this.#call('kirnu_feed', this.#engine, window, part.length);
        this.#view_text = null;
        if (reading.is_due()) this.#tell(reading, onProgress);
        if (goes_on !== 1) return;  // the reason is among the report's issues
      }
      while (this.#has('kirnu_step') && this.#call('kirnu_step', this.#engine) === 1) {  // a workbook is unpacked, also more sheets
        this.#view_text = null;
        if (reading.is_due()) this.#tell(reading, onProgress);
        await reading.breathe();
      }
    }
    this.#tell(reading, onProgress);
  }

  /** @param {Reading} reading @param {OpenOptions['onProgress']} on_progress */
  #tell({ read, size, seconds }, on_progress) {
    if (!on_progress) return;
    if (this.#has('kirnu_progress')) this.#call('kirnu_progress', this.#engine, read, size ?? -1, seconds);
    on_progress({ read, size });
  }

  /** @param {string} name */
  #has(name) {
    return this.#instance !== null && name in this.#instance.exports;
  }

  /** @param {string} name @param {...number} args */
  #call(name, ...args) {
    if (this.#dead) throw new KirnuError('engine_stopped', 'The calculation stopped with an error; load it anew.');
    if (!this.#instance) throw new KirnuError('closed', 'This instance was closed.');
    const entry = /** @type {Entry} */ (this.#instance.exports[name]);
    try {
      return entry(...args);
    } catch (cause) {
      this.#dead = true;  // after a trap the memory may be half written: nothing in it can be trusted
      throw new KirnuError('engine_stopped', 'The calculation stopped with an error; load it anew.', cause);
    }
  }

  /** The memory as it is now: growing it detaches every earlier look at it. */
  #memory() {
    if (!this.#instance) throw new KirnuError('closed', 'This instance was closed.');
    const instance = this.#instance;
    const { buffer } = /** @type {WebAssembly.Memory} */ (instance.exports.memory);
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }

  /** @param {number} size */
  #allocate(size) {
    const pointer = this.#call('kirnu_alloc', size) >>> 0;
    if (pointer === 0) throw new KirnuError('no_memory', 'There is not enough memory for this.');
    return pointer;
  }

  /** What is dead or closed holds nothing any more. @param {number} pointer */
  #release(pointer) {
    if (this.#instance && !this.#dead) this.#call('kirnu_release', pointer);
  }

  /** @param {string} text @param {(pointer: number, size: number) => number} use */
  #with_text(text, use) {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.#allocate(bytes.length);
    try {
      this.#memory().set(bytes, pointer);
      return use(pointer, bytes.length);
    } finally {
      this.#release(pointer);
    }
  }

  /** @param {string} entry */
  #answer(entry) {
    this.#call(entry, this.#engine);
    return this.#output();
  }

  #output() {
    const from = this.#call('kirnu_output', this.#engine) >>> 0;
    const size = this.#call('kirnu_output_size', this.#engine) >>> 0;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#memory().subarray(from, from + size));
  }
}
