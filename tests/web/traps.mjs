// Stops the programs of a page on purpose, as an error in them would: the core in its worker, the GUI in the page.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */
/** refuse: it answers 0, once. @typedef {'abort' | 'stack' | 'memory' | 'refuse'} Way */

/** What abort() leaves, what endless recursion leaves, and memory that is used up to its last page.
 * (module (func (export "abort") unreachable) (func (export "stack") call 1)) */
const kProgram = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 3, 2, 0, 0, 7, 17, 2, 5, 97, 98, 111, 114, 116, 0, 0, 5, 115, 116, 97, 99, 107, 0, 1, 10, 10, 2, 3, 0, 0, 11, 4, 0, 16, 1, 11];

/** Runs in the worker before anything else: what the core exports can be stopped at its next call by `stop_at`, or refuse it. */
const kCoreHook = `{
  const { instantiate } = WebAssembly;
  const stops = new Map();
  const ways = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${kProgram}]))).exports;
  globalThis.stop_at = (name, way) => stops.set(name, way);
  const use_up = memory => { for (let pages = 4096; pages >= 1; ) try { memory.grow(pages); } catch { pages >>= 1; } };
  WebAssembly.instantiate = async (what, imports) => {
    const made = await instantiate.call(WebAssembly, what, imports);
    const { exports } = made.instance ?? made;
    globalThis.core_memory = () => exports.memory.buffer.byteLength;
    const watched = ([name, value]) => [name, typeof value !== 'function' ? value : (...values) => {
      const way = stops.get(name);
      stops.delete(name);
      if (way === 'refuse') return 0;
      if (way === 'memory') use_up(exports.memory);
      else if (way) ways[way]();
      return value(...values);
    }];
    const instance = { exports: Object.fromEntries(Object.entries(exports).map(watched)) };
    return made.instance ? { ...made, instance } : instance;
  };
}`;

/** Runs in the page: the same of the GUI, whose exports have short names; by the names that the page calls. No memory: malloc's 0. */
const kGuiHook = `{
  const stops = new Map();
  const ways = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${kProgram}]))).exports;
  globalThis.stop_gui_at = (name, way) => stops.set(name, way);
  const watch = module => {
    globalThis.gui_memory = () => module.HEAPU8.length;
    return new Proxy(module, {
      get: (_, name) => {
        const way = stops.get(name);
        stops.delete(name);
        if (way) return way === 'memory' ? () => 0 : ways[way];
        return module[name];
      },
    });
  };
  let factory;
  Object.defineProperty(globalThis, 'KirnuGui', { configurable: true, get: () => factory, set: made => (factory = options => made(options).then(watch)) });
}`;

/** Before the page is opened. @param {Page} page */
export async function make_stoppable(page) {
  await page.addInitScript(hook => {
    const { Blob: made } = globalThis;
    globalThis.Blob = class extends made {
      /** @param {BlobPart[]} parts @param {BlobPropertyBag} [how] */
      constructor(parts = [], how) {
        super(how?.type === 'text/javascript' ? [hook, '\n', ...parts] : parts, how);
      }
    };
  }, kCoreHook);
  await page.addInitScript(kGuiHook);
}

/** From here on the next call of this function of the core stops it. @param {Page} page @param {string} name @param {Way} way */
export function stop_core_at(page, name, way) {
  return page.workers()[0].evaluate(([name, way]) => /** @type {any} */ (globalThis).stop_at(name, way), [name, way]);
}

/** The same of the GUI. @param {Page | Frame} page @param {Way} way @param {string} [name] */
export function stop_gui_at(page, way, name = '_gui_frame') {
  return page.evaluate(([name, way]) => /** @type {any} */ (globalThis).stop_gui_at(name, way), [name, way]);
}
