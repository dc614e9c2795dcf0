// The worker as one who is asked and answers: requests with ids, what they report on the way, and its death.

/** @typedef {{read: number, size: number | null}} Progress */
/** @typedef {{id: number, ok?: boolean, code?: string, text?: string, view?: string, state?: string, svg?: string | null,
 *    download?: string | null, placed?: boolean, reread?: boolean, report?: object, csv?: string, progress?: Progress}} Answer */
/** @typedef {{resolve: (answer: Answer) => void, reject: (error: CoreError) => void, tell?: (answer: Answer) => void}} Waiting */

/** `engine_stopped` and the codes of KirnuError; `aborted`: given up on request. */
export class CoreError extends Error {
  /** How far a file had been read. @type {Progress | undefined} */ progress;
  /** What is in place now, if that can be said. */ view = '';

  /** @param {string} code @param {string} text */
  constructor(code, text) {
    super(text);
    this.code = code;
  }
}

export class CoreWorker {
  /** @type {Worker | null} */ #worker = null;
  #create;
  #on_change;
  #next_id = 1;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();

  /** @param {() => Worker} create @param {() => void} on_change something was asked or answered */
  constructor(create, on_change) {
    this.#create = create;
    this.#on_change = on_change;
  }

  get busy() {
    return this.#waiting.size > 0;
  }

  /** A worker if there is none. */
  start() {
    if (this.#worker) return;
    const worker = this.#create();
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('error', event => {
      event.preventDefault();
      if (worker === this.#worker) this.lose();
    });
  }

  /** Ends it, and whatever it was asked. */
  lose() {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new CoreError('engine_stopped', 'The calculation stopped.'));
  }

  /** @param {object} request @param {(answer: Answer) => void} [tell] what is reported before the answer
   * @param {(id: number) => void} [take_id] for `cancel` @returns {Promise<Answer>} */
  ask(request, tell, take_id) {
    const id = this.#next_id++;
    take_id?.(id);
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new CoreError('engine_stopped', 'There is no worker.'));
      this.#worker.postMessage({ id, ...request });  // may throw: then nobody waits
      this.#waiting.set(id, { resolve, reject, tell });
      this.#on_change();
    });
  }

  /** Gives up a file that is being read; its own request answers. @param {number} open its id */
  cancel(open) {
    this.#worker?.postMessage({ id: this.#next_id++, op: 'cancel', open });
  }

  /** A file may come soon. Nobody waits for this, and nothing is said when it fails. */
  warm_up() {
    this.#worker?.postMessage({ id: this.#next_id++, op: 'warm_up' });
  }

  /** @param {Answer} answer */
  #receive(answer) {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    if (answer.progress) return waiting.tell?.(answer);
    this.#waiting.delete(answer.id);
    if (answer.ok) {
      waiting.resolve(answer);
    } else {
      const error = new CoreError(answer.code ?? 'failed', answer.text ?? '');
      error.view = answer.view ?? '';
      waiting.reject(error);
    }
    // After those who waited have had their turn: they may ask at once again.
    queueMicrotask(() => queueMicrotask(() => this.#on_change()));
  }
}
