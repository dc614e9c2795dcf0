// UX-13: dark, light, more contrast, less motion: as the system wishes, at once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { colour_at, contrast, word_contrasts } from './pixels.mjs';
import { control, drawn_at, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kDense = { deviceScaleFactor: 2 };  // so that a stroke of a letter is a whole pixel at least
const kLeast = 4.5;
const kLetter = 5;  // CSS pixels: the least height of a letter
const kBetweenWords = 4;
const kBetweenCells = 2;

/** Everything drawn in the window that is words, and the words of it that are weaker than they should be. What a heat map
 * hatches, as not yet observed, is no words. @param {Page} page */
async function weak_words(page) {
  const hatch = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ['--line', '--card'].map(name => Number.parseInt(style.getPropertyValue(name).trim().slice(1), 16));
  });
  const nodes = await page.evaluate(() => {
    const stage = /** @type {Element} */ (document.querySelector('.stage')).getBoundingClientRect();
    return [...document.querySelectorAll('[data-place]:is(.text, .message, .metric, .table-scroll, .press, .field, .how, .fold)')].map(node => {
      const [x, y, width, height] = (node.getAttribute('data-place') ?? '').split(' ').map(Number);
      const label = node.matches('.field:not(.file, .toggle)') ? 24 : 0;  // drawn above the control
      return { id: node.getAttribute('data-node') ?? node.getAttribute('data-fold') ?? '', table: node.matches('.table-scroll'), x: stage.left + x, y: stage.top + y - label, width, height: height + label };
    });
  });
  const picture = PNG.sync.read(await page.screenshot());
  const ratio = kDense.deviceScaleFactor;
  const inside = 3 * ratio;  // borders are no words
  let words = 0;
  const weak = nodes.filter(({ y, height }) => y >= 0 && y + height <= 900).flatMap(({ id, table, ...node }) => {
    const box = { x: node.x * ratio + inside, y: node.y * ratio + inside, width: node.width * ratio - 2 * inside, height: node.height * ratio - 2 * inside };
    const found = word_contrasts(picture, box, { letter: kLetter * ratio, gap: (table ? kBetweenCells : kBetweenWords) * ratio });
    words += found.length;
    const least_word = table ? contrast(hatch[0], hatch[1]) + 0.01 : 0;
    return found.filter(word => word.contrast < kLeast && word.contrast > least_word).map(word => `${id}: ${word.contrast.toFixed(2)} at ${word.box.x / ratio}, ${word.box.y / ratio}`);
  });
  return { words, weak };
}

/** @param {Page} page */
async function paper(page) {
  return colour_at(PNG.sync.read(await page.screenshot({ clip: { x: 2, y: 400, width: 2, height: 2 } })), 0, 0);
}

/** Sees that the document stays the same one. @param {Page} page */
const mark = page => page.evaluate(() => Object.assign(globalThis, { same_document: true }));
/** @param {Page} page */
const marked = page => page.evaluate(() => /** @type {any} */ (globalThis).same_document === true);

