// Files as the core gets them: parts of limited size, one after the other, from whatever brings bytes; how far it is; and
// pauses in which the place it runs in can do something else, for instance take a cancel.
import { KirnuError } from './kirnu_error.mjs';

/** @typedef {import('./kirnu.d.ts').Bytes} Bytes */
/** @typedef {import('./kirnu.d.ts').Chunk} Chunk */
/** @typedef {import('./kirnu.d.ts').OpenOptions} OpenOptions */

const kTellEvery = 150;   // milliseconds
const kBreatheEvery = 25;  // milliseconds: with the parse of one part well below what a person notices

export class Reading {
  /** Bytes given to the core. */
  read = 0;
  #files;
  #signal;
  #watched;
  #name;
  #began = performance.now();
  #told = -Infinity;
  #breathed = performance.now();

  /** @param {Bytes[]} files @param {OpenOptions} options */
  constructor(files, { name, signal, onProgress }) {
    this.#files = files.map(as_chunks);
    this.#signal = signal;
    this.#watched = signal !== undefined || onProgress !== undefined;
    this.#name = name;
  }

  get names() {
    return this.#files.map(({ name }, at) => (at === 0 && this.#name) || name);
  }

  /** Of all files together; null where one does not tell. */
  get size() {
    return this.#files.reduce((/** @type {number | null} */ sum, { size }) => (sum === null || size === null ? null : sum + size), 0);
  }

  /** @param {number} at which file @returns {number | null} */
  size_of(at) {
    return this.#files[at].size;
  }

  get seconds() {
    return (performance.now() - this.#began) / 1000;
  }

  /** Whether it is time to say how far it is: not at every chunk. */
  is_due() {
    const now = performance.now();
    if (now - this.#told < kTellEvery) return false;
    this.#told = now;
    return true;
  }

  /** @param {number} at which file @param {number} most bytes of a part @returns {AsyncGenerator<Uint8Array>} */
  async *parts(at, most) {
    const iterator = this.#files[at].chunks[Symbol.asyncIterator]();
    let over = false;
    try {
      while (!over) {
        const { done, value } = await this.#next(iterator);
        over = done ?? false;
        if (over) break;
        const bytes = bytes_of(value);
        if (!bytes) throw new KirnuError('file_refused', 'The chunks of a file are bytes or text.');
        for (let from = 0; from < bytes.length; from += most) {
          const part = bytes.length <= most ? bytes : bytes.subarray(from, from + most);
          this.read += part.length;
          yield part;
          await this.breathe();
        }
      }
    } finally {
      if (!over) iterator.return?.(undefined)?.catch(() => {});  // an abandoned file is closed, whatever it says to that
    }
  }

  /** The next chunk; a cancel does not wait for it. @param {AsyncIterator<Chunk>} iterator
   * @returns {Promise<IteratorResult<Chunk>>} */
  #next(iterator) {
    const signal = this.#signal;
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      new Promise(answer => answer(iterator.next()))
        .then(resolve, cause => reject(this.#broken(cause)))
        .finally(() => signal?.removeEventListener('abort', stop));
    });
  }

  /** @param {unknown} cause */
  #broken(cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return new KirnuError('file_unreadable', `The file could not be read beyond byte ${this.read}: ${why}`, cause);
  }

  /** A pause, when it is time for one, in which a cancel comes through. */
  async breathe() {
    this.#signal?.throwIfAborted();
    if (!this.#watched || performance.now() - this.#breathed < kBreatheEvery) return;
    await breathe();
    this.#breathed = performance.now();
    this.#signal?.throwIfAborted();
  }
}

/** Lets waiting tasks run; sooner than a timer would. */
function breathe() {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
}

/** Any source of bytes as chunks of whatever size, with name and size of the whole where they are known.
 * @param {Bytes} source @returns {{chunks: AsyncIterable<Chunk>, size: number | null, name: string}} */
function as_chunks(source) {
  const bytes = bytes_of(source);
  if (bytes) return { chunks: one_chunk(bytes), size: bytes.length, name: '' };
  if (typeof Blob === 'function' && source instanceof Blob) {
    const name = 'name' in source ? String(source.name) : '';
    return { chunks: read_stream(() => source.stream()), size: source.size, name };
  }
  if (source instanceof Object && 'getReader' in source) return { chunks: read_stream(() => source), size: null, name: '' };
  if (source instanceof Object && Symbol.asyncIterator in source) return { chunks: source, size: null, name: '' };
  throw new KirnuError('file_refused', 'A file is a Blob, bytes, a text or a stream of bytes.');
}

/** A text as UTF-8, a buffer or any look at one as it lies; null for all else. @param {unknown} chunk @returns {Uint8Array | null} */
function bytes_of(chunk) {
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk);
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  // Not instanceof: a buffer may come from another realm, and not every page has a SharedArrayBuffer.
  const is_buffer = /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(chunk));
  return is_buffer ? new Uint8Array(/** @type {ArrayBuffer} */ (chunk)) : null;
}

/** @param {Uint8Array} bytes */
async function* one_chunk(bytes) {
  yield bytes;
}

/** The next chunk is under way while this one is parsed; `return` closes the file even when a chunk never comes.
 * @param {() => ReadableStream<Chunk>} open called when it is its turn @returns {AsyncIterable<Chunk>} */
function read_stream(open) {
  return {
    [Symbol.asyncIterator]() {
      const reader = open().getReader();
      /** @type {Promise<ReadableStreamReadResult<Chunk>> | undefined} */
      let ahead;
      return {
        async next() {
          const part = await (ahead ?? reader.read());
          if (part.done) return { done: true, value: undefined };
          ahead = reader.read();
          ahead.catch(() => {});  // its failure is met when its turn comes, or nobody cares any more
          return { done: false, value: part.value };
        },
        async return() {
          reader.cancel().catch(() => {});
          return { done: true, value: undefined };
        },
      };
    },
  };
}
