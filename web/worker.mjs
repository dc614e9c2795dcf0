// The engine's place in a browser: one Kirnu inside a worker, driven by messages.
//
// It runs from a blob: the core's bytes come with the start.
//
// In:  {id, op, …}   start {wasm, state} · dispatch {action} · svg {node, width} · download {node} · report ·
//                    open {files, again}, up to three: earlier, later, still earlier · cancel {open} ·
//                    warm_up: a file may come soon
// Out: {id, ok: true, …answer} or {id, ok: false, code, text}; while files are read {id, progress: {read, size}, view}
// Actions and Views stay the JSON texts that the core reads and writes.
import { Kirnu, KirnuError } from './kirnu.mjs';

/** @typedef {{id: number, op: string, wasm?: BufferSource, state?: string, action?: string, node?: string,
 *    width?: number, files?: File[], again?: boolean, open?: number}} Request */

/** @type {{postMessage: (message: object) => void, addEventListener: (type: 'message', listener: (event: MessageEvent<Request>) => void) => void}} */
const page = /** @type {any} */ (globalThis);

/** @type {{core: Kirnu | null, module: WebAssembly.Module | null, opens: Map<number, AbortController>, trials: AbortController}} */
const here = { core: null, module: null, opens: new Map(), trials: new AbortController() };

function core() {
  if (!here.core) throw new KirnuError('engine_stopped', 'The calculation has not started.');
  return here.core;
}

function all_of_it() {
  return { view: core().viewText, state: core().stateText };
}

/** Starts the core, also again after it died: the compiled module is kept, so nothing is fetched twice.
 * @param {Request} request */
async function start({ wasm, state }) {
  here.core = await Kirnu.load({ wasm: here.module ?? wasm });
  here.module = here.core.module;
  if (state) here.core.dispatch({ type: 'restore', state: JSON.parse(state) });
  return all_of_it();
}

/** @param {Request} request */
async function open({ id, files = [], again }) {
  here.trials.abort();  // the file itself is here
  const stop = new AbortController();
  here.opens.set(id, stop);
  try {
    const placed = await core().read(files, {
      again,
      signal: stop.signal,
      onProgress: progress => page.postMessage({ id, progress, view: core().viewText }),
    });
    return { placed, ...all_of_it() };
  } finally {
    here.opens.delete(id);
  }
}

/** @param {Request} request @returns {object | void | Promise<object | void>} */
function answer(request) {
  switch (request.op) {
    case 'start':
      return start(request);
    case 'dispatch':
      return { view: core().dispatchText(request.action ?? ''), state: core().stateText, reread: core().reread };
    case 'svg':
      return { svg: core().svg(request.node ?? '', request.width ?? 0) };
    case 'download':
      return { download: core().download(request.node ?? '') };
    case 'report':
      return { report: core().report, csv: core().csv };
    case 'open':
      return open(request);
    case 'warm_up':
      return core().warmUp({ signal: here.trials.signal });
    case 'cancel':
      here.opens.get(request.open ?? 0)?.abort();
      return {};
    default:
      throw new KirnuError('action_unreadable', `Unknown request: ${request.op}`);
  }
}

/** @param {unknown} error */
function code_of(error) {
  if (error instanceof KirnuError) return error.code;
  return error instanceof DOMException && error.name === 'AbortError' ? 'aborted' : 'failed';
}

page.addEventListener('message', async ({ data }) => {
  try {
    page.postMessage({ id: data.id, ok: true, ...(await answer(data)) });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // What is in place now, as the View shows it once the reading is over.
    const left = here.core && !here.core.dead && data.op === 'open' ? { view: here.core.viewText } : {};
    page.postMessage({ id: data.id, ok: false, code: code_of(error), text, ...left });
  }
});

// For whoever runs code of its own behind this.
export { Kirnu, KirnuError };
