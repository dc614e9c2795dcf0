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
  /** A file of this name it cannot read. */ unreadable = '';
  /** To the next Action, or to what is to be handed over, it says this code, and does nothing. */ refuses = '';
  /** Texts of all Actions that it did. @type {string[]} */ did = [];

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
    const refused = this.#refused(request);
    if (refused) return this.listeners.message.forEach(tell => tell({ data: { id: request.id, ok: false, code: refused } }));
    this.#do(request);
    const answer = { id: request.id, ok: true, state: JSON.stringify(this.state), view: this.shown, placed: request.op === 'open', svg: `<svg of="${this.shown}"/>` };
    this.listeners.message.forEach(tell => tell({ data: answer }));
  }

  /** @param {{op: string, files?: File[]}} request */
  #refused({ op, files = [] }) {
    if (op === 'open' && files.some(({ name }) => name === this.unreadable)) return 'file_unreadable';
    const code = ['dispatch', 'svg', 'download'].includes(op) ? this.refuses : '';
    if (code) this.refuses = '';
    return code;
  }

  /** @param {{op: string, state?: string, action?: string, files?: File[]}} request */
  #do({ op, state, action, files = [] }) {
    if (op === 'start' && state) this.state = JSON.parse(state);
    if (op === 'open') this.files = files.map(({ name }) => name);
    if (op !== 'dispatch') return;
    const asked = JSON.parse(action ?? '');
    if (asked.type === 'set') this.did.push(`${asked.id}=${asked.value}`);
    if (asked.type === 'set') this.state.fields[asked.id] = asked.value;
    if (asked.type !== 'restore') return;
    this.state = asked.state;
    if (!asked.keep_files) this.files = [];
  }

  get shown() {
    return [...Object.values(this.state.fields), ...this.files].join(' ');
  }
}

/** @typedef {import('../../web/core_client.mjs').Surface} Surface */

/** A client and all that it made and showed; `throws`: one of the surface's calls does, every time.
 * @param {{wasm?: Promise<BufferSource> | (() => Promise<BufferSource>), on_view?: (view: string) => void, throws?: keyof Surface}} [options] */
function client({ wasm = Promise.resolve(new ArrayBuffer(0)), on_view = () => {}, throws } = {}) {
  /** @type {{workers: NotingWorker[], views: string[], failed: number, refused: string[]}} */
  const seen = { workers: [], views: [], failed: 0, refused: [] };
  const create = () => {
    seen.workers.push(new NotingWorker());
    return /** @type {Worker} */ (/** @type {unknown} */ (seen.workers.at(-1)));
  };
  /** @type {Surface} */
  const surface = {
    on_view: view => {
      seen.views.push(view);
      on_view(view);
    },
    on_busy: () => {},
    on_replaced: () => {},
    on_unread: () => {},
    on_refused: ({ code }) => seen.refused.push(code),
    on_recovered: () => {},
    on_failed: () => ++seen.failed,
  };
  if (throws) surface[throws] = () => {
    throw new TypeError(`cannot ${throws}`);
  };
  const core = new CoreClient(create, () => (typeof wasm === 'function' ? wasm() : wasm), surface);
  return { core, seen, worker: () => /** @type {NotingWorker} */ (seen.workers.at(-1)) };
}

