// Bad inputs 91, 92, 95 and 96, given to an embed: odd links and addresses, and a page whose parts stop. 93 is EMB-08.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { embed_fill, embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const { with_page } = use_browser();

/** An embed on somebody's page. @param {string} address @param {(page: Page, frame: Frame) => Promise<void>} use @param {boolean} [troubled] */
async function with_embed(address, use, troubled = false) {
  const { host, close } = await serve_host({ '/': host_page(iframe(address)) });
  await with_page({ at: host, troubled, prepare: watch_themes }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await use(page, frame);
  });
  close();
}

/** Collects every theme that a document has, however short. @param {Page} page */
function watch_themes(page) {
  return page.addInitScript(() => {
    /** @type {any} */ (globalThis).themes = [];
    new MutationObserver(() => /** @type {any} */ (globalThis).themes.push(document.documentElement.dataset.theme)).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-theme'] });
  });
}

/** @param {Frame} frame @returns {Promise<string[]>} */
const themes = frame => frame.evaluate(() => /** @type {any} */ (globalThis).themes);

describe('91 links that an embed is opened with', () => {
  const rows = [
    { name: 'a bad percent sign', fragment: '#v1;start=%zz;lost=5', lost: 250 },
    { name: 'base64', fragment: '#djE7c3RhcnQ9MTUwMA==', lost: 250 },
    { name: 'unknown version', fragment: '#v99;start=10;lost=5', lost: 250 },
    { name: 'far too long', fragment: `#v1;start=1000;lost=5;note=${'x'.repeat(1_000_000)}`, lost: 250 },
    { name: 'keys that nobody knows', fragment: '#v1;start=1000;lost=7;colour=red;__proto__=1', lost: 7 },
    { name: 'a number out of range', fragment: '#v1;start=1000;lost=8;new=1e999', lost: 250 },
    { name: "WordPress's secret behind it", fragment: '#v1;start=1000;lost=9#?secret=abc', lost: 9 },
    { name: "WordPress's secret alone", fragment: '#?secret=abc', lost: 250 },
  ];
  for (const { name, fragment, lost } of rows) {
    test(name, () => with_embed(`?lang=de${fragment}`, async (_, frame) => assert.equal(await embed_value(frame, 'customers_lost'), lost)));
  }
});

describe('92 addresses', () => {
  const rows = ['?lang=xx&theme=<script>alert(1)</script>&view=moon', '?height=1e9&job=espionage&controls=all', '?lang=fi&lang=de&theme=&job', '?%zz&&&===', '?lang=DE&emit=yes'];
  for (const query of rows) {
    test(query, () =>
      with_embed(query, async (_, frame) => {
        assert.equal(await embed_value(frame, 'customers_lost'), 250);
        assert.match((await frame.locator('html').getAttribute('lang')) ?? '', query.startsWith('?lang=fi') ? /^fi$/ : /^(en|de|fi)$/);
        assert.equal(await frame.locator('html').getAttribute('data-theme'), 'auto');
        for (const theme of await themes(frame)) assert.equal(theme, 'auto');  // nor for a moment what was asked
        assert.equal(await frame.locator('.kirnu').evaluate(root => root.style.minHeight), '');
        assert.equal(await frame.locator('[data-node=header]').count(), 1);
      }));
  }

  test('a theme that there is holds from the first moment on', () =>
    with_embed('?theme=dark', async (_, frame) => assert.deepEqual([...new Set(await themes(frame))], ['dark'])));

  test('a height that makes sense is the least one', () =>
    with_embed('?height=3900&controls=none', async (_, frame) => assert.equal((await frame.locator('.kirnu').boundingBox())?.height, 3900)));
});

describe('95 parts that stop', () => {
  test('the worker: another one has the same numbers', () =>
    with_embed('?lang=de#v1;start=1000;lost=70', async (page, frame) => {
      await embed_fill(frame, 'lost', '71');
      const [worker] = page.workers();
      await worker.evaluate(() => void setTimeout(() => { throw new Error('stopped'); }));
      await embed_fill(frame, 'lost', '72');
      await embed_fill(frame, 'start', '1200');
      assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.06);
      assert.match((await frame.locator('.notice').textContent()) ?? '', /neu gestartet/);
    }, true));
});

describe('96 the browser takes something away', () => {
  test('the GL context: it comes back, or the page is shown as text', () =>
    with_embed('?lang=de#v1;start=1000;lost=70', async (_, frame) => {
      await frame.evaluate(async () => {
        const lose = document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        lose?.loseContext();
        await new Promise(resolve => setTimeout(resolve, 200));
        lose?.restoreContext();
      });
      await embed_fill(frame, 'lost', '71');
      assert.equal(await frame.locator('.stage').getAttribute('data-show'), 'canvas');
      await frame.evaluate(() => document.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext());
      await frame.waitForSelector('.stage[data-show=text]');
      assert.equal(await embed_value(frame, 'customers_lost'), 71);
    }));

  test('frozen, resumed, left and come back to, and loaded anew in the middle of a file', async () => {
    const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de#v1;start=1000;lost=70')), '/other': host_page('<p>Anderswo</p>') });
    await with_page({ at: host, troubled: true }, async page => {
      const first = async () => {
        const [frame] = await embeds(page);
        await embed_settled(frame);
        return frame;
      };
      const frame = await first();
      const client = await page.context().newCDPSession(page);
      for (const state of /** @type {const} */ (['frozen', 'active'])) await client.send('Page.setWebLifecycleState', { state });
      await embed_fill(frame, 'lost', '71');
      assert.equal(await embed_value(frame, 'customers_lost'), 71);
      await page.goto(`${host}/other`);
      await page.goBack();
      assert.match(String(await embed_value(await first(), 'customers_lost')), /^7[01]$/);
      await (await first()).locator('[data-node=file] .control').setInputFiles({ name: 'lang.csv', mimeType: 'text/csv', buffer: Buffer.from(`Monat;Beginn;Verloren\n${'2025-01;1000;10\n'.repeat(400_000)}`) });
      await page.reload();
      assert.match(String(await embed_value(await first(), 'customers_lost')), /^7[01]$/);
      await embed_fill(await first(), 'lost', '60');
      assert.equal(await embed_value(await first(), 'customers_lost'), 60);
    });
    close();
  });

  test('what the address asks for is asked of nobody else', () =>
    with_page({ at: `${url}embed.html?lang=de#v1;start=80706050;lost=70` }, async page => {
      await embed_settled(page.mainFrame());
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.ok(asked.length >= 5);
      for (const address of asked) assert.doesNotMatch(address, /[?#]|80706050/);
    }));
});