describe('UX-13 dark and light', () => {
  test('the canvas follows the system without a reload, and every word stands out from its ground', t =>
    with_page({ context: { ...kDense, colorScheme: 'light' } }, async page => {
      await mark(page);
      await control(page, 'end').fill('-5');  // an error, a warning tone, an empty figure
      await control(page, 'end').blur();
      await settled(page);
      const light = await paper(page);
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        for (const [at, from] of [0, 700].entries()) {
          if (at === 1) {
            await control(page, 'end').fill('');
            await settled(page);
          }
          await page.evaluate(from => window.scrollTo(0, from), from);
          await settled(page);
          const { words, weak } = await weak_words(page);
          t.diagnostic(`${colorScheme}: ${words} words`);
          assert.ok(words > 40, `${words} words`);
          assert.deepEqual(weak, [], colorScheme);
        }
        await page.evaluate(() => window.scrollTo(0, 0));
      }
      const dark = await paper(page);
      assert.ok(contrast(light, dark) > 10, 'the ground has changed');
      assert.equal(await marked(page), true, 'without a reload');
    }));

  test('a heat map and a table of periods, in both', t =>
    with_page({ context: { ...kDense, colorScheme: 'dark' } }, async page => {
      await control(page, 'file').setInputFiles({ name: 'abos.csv', mimeType: 'text/csv', buffer: Buffer.from(subscriptions()) });
      await settled(page);
      for (const colorScheme of /** @type {const} */ (['dark', 'light'])) {
        await page.emulateMedia({ colorScheme });
        await drawn_at(page, 'table_cohorts');
        await settled(page);
        const { words, weak } = await weak_words(page);
        t.diagnostic(`${colorScheme}: ${words} words`);
        assert.ok(words > 40, `${words} words`);
        assert.deepEqual(weak, [], colorScheme);
      }
    }));

  test('the address\'s theme wins over the system\'s', () =>
    with_page({ query: '?lang=de&theme=light', context: { colorScheme: 'dark' } }, async page => {
      assert.equal(await paper(page), 0xfaf8f4);
      await control(page, 'theme').selectOption('dark');
      await settled(page);
      assert.equal(await paper(page), 0x161513);
    }));

  test('more contrast makes soft words and lines as strong as the text', () =>
    with_page({ context: kDense }, async page => {
      const { x, y } = await drawn_at(page, 'start');
      const edge = async () => colour_at(PNG.sync.read(await page.screenshot({ clip: { x: x + 40, y, width: 1, height: 1 } })), 0, 0);
      const usual = contrast(await edge(), await paper(page));
      await page.emulateMedia({ contrast: 'more' });
      await settled(page);
      assert.ok(usual < 3);
      assert.ok(contrast(await edge(), await paper(page)) > 7);
      const { weak } = await weak_words(page);
      assert.deepEqual(weak, []);
    }));
});

/** A hundred customers of ten months. */
function subscriptions() {
  const month = (/** @type {number} */ at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const rows = Array.from({ length: 100 }, (_, at) => `K${at},${month(at % 10)},${at % 3 ? month((at % 10) + 1 + (at % 7)) : ''}`);
  return `customer_id,start,end\n${rows.join('\n')}\n`;
}

describe('UX-13 less motion', () => {
  /** Frames of the canvas, from the start. @param {Page} page */
  const count_frames = page =>
    page.addInitScript(() => {
      const counts = Object.assign(globalThis, { drawn: 0 });
      const { clear } = WebGL2RenderingContext.prototype;
      WebGL2RenderingContext.prototype.clear = function (mask) {
        ++counts.drawn;
        return clear.call(this, mask);
      };
    });

  for (const [reducedMotion, moves] of /** @type {const} */ ([['reduce', false], ['no-preference', true]])) {
    test(`${reducedMotion}: what lights up under the pointer does so ${moves ? 'softly' : 'at once'}`, () =>
      with_page({ query: '?lang=de&view=text', context: { reducedMotion } }, async page => {
        await page.evaluate(() => {
          const seen = Object.assign(globalThis, { transitions: 0 });
          document.addEventListener('transitionrun', () => ++seen.transitions);
        });
        await control(page, 'as_text').hover();
        await page.waitForTimeout(200);
        assert.equal((await page.evaluate(() => /** @type {any} */ (globalThis).transitions)) > 0, moves);
        assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
      }));
  }

  test('the canvas goes to its new state without frames between', () =>
    with_page({ prepare: count_frames, context: { reducedMotion: 'reduce' } }, async page => {
      const { x, y, width, height } = await drawn_at(page, 'clear');
      await page.mouse.move(x - 20, y + height / 2);
      await page.waitForTimeout(300);
      const before = await page.evaluate(() => /** @type {any} */ (globalThis).drawn);
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.waitForTimeout(700);
      const frames = (await page.evaluate(() => /** @type {any} */ (globalThis).drawn)) - before;
      assert.ok(frames >= 1 && frames <= 4, `${frames} frames`);
    }));
});
