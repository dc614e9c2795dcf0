// The page's side of the worker: requests with ids, one Action under way at a time (typing never queues up), and a new
// engine with the last State when the old one dies.

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {{id: number, ok?: boolean, code?: string, text?: string, view?: string, state?: string, svg?: string | null,
 *    report?: object, csv?: string, progress?: {read: number, size: number}}} Answer */
/** @typedef {{resolve: (answer: Answer) => void, reject: (error: CoreError) => void, on_progress?: (answer: Answer) => void}} Waiting */
/**
 * @typedef {object} Surface
 * @property {(view: string) => void} on_view      a View to show, newest only
 * @property {(busy: boolean) => void} on_busy     whether something is under way
 * @property {() => void} on_recovered             the engine died and is back with the last State
 * @property {(error: CoreError) => void} on_failed  the engine cannot be brought back
 */

const kMostDeaths = 3;           // in a row: then the same input kills it every time
const kStartWithin = 20_000;     // milliseconds

export class CoreError extends Error {
  /** @param {string} code @param {string} text */
  constructor(code, text) {
    super(text);
    this.code = code;
  }
}

export class CoreClient {
  /** @type {Worker | null} */ #worker = null;
  #create_worker;
  #wasm;
  #surface;
  #next_id = 1;
  #revision = 0;
  #deaths = 0;
  #running = false;
  #state = '';
  /** @type {{file: Blob, name: string} | null} */ #file = null;
  /** @type {number | null} */ #opening = null;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();
  /** @type {Action[]} */ #queue = [];

  /** @param {() => Worker} create_worker @param {string | BufferSource} wasm @param {Surface} surface */
  constructor(create_worker, wasm, surface) {
    this.#create_worker = create_worker;
    this.#wasm = wasm;
    this.#surface = surface;
  }

  /** Starts worker and core, and applies the first Actions before a View is shown; rejects when one of them cannot be
   * reached. @param {Action[]} [first] */
  async start(first = []) {
    const view = await this.#start_engine();
    this.#queue.unshift(...first);
    if (this.#queue.length === 0) this.#surface.on_view(view);
    else await this.#run();
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#fail_all('engine_stopped');
  }

  get busy() {
    return this.#waiting.size > 0 || this.#queue.length > 0;
  }

  /** Sends an Action. A newer text of the same field replaces one that has not been sent yet. @param {Action} action */
  act(action) {
    if (action.type === 'set') {
      for (let at = this.#queue.length - 1; at >= 0 && this.#queue[at].type === 'set'; --at) {
        const queued = this.#queue[at];
        if (queued.type === 'set' && queued.id === action.id) this.#queue.splice(at, 1);
      }
    }
    this.#queue.push(action);
    this.#run();
  }

  /** Reads a file. The earlier data stay until it is complete. @param {Blob} file @param {string} name */
  async open(file, name) {
    this.cancel();
    this.#file = { file, name };
    try {
      const answer = await this.#request({ op: 'open', file, name }, progress => this.#surface.on_view(progress.view ?? ''));
      this.#keep(answer);
      this.#surface.on_view(answer.view ?? '');
    } catch (error) {
      await this.#recover(error);
    }
  }

  cancel() {
    if (this.#opening !== null) this.#post({ id: this.#next_id++, op: 'cancel', open: this.#opening });
  }

  /** @param {string} node @param {number} width @returns {Promise<string | null>} */
  async svg(node, width) {
    try {
      return (await this.#request({ op: 'svg', node, width })).svg ?? null;
    } catch {
      return null;  // the next View asks again
    }
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let action = this.#queue.shift(); action; action = this.#queue.shift()) await this.#dispatch(action);
    this.#running = false;
    this.#surface.on_busy(this.busy);
  }

  /** @param {Action} action @param {boolean} [again] */
  async #dispatch(action, again = false) {
    try {
      const answer = await this.#request({ op: 'dispatch', action: JSON.stringify({ ...action, revision: ++this.#revision }) });
      this.#keep(answer);
      this.#deaths = 0;
      // A View older than what was asked meanwhile would put back what the reader has just changed.
      if (this.#queue.length === 0) this.#surface.on_view(answer.view ?? '');
    } catch (error) {
      const back = await this.#recover(error);
      if (back && !again) await this.#dispatch(action, true);
    }
  }

  /** @param {Answer} answer */
  #keep(answer) {
    if (answer.state) this.#state = answer.state;
  }

  /** A worker if there is none, and in it an engine with the last State. */
  async #start_engine() {
    if (!this.#worker) this.#start_worker();
    const worker = this.#worker;
    const timer = setTimeout(() => worker === this.#worker && this.#lose_worker(), kStartWithin);
    try {
      const answer = await this.#request({ op: 'start', wasm: this.#wasm, state: this.#state });
      this.#keep(answer);
      return answer.view ?? '';
    } finally {
      clearTimeout(timer);
    }
  }

  #start_worker() {
    const worker = this.#create_worker();
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('error', event => {
      event.preventDefault();
      if (worker === this.#worker) this.#lose_worker();
    });
  }

  /** After a death: a new engine with the last State that worked, and the file read anew. @param {unknown} error */
  async #recover(error) {
    if (!(error instanceof CoreError) || error.code !== 'engine_stopped') return false;
    if (++this.#deaths > kMostDeaths) return this.#surface.on_failed(error), false;
    try {
      this.#surface.on_view(await this.#start_engine());
    } catch {
      return this.#surface.on_failed(error), false;
    }
    this.#surface.on_recovered();
    if (this.#file && this.#deaths === 1) await this.open(this.#file.file, this.#file.name);
    return true;
  }

  /** @param {object} request @param {(answer: Answer) => void} [on_progress] @returns {Promise<Answer>} */
  #request(request, on_progress) {
    const id = this.#next_id++;
    if (on_progress) this.#opening = id;
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new CoreError('engine_stopped', 'no worker'));
      this.#waiting.set(id, { resolve, reject, on_progress });
      this.#surface.on_busy(true);
      this.#post({ id, ...request });
    });
  }

  /** @param {object} message */
  #post(message) {
    this.#worker?.postMessage(message);
  }

  /** @param {Answer} answer */
  #receive(answer) {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.progress) return waiting.on_progress?.(answer);
    this.#waiting.delete(answer.id);
    if (this.#opening === answer.id) this.#opening = null;
    if (answer.ok) waiting.resolve(answer);
    else waiting.reject(new CoreError(answer.code ?? 'failed', answer.text ?? ''));
    // After those who waited have had their turn: they may ask at once again.
    queueMicrotask(() => queueMicrotask(() => this.#surface.on_busy(this.busy || this.#running)));
  }

  #lose_worker() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#fail_all('engine_stopped');
  }

  /** @param {string} code */
  #fail_all(code) {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#opening = null;
    for (const { reject } of waiting) reject(new CoreError(code, 'The calculation stopped.'));
  }
}
