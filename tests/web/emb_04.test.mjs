// EMB-04: the height follows the content, and the content never the height.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snippets } from '../../web/snippets.mjs';
import { embed_settled, embeds, heard, host_page, iframe, record_messages, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kWidths = [600, 320, 1200];  // never the same twice in a row
const kToggles = 50;
const kLanguages = ['en', 'de', 'fi'];
const kQuiet = 60_000;  // milliseconds
const script = `<script src="${url}embed.js"></script>`;

/** Does something to the frame and answers the height that it then says, once it says nothing more, and how high it is.
 * @param {Page} page @param {() => Promise<unknown>} change */
async function height_after(page, change) {
  const told = () => heard(page, 'churn:height');
  const before = (await told()).length;
  await change();
  return page.evaluate(async before => {
    const all = () => /** @type {any} */ (globalThis).heard.filter((/** @type {any} */ { data }) => data?.type === 'churn:height');
    let count = -1;
    for (let left = 60; count !== all().length || all().length === before; --left) {
      if (left === 0) throw new Error('no height was told');
      count = all().length;
      await new Promise(resolve => setTimeout(resolve, 350));
    }
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    return { height: all()[count - 1].data.height, messages: count - before, shown: frame.getBoundingClientRect().height };
  }, before);
}

/** @param {Page} page @param {number} width */
const set_width = (page, width) => page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), width);

/** Holds heights to what they were before. */
function remember_heights() {
  /** @type {Map<string, number>} */
  const heights = new Map();
  let most = 0;
  return {
    heights,
    most: () => most,
    /** @param {string} name @param {{height: number, messages: number, shown: number}} said */
    hold: (name, { height, messages, shown }) => {
      most = Math.max(most, messages);
      assert.ok(messages <= 3, `${messages} messages: ${name}`);
      const known = heights.get(name) ?? height;
      assert.ok(Math.abs(height - known) <= 1, `${height} px: ${name}, ${known} px before`);
      assert.ok(Math.abs(height - shown) < 2, `${height} px are said, ${shown} px high: ${name}`);
      heights.set(name, height);
    },
  };
}

test('EMB-04 the same width has the same height, with at most three messages a change, and nothing grows by itself', async t => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&job=counts&controls=min') + script) });
  await with_page({ at: host, prepare: record_messages, context: { viewport: { width: 1280, height: 900 } } }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.type === 'churn:height'));
    const { heights, hold, most } = remember_heights();
    for (let toggle = 0; toggle < kToggles; ++toggle) {
      const width = [320, 1200, 320][toggle] ?? kWidths[toggle % kWidths.length];
      hold(`${width} px`, await height_after(page, () => set_width(page, width)));
    }
    t.diagnostic(`${most()} messages at most; ${[...heights].map(([name, height]) => `${name}: ${height}`).join(', ')}`);
    assert.ok((heights.get('320 px') ?? 0) > (heights.get('1200 px') ?? 0), 'narrow is higher than wide');
    const before = (await heard(page, 'churn:height')).length;
    await page.waitForTimeout(kQuiet);
    assert.equal((await heard(page, 'churn:height')).length, before, 'nothing grows by itself');
    assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0, 'nothing is cut off');
  });
  close();
});

test('EMB-04 a secret in the address is answered as WordPress wants it, and is no part of the numbers', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de#v1;start=1000;lost=100#?secret=a1B2c3')) });
  await with_page({ at: host, prepare: record_messages }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.message === 'height'));
    const said = await page.evaluate(() => /** @type {any} */ (globalThis).heard.map((/** @type {any} */ { data }) => data).filter((/** @type {any} */ data) => data.message));
    assert.equal(said[0].secret, 'a1B2c3');
    assert.ok(said[0].value > 300);
    assert.equal(await frame.locator('[data-node=customers_lost]').getAttribute('data-value'), '100');
  });
  close();
});

describe('EMB-04 without a script around it the snippet is high enough: no scrollbar inside', () => {
  const kinds = [['counts', 'min'], ['benchmark', 'min'], ['lists', 'min'], ['subscriptions', 'min'], ['transactions', 'min'], ['all', 'full'], ['all', 'min'], ['all', 'none'], ['counts', 'none'], ['counts', 'full']];
  for (const [job, controls] of kinds) {
    test(`${job}, ${controls}`, async t => {
      const frames = kLanguages.map(language => {
        const wish = { base: url, embed: { name: '', integrity: '' }, title: language, language, theme: 'auto', job, controls, numbers: '' };
        return snippets(wish).iframe.split('\n')[0].replace(' loading="lazy"', '');
      });
      const { host, close } = await serve_host(Object.fromEntries(frames.map((frame, at) => [`/${kLanguages[at]}`, `<!doctype html><style>body { margin: 0 }</style><link rel="icon" href="data:,">${frame}`])));
      await with_page({ at: `${host}/en`, context: { viewport: { width: 320, height: 900 } } }, async page => {
        for (const language of kLanguages) {
          for (const width of [320, 600, 1200]) {
            await page.setViewportSize({ width, height: 900 });
            await page.goto(`${host}/${language}`);
            const [frame] = await embeds(page);
            await embed_settled(frame);
            await frame.waitForTimeout(200);
            const [needed, high] = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight, document.querySelector('.kirnu')?.getBoundingClientRect().height]);
            const content = await frame.evaluate(() => Math.ceil(document.querySelector('.kirnu')?.getBoundingClientRect().height ?? 0));
            t.diagnostic(`${language} ${width}: ${content} of ${high}`);
            assert.ok(needed <= high, `${language}, ${width} px wide: ${needed} px needed, ${high} px there`);
          }
        }
      });
      close();
    });
  }
});

test('EMB-04 without any script the poster fits, too', () =>
  with_page({ at: `${url}embed.html?lang=de&job=counts&controls=min`, context: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false } }, async page => {
    for (const width of [320, 600, 1200]) {
      await page.setViewportSize({ width, height: 640 });
      const article = await page.locator('article[lang=de]').boundingBox();
      assert.ok(article && article.width <= width && article.height <= 640, `${width}: ${JSON.stringify(article)}`);
    }
  }));
