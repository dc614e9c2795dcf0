// UX-07: no frame is drawn when nothing changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { control, metric, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{draws: number, frames: number, callbacks: number}} Counts */

const { with_page } = use_browser();

const kSettle = 1500;  // milliseconds after which nothing may move any more
const kWatched = 3000;
const kMostBusy = 0.05;  // of the watched time; ten times what is promised

/** Counts what is drawn. @param {Page} page */
function count_frames(page) {
  return page.addInitScript(() => {
    const counts = Object.assign(globalThis, { counts: { draws: 0, frames: 0, callbacks: 0 } }).counts;
    const context = /** @type {any} */ (WebGL2RenderingContext.prototype);
    for (const [name, counted] of /** @type {const} */ ([['drawElements', 'draws'], ['drawArrays', 'draws'], ['clear', 'frames']])) {
      const real = context[name];
      context[name] = function (...rest) {
        ++counts[counted];
        return real.apply(this, rest);
      };
    }
    const request = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = callback => {
      ++counts.callbacks;
      return request(callback);
    };
  });
}

/** What was drawn while this went on. @param {Page} page @param {() => Promise<unknown>} [doing] waiting, when absent
 * @returns {Promise<Counts>} */
async function counted(page, doing = () => page.waitForTimeout(kWatched)) {
  const read = () => page.evaluate(() => ({ ...globalThis.counts }));
  const before = await read();
  await doing();
  const after = await read();
  return { draws: after.draws - before.draws, frames: after.frames - before.frames, callbacks: after.callbacks - before.callbacks };
}

const nothing = { draws: 0, frames: 0, callbacks: 0 };

test('UX-07 nothing is drawn when nothing happens', t =>
  with_page({ prepare: count_frames }, async page => {
    const drawn = await counted(page, async () => {
      await control(page, 'lost').fill('300');
      await settled(page);
    });
    assert.ok(drawn.draws > 0, 'the count counts');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
    await page.waitForTimeout(kSettle);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const task_time = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    const before = await task_time();
    assert.deepEqual(await counted(page), nothing);
    const busy = (await task_time() - before) / (kWatched / 1000);
    t.diagnostic(`busy ${(busy * 100).toFixed(2)} %`);
    assert.ok(busy < kMostBusy);
  }));

test('UX-07 nothing is drawn as text', () =>
  with_page({ query: '?lang=de&view=text', prepare: count_frames }, async page => {
    await control(page, 'start').focus();
    await page.waitForTimeout(kSettle);
    assert.deepEqual(await counted(page), nothing);
  }));

test('UX-07 the caret blinks at most twice a second, only while somebody edits', () =>
  with_page({ prepare: count_frames }, async page => {
    await control(page, 'start').click();
    await page.waitForTimeout(kSettle);
    const from = Date.now();
    const editing = await counted(page);
    const seconds = (Date.now() - from) / 1000;
    assert.ok(editing.frames > 0, 'it blinks');
    assert.ok(editing.frames <= 2 * seconds + 1, `${editing.frames} frames in ${seconds} s`);
    await control(page, 'clear').focus();
    await page.waitForTimeout(kSettle);
    assert.deepEqual(await counted(page), nothing);
  }));

test('UX-07 the caret does not blink for who wants less motion', () =>
  with_page({ prepare: count_frames, context: { reducedMotion: 'reduce' } }, async page => {
    await control(page, 'start').click();
    await page.waitForTimeout(kSettle);
    assert.deepEqual(await counted(page), nothing);
  }));

test('UX-07 a hidden tab draws nothing, and what changed meanwhile is drawn when it is shown', () =>
  with_page({ prepare: count_frames }, async page => {
    const set_hidden = (/** @type {boolean} */ hidden) =>
      page.evaluate(hidden => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await control(page, 'start').click();
    await page.waitForTimeout(kSettle);
    await set_hidden(true);
    const hidden = await counted(page, async () => {
      await page.evaluate(() => {
        const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-node=lost] input'));
        field.value = '300';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await page.waitForFunction(() => document.querySelector('[data-node=customers_lost] .figure')?.textContent === '300', undefined, { polling: 50 });
      await page.waitForTimeout(kSettle);
    });
    assert.deepEqual(hidden, nothing);
    const shown = await counted(page, async () => {
      await set_hidden(false);
      await page.waitForTimeout(kSettle);
    });
    assert.ok(shown.draws > 0);
    assert.equal((await metric(page, 'customers_lost')).text, '300');
  }));