/** @param {CoreClient} core */
async function quiet(core) {
  for (let left = 200; left > 0; --left) {
    await sleep(5);
    if (!core.busy) return;
  }
  assert.fail('the core stays busy');
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

test('a start that is overtaken while its engine starts rejects, and what was typed since comes after the later one', async () => {
  const { core, worker } = client();
  const first = core.start([typed('1')]);
  await Promise.resolve();
  await Promise.resolve();
  const second = core.start([typed('2')]);
  await assert.rejects(first, { code: 'closed' });
  core.act(typed('3'));
  await second;
  await quiet(core);
  assert.equal(worker().state.fields.start, '3');
  assert.equal(worker().did.includes('start=1'), false, `${worker().did}`);
});

test('an Action that the core refuses is told, and the next one is done', async () => {
  for (const code of ['no_memory', 'action_unreadable', 'failed']) {
    const { core, seen, worker } = client();
    await core.start();
    worker().refuses = code;
    await core.act(typed('1'));
    assert.deepEqual(seen.refused, [code]);
    await core.act(typed('2'));
    assert.deepEqual(worker().did, ['start=2']);
    assert.deepEqual(seen.refused, [code]);
    assert.equal(core.busy, false);
  }
});

test('what cannot be handed over for want of memory is told', async () => {
  const { core, seen, worker } = client();
  await core.start();
  worker().refuses = 'no_memory';
  assert.equal(await core.download('save_csv'), null);
  worker().refuses = 'no_memory';
  assert.equal(await core.svg('chart', 100), null);
  assert.deepEqual(seen.refused, ['no_memory', 'no_memory']);
  assert.equal(core.busy, false);
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

/** What makes the core call this of the surface. @type {{[Name in keyof Surface]?: (core: CoreClient, worker: () => NotingWorker) => Promise<unknown>}} */
const occasions = {
  on_view: core => core.open([file('x')]),
  on_busy: core => core.open([file('x')]),
  on_replaced: async core => {
    await core.open([file('x')]);
    await core.open([file('y')]);
  },
  on_unread: async (core, worker) => {
    worker().unreadable = 'x';
    await core.open([file('x')]);
  },
  on_refused: async (core, worker) => {
    worker().refuses = 'no_memory';
    await core.act(typed('0'));
  },
  on_recovered: async (core, worker) => {
    worker().dies_of = 'dispatch';
    await core.act(typed('0'));
  },
};

for (const [name, bring_about] of Object.entries(occasions)) {
  test(`an error in ${name} is reported, and files open, numbers go in and come back after it`, async () => {
    const { core, worker } = client({ throws: /** @type {keyof Surface} */ (name) });
    /** @type {Error[]} */
    const reported = [];
    globalThis.reportError = error => reported.push(error);
    await core.start();
    await bring_about(core, worker);
    assert.equal(reported[0]?.message, `cannot ${name}`);
    await core.open([file('a')]);
    await core.act(typed('1'));
    assert.equal(worker().shown, '1 a');
    core.history.undo();
    await quiet(core);
    assert.equal(worker().state.fields.start === '1', false);
    await core.open([file('b')]);
    assert.deepEqual(worker().files, ['b']);
    await quiet(core);
  });
}

test('after a way back that failed, the next one is gone', async () => {
  const { core, worker } = client();
  await core.start();
  await core.act(typed('1'));
  await core.act({ type: 'set', id: 'lost', value: '2' });
  /** @type {Error[]} */
  const reported = [];
  globalThis.reportError = error => reported.push(error);
  const { act } = core;
  core.act = async action => {
    if (action.type === 'restore') throw new TypeError('no way');
  };
  core.history.undo();
  await quiet(core);
  core.act = act;
  assert.equal(reported[0]?.message, 'no way');
  assert.deepEqual(core.history.snapshot, core.snapshot, 'nothing is on its way');
  core.history.undo();
  await quiet(core);
  assert.equal(worker().shown, '');
});

test('what cannot be sent to the worker keeps nobody waiting', async () => {
  const { core, worker } = client();
  await core.start();
  const { postMessage } = worker();
  worker().postMessage = () => {
    throw new DOMException('it cannot be cloned', 'DataCloneError');
  };
  await assert.rejects(core.open([file('a')]), { name: 'DataCloneError' });
  assert.equal(core.busy, false);
  worker().postMessage = postMessage;
  await core.open([file('b')]);
  assert.deepEqual(worker().files, ['b']);
});

test('a chart that was asked for while the worker died is drawn by the next one, from the same file', async () => {
  const { core, seen, worker } = client();
  await core.start();
  await core.open([file('a')]);
  worker().dies_of = 'svg';
  assert.equal(await core.svg('chart', 100), '<svg of="a"/>');
  assert.equal(seen.workers.length, 2);
});
