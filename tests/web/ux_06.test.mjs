// UX-06: crisp at every pixel ratio and width, and the pointer meets what it sees.
//
// KIRNU_GOLDENS=write writes the golden pictures anew. KIRNU_LONG=1 tries the pointer at every ratio in every width.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { click_drawn, control, drawn_at, point_and_click, settled, unfold, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** Pixel ratio → the width in which the pointer is tried. */
const ratios = new Map([[1, 1280], [1.25, 768], [1.5, 280], [2, 768], [3, 360]]);
const widths = [280, 360, 768, 1280];
const everywhere = process.env.KIRNU_LONG === '1';
const kMostDifferent = 0.01;
const kHeight = 800;

/** @param {Page} page */
async function assert_crisp(page) {
  const { canvas, stage, ratio } = await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas.canvas'));
    const size = canvas.getBoundingClientRect();
    const stage = /** @type {Element} */ (document.querySelector('.stage')).getBoundingClientRect();
    return {
      canvas: { width: canvas.width, height: canvas.height, css_width: size.width, css_height: size.height },
      stage: { width: stage.width },
      ratio: devicePixelRatio,
    };
  });
  assert.ok(Math.abs(canvas.css_width - stage.width) <= 0.01, `canvas ${canvas.css_width}, stage ${stage.width}`);
  assert.ok(Math.abs(canvas.width - Math.round(canvas.css_width * ratio)) <= 1, JSON.stringify(canvas));
  assert.ok(Math.abs(canvas.height - Math.round(canvas.css_height * ratio)) <= 1, JSON.stringify(canvas));
}

/** Controls that take a click without an answer. */
const clicked = ['start', 'lost', 'new', 'end', 'paste', 'copy_results', 'share'];
const clicked_in_fold = ['new_left', 'left_and_returned', 'returned'];
/** Controls whose click opens something of the system's, or changes much: only what lies on top is looked at. */
const looked_at = ['language', 'theme', 'benchmark', 'definition', 'file', 'as_text', 'clear', 'example'];
const folds = ['how.customer_churn_rate'];

/** The node of what lies at the middle of a drawn widget. @param {Page} page @param {string} id */
async function on_top_of(page, id) {
  const { x, y, width, height } = await drawn_at(page, id);
  return page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('[data-node]')?.getAttribute('data-node'), [x + width / 2, y + height / 2]);
}

/** The same, once scrolling has brought the widget there. @param {Page} page @param {string} id */
async function assert_on_top(page, id) {
  const until = Date.now() + 10_000;
  while ((await on_top_of(page, id)) !== id && Date.now() < until) await page.waitForTimeout(100);
  assert.equal(await on_top_of(page, id), id);
}

/** @param {Page} page @param {string} id */
const is_open = (page, id) => page.evaluate(id => document.querySelector(`details:is([data-node="${id}"], [data-fold="${id}"])`)?.hasAttribute('open'), id);

/** A click is answered by the core, in its time, and then drawn: what stands below has moved. @param {Page} page @param {string} id @param {boolean} open */
async function assert_open(page, id, open) {
  for (const until = Date.now() + 10_000; (await is_open(page, id)) !== open && Date.now() < until;) await page.waitForTimeout(50);
  assert.equal(await is_open(page, id), open, id);
  await settled(page);
}

/** @param {Page} page @param {string} id */
async function assert_click_focuses(page, id) {
  await point_and_click(page, id);
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-node]')?.getAttribute('data-node')), id);
}

/** Twenty widgets. @param {Page} page */
async function assert_pointer_hits(page) {
  const folder = page.locator('[data-node=take] .folder[aria-expanded=false]');
  if (await folder.isVisible()) await click_drawn(page, 'take');  // folded on a phone
  for (const id of clicked) await assert_click_focuses(page, id);
  for (const id of looked_at) {
    await unfold(page, id);
    await assert_on_top(page, id);
  }
  for (const id of ['finer', ...folds]) {
    await click_drawn(page, id);
    await assert_open(page, id, true);
    if (id === 'finer') for (const inner of clicked_in_fold) await assert_click_focuses(page, inner);
    await click_drawn(page, id);
    await assert_open(page, id, false);
  }
  await click_drawn(page, 'period', 0.1, 0.2);
  assert.equal(await control(page, 'period').inputValue(), 'month');
}

/** The label of the first field, as drawn. @param {Page} page */
async function label_picture(page) {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
  });
  await page.mouse.move(1, 1);
  await settled(page);
  const { x, y } = await drawn_at(page, 'start');
  return page.screenshot({ clip: { x, y: y - 26, width: 150, height: 24 } });
}

/** @param {Buffer} shown @param {Buffer} expected */
function difference(shown, expected) {
  const [a, b] = [PNG.sync.read(shown), PNG.sync.read(expected)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height);
}

/** @param {Buffer} shown @param {number} ratio */
function assert_golden(shown, ratio) {
  const folder = new URL('goldens/', import.meta.url);
  const path = new URL(`label@${ratio}.png`, folder);
  if (process.env.KIRNU_GOLDENS === 'write') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, shown);
  }
  assert.ok(existsSync(path), `${path.pathname} is missing`);
  const different = difference(shown, readFileSync(path));
  assert.ok(different < kMostDifferent, `${(different * 100).toFixed(1)} % of the pixels differ from ${path.pathname}`);
}

describe('UX-06 pixel ratio', () => {
  for (const [ratio, tried] of ratios) {
    test(`${ratio}`, () =>
      with_page({ query: '?lang=de&theme=light', context: { deviceScaleFactor: ratio, viewport: { width: 768, height: kHeight } } }, async page => {
        const label = await label_picture(page);
        assert_golden(label, ratio);
        for (const width of widths) {
          await page.setViewportSize({ width, height: kHeight });
          await settled(page);
          await assert_crisp(page);
          if (everywhere || width === tried) await assert_pointer_hits(page);
        }
        await page.setViewportSize({ width: 768, height: kHeight });
        await settled(page);
        assert.ok(difference(await label_picture(page), label) < kMostDifferent, 'the label looks the same after all widths');
      }));
  }
});

test('UX-06 the container, not the window, changes its width', () =>
  with_page({ query: '?lang=de', context: { deviceScaleFactor: 1.5 } }, async page => {
    for (const width of ['900px', '60%', '', '333.4px']) {
      await page.evaluate(width => {
        /** @type {HTMLElement} */ (document.querySelector('.kirnu')).style.width = width;
      }, width);
      await settled(page);
      await assert_crisp(page);
    }
    await assert_pointer_hits(page);
  }));
