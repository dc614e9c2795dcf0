// Files for the browser tests: how a person gives them to the page, and streams that are slow, stuck or break.
import { control } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** `filler` comes after the text, so many times. @typedef {{name: string, text: string, filler?: string, times?: number}} Given */

/** @param {string} text */
const csv = text => ({ mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Chooses files in a file field. @param {Page} page @param {string} id @param {...Given} files */
export function choose(page, id, ...files) {
  return control(page, id).setInputFiles(files.map(({ name, text }) => ({ name, ...csv(text) })));
}

/** Drops files on the page. @param {Page} page @param {...Given} files */
export function drop(page, ...files) {
  return page.evaluate(files => {
    const dataTransfer = new DataTransfer();
    for (const { name, text, filler = '', times = 0 } of files) {
      dataTransfer.items.add(new File([text, ...new Array(times).fill(new Blob([filler]))], name));
    }
    const target = /** @type {Element} */ (document.querySelector('.stage'));
    for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

/** In the worker, before its own code. Files are read in pieces by their names: `held…` half of them, the rest when they
 * are released; `stuck…` one piece and never another; `broken…` three pieces and then the disk is gone; `pieces…` of 1 to
 * 7 bytes. */
function strange_streams() {
  const plain = Blob.prototype.stream;
  const released = new Promise(resolve => (new BroadcastChannel('release').onmessage = resolve));
  const size_of = (/** @type {File} */ file, /** @type {number} */ at) => (file.name.startsWith('pieces') ? 1 + (at % 7) : Math.ceil(file.size / 20));
  Blob.prototype.stream = /** @this {File} */ function () {
    const kind = /^(held|stuck|broken|pieces)/.exec(this.name ?? '')?.[1];
    if (!kind) return plain.call(this);
    let from = 0;
    let pieces = 0;
    return new ReadableStream(
      {
        pull: async controller => {
          if (from >= this.size) return controller.close();
          if (kind === 'held' && pieces === 10) await released;
          if (kind === 'stuck' && pieces === 1) await new Promise(() => {});
          if (kind === 'broken' && pieces === 3) throw new DOMException('The disk is gone.', 'NotReadableError');
          const to = from + size_of(this, from);
          controller.enqueue(new Uint8Array(await this.slice(from, to).arrayBuffer()));
          from = to;
          ++pieces;
        },
      },
      { highWaterMark: 0 },
    );
  };
}

/** Runs something in the worker, behind its own code: KirnuCore is what that exports. @param {Page} page @param {string} code */
export function in_worker(page, code) {
  return page.addInitScript(code => {
    const Plain = Blob;
    globalThis.Blob = class extends Plain {
      /** @param {BlobPart[]} parts @param {BlobPropertyBag} [options] */
      constructor(parts = [], options = {}) {
        super(options.type === 'text/javascript' ? [...parts, `\n${code}`] : parts, options);
      }
    };
  }, code);
}

/** The rest of the held files comes. @param {Page} page */
export function release(page) {
  return page.evaluate(() => {
    const channel = new BroadcastChannel('release');
    channel.postMessage('');
    channel.close();
  });
}

/** Files of these names come in strange ways: held…, stuck…, broken…, pieces…. @param {Page} page */
export function with_strange_streams(page) {
  return in_worker(page, `(${strange_streams})();`);
}

/** In the page: the time from the press until the progress is gone. */
export function time_until_gone() {
  const gone = Object.assign(globalThis, { gone: { time: NaN } }).gone;
  for (const name of ['click', 'pointerup']) {
    addEventListener(name, () => {
      const from = performance.now();
      const observer = new MutationObserver(() => {
        if (document.querySelector('[data-node=progress]')) return;
        gone.time = performance.now() - from;
        observer.disconnect();
      });
      observer.observe(document.body, { subtree: true, childList: true });
    }, { once: true, capture: true });
  }
}
