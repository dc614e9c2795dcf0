// The page's side of the core: one Action under way at a time (typing never queues up), one import at a time, and a new
// engine with the last State and files when the old one dies.
import { CoreHistory } from './core_history.mjs';
import { CoreError, CoreWorker } from './core_worker.mjs';
import { is_replaced, may_replace } from './replaced.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./replaced.mjs').Snapshot} Snapshot */
/** @typedef {import('./core_worker.mjs').Answer} Answer */
/** `first`: nobody did it. @typedef {{action: Action, whole: boolean, first?: boolean}} Queued */
/**
 * @typedef {object} Surface
 * @property {(view: string) => void} on_view      a View to show, newest only
 * @property {(busy: boolean) => void} on_busy     whether something is under way
 * @property {(before: Snapshot, by: 'file' | Action['type']) => void} on_replaced  numbers of the reader's own were taken away
 * @property {(error: CoreError, files: File[]) => void} on_unread  these could not be read; the earlier data are in place
 * @property {(error: CoreError) => void} on_refused  what was asked came to nothing; all is as before
 * @property {() => void} on_recovered             the engine died and is back with the last State
 * @property {(error: CoreError) => void} on_failed  the engine cannot be brought back
 */

const kMostDeaths = 3;           // in a row: then the same input kills it every time
const kStartWithin = 20_000;     // milliseconds

export class CoreClient {
  #worker;
  #wasm;
  #surface;
  #revision = 0;
  #deaths = 0;
  #state = '';
  /** The files whose data are in place. @type {File[]} */ #files = [];
  /** @type {Queued[]} */ #queue = [];
  /** @type {Promise<void> | null} */ #running = null;
  #dispatching = false;
  /** @type {{id: number, again: boolean} | null} */ #opening = null;
  /** Until the import under way is over. */ #opened = Promise.resolve();
  #opens = 0;
  #turn = 0;
  #reread_due = false;
  #expects_file = false;
  /** @type {Promise<boolean> | null} */ #recovering = null;
  #stopped = false;
  #starts = 0;
  #started = false;
  /** Until there is an engine for the first time. @type {(value?: unknown) => void} */ #begin = () => {};
  #begun = new Promise(resolve => (this.#begin = resolve));
  /** What can be taken back. */ history = new CoreHistory(this);

  /** @param {() => Worker} create_worker @param {() => Promise<BufferSource>} wasm @param {Surface} surface */
  constructor(create_worker, wasm, surface) {
    this.#worker = new CoreWorker(create_worker, () => this.#tell_busy());
    this.#wasm = wasm;
    this.#surface = guarded(surface);
  }

