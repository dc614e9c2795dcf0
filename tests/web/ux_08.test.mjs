// UX-08: the browser takes the GL context away, and pages with many canvases: nothing typed is lost, nothing is blank.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { host_page, iframe, serve_host } from './embedding.mjs';
import { colours_in } from './pixels.mjs';
import { control, drawn_at, metric, settled, url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kStill = { context: { reducedMotion: /** @type {const} */ ('reduce') } };  // a caret that blinks makes no two pictures alike

/** @param {Page} page */
function take_context(page) {
  return page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas.canvas'));
    const taken = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(globalThis, { give_back: () => taken?.restoreContext() });
    const lost = new Promise(resolve => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
    taken?.loseContext();
    return lost.then(() => {});
  });
}

/** @param {Page} page */
async function give_context_back(page) {
  await page.evaluate(() => /** @type {any} */ (globalThis).give_back());
  await page.waitForSelector('.stage[data-show=canvas]');
  await settled(page);
}

describe('UX-08 the GL context goes', () => {
  test('amid typing: the page is never blank, the text stays, and the canvas comes back as it was', () =>
    with_page(kStill, async page => {
      await control(page, 'lost').fill('300');
      await control(page, 'lost').focus();
      await page.keyboard.press('End');
      await page.evaluate(() => window.scrollTo(0, 150));
      await settled(page);
      const { y } = await drawn_at(page, 'lost');
      const before = await page.screenshot();
      await take_context(page);
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text', 'the same page as text meanwhile');
      assert.ok(colours_in(PNG.sync.read(await page.screenshot()), { x: 0, y: 0, width: 1280, height: 900 }).size > 50);
      assert.equal(await page.locator('.notice').isVisible(), false);
      const moved = await control(page, 'lost').evaluate(field => field.getBoundingClientRect().top) - y;
      assert.ok(Math.abs(moved) <= 1, `the field under the caret moved by ${moved}`);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('75');
      await settled(page);
      assert.equal((await metric(page, 'customer_churn_rate')).value, 0.25);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('00');
      await give_context_back(page);
      assert.equal(await control(page, 'lost').inputValue(), '300');
      await page.evaluate(() => window.scrollTo(0, 150));  // it came back to within a pixel
      await settled(page);
      assert.ok((await page.screenshot()).equals(before), 'not the same picture');
    }));

  test('in an embed: the same', () =>
    with_page({ ...kStill, at: `${url}embed.html?lang=de` }, async page => {
      await page.waitForSelector('.stage[data-show=canvas]');
      await settled(page);
      const before = await page.screenshot();
      await take_context(page);
      await give_context_back(page);
      assert.ok((await page.screenshot()).equals(before), 'not the same picture');
    }));

  test('for good: within three seconds a sentence says that this is the text view', t =>
    with_page({}, async page => {
      await control(page, 'lost').fill('300');
      await take_context(page);
      const from = Date.now();
      await page.locator('.notice').getByText('Die gezeichnete Seite ist stehen geblieben.').waitFor();
      t.diagnostic(`told after ${Date.now() - from} ms`);
      assert.ok(Date.now() - from < 4500);
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text');
      assert.equal(await control(page, 'as_text').isVisible(), false, 'there is nothing to switch to');
      assert.equal(await control(page, 'lost').inputValue(), '300');
    }));
});

const script = `<script src="${url}embed.js"></script>`;
const kMany = 20;
const kWindow = { width: 800, height: 1400 };
const kEnough = 300;  // CSS pixels of an embed in sight, so that there is something to be seen
const kLeastColours = 20;  // letters alone have more

describe('UX-08 twenty embeds are scrolled through, and none is blank', () => {
  const kinds = {
    iframe: iframe('?lang=de&job=counts&controls=min'),
    'churn-calculator': '<churn-calculator lang="de" job="counts" controls="min"></churn-calculator>',
  };
  for (const [name, embed] of Object.entries(kinds)) {
    test(name, async () => {
      const { host, close } = await serve_host({ '/': host_page(embed.repeat(kMany) + script) });
      await with_page({ at: host, context: { viewport: kWindow } }, async page => {
        await page.locator(name).first().waitFor();
        const seen = new Set();
        /** @type {string[]} */
        const blank = [];
        const find_blank = async () => {
          const boxes = await page.locator(name).evaluateAll(all => all.map(each => each.getBoundingClientRect().toJSON()));
          const picture = PNG.sync.read(await page.screenshot());
          const in_sight = boxes.map((box, at) => ({ box, at })).filter(({ box }) => Math.min(box.y + box.height, kWindow.height) - Math.max(box.y, 0) >= kEnough);
          for (const { at } of in_sight) seen.add(at);
          return in_sight.filter(({ box }) => colours_in(picture, box).size < kLeastColours).map(({ at }) => at);
        };
        /** @param {string} when */
        const look = async when => {
          if ((await find_blank()).length === 0) return;
          await page.waitForTimeout(300);  // the browser itself needs a moment for a frame that comes into sight
          blank.push(...(await find_blank()).map(at => `${at} ${when}`));
        };
        for (let at = 0; at < kMany; ++at) {  // each itself: those around it grow when they start
          await page.locator(name).nth(at).evaluate(each => each.scrollIntoView());
          await look('downwards');
        }
        await page.waitForTimeout(500);  // canvases out of sight have gone
        for (const at of [9, 0]) {
          await page.locator(name).nth(at).evaluate(each => each.scrollIntoView());
          await look('upwards');
        }
        assert.equal(seen.size, kMany);
        assert.deepEqual(blank, []);
      });
      close();
    });
  }
});
