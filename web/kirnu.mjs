// The wrapper around kirnu-core.wasm: text and bytes in, text out. Works in browsers, workers and Node 18 or newer.
// Types and the meaning of each member: kirnu.d.ts.

import { as_chunks, compile, host_imports } from './kirnu_host.mjs';

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
const kUnits = ['day', 'week', 'month', 'quarter', 'half_year', 'year', 'none'];

export class KirnuError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message);
    this.name = 'KirnuError';
    this.code = code;
    if (cause !== undefined) this.cause = cause;
  }
}

/** A number or text as the core's fields take it: JSON numbers have a point, German and Finnish fields a comma.
 * @param {Figure} figure @param {string} language */
function field_text(figure, language) {
  if (typeof figure !== 'number') return String(figure);
  if (!Number.isFinite(figure)) return '';
  const plain = figure.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 });
  return language === 'en' ? plain : plain.replace('.', ',');
}

export class Kirnu {
  /** @type {WebAssembly.Instance | null} */ #instance = null;
  #module;
  #engine = 0;
  #dead = false;
  #reading = false;
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
    kirnu.#instance = await WebAssembly.instantiate(module, host_imports(module));
    if ('_initialize' in kirnu.#instance.exports) kirnu.#call('_initialize');
    kirnu.#engine = kirnu.#call('kirnu_create');
    if (kirnu.#engine === 0) throw new KirnuError('no_memory', 'There is not enough memory for the calculation.');
    if (options.language) kirnu.dispatch({ type: 'set', id: 'language', value: options.language });
    return kirnu;
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

  /** @param {Counts} counts @returns {Report} */
  counts(counts) {
    const now = /** @type {{language: string, theme: string, definition: string, benchmark: string, v: number}} */ (this.state);
    const { period, ...figures } = counts;
    /** @type {Record<string, string>} */
    const fields = {};
    for (const [id, figure] of Object.entries(figures)) {
      if (figure !== undefined) fields[id] = field_text(figure, now.language);
    }
    let unit = period === undefined ? 'none' : String(period);
    if (!kUnits.includes(unit)) {
      fields.days = field_text(/** @type {Figure} */ (period), now.language);
      unit = 'days';
    }
    this.dispatch({ type: 'restore', state: { ...now, example: false, fields, period: unit } });
    return this.report;
  }

  /** @param {Record<string, Figure>} question @returns {Report} */
  ask(question) {
    const { language } = /** @type {{language: string}} */ (this.state);
    for (const [id, value] of Object.entries(question)) {
      this.dispatch({ type: 'set', id, value: field_text(value, language) });
    }
    return this.report;
  }

  /** @param {Bytes} file @param {OpenOptions} [options] @returns {Promise<Report>} */
  async open(file, options = {}) {
    if (this.#reading) throw new KirnuError('file_refused', 'Another file is being read.');
    const name = options.name ?? (typeof File === 'function' && file instanceof File ? file.name : '');
    this.#reading = true;
    let window = 0;
    try {
      options.signal?.throwIfAborted();
      this.#with_text(name, (pointer, size) => this.#call('kirnu_open', this.#engine, pointer, size));
      window = this.#allocate(kWindow);
      await this.#feed_all(file, window, options);
      this.#call('kirnu_finish', this.#engine);
      this.#view_text = this.#output();
      return this.report;
    } catch (error) {
      if (!this.#dead && this.#instance) this.#call('kirnu_cancel', this.#engine);
      this.#view_text = null;
      throw error;
    } finally {
      if (window !== 0 && !this.#dead && this.#instance) this.#call('kirnu_release', window);
      this.#reading = false;
    }
  }

  close() {
    if (this.#instance && !this.#dead) this.#call('kirnu_free', this.#engine);
    this.#instance = null;
    this.#engine = 0;
  }

  /** @param {Bytes} file @param {number} window @param {OpenOptions} options */
  async #feed_all(file, window, { onProgress, signal }) {
    const { chunks, size } = as_chunks(file);
    let read = 0;
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length; from += kWindow) {
        signal?.throwIfAborted();
        const part = chunk.subarray(from, from + kWindow);
        this.#memory().set(part, window);
        const goes_on = this.#call('kirnu_feed', this.#engine, window, part.length);
        this.#view_text = null;
        read += part.length;
        onProgress?.({ read, size });
        if (goes_on !== 1) return;  // the reason is among the report's issues
      }
    }
    signal?.throwIfAborted();
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

  /** A fresh look at the memory: growing it detaches every earlier one. */
  #memory() {
    const instance = /** @type {WebAssembly.Instance} */ (this.#instance);
    return new Uint8Array(/** @type {WebAssembly.Memory} */ (instance.exports.memory).buffer);
  }

  /** @param {number} size */
  #allocate(size) {
    const pointer = this.#call('kirnu_alloc', size) >>> 0;
    if (pointer === 0) throw new KirnuError('no_memory', 'There is not enough memory for this.');
    return pointer;
  }

  /** @param {string} text @param {(pointer: number, size: number) => number} use */
  #with_text(text, use) {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.#allocate(bytes.length);
    this.#memory().set(bytes, pointer);
    const answer = use(pointer, bytes.length);
    this.#call('kirnu_release', pointer);
    return answer;
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
