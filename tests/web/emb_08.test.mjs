// EMB-08: what a page around an embed may say, and what it may not do to it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fragment_of } from '../../web/frame.mjs';
import { embed_settled, embed_value, embeds, heard, host_page, iframe, record_messages, serve_host } from './embedding.mjs';
import { use_browser } from './support.mjs';

const { with_page } = use_browser();

/** Bad messages, as many as somebody has patience for: of every kind, with every part wrong. */
function bad_messages() {
  /** @type {unknown[]} */
  const params = [null, 0, 'x', [], {}, { start: {} }, { start: NaN }, { start: Infinity }, { 'a b': 1 }, { start: '1;lost=5' }, { start: '%00' }, 'v', 'javascript:alert(1)', 'v1;'.padEnd(5000, 'x'), 'v1;rubbish', 'v1;foo=1', { foo: 1 }, { start: 'abc' }, { start: -5 }, { lost: 1e21 }, { lost: 5, start: -5 }, { __proto__: null, constructor: 'x y' }, Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${String.fromCharCode(97 + (at % 26))}${'x'.repeat(1 + at / 26)}`, at]))];
  const sets = params.map(each => ({ type: 'churn:set', v: 1, params: each }));
  const kinds = [null, undefined, 0, '', 'churn:set', [], {}, { type: 'churn:sets' }, { type: 'churn:set' }, { type: 'churn:set', v: 2, params: { lost: 1 } }, { type: ['churn:set'], params: { lost: 1 } }, { message: 'height', value: 1, secret: 'x' }, { type: 'churn:set', v: 1, params: 'v9;lost=1' }];
  return [...sets, ...kinds];
}

/** Runs in a page: the bad messages over and over to the first frame, with what only a page can send. @param {unknown[]} bad */
function pester(bad) {
  const target = /** @type {Window} */ (top).frames[0];
  /** @type {any} */
  const circle = { type: 'churn:set', v: 1 };
  circle.params = circle;
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]));
  const odd = [circle, { type: 'churn:set', v: 1, params: many }, { type: 'churn:set', v: 1, params: new Map([['lost', 1]]) }, new Date(), /x/, new Error('x'), new Blob(['x']), new Uint8Array(9), [circle, circle], 10n, { type: 'churn:fit', v: 1, height: NaN }];
  for (let round = 0; round < 35; ++round) for (const message of bad) target.postMessage(message, '*');
  for (const message of odd) target.postMessage(message, '*');
  for (let round = 0; round < 2; ++round) target.postMessage({ type: 'churn:set', params: 'v1;'.padEnd(20_000_000, 'x') }, '*');
  target.postMessage(new ArrayBuffer(10_000_000), '*');
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => (/** @type {any} */ (globalThis).got ??= []).push(data);
  target.postMessage({ type: 'churn:ready', v: 1 }, '*', [port2]);
}

test('EMB-08 a thousand bad messages from the page and from a sibling change nothing and get no answer', async () => {
  const sibling = host_page('<script>addEventListener("message", ({ data }) => { (globalThis.got ??= []).push(data); if (data.messages) for (const message of data.messages) parent.frames[0].postMessage(message, "*"); });</script>');
  const { host, close } = await serve_host({
    '/': host_page(`${iframe('?lang=de#v1;start=1500;lost=250')}<iframe src="/sibling"></iframe>`),
    '/sibling': sibling,
  });
  await with_page({ at: host, prepare: record_messages }, async page => {
    const [frame, other] = await embeds(page);
    await embed_settled(frame);
    await page.waitForTimeout(300);
    const said = (await page.evaluate(() => /** @type {any} */ (globalThis).heard)).length;
    const bad = bad_messages();
    const before = await frame.locator('.text-view').innerText();
    for (const from of [page.mainFrame(), other]) await from.evaluate(pester, bad);
    await other.evaluate(() => {
      for (let round = 0; round < 500; ++round) parent.frames[0].postMessage({ type: 'churn:set', v: 1, params: { start: 10, lost: 9 } }, '*');
      for (const type of ['churn:ping', 'churn:fit', 'churn:start']) parent.frames[0].postMessage({ type, v: 1, height: 4000 }, '*');
    });
    await page.waitForTimeout(600);
    assert.equal(await embed_value(frame, 'customers_lost'), 250);
    assert.equal(await frame.locator('.text-view').innerText(), before);
    assert.equal((await page.evaluate(() => /** @type {any} */ (globalThis).heard)).length, said, 'nothing was answered');
    assert.equal(await other.evaluate(() => /** @type {any} */ (globalThis).got ?? null), null, 'nor to the sibling');
  });
  close();
});

test('EMB-08 the page around sets numbers and hears results where it asked for them', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&emit=1') + iframe('?lang=de')) });
  await with_page({ at: host, prepare: record_messages }, async page => {
    const [first, second] = await embeds(page);
    await embed_settled(first);
    await second.evaluate(() => document.querySelector('button')?.click());
    await embed_settled(second);
    assert.equal((await heard(page, 'churn:ready')).length, 2);
    assert.ok((await heard(page, 'churn:result')).length > 0);
    await page.evaluate(() => {
      for (const frame of [frames[0], frames[1]]) frame.postMessage({ type: 'churn:set', v: 1, params: { start: 2000, lost: '100', period: 'quarter' } }, '*');
    });
    for (const frame of [first, second]) {
      await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '100');
    }
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.values?.customers_lost === 100));
    const results = await heard(page, 'churn:result');
    const last = results[results.length - 1];
    assert.equal(last.v, 1);
    assert.equal(last.values.customer_churn_rate, 0.05);
    assert.match(last.params, /^v1;start=2000;lost=100;period=quarter/);
    const sources = await page.evaluate(() => /** @type {any} */ (globalThis).heard.length);
    assert.ok(sources > 0);
  });
  close();
});

test('EMB-08 of many sets at once the last one counts', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&emit=1')) });
  await with_page({ at: host, prepare: record_messages }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    const before = (await heard(page, 'churn:result')).length;
    await page.evaluate(() => {
      for (let lost = 1; lost <= 300; ++lost) frames[0].postMessage({ type: 'churn:set', v: 1, params: { start: 1000, lost } }, '*');
    });
    await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '300');
    const results = (await heard(page, 'churn:result')).length - before;
    assert.ok(results <= 30, `${results} of 300 were computed`);
  });
  close();
});

describe('EMB-08 parameters are read like a link', () => {
  const rows = [
    { params: { start: 1500, lost: 250, period: 'year' }, fragment: '#v1;start=1500;lost=250;period=year' },
    { params: 'v1;start=1500', fragment: '#v1;start=1500' },
    { params: '#v1;start=1500', fragment: '#v1;start=1500' },
    { params: { start: '1e3;x=1' }, fragment: '' },
    { params: { Start: 1 }, fragment: '' },
    { params: 'v1', fragment: '#v1' },
    { params: '<script>', fragment: '' },
    { params: [1], fragment: '' },
  ];
  for (const { params, fragment } of rows) test(JSON.stringify(params), () => assert.equal(fragment_of(params), fragment));
});
