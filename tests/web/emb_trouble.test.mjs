// EMB-02, EMB-04, UX-09: embeds whose parts come late, or only when they are asked for again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { embed_settled, embed_value, embeds, heard, host_page, iframe, record_messages, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kNumbers = '#v1;start=1000;lost=100';
const script = `<script src="${url}embed.js"></script>`;
const page_words = JSON.parse(readFileSync(new URL('../../assets/page/de.json', import.meta.url), 'utf8'));

/** @param {string} body @param {(page: Page) => Promise<void>} use
 * @param {(page: Page) => Promise<unknown>} [prepare] before the page is opened */
async function with_host(body, use, prepare = async () => {}) {
  const { host, close } = await serve_host({ '/': host_page(body) });
  try {
    await with_page({
      at: host,
      troubled: true,
      prepare: async page => {
        await record_messages(page);
        await prepare(page);
      },
    }, use);
  } finally {
    close();
  }
}

test('UX-09 an embed whose program is blocked says so on its poster, and its button tries again', () =>
  with_host(iframe(`?lang=de${kNumbers}`), async page => {
    const [frame] = await embeds(page);
    const told = frame.locator('article[lang=de] .missing');
    await told.waitFor();
    assert.equal(await told.textContent(), page_words['poster.trouble']);
    await page.unroute('**/kirnu-embed-*.js');
    await frame.locator('article[lang=de] button').click();
    assert.equal(await embed_value(frame, 'customers_lost'), 100);
    assert.equal((await heard(page, 'churn:ready')).length, 1);
  }, page => page.route('**/kirnu-embed-*.js', route => route.abort())));

test('EMB-02, EMB-04 after a second try an embed is as one that came at once: it says that it is ready, and how high', () =>
  with_host(iframe(`?lang=de${kNumbers}`), async page => {
    const [frame] = await embeds(page);
    await frame.getByRole('alert').locator('p').first().waitFor();
    await page.unroute('**/*.wasm');
    await frame.locator('.trouble button').click();
    await frame.waitForSelector('html[data-kirnu=ready]', { state: 'attached' });
    assert.equal((await heard(page, 'churn:ready')).length, 1);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.type === 'churn:height'));
  }, page => page.route('**/*.wasm', route => route.abort())));

test('EMB-08 numbers that the page sets while an embed loads are those that it shows', () =>
  with_host(iframe(`?lang=de${kNumbers}`), async page => {
    const [frame] = await embeds(page);
    await frame.waitForSelector('html[data-program]', { state: 'attached' });
    await page.evaluate(() => frames[0].postMessage({ type: 'churn:set', v: 1, params: { start: 2000, lost: 99 } }, '*'));
    assert.equal(await embed_value(frame, 'customers_lost'), 99);
    assert.equal(await frame.locator('.notice').isVisible(), false, 'nothing went wrong');
  }, page => page.route('**/kirnu-core-*.wasm', async route => {
    await new Promise(resolve => setTimeout(resolve, 1500));
    await route.continue();
  })));

test('EMB-04 a frame below which nothing stands becomes as high as its content at once, and again when that grows', () =>
  with_host(`<h1>Blog</h1>${iframe(`?lang=de${kNumbers}`)}${script}`, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    const is_whole = () => page.waitForFunction(() => {
      const said = /** @type {any} */ (globalThis).heard.filter((/** @type {any} */ { data }) => data?.type === 'churn:height').at(-1);
      return Math.abs((document.querySelector('iframe')?.getBoundingClientRect().height ?? 0) - said.data.height) < 2;
    });
    await is_whole();
    await frame.locator('[data-node="finer"] > summary').first().evaluate(summary => /** @type {HTMLElement} */ (summary).click());
    await embed_settled(frame);
    await is_whole();
    assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0);
  }));

test('EMB-05 an element and a frame that come after embed.js has run are taken care of as well', () =>
  with_host(script, async page => {
    await page.waitForLoadState('load');
    await page.evaluate(markup => document.body.insertAdjacentHTML('beforeend', markup), `<churn-calculator lang="de" src-params="start=1000;lost=100"></churn-calculator>`);
    await page.waitForFunction(() => document.querySelector('churn-calculator')?.getAttribute('data-kirnu') === 'ready');
    await page.evaluate(markup => document.body.insertAdjacentHTML('afterbegin', markup), iframe(`?lang=de${kNumbers}`));
    const [frame] = await embeds(page);
    await frame.waitForSelector('html[data-kirnu=ready]', { state: 'attached' });
  }));

test('EMB-05 an element leaves the fonts of the page around as they are', () =>
  with_host(`<span id="text">Inter</span><churn-calculator lang="de"></churn-calculator>${script}`, async page => {
    await page.waitForFunction(() => document.querySelector('churn-calculator')?.getAttribute('data-kirnu') === 'ready');
    const families = await page.evaluate(() => [...document.fonts].map(({ family }) => family.replaceAll('"', '')));
    assert.ok(families.length > 0);
    assert.deepEqual(families.filter(family => family === 'Inter'), []);
  }));
