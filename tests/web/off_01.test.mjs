// OFF-01, OFF-07: nothing is requested after the page is ready, and nothing is stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../../scripts/server.mjs';
import { click_drawn, control, fill, metric, settled, type_on_canvas, unfold, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kCanary = 'Kanarienvogel4711';
const kBytes = 20_000_000;

/** A list of subscriptions of that size, in which every row names the canary. */
function big_table() {
  const row = (/** @type {number} */ at) => `${kCanary}-${at};2024-${String(1 + (at % 12)).padStart(2, '0')}-01;${at % 4 === 0 ? `2025-${String(1 + (at % 11)).padStart(2, '0')}-15` : ''};${20 + (at % 60)}\n`;
  const rows = ['Kunde;Beginn;Ende;Betrag\n'];
  for (let at = 0, size = 0; size < kBytes; ++at) size += rows[rows.push(row(at)) - 1].length;
  return Buffer.from(rows.join(''));
}

/** Every file that the page offers to save, and what it copies. @param {Page} page */
async function take_everything(page) {
  const ids = await page.evaluate(() => [...document.querySelectorAll('[data-node]')].map(each => each.getAttribute('data-node') ?? '').filter(id => /^(save_|copy_|download)|\.(svg|png|csv)$/.test(id)));
  assert.ok(ids.length >= 5, ids.join());
  for (const id of ids) {
    await unfold(page, id);
    await control(page, id).evaluate(button => /** @type {HTMLElement} */ (button).click());
    await settled(page);
  }
  return ids;
}

/** What somebody does in a long visit. @param {Page} page */
async function journey(page) {
  await type_on_canvas(page, 'start', '1234');
  await fill(page, 'lost', '77');
  await fill(page, 'period', 'quarter');
  await click_drawn(page, 'how.customer_churn_rate');
  await click_drawn(page, 'copy_results');
  await click_drawn(page, 'share');
  await page.evaluate(text => navigator.clipboard.writeText(text), `Monat\tBeginn\tVerloren\t${kCanary}\n2025-01\t1000\t10\tx\n2025-02\t990\t20\ty\n`);
  await click_drawn(page, 'start');
  await page.keyboard.press('Control+V');
  await settled(page);
  await choose(page, `${kCanary}.csv`, Buffer.from(`Monat;Beginn;Verloren;${kCanary}\n2025-01;1000;10;x\n2025-02;990;30;y\n`));
  assert.equal((await metric(page, 'customers_lost')).value, 30);
  await choose(page, `${kCanary} groß.csv`, big_table());
  for (const language of ['fi', 'en', 'de']) await fill(page, 'language', language);
  for (const theme of ['dark', 'light', 'auto']) await fill(page, 'theme', theme);
  await page.keyboard.press('F2');
  await settled(page);
  await take_everything(page);
  await page.keyboard.press('F2');
  await settled(page);
  await page.pdf();
}

/** @param {Page} page @param {string} name @param {Buffer} buffer */
async function choose(page, name, buffer) {
  await control(page, 'file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.waitForFunction(name => document.querySelector('[data-node=file]')?.textContent?.includes(name), name);
  await settled(page);
}

/** All that leaves the page, by three counts: the browser's for page and worker, the server's own log, and reports of policies.
 * @param {Page} page @param {import('node:http').Server} server */
async function follow_everything(page, server) {
  /** @type {string[]} */
  const seen = [];
  const told = (/** @type {string} */ from, /** @type {unknown} */ what) => seen.push(`${from} ${typeof what === 'string' ? what : JSON.stringify(what)}`);
  page.context().on('request', request => told('page', [request.method(), request.url(), request.headers(), request.postData()]));
  page.on('websocket', socket => told('socket', socket.url()));
  page.on('console', message => message.type() !== 'info' && !/GL Driver Message/.test(message.text()) && told('console', message.text()));
  server.prependListener('request', request => told('server', [request.method, request.url, request.headers]));
  server.prependListener('connection', () => told('server', 'connection'));
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.requestWillBeSent', ({ request }) => /^(blob|data):/.test(request.url) || told('network', request.url));
  client.on('Network.webSocketCreated', ({ url }) => told('network', url));
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      const all = /** @type {any} */ (globalThis);
      all.sent = [];
      new PerformanceObserver(list => all.sent.push(...list.getEntries().map(({ name }) => name))).observe({ type: 'resource', buffered: false });
    });
  }
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).violations = [];
    document.addEventListener('securitypolicyviolation', event => /** @type {any} */ (globalThis).violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return async () => [
    ...seen.filter(each => !/^page .*"(blob|data):/.test(each)),
    ...(await Promise.all(page.workers().map(worker => worker.evaluate(() => /** @type {any} */ (globalThis).sent ?? [])))).flat(),
    ...(await page.evaluate(() => /** @type {any} */ (globalThis).violations)),
  ];
}

test('OFF-01, OFF-07 a long visit with 20 MB of somebody\'s customers sends nothing, stores nothing and says nothing', async t => {
  const { url: at, server } = await serve(built_site, 0);
  server.unref();
  await with_page({ at: `${at}?lang=de`, context: { serviceWorkers: 'allow', acceptDownloads: true } }, async page => {
    await settled(page);
    const left = await follow_everything(page, server);
    const saved = { files: 0 };
    page.on('download', () => ++saved.files);
    await journey(page);
    t.diagnostic(`${saved.files} files saved`);
    assert.ok(saved.files >= 3);
    assert.deepEqual(await left(), []);
    assert.ok(!decodeURIComponent(page.url()).includes(kCanary), 'rows never enter the address');
    const stored = await page.evaluate(async () => ({
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    // The copy for times without a network: what is in it, OFF-07 looks at.
    assert.deepEqual(stored, { cookies: '', local: 0, session: 0, databases: 0, caches: 1, workers: 1 });
    assert.deepEqual(await page.context().cookies(), []);
  });
  server.closeAllConnections();
  server.close();
});

test('OFF-01 the numbers are in the fragment, which no server sees', () =>
  with_page({ query: '?lang=de#v1;start=1500;lost=300;period=year' }, async page => {
    assert.equal((await metric(page, 'customers_lost')).value, 300);
    await fill(page, 'lost', '301');
    await page.waitForFunction(() => location.hash.includes('lost=301'));
    assert.doesNotMatch(page.url().split('#')[0], /301|300/);
  }));