  /** Starts worker and core, and applies the first Actions before a View is shown, then those that came meanwhile;
   * rejects when worker or core cannot be reached, and when another start has overtaken this one. @param {Action[]} [first] */
  async start(first = []) {
    const turn = ++this.#starts;
    const wanted = () => turn === this.#starts;
    const view = await this.#start_engine(wanted);
    if (!wanted()) throw overtaken();
    this.#started = true;
    this.#begin();
    this.#queue.unshift(...first.map(action => ({ action, whole: false, first: true })));
    if (this.#queue.length === 0) this.#show(view);
    else await this.#run();
  }

  /** For good: nothing is answered any more. */
  stop() {
    this.#stopped = true;
    this.#queue = [];
    this.#worker.lose();
  }

  get busy() {
    return this.#worker.busy || this.#queue.length > 0 || this.#running !== null || this.#opens > 0;
  }

  get files() {
    return this.#files;
  }

  /** All that is needed to bring back what is there now. @returns {Snapshot} */
  get snapshot() {
    return { state: this.#state, files: this.#files };
  }

  /** Whether a table is in place that somebody brought. */
  get has_data() {
    if (this.#files.length > 0) return true;
    const { example, fields } = JSON.parse(this.#state || '{}');
    return !example && Boolean(fields?.paste);
  }

  /** No file is in place any more. */
  forget_files() {
    if (this.#files.length > 0) this.#files = [];
  }

  /** Sends an Action. A newer text of the same field replaces one that has not been sent yet. @param {Action} action
   * @param {boolean} [whole] it brings something new as a whole, so that also what it names can be brought back */
  act(action, whole = false) {
    if (action.type === 'set') {
      for (let at = this.#queue.length - 1; at >= 0 && this.#queue[at].action.type === 'set'; --at) {
        const queued = this.#queue[at].action;
        if (queued.type === 'set' && queued.id === action.id) this.#queue.splice(at, 1);
      }
    }
    this.#queue.push({ action, whole, first: !this.#started });
    return this.#started ? this.#run() : this.#begun;
  }

  /** Reads files in place of those in place, which stay until the new are complete. What is being read is given up
   * first; of several that wait for that only the last are read. @param {File[]} files earlier, later, still earlier
   * @param {boolean} [again] the files in place, once more */
  async open(files, again = false) {
    const turn = ++this.#turn;
    ++this.#opens;
    this.cancel();
    try {
      await this.#begun;
      await this.#opened;
      if (turn !== this.#turn) return;
      const reading = this.#open(files, again);
      this.#opened = reading.catch(() => {});  // how it ended is for who asked for it
      await reading;
    } finally {
      --this.#opens;
      this.#tell_busy();
    }
  }

  /** Somebody reaches for the file button, or drags a file over the page. */
  expect_file() {
    if (!this.#expects_file) this.#worker.warm_up();
    this.#expects_file = true;
  }

  /** Gives up what is being read. */
  cancel() {
    if (this.#opening) this.#worker.cancel(this.#opening.id);
  }

  /** @param {string} node @param {number} width @returns {Promise<string | null>} */
  async svg(node, width) {
    return (await this.#ask_for({ op: 'svg', node, width }))?.svg ?? null;
  }

  /** The text of a button that hands over a file. @param {string} node @returns {Promise<string | null>} */
  async download(node) {
    return (await this.#ask_for({ op: 'download', node }))?.download ?? null;
  }

  /** What changes nothing; once more where the engine died over it. @param {object} request */
  async #ask_for(request) {
    const ask = () => this.#worker.ask(request);
    try {
      return await ask();
    } catch (error) {
      if (await this.#is_back(error)) return ask().catch(() => null);
      this.#refuse(error);
      return null;
    }
  }

  #tell_busy() {
    this.#surface.on_busy(this.busy);
  }

  /** A View older than what was asked meanwhile would put back what the reader has just changed.
   * @param {string | undefined} view */
  #show(view) {
    if (view && this.#queue.length === 0 && !this.#dispatching && !this.#stopped) this.#surface.on_view(view);
  }

  #run() {
    return (this.#running ??= this.#dispatch_all().finally(() => {
      this.#running = null;
      this.#tell_busy();
    }));
  }

  async #dispatch_all() {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) await this.#dispatch(next);
  }

  /** @param {Queued} next @param {boolean} [again] */
  async #dispatch(next, again = false) {
    const { action, whole, first } = next;
    const before = this.snapshot;
    this.#dispatching = true;
    try {
      const answer = await this.#worker.ask({ op: 'dispatch', action: JSON.stringify({ ...action, revision: ++this.#revision }) });
      this.#dispatching = false;
      this.#deaths = 0;
      if (action.type === 'restore' && !action.keep_files) this.forget_files();
      this.#take(answer);
      if (!first && may_replace(action)) this.#look_for_changes(before, action.type, action.type === 'set' ? action.id.replace(/^(slide|input)\./, '') : undefined, whole);
      if (answer.reread) this.#reread();
    } catch (error) {
      this.#dispatching = false;
      if (!(await this.#is_back(error))) this.#refuse(error);
      else if (!again) await this.#dispatch(next, true);
    }
  }

  /** What the end of the engine is about, others say. @param {unknown} error */
  #refuse(error) {
    if (error instanceof CoreError && error.code !== 'engine_stopped') this.#surface.on_refused(error);
  }

  /** @param {File[]} files @param {boolean} again @param {boolean} [retried] @returns {Promise<void>} */
  async #open(files, again, retried = false) {
    const before = this.snapshot;
    /** @type {import('./core_worker.mjs').Progress | undefined} */
    let progress;
    const tell = (/** @type {Answer} */ told) => {
      progress = told.progress;
      this.#show(told.view);
    };
    try {
      const answer = await this.#worker.ask({ op: 'open', files, again }, tell, id => (this.#opening = { id, again }));
      this.#opening = null;
      if (answer.placed) this.#files = files;
      this.#take(answer);
      if (answer.placed && !again) this.#look_for_changes(before, 'file');
    } catch (error) {
      this.#opening = null;
      if (!(error instanceof CoreError)) throw error;
      this.#show(error.view);
      if (error.code === 'engine_stopped') {
        if (!(await this.#recover(error))) return;
        if (!again && this.#files.length > 0) await this.#open(this.#files, true, true);
        if (!retried) return this.#open(files, again, true);
      }
      error.progress = progress;
      if (error.code !== 'aborted') this.#surface.on_unread(error, files);
    }
    if (this.#reread_due && this.#files === before.files) await this.#open(this.#files, true);
    this.#reread_due = false;
  }

  /** The files in place are to be read in another way; but new ones that are being read may take their place. */
  #reread() {
    if (this.#files.length === 0) return;
    if (this.#opening && !this.#opening.again) this.#reread_due = true;
    else this.open(this.#files, true);
  }

  /** @param {Answer} answer */
  #take(answer) {
    if (answer.state) this.#state = answer.state;
    this.#show(answer.view);
  }

  /** @param {Snapshot} before @param {'file' | Action['type']} by @param {string} [named] the field that was set
   * @param {boolean} [whole] by something new as a whole */
  #look_for_changes(before, by, named, whole) {
    this.history.step(before, named);
    const without_files = before.files.some(file => !this.#files.includes(file));  // a later list joins the earlier one
    if (without_files || is_replaced(before, this.#state, whole ? undefined : named)) this.#surface.on_replaced(before, by);
  }

  /** A worker if there is none, and in it an engine with the last State. @param {() => boolean} [wanted] still */
  async #start_engine(wanted = () => true) {
    const wasm = await this.#wasm();
    if (this.#stopped || !wanted()) throw overtaken();
    this.#worker.start();
    const timer = setTimeout(() => wanted() && this.#worker.lose(), kStartWithin);
    try {
      const answer = await this.#worker.ask({ op: 'start', wasm, state: this.#state });
      if (answer.state) this.#state = answer.state;
      return answer.view ?? '';
    } finally {
      clearTimeout(timer);
    }
  }

  /** After a death: whether there is an engine again, with State and files. @param {unknown} error */
  async #is_back(error) {
    if (!(error instanceof CoreError)) throw error;
    if (!(await this.#recover(error))) return false;
    if (this.#opens === 0 && this.#deaths === 1 && this.#files.length > 0) await this.open(this.#files, true);
    return true;
  }

  /** After a death: a new engine with the last State that worked. False: there is none, or it was no death.
   * @param {CoreError} error */
  async #recover(error) {
    if (this.#stopped || error.code !== 'engine_stopped') return false;
    this.#recovering ??= this.#start_again(error).finally(() => (this.#recovering = null));
    return this.#recovering;
  }

  /** @param {CoreError} error */
  async #start_again(error) {
    const files = this.#files;
    try {
      if (++this.#deaths > kMostDeaths) throw error;
      this.#show(await this.#start_engine());
      this.#files = files;  // not in that View yet, and not forgotten
    } catch {
      if (!this.#stopped) this.#surface.on_failed(error);
      return false;
    }
    this.#surface.on_recovered();
    return true;
  }
}

function overtaken() {
  return new CoreError('closed', 'It was stopped, or started anew, before it began.');
}

/** An error of what shows the page is reported as its own, and the core goes on. @param {Surface} surface @returns {Surface} */
function guarded(surface) {
  const guard = (/** @type {(...what: any[]) => void} */ tell) => (/** @type {any[]} */ ...what) => {
    try {
      tell(...what);
    } catch (error) {
      reportError(error);
    }
  };
  return /** @type {any} */ (Object.fromEntries(Object.entries(surface).map(([name, tell]) => [name, guard(tell)])));
}
