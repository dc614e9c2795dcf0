// EMB-04: the height follows the content, and the content never the height.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embed_settled, embeds, heard, host_page, iframe, record_messages, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kWidths = [320, 1200, 600];

/** Sets the frame's width and answers the height that it then says, once it says nothing more. @param {Page} page @param {number} width */
async function height_at(page, width) {
  return page.evaluate(async width => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    const all = () => /** @type {any} */ (globalThis).heard.filter((/** @type {any} */ { data }) => data?.type === 'churn:height');
    const before = all().length;
    frame.style.width = `${width}px`;
    let count = -1;
    while (count !== all().length || all().length === before) {
      count = all().length;
      await new Promise(resolve => setTimeout(resolve, 400));
    }
    const height = all()[count - 1].data.height;
    return { height, messages: count - before };
  }, width);
}

test('EMB-04 the same width has the same height, with at most three messages a change', async t => {
  const script = '<script>addEventListener("message", ({ data }) => { if (data?.type === "churn:height") document.querySelector("iframe").style.height = `${data.height}px`; });</script>';
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&job=counts&controls=min') + script) });
  await with_page({ at: host, prepare: record_messages }, async page => {
    await embed_settled((await embeds(page))[0]);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.type === 'churn:height'));
    /** @type {Map<number, number>} */
    const heights = new Map();
    let most = 0;
    for (let toggle = 0; toggle < 12; ++toggle) {
      const width = kWidths[toggle % kWidths.length];
      const { height, messages } = await height_at(page, width);
      most = Math.max(most, messages);
      assert.ok(messages <= 3, `${messages} messages at ${width} px`);
      const known = heights.get(width) ?? height;
      assert.ok(Math.abs(height - known) <= 1, `${height} px at ${width} px, ${known} px before`);
      heights.set(width, height);
    }
    t.diagnostic(`${most} messages at most; ${[...heights].map(([width, height]) => `${width}: ${height}`).join(', ')}`);
    assert.ok((heights.get(320) ?? 0) > (heights.get(1200) ?? 0), 'narrow is higher than wide');
    const before = (await heard(page, 'churn:height')).length;
    await page.waitForTimeout(3000);
    assert.equal((await heard(page, 'churn:height')).length, before, 'nothing grows by itself');
    const frame = (await embeds(page))[0];
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

test('EMB-04 without a script around it the poster and the start of the answer fit the height of the snippet', () =>
  with_page({ at: `${url}embed.html?lang=de&job=counts&controls=min`, context: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false } }, async page => {
    for (const width of [320, 600, 1200]) {
      await page.setViewportSize({ width, height: 640 });
      const article = await page.locator('article[lang=de]').boundingBox();
      assert.ok(article && article.width <= width && article.height <= 640, `${width}: ${JSON.stringify(article)}`);
    }
  }));
