// The page's side of the core, beside a worker that only notes what it is asked: what happens when several things come
// at once, when it dies, and after the end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { CoreClient } from '../../web/core_client.mjs';

/** @typedef {import('../../web/kirnu.d.ts').Action} Action */

/** Fields by name and the files it read; answers a turn later, as a worker does. */
class NotingWorker {
  /** @type {Record<string, ((event: object) => void)[]>} */ listeners = { message: [], error: [] };
  /** @type {{language: string, fields: Record<string, string>}} */ state = { language: 'en', fields: {} };
  /** @type {string[]} */ files = [];
  ended = false;
  /** The next of these kills it. */ dies_of = '';

  /** @param {'message' | 'error'} type @param {(event: object) => void} listener */
  addEventListener(type, listener) {
    this.listeners[type].push(listener);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {{id: number, op: string, state?: string, action?: string, files?: File[]}} request */
  async postMessage(request) {
    await sleep(1);
    if (this.ended) return;
    if (request.op === this.dies_of) {
      this.listeners.error.forEach(tell => tell({ preventDefault() {} }));
      return;
    }
    this.#do(request);
    const answer = { id: request.id, ok: true, state: JSON.stringify(this.state), view: this.shown, placed: request.op === 'open', svg: `<svg of="${this.shown}"/>` };
    this.listeners.message.forEach(tell => tell({ data: answer }));
  }

  /** @param {{op: string, state?: string, action?: string, files?: File[]}} request */
  #do({ op, state, action, files = [] }) {
    if (op === 'start' && state) this.state = JSON.parse(state);
    if (op === 'open') this.files = files.map(({ name }) => name);
    if (op !== 'dispatch') return;
    const asked = JSON.parse(action ?? '');
    if (asked.type === 'set') this.state.fields[asked.id] = asked.value;
    if (asked.type !== 'restore') return;
    this.state = asked.state;
    if (!asked.keep_files) this.files = [];
  }

  get shown() {
    return [...Object.values(this.state.fields), ...this.files].join(' ');
  }
}

/** A client and all that it made and showed. @param {{wasm?: Promise<BufferSource> | (() => Promise<BufferSource>), on_view?: (view: string) => void}} [options] */
function client({ wasm = Promise.resolve(new ArrayBuffer(0)), on_view = () => {} } = {}) {
  /** @type {{workers: NotingWorker[], views: string[], failed: number}} */
  const seen = { workers: [], views: [], failed: 0 };
  const create = () => {
    seen.workers.push(new NotingWorker());
    return /** @type {Worker} */ (/** @type {unknown} */ (seen.workers.at(-1)));
  };
  const core = new CoreClient(create, () => (typeof wasm === 'function' ? wasm() : wasm), {
    on_view: view => {
      seen.views.push(view);
      on_view(view);
    },
    on_busy: () => {},
    on_replaced: () => {},
    on_unread: () => {},
    on_recovered: () => {},
    on_failed: () => ++seen.failed,
  });
  return { core, seen, worker: () => /** @type {NotingWorker} */ (seen.workers.at(-1)) };
}

/** @param {CoreClient} core */
async function quiet(core) {
  do await sleep(5);
  while (core.busy);
}

/** @param {string} value @returns {Action} */
const typed = value => ({ type: 'set', id: 'start', value });
/** @param {string} name */
const file = name => new File(['x'], name);

test('stopped while the core is loaded, it starts no worker', async () => {
  /** @type {(bytes: BufferSource) => void} */
  let arrive = () => {};
  const { core, seen } = client({ wasm: new Promise(resolve => (arrive = resolve)) });
  const started = core.start();
  core.stop();
  arrive(new ArrayBuffer(0));
  await assert.rejects(started, { code: 'closed' });
  assert.equal(seen.workers.length, 0);
});

test('what is done before there is an engine comes after what belongs to its start', async () => {
  /** @type {(bytes: BufferSource) => void} */
  let arrive = () => {};
  const { core, seen, worker } = client({ wasm: new Promise(resolve => (arrive = resolve)) });
  const started = core.start([{ type: 'set', id: 'language', value: 'de' }, typed('1')]);
  core.act(typed('2'));
  const opened = core.open([file('a')]);
  await sleep(5);
  assert.equal(seen.workers.length, 0);
  arrive(new ArrayBuffer(0));
  await Promise.all([started, opened]);
  await quiet(core);
  assert.deepEqual(worker().state.fields, { language: 'de', start: '2' });
  assert.deepEqual(worker().files, ['a']);
  assert.equal(seen.failed, 0);
});

test('of two starts the later counts, and only one makes a worker', async () => {
  /** @type {((bytes: BufferSource) => void)[]} */
  const arrive = [];
  const { core, seen } = client({ wasm: () => new Promise(resolve => arrive.push(resolve)) });
  const first = core.start();
  const second = core.start([typed('1')]);
  arrive.forEach(come => come(new ArrayBuffer(0)));
  await assert.rejects(first, { code: 'closed' });
  await second;
  assert.equal(seen.workers.length, 1);
  assert.equal(seen.views.at(-1), '1');
});

test('stopped while something is asked, it starts no other worker', async () => {
  const { core, seen } = client();
  await core.start();
  const asked = [core.act(typed('1')), core.open([file('a')]), core.svg('chart', 100)];
  core.stop();
  await Promise.all(asked);
  await quiet(core);
  assert.deepEqual(seen.workers.map(({ ended }) => ended), [true]);
  assert.equal(seen.failed, 0);
});

test('two changes taken back at once go two steps back, and forward again', async () => {
  const { core, worker } = client();
  await core.start();
  await core.act(typed('1'));
  await core.open([file('a')]);
  await core.open([file('b')]);
  assert.equal(worker().shown, '1 b');
  core.history.undo();
  core.history.undo();
  await quiet(core);
  assert.equal(worker().shown, '1', 'no file is opened over it');
  core.history.redo();
  await quiet(core);
  assert.equal(worker().shown, '1 a');
  core.history.redo();
  await quiet(core);
  assert.equal(worker().shown, '1 b');
});

test('taken back and done again at once, everything is as it was', async () => {
  const { core, worker } = client();
  await core.start();
  await core.open([file('a')]);
  await core.open([file('b')]);
  core.history.undo();
  await sleep(1);
  core.history.redo();
  await quiet(core);
  assert.equal(worker().shown, 'b');
  assert.deepEqual(core.files.map(({ name }) => name), ['b']);
});

test('an error of what shows the page is reported, and the next file opens', async () => {
  const { core, seen, worker } = client({
    on_view: view => {
      if (view === 'a') throw new TypeError('cannot show this');
    },
  });
  await core.start();
  /** @type {Error[]} */
  const reported = [];
  globalThis.reportError = error => reported.push(error);
  await core.open([file('a')]);
  assert.equal(reported[0]?.message, 'cannot show this');
  await core.open([file('b')]);
  assert.equal(worker().shown, 'b');
  assert.equal(seen.views.at(-1), 'b');
  assert.equal(core.busy, false);
});

test('a chart that was asked for while the worker died is drawn by the next one, from the same file', async () => {
  const { core, seen, worker } = client();
  await core.start();
  await core.open([file('a')]);
  worker().dies_of = 'svg';
  assert.equal(await core.svg('chart', 100), '<svg of="a"/>');
  assert.equal(seen.workers.length, 2);
});
