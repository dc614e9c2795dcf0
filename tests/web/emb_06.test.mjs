// EMB-06: twenty embeds on one page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { embed_fill, embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kMany = 20;
const script = `<script src="${url}embed.js"></script>`;

/** Counts living GL contexts in every frame. @param {Page} page */
function count_contexts(page) {
  return page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    const made = new Set();
    HTMLCanvasElement.prototype.getContext = function (/** @type {any[]} */ ...asked) {
      const context = /** @type {any} */ (getContext).apply(this, asked);
      if (context && asked[0] === 'webgl2') made.add(context);
      return context;
    };
    /** @type {any} */ (globalThis).living = () => [...made].filter(each => !each.isContextLost()).length;
  });
}

/** @param {Page} page */
async function living_contexts(page) {
  const counts = await Promise.all(page.frames().map(frame => frame.evaluate(() => /** @type {any} */ (globalThis).living())));
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('EMB-06 twenty embeds', () => {
  test('as frames: only what is seen runs, few contexts live, and scrolling back finds what was typed', async t => {
    const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&job=counts&controls=min').repeat(kMany) + script) });
    await with_page({ at: host, prepare: count_contexts }, async page => {
      const frames = await embeds(page);
      await embed_settled(frames[0]);
      await embed_fill(frames[0], 'lost', '300');
      const started = async () => (await Promise.all(frames.map(frame => frame.locator('html').getAttribute('data-kirnu')))).filter(state => state !== 'poster').length;
      assert.ok((await started()) <= 4, 'those far below have not started');
      let most = 0;
      for (let at = 0; at < kMany; at += 3) {
        await page.locator('iframe').nth(at).evaluate(frame => frame.scrollIntoView());
        await embed_settled(frames[at]);
        most = Math.max(most, await living_contexts(page));
      }
      t.diagnostic(`${most} contexts at most`);
      assert.ok(most <= 8, `${most} contexts`);
      await frames[3].waitForFunction(() => document.querySelectorAll('canvas').length === 1);
      const inks = await frames[3].evaluate(() => {
        const still = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const { data } = /** @type {CanvasRenderingContext2D} */ (still.getContext('2d')).getImageData(0, 0, still.width, still.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
      assert.ok(inks > 20, 'a picture stays where the canvas was');
      await page.evaluate(() => scrollTo(0, 0));
      assert.equal(await embed_value(frames[0], 'customer_churn_rate'), 0.2);
      await frames[0].waitForFunction(() => document.querySelector('.stage[data-show=canvas] canvas'));
    });
    close();
  });

  test('as elements', async t => {
    const element = '<churn-calculator lang="de" job="counts" controls="min" height="640"></churn-calculator>';
    const { host, close } = await serve_host({ '/': host_page(element.repeat(kMany) + script) });
    await with_page({ at: host, prepare: count_contexts }, async page => {
      const elements = page.locator('churn-calculator');
      await page.waitForSelector('churn-calculator[data-kirnu=ready]');
      assert.ok((await page.locator('churn-calculator[data-kirnu]').count()) <= 5);
      let most = 0;
      for (let at = 0; at < kMany; at += 4) {
        await elements.nth(at).evaluate(each => each.scrollIntoView());
        await page.waitForFunction(at => /** @type {HTMLElement} */ (document.querySelectorAll('churn-calculator')[at]).dataset.kirnu === 'ready', at);
        most = Math.max(most, await living_contexts(page));
      }
      t.diagnostic(`${most} contexts at most`);
      assert.ok(most <= 8, `${most} contexts`);
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForFunction(() => document.querySelector('churn-calculator')?.shadowRoot?.querySelector('.stage[data-show=canvas] canvas'));
    });
    close();
  });
});
