// UX-02: no keyboard trap, no stolen keys.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { control, settled, url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kMostStops = 300;

const views = [
  { name: 'text view', query: '?lang=en&view=text' },
  { name: 'canvas', query: '?lang=en' },
];

/** The page between two links. @param {Page} page */
async function between_links(page) {
  await page.route(new RegExp(`^${url}(\\?|$)`), async route => {
    const response = await route.fetch();
    const html = await response.text();
    const framed = html.replace('<body>', '<body><a id="before" href="#before">before</a>').replace('</body>', '<a id="after" href="#after">after</a></body>');
    await route.fulfill({ response, body: framed });
  });
}

/** The same, with a record of keys whose meaning was taken from the browser. @param {Page} page */
async function between_links_recorded(page) {
  await between_links(page);
  await page.addInitScript(() => {
    const record = Object.assign(globalThis, { prevented: /** @type {string[]} */ ([]), seen: 0 });
    const prevent = Event.prototype.preventDefault;
    Event.prototype.preventDefault = function () {
      if (this instanceof KeyboardEvent) record.prevented.push(`${this.type} ${this.ctrlKey ? 'Control+' : ''}${this.key}`);
      prevent.call(this);
    };
    addEventListener('keydown', () => ++record.seen, { capture: true });
    // Whatever is left for the browser to do (print, reload, search) would end the test.
    addEventListener('keydown', event => prevent.call(event));
  });
}

/** Presses Tab (or Shift+Tab) until the focus is on a link, and tells where it was. @param {Page} page
 * @param {string} key @param {string} goal */
async function stops_until(page, key, goal) {
  /** @type {string[]} */
  const stops = [];
  for (let step = 0; step < kMostStops; ++step) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      const node = focused?.closest('[data-fold]')?.getAttribute('data-fold') ?? focused?.closest('[data-node]')?.getAttribute('data-node');
      return focused?.id === 'before' || focused?.id === 'after' ? focused.id : `${node}:${focused?.localName}`;
    });
    if (at === goal) return stops;
    stops.push(at);
  }
  assert.fail(`${goal} is not reached: ${stops.slice(-6).join(' ')}`);
}

describe('UX-02 from the link before to the link after and back', () => {
  for (const { name, query } of views) {
    test(name, () =>
      with_page({ query, prepare: between_links }, async page => {
        await page.focus('#before');
        const there = await stops_until(page, 'Tab', 'after');
        const back = await stops_until(page, 'Shift+Tab', 'before');
        assert.deepEqual(back.reverse(), there);
        assert.equal(new Set(there).size, there.length, 'no stop comes twice');
        for (const id of ['language', 'start', 'lost', 'new', 'end', 'period', 'paste', 'file', 'clear', 'example', 'copy_results', 'benchmark', 'definition', 'how.customer_churn_rate']) {
          assert.ok(there.some(stop => stop.startsWith(`${id}:`)), `${id} is a stop`);
        }
      }));
  }
});

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const outside_keys = [...letters, 'Space', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Escape', 'Backspace', 'Delete', 'Tab',
  'F1', 'F2', 'F3', 'F5', 'F6', 'F11', 'Control+A', 'Control+C', 'Control+F', 'Control+P', 'Control+S', 'Control+R', 'Control+T', 'Control+=', 'Control+0', '/', "'"];
const inside_keys = ['Control+R', 'F5', 'F11', 'Control+F', 'Control+P', 'Control+T', 'Control+S', 'Control+L', 'F6', 'F1', 'Escape', 'Tab', 'Shift+Tab'];

/** @param {Page} page @param {string[]} keys @param {() => Promise<void>} focus */
async function taken_keys(page, keys, focus) {
  await page.evaluate(() => Object.assign(globalThis, { prevented: [], seen: 0 }));
  for (const key of keys) {
    await focus();
    await page.keyboard.press(key);
  }
  const { prevented, seen } = await page.evaluate(() => ({ prevented: globalThis.prevented, seen: globalThis.seen }));
  assert.ok(seen >= keys.length, `${seen} keys arrived`);
  return prevented;
}

describe('UX-02 keys stay the browser’s', () => {
  for (const { name, query } of views) {
    test(`${name}: focus outside`, () =>
      with_page({ query, prepare: between_links_recorded }, async page => {
        assert.deepEqual(await taken_keys(page, outside_keys, () => page.focus('#before')), []);
        assert.deepEqual(await taken_keys(page, outside_keys, () => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur())), []);
      }));

    test(`${name}: focus inside`, () =>
      with_page({ query, prepare: between_links_recorded }, async page => {
        for (const id of ['start', 'period', 'paste', 'clear', 'customer_churn_rate', 'chart_over_time', 'finer']) {
          assert.deepEqual(await taken_keys(page, inside_keys, () => control(page, id).focus()), [], id);
        }
        await settled(page);
      }));

    test(`${name}: letters and arrows in a field type and move the caret`, () =>
      with_page({ query, prepare: between_links_recorded }, async page => {
        assert.deepEqual(await taken_keys(page, [...letters, 'ArrowLeft', 'ArrowUp', 'Home', 'End', 'Space'], () => control(page, 'start').focus()), []);
        await settled(page);
      }));
  }
});
