// The wrapper around kirnu-gui: View JSON in, pixels, rectangles and Actions out. docs/architecture.md, "The GUI's C
// entry points".

import { built, fetch_file, run_script } from './built_files.mjs';

/** @typedef {import('./text_view.mjs').Rect} Rect */
/**
 * @typedef {object} Module  what the compiled program offers
 * @property {Uint8Array} HEAPU8
 * @property {(pointer: number) => string} UTF8ToString
 * @property {(size: number) => number} _malloc
 * @property {(pointer: number) => void} _free
 */
/** @typedef {{height: number, nodes: Record<string, Rect>}} Layout */
/** @typedef {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} Instantiated */
/** @typedef {{canvas: HTMLCanvasElement, instantiateWasm: (imports: WebAssembly.Imports, done: Instantiated) => object}} FactoryOptions */
/** @typedef {(options: FactoryOptions) => Promise<Module>} Factory */

export const pointer_kinds = { move: 0, down: 1, up: 2, left: 3 };

/** Fetched and compiled once for all canvases of a page. @type {Promise<{factory: Factory, module: WebAssembly.Module}> | undefined} */
let program;

async function load_program() {
  const known = /** @type {{KirnuGui?: Factory}} */ (/** @type {unknown} */ (globalThis));
  const [bytes] = await Promise.all([fetch_file(built.gui_wasm), known.KirnuGui ?? run_script(built.gui_script)]);
  if (!known.KirnuGui) throw new Error(`${built.gui_script.name}: no program`);
  return { factory: known.KirnuGui, module: await WebAssembly.compile(bytes) };
}

/** Whether a WebGL2 context can be had; the try is given back at once. */
export function has_webgl2() {
  if (typeof WebGL2RenderingContext === 'undefined') return false;
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

export class Gui {
  #module;
  #on_trap;
  #dead = false;

  /** @param {Module} module @param {() => void} on_trap */
  constructor(module, on_trap) {
    this.#module = module;
    this.#on_trap = on_trap;
  }

  /** @param {HTMLCanvasElement} canvas @param {() => void} on_trap @param {AbortSignal} gone whether it is still wanted */
  static async load(canvas, on_trap, gone) {
    program ??= load_program();
    program.catch(() => (program = undefined));
    const { factory, module } = await program;
    const made = await new Promise((resolve, reject) => {
      const instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {Instantiated} */ done) => {
        WebAssembly.instantiate(module, imports).then(instance => done(instance, module), reject);
        return {};
      };
      factory({ canvas, instantiateWasm }).then(resolve, reject);
    });
    gone.throwIfAborted();  // nobody looks any more: a GL context less
    const gui = new Gui(made, on_trap);
    if (gui.#call('_gui_create') !== 1) throw new Error('no WebGL2');
    return gui;
  }

  /** Gives the GL context back; nothing can be drawn after it. @param {HTMLCanvasElement} canvas */
  close(canvas) {
    this.#dead = true;
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  }

  get dead() {
    return this.#dead;
  }

  /** @param {number} weight @param {ArrayBuffer} bytes */
  font(weight, bytes) {
    this.#with_bytes(new Uint8Array(bytes), (pointer, size) => this.#call('_gui_font', weight, pointer, size));
  }

  /** @param {Record<string, string | number>} colours */
  theme(colours) {
    this.#with_text(JSON.stringify(colours), (pointer, size) => this.#call('_gui_theme', pointer, size));
  }

  /** @param {string} json */
  view(json) {
    this.#with_text(json, (pointer, size) => this.#call('_gui_view', pointer, size));
  }

  /** @param {number} width @param {number} backing_width @param {number} backing_height @param {number} top @param {number} height */
  size(width, backing_width, backing_height, top, height) {
    this.#call('_gui_size', width, backing_width, backing_height, top, height);
  }

  /** The control with the focus, its text and selection in UTF-16 units; for a chart, no text and the number of the
   * point that is read. @param {string} id @param {string} text
   * @param {number} start @param {number} end @param {boolean} caret */
  focus(id, text, start, end, caret) {
    const from = text === '' ? start : byte_length(text.slice(0, start));
    const to = text === '' ? end : from + byte_length(text.slice(start, end));
    this.#with_text(id, (id_at, id_size) =>
      this.#with_text(text, (at, size) => this.#call('_gui_focus', id_at, id_size, at, size, from, to, caret ? 1 : 0)),
    );
  }

  /** @param {number} kind @param {number} x @param {number} y @param {boolean} touch */
  pointer(kind, x, y, touch) {
    this.#call('_gui_pointer', kind, x, y, touch ? 1 : 0);
  }

  /** Draws; answers whether another frame is wanted, and whether something stands elsewhere now. @param {number} seconds */
  frame(seconds) {
    const told = this.#call('_gui_frame', seconds);
    return { again: (told & 1) !== 0, moved: (told & 2) !== 0 };
  }

  /** The layout's JSON, so that an unchanged one is known without reading it. */
  layout() {
    return this.#text_at(this.#call('_gui_layout'));
  }

  /** @returns {import('./kirnu.d.ts').Action[]} what was pressed and chosen on the canvas since the last call */
  actions() {
    return JSON.parse(this.#text_at(this.#call('_gui_actions')) || '[]');
  }

  context_lost() {
    this.#call('_gui_context_lost');
  }

  context_restored() {
    this.#call('_gui_context_restored');
  }

  /** @param {string} name @param {...number} args */
  #call(name, ...args) {
    if (this.#dead) return 0;
    try {
      return /** @type {any} */ (this.#module)[name](...args) ?? 0;
    } catch (error) {
      console.warn(error);
      this.#die();
      return 0;
    }
  }

  #die() {
    if (this.#dead) return;
    this.#dead = true;
    this.#on_trap();
  }

  /** @param {number} pointer */
  #text_at(pointer) {
    return pointer === 0 || this.#dead ? '' : this.#module.UTF8ToString(pointer);
  }

  /** @param {string} text @param {(pointer: number, size: number) => void} use */
  #with_text(text, use) {
    this.#with_bytes(new TextEncoder().encode(text), use);
  }

  /** @param {Uint8Array} bytes @param {(pointer: number, size: number) => void} use */
  #with_bytes(bytes, use) {
    const pointer = this.#call('_malloc', bytes.length + 1);
    if (pointer === 0) return this.#die();  // what it cannot be told, it cannot show
    this.#module.HEAPU8.set(bytes, pointer);
    use(pointer, bytes.length);
    this.#call('_free', pointer);
  }
}

/** @param {string} text */
function byte_length(text) {
  return new TextEncoder().encode(text).length;
}
