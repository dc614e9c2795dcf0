// EMB-07, EMB-09, EMB-10 (poster): nothing moves, nothing is loaded before it is needed, and a strict host notices nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kFold = '<p style="height: 2600px">Ein langer Artikel.</p>';

/** @param {Page} page */
function count_shifts(page) {
  return page.addInitScript(() => {
    /** @type {any} */ (globalThis).shifts = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) /** @type {any} */ (globalThis).shifts += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** @param {Page} page @returns {string[]} */
function follow_requests(page) {
  /** @type {string[]} */
  const requests = [];
  page.on('request', request => request.url().startsWith(url) && requests.push(request.url().slice(url.length)));
  return requests;
}

test('EMB-07 below the fold only the poster is loaded; near it the program starts, and nothing moves', async () => {
  const { host, close } = await serve_host({ '/': host_page(`${kFold}${iframe('?lang=de&job=counts&controls=min')}<p>Danach</p>`) });
  /** @type {string[]} */
  let requests = [];
  await with_page({ at: host, prepare: async page => (await count_shifts(page), (requests = follow_requests(page))) }, async page => {
    await page.waitForTimeout(500);
    const [frame] = await embeds(page);
    assert.equal(await frame.locator('html').getAttribute('data-kirnu'), 'poster');
    assert.equal(await frame.locator('article[lang=de]').isVisible(), true);
    assert.equal(await frame.locator('article[lang=en]').isVisible(), false);
    assert.deepEqual(requests.map(path => path.split(/[?#]/)[0]), ['embed.html'], 'one request for the poster');
    await page.evaluate(() => document.querySelector('iframe')?.scrollIntoView());
    await embed_settled(frame);
    assert.ok(requests.some(path => path.endsWith('.wasm')));
    assert.equal((await embed_value(frame, 'customer_churn_rate'))?.toFixed(4), '0.1667');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), 0, 'on the page');
    assert.equal(await frame.evaluate(() => /** @type {any} */ (globalThis).shifts), 0, 'in the frame');
    assert.equal(await page.locator('p').last().isVisible(), true);
  });
  close();
});

test('EMB-07 the poster starts with a key as well, and its switch to the calculator is no layout shift', () =>
  with_page({ at: `${url}embed.html?lang=en`, prepare: async page => (await count_shifts(page), page.addInitScript(() => (globalThis.IntersectionObserver = /** @type {any} */ (class { observe() {} disconnect() {} })))) }, async page => {
    assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'poster');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await embed_settled(page.mainFrame());
    assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'ready');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), 0);
  }));

test('EMB-10 the poster weighs at most 20 kB, packed', () => {
  const poster = readFileSync(join(built_site, 'embed.html'));
  const packed = gzipSync(poster, { level: 9 }).length;
  assert.ok(packed <= 20_000, `${packed} bytes`);
  assert.doesNotMatch(poster.toString(), /<link rel="stylesheet"|<img|<script src/, 'one request');
});

test('EMB-09 a host that allows nothing but the frame has no violation', async () => {
  const { host, close } = await serve_host(
    { '/': host_page(iframe('?lang=de')) },
    { 'Content-Security-Policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src ${url}` },
  );
  const watch = (/** @type {Page} */ page) =>
    page.addInitScript(() => {
      /** @type {any} */ (globalThis).violations = [];
      document.addEventListener('securitypolicyviolation', event => /** @type {any} */ (globalThis).violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
  await with_page({ at: host, prepare: watch }, async page => {
    const [frame] = await embeds(page);
    assert.equal(await embed_value(frame, 'customers_lost'), 250);
    for (const where of page.frames()) assert.deepEqual(await where.evaluate(() => /** @type {any} */ (globalThis).violations), []);
  });
  close();
});
