// UX-04: fingers, wheels and two fingers on the canvas move the page as anywhere else.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { host_page, iframe, serve_host } from './embedding.mjs';
import { control, drawn_at, metric, settled, unfold, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} CDPSession */
/** @typedef {{x: number, y: number}} Point */

const { with_page } = use_browser();

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const kDrag = 240;    // CSS pixels
const kLeast = 200;   // of them move the page: a finger has to go some way before it counts as moving
const kStep = 16;     // milliseconds between two places of a finger
const kSteps = 15;

/** What is drawn where a finger may begin. */
const kFrom = ['verdict', 'lost', 'period', 'customer_churn_rate', 'chart_others', 'benchmark'];

/** Moves fingers from one place to another each, all at once. @param {Page} page @param {[from: Point, to: Point][]} ways */
async function drag(page, ways) {
  const session = await page.context().newCDPSession(page);
  const at = (/** @type {number} */ share) =>
    ways.map(([from, to], id) => ({ id, x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= kSteps; ++step) {
    await page.waitForTimeout(kStep);
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / kSteps) });
  }
  await page.waitForTimeout(100);  // a finger that rests before it is lifted throws nothing
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** @param {Page} page */
const scrolled = page => page.evaluate(() => scrollY);

/** Brings a drawn node into the middle of the window. @param {Page} page @param {string} id */
async function middle_of(page, id) {
  await unfold(page, id);
  const { x, y, width, height } = await drawn_at(page, id);
  const middle = { x: x + width / 2, y: Math.min(Math.max(y + height / 2, 10), phone.viewport.height - 10) };
  const under = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.className ?? '', middle);
  return { middle, under };
}

describe('UX-04 a finger that goes up 240 pixels scrolls the page', () => {
  for (const id of kFrom) {
    test(`from ${id}`, t =>
      with_page({ context: phone }, async page => {
        const { middle, under } = await middle_of(page, id);
        t.diagnostic(`under the finger: ${under}`);
        const before = await scrolled(page);
        await drag(page, [[middle, { x: middle.x, y: middle.y - kDrag }]]);
        await page.waitForFunction(least => scrollY >= least, before + kLeast, { timeout: 5000 });
        assert.equal(await page.evaluate(() => document.querySelectorAll('input:focus, select:focus').length), 0, 'nothing was pressed');
      }));
  }

  test('the page around an embed', async () => {
    const tall = '<p style="height:2000px">.</p>';
    const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de').replace('"640"', '"3000"') + tall, '<meta name="viewport" content="width=device-width">') });
    await with_page({ at: host, context: phone }, async page => {
      const frame = page.frameLocator('iframe');
      await frame.locator('.stage[data-show=canvas]').waitFor();
      await page.waitForTimeout(300);
      await drag(page, [[{ x: 200, y: 500 }, { x: 200, y: 500 - kDrag }]]);
      await page.waitForFunction(least => scrollY >= least, kLeast, { timeout: 5000 });
    });
    close();
  });
});

test('UX-04 a finger that goes across a slider moves it, and the page stays', () =>
  with_page({ query: '?lang=de#v1;start=1500;lost=250;period=year', context: phone }, async page => {
    await unfold(page, 'slide.lost');
    const { y, height, x, width } = await drawn_at(page, 'slide.lost');
    await page.waitForTimeout(300);
    const before = await scrolled(page);
    const knob = x + 10 + (width - 20) * (250 / 1500);
    await drag(page, [[{ x: knob, y: y + height / 2 }, { x: knob + 150, y: y + height / 2 + 6 }]]);
    await settled(page);
    const lost = Number(await control(page, 'slide.lost').inputValue());
    assert.ok(lost > 700 && lost < 1100, `${lost} lost`);
    assert.equal((await metric(page, 'customers_lost')).value, lost);
    assert.equal(await scrolled(page), before);
  }));

describe('UX-04 a wheel over the canvas scrolls the page by all it says', () => {
  for (const id of ['verdict', 'lost', 'period', 'paste', 'chart_others', 'slide.lost']) {
    test(`over ${id}`, () =>
      with_page({ query: '?lang=de#v1;start=1500;lost=250;period=year' }, async page => {
        const { x, y, width, height } = await drawn_at(page, id);
        const before = await scrolled(page);
        await page.mouse.move(x + width / 2, Math.min(y + height / 2, 880));
        const left = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
        assert.ok(left > 100, `${left} pixels to scroll`);
        await page.mouse.wheel(0, 300);
        await page.waitForFunction(wanted => scrollY === wanted, before + Math.min(300, left), { timeout: 5000 });
      }));
  }
});

describe('UX-04 two fingers on the canvas enlarge the page', () => {
  const apart = (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {[Point, Point][]} */ ([[{ x, y: y - 40 }, { x, y: y - 200 }], [{ x, y: y + 40 }, { x, y: y + 200 }]]);
  const scale = (/** @type {Page} */ page) => page.evaluate(() => visualViewport?.scale ?? 0);

  for (const id of ['verdict', 'lost', 'chart_others']) {
    test(`over ${id}; one finger then goes everywhere in it`, () =>
      with_page({ context: phone }, async page => {
        const { middle } = await middle_of(page, id);
        assert.equal(await scale(page), 1);
        await drag(page, apart(middle.x, middle.y));
        await page.waitForFunction(() => (visualViewport?.scale ?? 0) > 1.5, undefined, { timeout: 5000 });
        const left = () => page.evaluate(() => visualViewport?.pageLeft ?? 0);
        const before = await left();
        await drag(page, [[{ x: 200, y: 400 }, { x: 300, y: 400 }]]);
        const there = await left();
        await drag(page, [[{ x: 300, y: 400 }, { x: 100, y: 400 }]]);
        assert.ok(before !== there || there !== (await left()), 'sideways');
      }));
  }

  test('no page forbids it', () => {
    const pages = readdirSync(built_site).filter(name => name.endsWith('.html'));
    assert.ok(pages.length >= 3, `${pages}`);
    for (const name of pages) assert.doesNotMatch(readFileSync(`${built_site}/${name}`, 'utf8'), /user-scalable|maximum-scale|minimum-scale/, name);
  });
});
