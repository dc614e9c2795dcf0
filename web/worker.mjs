// The engine's place in a browser: one Kirnu inside a worker, driven by messages.
//
// In:  {id, op, …}   start {wasm, state} · dispatch {action} · svg {node, width} · report · open {file, name} · cancel {open}
// Out: {id, ok: true, …answer} or {id, ok: false, code, text}; while a file is read {id, progress: {read, size}, view}
// Actions and Views stay the JSON texts that the core reads and writes.
import { Kirnu, KirnuError } from './kirnu.mjs';

/** @typedef {{id: number, op: string, wasm?: string | BufferSource, state?: string, action?: string, node?: string,
 *    width?: number, file?: Blob, name?: string, open?: number}} Request */

const kProgressEvery = 150;  // milliseconds

/** @type {{postMessage: (message: object) => void, addEventListener: (type: 'message', listener: (event: MessageEvent<Request>) => void) => void}} */
const page = /** @type {any} */ (globalThis);

/** @type {{core: Kirnu | null, module: WebAssembly.Module | null, opens: Map<number, AbortController>}} */
const here = { core: null, module: null, opens: new Map() };

function core() {
  if (!here.core) throw new KirnuError('engine_stopped', 'The calculation has not started.');
  return here.core;
}

/** Lets messages in that wait while chunks follow one another. */
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

/** @param {Blob} file */
async function* breathing_chunks(file) {
  const reader = file.stream().getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      yield part.value;
      await breathe();
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Starts the core, also again after it died: the compiled module is kept, so nothing is fetched twice.
 * @param {Request} request */
async function start({ wasm, state }) {
  here.core = await Kirnu.load({ wasm: here.module ?? wasm });
  here.module = here.core.module;
  if (state) here.core.dispatch({ type: 'restore', state: JSON.parse(state) });
  return { view: here.core.viewText, state: here.core.stateText };
}

/** @param {Request} request */
async function open({ id, file, name }) {
  const blob = /** @type {Blob} */ (file);
  const stop = new AbortController();
  here.opens.set(id, stop);
  let told = 0;
  try {
    await core().open(breathing_chunks(blob), {
      name,
      signal: stop.signal,
      onProgress: ({ read }) => {
        if (Date.now() - told < kProgressEvery) return;
        told = Date.now();
        page.postMessage({ id, progress: { read, size: blob.size }, view: core().viewText });
      },
    });
    return { view: core().viewText, state: core().stateText };
  } finally {
    here.opens.delete(id);
  }
}

/** @param {Request} request @returns {object | Promise<object>} */
function answer(request) {
  switch (request.op) {
    case 'start':
      return start(request);
    case 'dispatch':
      return { view: core().dispatchText(request.action ?? ''), state: core().stateText };
    case 'svg':
      return { svg: core().svg(request.node ?? '', request.width ?? 0) };
    case 'report':
      return { report: core().report, csv: core().csv };
    case 'open':
      return open(request);
    case 'cancel':
      here.opens.get(request.open ?? 0)?.abort();
      return {};
    default:
      throw new KirnuError('action_unreadable', `Unknown request: ${request.op}`);
  }
}

page.addEventListener('message', async ({ data }) => {
  try {
    page.postMessage({ id: data.id, ok: true, ...(await answer(data)) });
  } catch (error) {
    const code = error instanceof KirnuError ? error.code : 'failed';
    page.postMessage({ id: data.id, ok: false, code, text: error instanceof Error ? error.message : String(error) });
  }
});
