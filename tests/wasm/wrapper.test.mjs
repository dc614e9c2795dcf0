import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kirnu } from '../../web/kirnu.mjs';
import { load, module } from './core.mjs';

test('the view answers an action with the same revision', async () => {
  const k = await load();
  assert.equal(k.dispatch({ type: 'set', id: 'start', value: '1000', revision: 7 }).revision, 7);
  assert.equal(k.view.revision, 7);
  assert.equal(k.view.page.kind, 'page');
});

test('an unreadable action is refused and changes nothing', async () => {
  const k = await load();
  const before = k.stateText;
  for (const action of ['', '{', '[]', '{"type":"fly"}', '{"type":"set","id":"start"}', 'null', '{"type":"set","id":1,"value":"2"}']) {
    assert.throws(() => k.dispatchText(action), { code: 'action_unreadable' });
  }
  assert.equal(k.stateText, before);
});

test('the state restores the same answer in another instance', async () => {
  const one = await load('de');
  const report = one.counts({ start: '1.500', lost: 250, period: 'quarter' });
  const other = await Kirnu.load({ wasm: one.module });
  other.dispatch({ type: 'restore', state: one.state });
  assert.deepEqual(other.report, report);
  assert.equal(other.stateText, one.stateText);
});

test('text beyond ASCII goes in and comes out unharmed', async () => {
  const k = await load();
  k.dispatch({ type: 'set', id: 'paste', value: 'ÄÖÜß€−😀\u00a0é\n"' });
  assert.equal(/** @type {any} */ (k.state).fields.paste, 'ÄÖÜß€−😀\u00a0é\n"');
});

test('a paste of a million characters makes the memory grow and is answered', async () => {
  const k = await load();
  const line = 'Jan 2025\t1500\t20\n';
  const view = k.dispatch({ type: 'set', id: 'paste', value: line.repeat(Math.floor(999_999 / line.length)) });
  assert.equal(view.page.kind, 'page');
  k.dispatch({ type: 'set', id: 'paste', value: 'x'.repeat(1_000_001) });
  assert.ok(k.report.issues?.some(issue => issue.code === 'paste_too_long'));
});

test('charts come as SVG for a width, and nothing for what is no chart', async () => {
  const k = await load();
  const chart = find(k.view.page, node => node.kind === 'chart');
  assert.ok(chart);
  const svg = k.svg(chart.id, 480);
  assert.match(svg ?? '', /^<svg[^>]*width="480"/);
  assert.equal(k.svg('no such chart', 480), null);
});

test('report, table and text can be asked for at any time', async () => {
  const k = await load();
  k.counts({ start: 100, lost: 10, period: 'month' });
  assert.equal(typeof k.report.kirnu, 'string');
  assert.match(k.csv, /customer_churn_rate/);
  assert.match(k.text, /10/);
});

test('a closed instance says so', async () => {
  const k = await load();
  k.close();
  assert.throws(() => k.report, { code: 'closed' });
  k.close();
});

test('an instance that is closed while it reads says so', async () => {
  const k = await load();
  const parts = async function* () {
    yield new TextEncoder().encode('Month;Start;Lost\n2025-01;100;10\n');
    k.close();
    yield new TextEncoder().encode('2025-02;90;9\n');
  };
  await assert.rejects(k.open(parts()), { code: 'closed' });
});

test('two instances of one module know nothing of each other', async () => {
  const [one, other] = await Promise.all([load(), load()]);
  one.counts({ start: 100, lost: 10, period: 'month' });
  other.counts({ start: 50, lost: 1, period: 'month' });
  assert.equal(one.report.metrics?.customer_churn_rate?.denominator, 100);
});

test('warming up changes nothing, and ends where it is told to', async () => {
  const k = await load();
  k.counts({ start: 100, lost: 10, period: 'month' });
  const before = [k.stateText, k.reportText, k.viewText];
  await k.warmUp();
  assert.deepEqual([k.stateText, k.reportText, k.viewText], before);
  const stop = new AbortController();
  let over = false;
  const warm = k.warmUp({ signal: stop.signal }).then(() => (over = true));
  stop.abort();
  const turns = [];
  while (!over) turns.push(await new Promise(resolve => setTimeout(resolve)));
  await warm;
  assert.ok(turns.length <= 3, `${turns.length} turns after it was given up`);
});

test('the core asks its host for three things alone: to know of grown memory, composed letters and the clocks of a zone', () => {
  const asked = WebAssembly.Module.imports(module).map(each => `${each.module}.${each.name}`);
  const allowed = /^(env\.(emscripten_notify_memory_growth|kirnu_to_nfc|kirnu_zone_offset)|wasi_snapshot_preview1\.\w+)$/;
  assert.deepEqual(asked.filter(name => !allowed.test(name)), []);
});

test('wasm that cannot be reached is an error with a code', async () => {
  await assert.rejects(Kirnu.load({ wasm: new URL('file:///no/such/kirnu-core.wasm') }), { code: 'wasm_unreachable' });
  await assert.rejects(Kirnu.load({ wasm: new Uint8Array([1, 2, 3]) }), { code: 'wasm_unreachable' });
});

/** @typedef {import('../../web/kirnu.d.ts').Node} Node */
/** @param {Node} node @param {(node: Node) => boolean} wanted @returns {Node | undefined} */
function find(node, wanted) {
  return wanted(node) ? node : (node.children ?? []).map(child => find(child, wanted)).find(Boolean);
}

test('a question can be put and a file be read without an answer; it is there for who asks', async () => {
  const table = 'customer_id,start,end\nA,2024-01-01,\nB,2024-01-05,2024-02-10\nC,2024-02-01,\n';
  const asked = await load();
  asked.ask({ as_of: '2024-12-31' });
  const expected = JSON.stringify(await asked.open(table));
  const k = await load();
  assert.equal(k.set({ as_of: '2024-12-31' }), undefined);
  assert.equal(await k.read(table), true);
  assert.equal(k.reportText, expected);
  assert.equal(k.viewText, asked.viewText);
  assert.throws(() => k.set({ as_of: 'never' }), { code: 'setting_unknown' });
  assert.equal(k.reportText, expected);
  assert.equal(await k.read(''), false);
  assert.ok(k.report.issues?.some(issue => issue.code === 'file_empty'));
});

test('check=fields counts every field and answers nothing else', async () => {
  const k = await load();
  k.set({ check: 'fields' });
  const report = await k.open('id,date\nä,2024-01-01\n\n"b,c",\n');
  const file = /** @type {any} */ (report.import);
  assert.deepEqual([file.rows, file.fields, file.characters], [3, 6, 20]);
  assert.deepEqual(report.metrics, {});
});
