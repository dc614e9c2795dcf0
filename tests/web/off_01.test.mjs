// OFF-01, OFF-07: nothing is requested after the page is ready, and nothing is stored.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click_drawn, control, fill, metric, settled, type_on_canvas, url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kCanary = 'Kanarienvogel4711';

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
  await control(page, 'file').setInputFiles({ name: `${kCanary}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`Monat;Beginn;Verloren;${kCanary}\n2025-01;1000;10;x\n2025-02;990;30;y\n`) });
  await page.waitForFunction(name => document.querySelector('[data-node=file]')?.textContent?.includes(name), kCanary);
  await settled(page);
  for (const language of ['fi', 'en', 'de']) await fill(page, 'language', language);
  for (const theme of ['dark', 'light', 'auto']) await fill(page, 'theme', theme);
  await page.keyboard.press('F2');
  await settled(page);
  await page.keyboard.press('F2');
  await settled(page);
  await page.pdf();
  assert.equal((await metric(page, 'customers_lost')).value, 30);
}

test('OFF-01, OFF-07 a long visit sends nothing and stores nothing', () =>
  with_page({ at: `${url}?lang=de` }, async page => {
    await settled(page);
    /** @type {string[]} */
    const requests = [];
    page.context().on('request', request => requests.push(`${request.method()} ${request.url()}`));
    page.on('websocket', socket => requests.push(`socket ${socket.url()}`));
    await journey(page);
    assert.deepEqual(requests, []);
    assert.ok(!page.url().includes(kCanary), 'rows never enter the address');
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
  }));

test('OFF-01 the numbers are in the fragment, which no server sees', () =>
  with_page({ query: '?lang=de#v1;start=1500;lost=300;period=year' }, async page => {
    assert.equal((await metric(page, 'customers_lost')).value, 300);
    await fill(page, 'lost', '301');
    await page.waitForFunction(() => location.hash.includes('lost=301'));
    assert.doesNotMatch(page.url().split('#')[0], /301|300/);
  }));
