// What kirnu.mjs needs from the place it runs in: compiling the core, and its imports.

/** @typedef {import('./kirnu.d.ts').LoadOptions} LoadOptions */

/** An instance of the core with what it asks of its host.
 * @param {WebAssembly.Module} module @returns {Promise<WebAssembly.Instance>} */
export async function instantiate(module) {
  /** @type {WebAssembly.Instance | undefined} */
  let instance;
  const memory = () => /** @type {WebAssembly.Memory} */ (instance?.exports.memory).buffer;
  instance = await WebAssembly.instantiate(module, host_imports(module, memory));
  return instance;
}

/** Unicode's composed form of a text in the core's memory, for ids in which "ü" may be two characters.
 * @param {ArrayBuffer} memory @param {number} text @param {number} size @param {number} composed @param {number} capacity
 * @returns {number} bytes written; 0 when they are too many */
function write_composed(memory, text, size, composed, capacity) {
  const id = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(memory, text, size));
  const bytes = new TextEncoder().encode(id.normalize('NFC'));
  if (bytes.length > capacity) return 0;
  new Uint8Array(memory, composed, bytes.length).set(bytes);
  return bytes.length;
}

/** What the clocks of a time zone show: the formatter of the name that was asked for last.
 * @type {{name: string, format: Intl.DateTimeFormat | null}} */
let zone = { name: '', format: null };

/** @param {string} name @returns {Intl.DateTimeFormat | null} null for an unknown name */
function zone_format(name) {
  if (zone.name === name) return zone.format;
  zone = { name, format: null };
  try {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
    zone.format = new Intl.DateTimeFormat('en-US', /** @type {any} */ ({ ...parts, timeZone: name, hourCycle: 'h23' }));
  } catch {
    // Intl knows no such zone
  }
  return zone.format;
}

/** Seconds that a zone's clocks are ahead of UTC at an instant; NaN for an unknown name.
 * @param {ArrayBuffer} memory @param {number} name @param {number} size @param {number} instant seconds since 1970 */
function zone_offset(memory, name, size, instant) {
  const format = zone_format(new TextDecoder().decode(new Uint8Array(memory, name, size)));
  if (!format) return NaN;
  const [month, day, year, hour, minute, second] = (format.format(instant * 1000).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - instant;
}

/** What pure wasm from a C++ compiler may ask of its host: almost nothing. There are no files, no clock, no arguments.
 * @param {WebAssembly.Module} module @param {() => ArrayBuffer} memory */
function host_imports(module, memory) {
  const no_files = 8;  // WASI errno "bad file descriptor"
  /** @type {Record<string, (...args: any[]) => any>} */
  const known = {
    emscripten_notify_memory_growth: () => {},
    proc_exit: code => {
      throw new Error(`exit ${code}`);
    },
    environ_sizes_get: () => no_files,
    environ_get: () => no_files,
    kirnu_zone_offset: (name, size, instant) => zone_offset(memory(), name, size, instant),
    kirnu_to_nfc: (...where) => write_composed(memory(), ...(/** @type {[number, number, number, number]} */ (where))),
  };
  /** @type {Record<string, Record<string, any>>} */
  const imports = {};
  for (const { module: space, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== 'function') continue;
    (imports[space] ??= {})[name] = known[name] ?? (() => no_files);
  }
  return imports;
}

/** @param {string} address */
async function read_local_file(address) {
  const files = 'node:fs/promises';  // a name in a variable, so that bundlers for browsers leave it alone
  return (await import(files)).readFile(new URL(address));
}

/** @param {Response} response */
async function compile_response(response) {
  if (!response.ok) throw new Error(`status ${response.status}`);
  // Not instantiateStreaming: some hosts serve wasm under another content type.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {LoadOptions['wasm']} wasm */
export async function compile(wasm) {
  const source = /** @type {any} */ (wasm ?? new URL('kirnu-core.wasm', import.meta.url));
  if (source instanceof WebAssembly.Module) return source;
  if (typeof Response === 'function' && source instanceof Response) return compile_response(source);
  if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
  const address = String(source);
  if (address.startsWith('file:') && 'process' in globalThis) return WebAssembly.compile(await read_local_file(address));
  return compile_response(await fetch(address));
}
